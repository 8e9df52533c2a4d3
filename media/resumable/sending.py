"""What a sender does: begin an upload, add to it, give it up."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from families.models import User
from media import quotas
from media.limits import largest
from media.models.upload import ResumableUpload
from media.names import kept_name
from media.refusals import Refused
from media.resumable import destinations, parts
from media.resumable.faults import Missing, TooMuch, WrongOffset
from media.resumable.finishing import finish
from media.resumable.headers import Checksum
from media.resumable.parts import Part, Pieces

LIFE = timedelta(days=7)
"""How long an upload waits for its next byte."""

SPARE = 1024**3
"""Bytes that stay free on the disk, so that words can always be saved."""


def begin(
    *, by: User, size: int, filename: str = "", destination: str = "", metadata: str = ""
) -> ResumableUpload:
    """Make room for a file of `size` bytes; raises Refused before the first byte is sent.

    Raises LookupError where this person knows no such destination.
    """
    if size > largest():
        raise Refused("too_big")
    if size == 0:
        raise Refused("empty")
    destinations.check(by, destination)
    if parts.free() < size + SPARE:
        raise Refused("full")
    with transaction.atomic():
        quotas.check(by, size)
        upload = ResumableUpload.objects.create(
            user=by,
            size=size,
            filename=kept_name(filename),
            destination=destination,
            metadata=metadata,
            expires_at=timezone.now() + LIFE,
        )
        parts.make(upload.token)
    return upload


def append(
    upload: ResumableUpload,
    pieces: Pieces,
    *,
    offset: int,
    length: int | None,
    checksum: Checksum | None = None,
) -> None:
    """Add bytes from `offset` on; `length` is how many, or None where nobody can say.

    Raises a Fault, with what arrived before it kept, and Refused if the whole file
    turns out to be of no use.
    """
    if upload.is_over:
        _nothing_more(upload, offset, length)
        return
    with parts.held(upload.token) as part:
        if offset != part.length:
            raise WrongOffset
        if offset + (length or 0) > upload.size:
            raise TooMuch
        try:
            part.append(pieces, most=upload.size, checksum=checksum)
        finally:
            _note(upload, part)
        if part.length == upload.size:
            finish(upload, part)


def _nothing_more(upload: ResumableUpload, offset: int, length: int | None) -> None:
    if upload.refusal_code or upload.has_expired:
        raise Missing
    if offset != upload.size or length:
        raise WrongOffset


def _note(upload: ResumableUpload, part: Part) -> None:
    """What has arrived, for lists; the length of the part itself is what counts."""
    upload.offset, upload.expires_at = part.length, timezone.now() + LIFE
    upload.save(update_fields=["offset", "expires_at"])


def end(upload: ResumableUpload) -> None:
    """Forget the upload and what has arrived of it; raises Busy while somebody sends to it."""
    try:
        with parts.held(upload.token) as part:
            upload.delete()
            part.remove()
    except Missing:
        upload.delete()
