"""Block prints drawn by code: the demonstration has no photograph of anybody."""
