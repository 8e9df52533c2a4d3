"""Makes what one can take along of a showcase, and gives nobody a file that is out of date."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.cache import cache
from django.db import transaction

from archive import stamps
from archive.copies import bundle, paper
from archive.copies.whole import Whole, whole_of
from archive.models import ShowcaseCopy, ShowcasePage
from archive.models.copies import store
from media import storage

Kind = ShowcaseCopy.Kind
Maker = Callable[[Whole, paper.Link, Path], Path]

LARGE = 60 * 1000 * 1000
"""Bytes of a bundle from which on a worker packs it, so that nobody’s page waits."""

PATIENCE = 180
"""Seconds after which somebody else may try, because whoever makes it must have died."""

TRIES = 3

ENDINGS: dict[str, str] = {Kind.BUNDLE: "zip"}
MAKERS: dict[str, Maker] = {
    Kind.BOOKLET: paper.booklet,
    Kind.TO_PRINT: paper.booklet_to_print,
    Kind.POSTER: paper.poster,
    Kind.BUNDLE: bundle.packed,
}


class Changing(Exception):
    """It changed again and again while it was made, or is not public any more."""


def ready(whole: Whole, kind: str) -> ShowcaseCopy | None:
    """The file that was made of exactly what is public now."""
    found: ShowcaseCopy | None = whole.page.copies.filter(kind=kind, edition=whole.edition).first()
    return found


def is_large(whole: Whole, kind: str) -> bool:
    """Whether a worker has to make it."""
    return kind == Kind.BUNDLE and bundle.size(whole) > LARGE


def begin(whole: Whole, kind: str, *, base: str) -> ShowcaseCopy | None:
    """Make it now, or give it to a worker; None while it is on its way.

    Two who ask for the same at once make it once. Raises Changing and setting.NotSet.
    """
    from archive.tasks import make_copy

    if is_large(whole, kind):
        if cache.add(_lock(whole.page.pk, kind, "asked"), 1, PATIENCE):
            make_copy.enqueue(whole.page.pk, kind, base)
        return None
    return make(whole.page.pk, kind, base=base)


def make(number: int, kind: str, *, base: str) -> ShowcaseCopy | None:
    """Make it and keep it; None where somebody else is making it. Raises Changing, NotSet."""
    lock = _lock(number, kind, "made")
    if not cache.add(lock, 1, PATIENCE):
        return None
    try:
        return _made(number, kind, base)
    finally:
        cache.delete_many([lock, _lock(number, kind, "asked")])


def _lock(number: int, kind: str, what: str) -> str:
    return f"showcase-copy-{what}-{number}-{kind}"


def _made(number: int, kind: str, base: str) -> ShowcaseCopy:
    """Made anew where a memory was taken back meanwhile."""
    for _ in range(TRIES):
        whole = _now(number)
        with storage.scratch(store()) as folder:
            path = MAKERS[kind](whole, lambda address: f"{base}{address}", folder)
            if _now(number).edition == whole.edition:
                return _keep(whole, kind, path)
    raise Changing


def _now(number: int) -> Whole:
    """As it is at this very moment, and not at that in which somebody began to ask."""
    page = ShowcasePage.objects.live().filter(pk=number).first()
    if page is None:
        raise Changing
    with stamps.reading():
        return whole_of(page)


def _keep(whole: Whole, kind: str, path: Path) -> ShowcaseCopy:
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    size = path.stat().st_size
    name = f"showcase-{secrets.token_hex(16)}.{ENDINGS.get(kind, 'pdf')}"
    told: dict[str, Any] = {"edition": whole.edition, "size": size, "sha256": sha256}
    told["file"] = storage.put(store(), path, name)
    with transaction.atomic():
        whole.page.copies.filter(kind=kind).delete()
        return ShowcaseCopy.objects.create(showcase=whole.page, kind=kind, **told)


def let_go(sender: Any, instance: ShowcaseCopy, **kwargs: Any) -> None:
    """Delete the file with its row."""
    transaction.on_commit(lambda: store().delete(instance.file))


def let_all_go(sender: Any, instance: ShowcasePage, **kwargs: Any) -> None:
    """A showcase that is not public any more has no copies."""
    instance.copies.all().delete()


def throw_away() -> int:
    """Delete what nobody would be given any more, and return how many files that were."""
    old = [
        copy
        for page in ShowcasePage.objects.filter(copies__isnull=False).distinct()
        for copy in page.copies.exclude(edition=whole_of(page).edition if page.live else "")
    ]
    for copy in old:
        copy.delete()
    return len(old)
