"""Wagtail's image library, holding clean pictures only."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath

from django.core.files.base import ContentFile, File
from django.db import models
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Filter,
    get_rendition_upload_to,
    get_upload_to,
)

from media import storage
from media.door_urls import address
from media.fields import DoorImageField, LibraryImageField
from media.formats import Kind
from media.models.kept import Kept

RENDITIONS = "renditions"
"""Folder in the derivatives store; an item's own derivatives are under its ref."""


class Picture(Kept, AbstractImage):
    """A picture that staff chose for a page; its `file` is the item's largest JPEG."""

    file = LibraryImageField(
        upload_to=get_upload_to,
        storage=storage.derivatives,
        width_field="width",
        height_field="height",
        max_length=200,
    )

    kinds = frozenset({Kind.IMAGE})
    at_once = True
    stands_for = "w2400.jpg"
    admin_form_fields = (
        "title",
        "file",
        "description",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = "picture"

    def generate_rendition_file(
        self, filter: Filter, *, source: File[bytes] | None = None
    ) -> File[bytes]:
        """Wagtail leaves its temporary file open; ours is small enough for memory."""
        with super().generate_rendition_file(filter, source=source) as made:
            made.seek(0)
            return ContentFile(made.read(), name=made.name)

    def after_replacing(self) -> None:
        """Sizes of the old picture must not outlive it."""
        self.renditions.all().delete()


class PictureRendition(AbstractRendition):
    """A cut or a size of a picture that a page or the admin asked for."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")
    file = DoorImageField(
        upload_to=get_rendition_upload_to,
        storage=storage.derivatives,
        width_field="width",
        height_field="height",
        max_length=200,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="media_rendition_is_unique"
            )
        ]

    def get_upload_to(self, filename: str) -> str:
        """A name that says nothing: the uploaded one may hold the name of a child."""
        recipe = f"{self.filter_spec}|{self.focal_point_key}".encode()
        name = hashlib.sha256(recipe).hexdigest()[:16] + PurePosixPath(filename).suffix
        return f"{RENDITIONS}/{self.image.item.ref}/{name}"

    @property
    def url(self) -> str:
        """The door's address, beside the derivatives of the picture's item."""
        return address(self.image.item.ref, PurePosixPath(self.file.name).name)
