"""The media application."""

from django.apps import AppConfig
from django.core.checks import register


class MediaConfig(AppConfig):
    """Files: originals under lock, clean derivatives for showing, one door."""

    name = "media"
    verbose_name = "Media"

    def ready(self) -> None:
        """Staff see what staff put in, and Wagtail's records follow their items."""
        from media import library
        from media.transcripts import captions, checks, drafting

        library.connect()
        captions.connect()
        drafting.connect()
        register(checks.drafts_can_be_made)
