"""Question cards: decks that teachers look after, and the cards on somebody's desk."""
