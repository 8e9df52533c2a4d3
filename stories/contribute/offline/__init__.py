"""The desk with bad Wi-Fi or none: what a browser keeps of it, and what it is told."""
