"""News of one's own memories: on the desk for all, by e-mail for those who asked for it."""
