"""Items in every state, with small real files behind them, made without the media pipeline."""

from __future__ import annotations

import hashlib
import io
from functools import cache
from typing import Any

import factory
from django.core.files.base import ContentFile
from PIL import Image

from media.formats import Kind
from media.models import Derivative, Item, OriginalFile, Status
from tests.factories.families import UserFactory

ENDINGS = ("webp", "jpg")
NAMES = {
    Kind.IMAGE: tuple(f"w{width}.{end}" for width in (480, 960, 1600, 2400) for end in ENDINGS),
    Kind.AUDIO: ("sound.m4a",),
    Kind.VIDEO: ("film.mp4", "poster.jpg"),
    Kind.DOCUMENT: ("page-1.webp", "page-2.webp", "cover.jpg", "paper.pdf"),
}
ORIGINALS = {
    Kind.IMAGE: ("jpeg", "mill.jpg"),
    Kind.AUDIO: ("mp3", "mill.mp3"),
    Kind.VIDEO: ("mp4", "mill.mp4"),
    Kind.DOCUMENT: ("pdf", "mill.pdf"),
}
TYPES = {
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "m4a": "audio/mp4",
    "mp4": "video/mp4",
    "pdf": "application/pdf",
}
WIDTH, HEIGHT = 24, 16  # pixels


class OriginalFileFactory(factory.django.DjangoModelFactory[OriginalFile]):
    class Meta:
        model = OriginalFile

    content = factory.Sequence(lambda n: b"An original, number %d." % n)
    format_code = "jpeg"

    @classmethod
    def _create(cls, model_class: type[OriginalFile], *args: Any, **kwargs: Any) -> OriginalFile:
        content = kwargs.pop("content")
        made = model_class(sha256=hashlib.sha256(content).hexdigest(), size=len(content), **kwargs)
        made.file.save(made.sha256, ContentFile(content), save=False)
        made.save()
        return made


class ItemFactory(factory.django.DjangoModelFactory[Item]):
    """A ready picture, unless a trait says otherwise: ``ItemFactory(video=True, working=True)``."""

    class Meta:
        model = Item

    class Params:
        image = factory.Trait(kind=Kind.IMAGE)
        audio = factory.Trait(kind=Kind.AUDIO, width=None, height=None, duration=4.5)
        video = factory.Trait(kind=Kind.VIDEO, duration=4.5)
        document = factory.Trait(kind=Kind.DOCUMENT, pages=2)
        ready = factory.Trait(status=Status.READY)
        waiting = factory.Trait(status=Status.WAITING, progress=0)
        working = factory.Trait(status=Status.WORKING, progress=40)
        refused = factory.Trait(status=Status.REFUSED, refusal_code="broken", progress=0)

    kind = Kind.IMAGE
    status = Status.READY
    progress = 100
    filename = factory.LazyAttribute(lambda item: ORIGINALS[item.kind][1])
    original = factory.SubFactory(
        OriginalFileFactory,
        format_code=factory.LazyAttribute(
            lambda original: ORIGINALS[original.factory_parent.kind][0]
        ),
    )
    uploaded_by = factory.SubFactory(UserFactory, student=True)
    school = factory.SelfAttribute("uploaded_by.school")
    width = WIDTH
    height = HEIGHT

    @classmethod
    def _create(cls, model_class: type[Item], *args: Any, **kwargs: Any) -> Item:
        """Only a ready item has derivatives."""
        item: Item = super()._create(model_class, *args, **kwargs)
        for name in NAMES[Kind(item.kind)] if item.is_ready else ():
            DerivativeFactory(item=item, name=name)
        return item


class DerivativeFactory(factory.django.DjangoModelFactory[Derivative]):
    class Meta:
        model = Derivative

    item = factory.SubFactory(ItemFactory, waiting=True)
    name = "w480.jpg"

    @classmethod
    def _create(cls, model_class: type[Derivative], *args: Any, **kwargs: Any) -> Derivative:
        ending = kwargs["name"].rpartition(".")[2]
        content = kwargs.pop("content", None) or _content(ending)
        made = model_class(
            content_type=TYPES[ending],
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
            **kwargs,
        )
        if ending in ("webp", "jpg"):
            made.width, made.height = WIDTH, HEIGHT
        made.file.save(f"{made.item.ref}/{made.name}", ContentFile(content), save=False)
        made.save()
        return made


@cache
def _content(ending: str) -> bytes:
    """The fewest bytes that a reader of this kind of file takes for one."""
    if ending in ("webp", "jpg"):
        written = io.BytesIO()
        picture = Image.new("RGB", (WIDTH, HEIGHT), "#a33b20")
        picture.save(written, "WEBP" if ending == "webp" else "JPEG")
        return written.getvalue()
    if ending == "pdf":
        return b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    brand = b"M4A " if ending == "m4a" else b"isom"
    return b"\x00\x00\x00\x10ftyp" + brand + b"\x00\x00\x00\x00" + b"\x00\x00\x00\x08mdat"
