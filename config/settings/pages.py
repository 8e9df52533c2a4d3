"""Finished pages that each web process keeps in memory for visitors without a session."""

# Bytes (32 MB); none makes every page anew.
KEPT_PAGES = 32 * 1024**2
