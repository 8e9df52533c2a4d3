"""The front door's rooms in the Wagtail admin."""
