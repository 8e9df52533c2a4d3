"""What visitors see: one file for each way in."""
