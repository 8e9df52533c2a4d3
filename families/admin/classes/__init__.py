"""The rooms of one class: its students, new ones, new cards, moving, leaving, coming back."""
