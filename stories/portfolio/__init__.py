"""A reporter's own page: what they published, and what they learned while they made it."""
