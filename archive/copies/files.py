"""The clean files of what a showcase shows, each asked for as a stranger would ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from django.contrib.auth.models import AnonymousUser

from media.models import Derivative
from media.offers import offered


@dataclass(frozen=True)
class File:
    """A derivative: never an original. ``size`` is in bytes."""

    ref: str
    name: str
    content_type: str
    size: int
    sha256: str


def listed(refs: Iterable[str]) -> tuple[File, ...]:
    """All that was made of these items. One query; it opens nothing."""
    made = Derivative.objects.filter(item__ref__in=set(refs)).order_by("item__ref", "name")
    rows = made.values_list("item__ref", "name", "content_type", "size", "sha256")
    return tuple(File(*row) for row in rows)


@contextmanager
def opened(file: File) -> Iterator[IO[bytes] | None]:
    """Its bytes through the question that the one door asks; None where everybody may not."""
    offer = offered(AnonymousUser(), file.ref, file.name)
    if offer is None or not offer.is_public:
        yield None
        return
    with offer.store.open(offer.name) as stored:
        yield stored


def read(file: File | None) -> bytes | None:
    """The whole of a picture."""
    if file is None:
        return None
    with opened(file) as stored:
        return stored.read() if stored is not None else None
