"""How a family comes in: asking for one, inviting into it, and joining by an invitation."""
