"""Decks and assignments in the staff's room."""
