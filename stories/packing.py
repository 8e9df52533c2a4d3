"""Packs somebody's things into one ZIP, a file at a time, and throws it away after a week."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path

from django.core.files.storage import Storage, storages
from django.db import transaction
from django.template.loader import render_to_string

from families import belongings
from families.belongings import Thing
from families.models import User
from media import storage
from media.bounds import CHUNK
from stories.models import Parcel

State = Parcel.State

SHELVES = {
    "memories": "Your memories",
    "recordings": "What others recorded of you",
    "files": "Files that you sent",
    "transcripts": "What is said in them",
    "portfolio": "Your portfolio",
    "about-you": "You, and what you said yes or no to",
}
"""The folders of a parcel as they are called in the list on top, in their order there."""

STYLE = Path(__file__).parent / "templates" / "stories" / "parcel" / "style.css"


def store() -> Storage:
    """Its own place: the sweeper of derivatives does not know parcels."""
    return storages["parcels"]


@transaction.atomic
def ask(user: User) -> Parcel:
    """The parcel that is on its way or ready; a new one where there is none."""
    from stories.tasks import pack_parcel

    User.objects.select_for_update().get(pk=user.pk)
    parcel = Parcel.objects.current().filter(user=user).first()
    if parcel is None:
        parcel = Parcel.objects.create(user=user)
        transaction.on_commit(lambda: pack_parcel.enqueue(parcel.pk))
    return parcel


def pack(parcel: Parcel) -> None:
    """Make the file. Packing again, after a worker was killed, begins afresh."""
    Parcel.objects.filter(pk=parcel.pk).update(state=State.PACKING, progress=0)
    try:
        _pack(parcel)
    except Exception:
        Parcel.objects.filter(pk=parcel.pk).update(state=State.FAILED)
        raise


def _pack(parcel: Parcel) -> None:
    things = list(belongings.of(parcel.user))
    with storage.scratch(store()) as folder:
        path = folder / "parcel.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as packed:
            packed.writestr("index.html", _index(things))
            packed.write(STYLE, "style.css")
            for place, thing in enumerate(_each_once(things), 1):
                _put_in(packed, thing)
                Parcel.objects.filter(pk=parcel.pk).update(progress=99 * place // len(things))
        size, sha256 = path.stat().st_size, _sum(path)
        name = storage.put(store(), path, f"{parcel.token}.zip")
    Parcel.objects.filter(pk=parcel.pk).update(
        state=State.READY, progress=100, file=name, size=size, sha256=sha256
    )


def _each_once(things: Iterable[Thing]) -> Iterable[Thing]:
    return {(thing.folder, thing.name): thing for thing in things}.values()


def _put_in(packed: zipfile.ZipFile, thing: Thing) -> None:
    with thing.open() as source, packed.open(f"{thing.folder}/{thing.name}", "w") as target:
        shutil.copyfileobj(source, target, CHUNK)


def _index(things: list[Thing]) -> str:
    """A page that opens without a network and holds no script."""
    each = list(_each_once(things))
    shelves = [(title, [t for t in each if t.folder == name]) for name, title in SHELVES.items()]
    page: str = render_to_string("stories/parcel/index.html", {"shelves": shelves})
    return page


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def throw_away() -> int:
    """Delete every parcel whose week is over, and return how many they were."""
    old = list(Parcel.objects.over())
    for parcel in old:
        if parcel.file:
            store().delete(parcel.file)
        parcel.delete()
    return len(old)
