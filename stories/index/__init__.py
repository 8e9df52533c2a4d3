"""One index of words, which the public site and the moderation queue search alike."""
