"""A showcase to take along: on paper, on a memory stick, and on a device without a line."""
