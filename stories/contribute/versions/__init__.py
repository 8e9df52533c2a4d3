"""Two wordings of one memory: seen side by side, chosen from, and found again later."""
