"""The media application."""

import sys
from importlib import import_module

from django.apps import AppConfig
from django.core.checks import register

# Wagtail's Willow takes OpenCV, and NumPy with it, into every process that can have it: 50 MB
# for something that Wagtail is not asked here. Children look for faces, without Wagtail. So it
# is read here first, where it finds none.
if "cv2" not in sys.modules:
    sys.modules["cv2"] = None  # type: ignore[assignment]
    import_module("willow")
    del sys.modules["cv2"]


class MediaConfig(AppConfig):
    """Files: originals under lock, clean derivatives for showing, one door."""

    name = "media"
    verbose_name = "Media"

    def ready(self) -> None:
        """Staff see what staff put in, and Wagtail's records follow their items."""
        from families import belongings, erasure
        from families.giving import papers
        from media import library, visibility
        from media.belongings import files_of
        from media.erasure import FILES
        from media.evidence import sight
        from media.transcripts import captions, checks, drafting

        belongings.register("media", files_of)
        erasure.register(FILES)
        library.connect()
        visibility.register(sight.sight_of_evidence)
        visibility.register_owner(sight.is_about)
        papers.register(sight.papers_behind)
        captions.connect()
        drafting.connect()
        register(checks.drafts_can_be_made)
