"""Being signed in: how long, where, and how it ends."""
