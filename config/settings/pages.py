"""Finished pages that each web process keeps in memory for visitors without a session."""

import os

# Bytes (32 MB); 0 makes every page anew.
KEPT_PAGES = int(os.environ.get("KEPT_PAGES") or 32 * 1024**2)
