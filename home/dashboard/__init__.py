"""The teacher's first screen in the admin: what needs them now, and how far each class is."""
