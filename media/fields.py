"""File fields for library records: their address is the door's, and they store nothing.

Django stores a file whenever a field's `save` is called, and Wagtail calls it in more
than one place. Here that only hands the file to the record, whose own `save()` takes
it through accession. A way round that, such as `bulk_create`, is an error.
"""

from typing import TYPE_CHECKING, Any

from django.core.files.base import File
from django.core.files.storage import Storage
from django.db import models
from django.db.models.fields.files import FieldFile
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

if TYPE_CHECKING:
    Mixed = FieldFile
    MixedField = models.ImageField
else:
    Mixed = MixedField = object


class AtTheDoor(Mixed):
    """A file whose address its record knows; the store has none to give."""

    @property
    def url(self) -> str:
        """The door's address, or "" while there is no item."""
        record: Any = self.instance
        return str(record.url)


class Lent:
    """The store of a file that is an item's: its record may read it, and not delete it.

    Wagtail deletes the old file before it saves a new one, and the new one may be refused.
    """

    def __init__(self, store: Storage) -> None:
        self._store = store

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def delete(self, name: str) -> None:
        """Leave it: `media/removal.py` deletes what no item needs."""


class Handed(AtTheDoor):
    """A file that is handed to its record instead of being stored."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.storage: Any = Lent(self.storage)

    @property
    def path(self) -> str:
        """Where it lies; while the worker is not done it lies nowhere, as in a bucket.

        Wagtail's own pages ask this way whether they can look for the file.
        """
        if not self:
            raise NotImplementedError("There is no file yet.")
        return str(super().path)

    def save(self, name: str, content: Any, save: bool = True) -> None:
        """Give the record the new file; with `save`, also save the record."""
        setattr(self.instance, self.field.name, File(content, name=name))
        if save:
            self.instance.save()


class Guarded(MixedField):
    """Refuses to write a file that has not been through accession."""

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """The name of the clean file; raises RuntimeError if it is anything else."""
        file = getattr(model_instance, self.attname)
        if file and not file._committed:
            raise RuntimeError("A library record has to be saved with save().")
        return file


class DoorImageFieldFile(AtTheDoor, WagtailImageFieldFile):
    """A rendition's file, which Wagtail made from a clean one."""


class HandedFile(Handed, FieldFile):
    """The file of a paper or a recording."""


class HandedImage(Handed, WagtailImageFieldFile):
    """The file of a picture."""

    def get_image_dimensions(self) -> tuple[int, int]:
        """Pixels; unknown (0) until accession, because only a confined child may decode it."""
        return super().get_image_dimensions() if self._committed else (0, 0)


class DoorImageField(WagtailImageField):
    """For renditions: stored as usual, and seen through the door."""

    attr_class: Any = DoorImageFieldFile


class LibraryFileField(Guarded, models.FileField):
    """For papers and recordings."""

    attr_class: Any = HandedFile


class LibraryImageField(Guarded, WagtailImageField):
    """For pictures."""

    attr_class: Any = HandedImage
