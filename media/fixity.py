"""Whether every original is still, bit for bit, what somebody once sent.

"Fixity" is the archivist's word for it. Each stored file is read again in pieces and
its SHA-256 compared with the one noted on arrival; where a second copy is kept, each
of the two can mend the other.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from django.core.files.storage import Storage
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from media import copies, removal, storage, sweeping
from media.bounds import CHUNK
from media.models.original import OriginalFile
from media.refs import new_ref

SOUND, MISSING, CHANGED = "", "missing", "changed"
UNTRACKED, NO_COPY = "untracked", "no copy"


@dataclass(frozen=True)
class Finding:
    """Something is wrong with a stored file; `mended` says that it no longer is."""

    problem: str
    name: str
    mended: bool = False

    def __str__(self) -> str:
        return f"{self.problem}{' (mended)' if self.mended else ''}: {self.name}"


def oldest_first() -> "QuerySet[OriginalFile]":
    """All originals, those first that were never checked and then those checked longest ago."""
    return OriginalFile.objects.order_by(F("checked_at").asc(nulls_first=True), "pk")


def check(originals: Iterable[OriginalFile], *, repair: bool = False) -> Iterator[Finding]:
    """What is wrong with these originals, one at a time; what is sound is noted as checked."""
    for original in originals:
        problem = state(storage.originals(), original)
        if problem:
            yield Finding(problem, str(original.file.name), repair and _mended(original))
        else:
            OriginalFile.objects.filter(pk=original.pk).update(checked_at=timezone.now())
            yield from _checked_copy(original, repair=repair)


def untracked() -> Iterator[Finding]:
    """Stored originals that no row names; one that is just arriving gets its row any moment."""
    for name in sweeping.nameless_originals():
        yield Finding(UNTRACKED, name)


def state(store: Storage, original: OriginalFile) -> str:
    """Whether the file in `store` is SOUND, MISSING or CHANGED."""
    digest = hashlib.sha256()
    try:
        with store.open(str(original.file.name)) as file:
            while piece := file.read(CHUNK):
                digest.update(piece)
    except FileNotFoundError:
        return MISSING
    except OSError:
        return CHANGED
    return SOUND if digest.hexdigest() == original.sha256 else CHANGED


def _mended(original: OriginalFile) -> bool:
    """Whether the second copy was sound; it comes back under a new name, and nothing is lost.

    Nothing is written over a stored file: the row changes over in one step, and only then
    does the damaged file go.
    """
    second = storage.second_copy()
    if second is None:
        return False
    damaged = str(original.file.name)
    fresh = f"{original.sha256[:2]}/{original.sha256}-{new_ref()}"
    try:
        name = copies.copied(second, storage.originals(), original, fresh)
    except (OSError, copies.Unsound):
        return False
    with transaction.atomic():
        OriginalFile.objects.filter(pk=original.pk).update(file=name, checked_at=timezone.now())
        transaction.on_commit(partial(removal.delete, storage.originals(), [damaged]))
        original.file.name = name
        transaction.on_commit(partial(copies.keep, original))
        transaction.on_commit(partial(copies.forget, damaged))
    return True


def _checked_copy(original: OriginalFile, *, repair: bool) -> Iterator[Finding]:
    second = storage.second_copy()
    if second is None or state(second, original) == SOUND:
        return
    if repair:
        copies.forget(str(original.file.name))
    yield Finding(NO_COPY, str(original.file.name), repair and copies.keep(original))
