"""A class of reporters: who is in it, how they sign in, and how they come and go."""
