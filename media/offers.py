"""What the door finds behind an address: a file in a store, and how to describe it."""

from dataclasses import dataclass
from mimetypes import guess_type

from django.core.files.storage import Storage

from families.roles import Anybody
from media import storage
from media.models.item import Item
from media.models.picture import RENDITIONS, PictureRendition
from media.visibility import Sight, may_have_original, sight

ORIGINAL = "original"
"""The door's name for what was sent, which is no derivative."""


@dataclass(frozen=True)
class Offer:
    """A file that this person may have; `etag` is strong and `size` in bytes."""

    store: Storage
    folder: str
    name: str
    content_type: str
    size: int
    etag: str
    is_public: bool
    download_as: str
    as_attachment: bool = False


def offered(user: Anybody, ref: str, name: str) -> Offer | None:
    """What `/files/<ref>/<name>` is to this person; None if nothing, for whatever reason."""
    item = Item.objects.select_related("original").filter(ref=ref).first()
    if item is None:
        return None
    if name == ORIGINAL:
        return _original(item) if may_have_original(user, item) and not _infected(item) else None
    seen = sight(user, item)
    if seen is Sight.NONE:
        return None
    return _derivative(item, name, seen) or _rendition(item, name, seen)


def _infected(item: Item) -> bool:
    """Whether the virus scanner found something in these bytes, whoever sent them."""
    return item.original.items.filter(refusal_code="virus").exists()


def _original(item: Item) -> Offer:
    original = item.original
    return Offer(
        store=storage.originals(),
        folder="originals",
        name=str(original.file.name),
        content_type=original.format.content_type,
        size=original.size,
        etag=original.sha256,
        is_public=False,
        download_as=item.shown_name or item.ref,
        as_attachment=True,
    )


def _derivative(item: Item, name: str, seen: Sight) -> Offer | None:
    made = item.derivatives.filter(name=name).first() if item.is_ready else None
    if made is None:
        return None
    return Offer(
        store=storage.derivatives(),
        folder="derivatives",
        name=str(made.file.name),
        content_type=made.content_type,
        size=made.size,
        etag=made.sha256,
        is_public=seen is Sight.PUBLIC,
        download_as=f"{item.ref}-{made.name}",
    )


def _rendition(item: Item, name: str, seen: Sight) -> Offer | None:
    """A size of a library picture, which Wagtail made from the clean derivative."""
    path = f"{RENDITIONS}/{item.ref}/{name}"
    found = PictureRendition.objects.filter(image__item=item, file=path)
    cut = found.first() if item.is_ready else None
    store = storage.derivatives()
    if cut is None or not store.exists(path):
        return None
    size = store.size(path)
    return Offer(
        store=store,
        folder="derivatives",
        name=path,
        content_type=guess_type(name)[0] or "application/octet-stream",
        size=size,
        etag=f"{cut.pk}-{size}-{cut.image.file_hash[:12]}",
        is_public=seen is Sight.PUBLIC,
        download_as=f"{item.ref}-{name}",
    )
