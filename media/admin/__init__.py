"""What the media layer adds to the Wagtail admin."""
