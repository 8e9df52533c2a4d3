"""Wagtail's media library, holding clean sounds and films only."""

from django.db import models
from wagtailmedia.models import AbstractMedia, MediaType

from media import storage
from media.fields import LibraryFileField
from media.formats import Kind
from media.models.kept import Kept


class Recording(Kept, AbstractMedia):
    """A sound or a film that staff put on a page; `file` is empty until the worker is done."""

    file = LibraryFileField(upload_to="", storage=storage.derivatives, max_length=200)
    # Posters are made by us; a picture put in here would pass no accession.
    thumbnail = models.FileField(
        upload_to="", storage=storage.derivatives, blank=True, editable=False
    )

    kinds = frozenset({Kind.AUDIO, Kind.VIDEO})
    admin_form_fields = ("title", "file", "collection", "tags")

    class Meta(AbstractMedia.Meta):
        verbose_name = "recording"

    def clean(self) -> None:
        """Our own look only: wagtailmedia's goes by the end of the name."""
        self.look()

    def fit(self, kind: Kind) -> None:
        """A film put in as a sound is a film."""
        self.type = kind.value

    @property
    def stands_for(self) -> str:
        """The derivative that is this recording's file."""
        return "film.mp4" if self.type == MediaType.VIDEO else "sound.m4a"

    @property
    def sources(self) -> list[dict[str, str]]:
        """What a player needs; always MP4, whatever was sent."""
        kind = "video" if self.type == MediaType.VIDEO else "audio"
        return [{"src": self.url, "type": f"{kind}/mp4"}]
