"""Wagtail's document library, holding rebuilt papers only."""

from wagtail.documents.models import AbstractDocument

from media import storage
from media.fields import LibraryFileField
from media.formats import Kind
from media.models.kept import Kept


class Paper(Kept, AbstractDocument):
    """A PDF that staff put on a page; `file` is empty until the worker has rebuilt it."""

    file = LibraryFileField(upload_to="", storage=storage.derivatives, max_length=200)

    kinds = frozenset({Kind.DOCUMENT})
    stands_for = "paper.pdf"
    admin_form_fields = ("title", "file", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = "paper"
