"""The demonstration archive: invented people, invented memories, and media drawn by code."""
