"""How much one person, and one class together, may keep here.

Everything counts that takes room for somebody: the originals of their items, and
the whole of each file that they have begun to send.
"""

from __future__ import annotations

from django.conf import settings
from django.db.models import Sum

from families.models import User
from media.limits import largest
from media.models.item import Item
from media.models.upload import ResumableUpload
from media.refusals import Refused

NEAR = 10
"""The room that is left is worth saying when it is less than a tenth of all."""


def check(by: User | None, size: int, *, besides: ResumableUpload | None = None) -> None:
    """Raise Refused where a file of `size` bytes has no room; an upload does not count twice.

    What the archive's own programs put in belongs to nobody and has no limit.
    """
    if by is None:
        return
    if _used(by, besides) + size > settings.MEDIA_QUOTA_USER:
        raise Refused("no_room")
    if by.reporter_class_id and _used_by_class(by, besides) + size > settings.MEDIA_QUOTA_CLASS:
        raise Refused("no_room_in_class")


def left(by: User) -> int:
    """Bytes that this person can still add, never less than none."""
    room = settings.MEDIA_QUOTA_USER - _used(by)
    if by.reporter_class_id:
        room = min(room, settings.MEDIA_QUOTA_CLASS - _used_by_class(by))
    return max(0, int(room))


def left_if_near(by: User) -> int | None:
    """The bytes that are left, where they may not be enough for what comes; else None."""
    room = left(by)
    return room if room < max(largest(), settings.MEDIA_QUOTA_USER // NEAR) else None


def _used(by: User, besides: ResumableUpload | None = None) -> int:
    return _bytes({"uploaded_by": by}, {"user": by}, besides)


def _used_by_class(by: User, besides: ResumableUpload | None = None) -> int:
    of = by.reporter_class_id
    return _bytes({"uploaded_by__reporter_class": of}, {"user__reporter_class": of}, besides)


def _bytes(
    items: dict[str, object], uploads: dict[str, object], besides: ResumableUpload | None
) -> int:
    kept = Item.objects.filter(**items).aggregate(sum=Sum("original__size"))["sum"]
    coming = ResumableUpload.objects.unfinished().filter(**uploads)
    if besides is not None:
        coming = coming.exclude(pk=besides.pk)
    return int(kept or 0) + int(coming.aggregate(sum=Sum("size"))["sum"] or 0)
