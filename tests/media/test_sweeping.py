"""What killed workers left behind goes; what a row names, and what is young, stays."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from config.settings import files
from media import alive, copies, storage, sweeping
from media.models import Derivative, Item, Paper, Picture, Recording
from media.models.picture import PictureRendition
from media.processing import process
from tests.factories.media import DerivativeFactory

pytestmark = pytest.mark.django_db
Add = Callable[..., Item]
Patch = pytest.MonkeyPatch


@pytest.fixture(autouse=True)
def stores(settings: Any, tmp_path: Path, monkeypatch: Patch) -> Iterator[Path]:
    """Empty stores on this disk, with a second copy."""
    names = ("originals", "derivatives", "originals-copy")
    settings.STORAGES = settings.STORAGES | {
        name: files.folder(str(tmp_path / name)) for name in names
    }
    settings.SCRATCH_FOLDER = tmp_path / "work"
    settings.WORKERS_FOLDER = tmp_path / "workers"
    # The name that this process bears already is in the folder of all other tests.
    monkeypatch.setattr(alive, "_held", {})
    yield tmp_path
    for _, file in alive._held.values():
        os.close(file)


@pytest.fixture
def a_day_later(monkeypatch: Patch) -> Callable[[], None]:
    """`a_day_later()`: from now on it is."""

    def now() -> datetime:
        return timezone.now() + timedelta(hours=25)

    return lambda: monkeypatch.setattr(sweeping, "timezone", SimpleNamespace(now=now))


def kept(store: str, name: str) -> str:
    """A file in a store."""
    return storage.storages[store].save(name, ContentFile(b"bytes"))


def half_made(folder: Path, name: str, age: timedelta = timedelta()) -> Path:
    """What a worker left in a folder for half-made files, as old as that."""
    left = folder / name
    left.mkdir(parents=True)
    (left / "w480.jpg").write_bytes(b"half")
    seconds = datetime.now().timestamp() - age.total_seconds()
    for path in (left / "w480.jpg", left):
        os.utime(path, (seconds, seconds))
    return left


def test_half_made_files_go_when_their_worker_is_dead(stores: Path) -> None:
    mine = alive.name()
    (stores / "workers" / "dead0000").touch()
    old = sweeping.UNKNOWN * 2
    for folder in ("originals/.work", "derivatives/.work", "originals-copy/.work", "work"):
        work = stores / folder
        stays = {half_made(work, f"{mine}-a", old), half_made(work, "elsewhere-b")}
        goes = {half_made(work, "dead0000-c"), half_made(work, "elsewhere-d", old)}
        stays.add(half_made(work, "parts", old))  # Uploads on their way.
        assert set(sweeping.sweep_scratch()) == {path.name for path in goes}
        assert all(path.exists() for path in stays)
        assert not any(path.exists() for path in goes)
        assert sweeping.sweep_scratch() == []


def test_the_newest_file_in_a_folder_says_how_old_it_is(stores: Path) -> None:
    left = half_made(stores / "work", "elsewhere-b", sweeping.UNKNOWN * 2)
    (left / "film.mp4").write_bytes(b"still being written")
    assert sweeping.sweep_scratch() == []


def test_half_made_files_may_go_by_themselves(stores: Path, monkeypatch: Patch) -> None:
    """Their process ends while we look."""
    half_made(stores / "work", "elsewhere-b")

    def vanished(path: Path) -> timedelta:
        raise FileNotFoundError(path)

    monkeypatch.setattr(sweeping, "_age", vanished)
    assert sweeping.sweep_scratch() == []


def test_what_a_killed_worker_had_moved_already_goes(
    stores: Path, added: Add, photo: Path, a_day_later: Callable[[], None]
) -> None:
    item = added(photo)
    left = kept("derivatives", f"{item.ref}/deadrun/w480.jpg")
    other = kept("derivatives", "gone/deadrun/film.mp4")
    assert sweeping.nameless_derivatives() == sorted([left, other])
    assert sweeping.sweep_derivatives() == []
    a_day_later()
    assert sweeping.sweep_derivatives() == sorted([left, other])
    made = {str(each.file.name) for each in item.derivatives.all()}
    assert set(storage.names(storage.derivatives())) == made
    folders = {path.name for path in (stores / "derivatives").glob("*/*")}
    assert "deadrun" not in folders
    assert not (stores / "derivatives" / "gone").exists()
    assert sweeping.sweep() == []


def test_a_young_empty_folder_stays(stores: Path) -> None:
    """Somebody may be about to put a file there."""
    young = stores / "derivatives" / "ref" / "claim"
    young.mkdir(parents=True)
    assert sweeping.sweep_derivatives() == []
    assert young.exists()


def derivative(name: str) -> None:
    DerivativeFactory()
    Derivative.objects.update(file=name)


def record(model: Any, name: str, **fields: object) -> Any:
    """A row of a library, without the accession that its `save()` asks for."""
    (made,) = model.objects.bulk_create([model(title="Mill", file=name, **fields)])
    return made


def rendition(name: str) -> None:
    picture = record(Picture, kept("derivatives", "a/picture"), width=1, height=1)
    size = {"width": 1, "height": 1, "filter_spec": "width-1"}
    PictureRendition.objects.bulk_create([PictureRendition(image=picture, file=name, **size)])


ROWS: dict[Any, Callable[[str], object]] = {
    Derivative: derivative,
    Picture: lambda name: record(Picture, name, width=1, height=1),
    PictureRendition: rendition,
    Paper: lambda name: record(Paper, name),
    Recording: lambda name: record(Recording, name, type="audio", duration=1),
}


@pytest.mark.parametrize("model", sweeping.NAMES, ids=lambda model: model.__name__)
def test_whatever_a_row_names_stays(model: Any, a_day_later: Callable[[], None]) -> None:
    named, nameless = kept("derivatives", "a/named"), kept("derivatives", "b/nameless")
    ROWS[model](named)
    assert model.objects.filter(file=named).count() == 1
    a_day_later()
    assert sweeping.sweep_derivatives() == [nameless]


def test_originals_without_a_row_go_with_their_copies(
    add: Add, photo: Path, a_day_later: Callable[[], None]
) -> None:
    item = add(photo)
    copies.keep(item.original)
    name = str(item.original.file.name)
    kept("originals", "ab/left")
    kept("originals-copy", "ab/left")
    assert sweeping.sweep_originals() == []
    a_day_later()
    assert sweeping.sweep_originals() == ["ab/left"]
    for store in ("originals", "originals-copy"):
        assert list(storage.names(storage.storages[store])) == [name]
    assert process(item).is_ready


def test_a_database_from_a_backup_costs_no_original(
    a_day_later: Callable[[], None], caplog: pytest.LogCaptureFixture
) -> None:
    names = [kept("originals", f"ab/{number}") for number in range(sweeping.TOO_MANY + 1)]
    a_day_later()
    assert sweeping.sweep_originals() == []
    assert len(list(storage.names(storage.originals()))) == len(names)
    assert f"{len(names)} originals have no row" in caplog.text


def test_a_row_that_comes_at_the_last_moment_saves_its_original(
    add: Add, photo: Path, a_day_later: Callable[[], None], monkeypatch: Patch
) -> None:
    name = str(add(photo).original.file.name)
    monkeypatch.setattr(sweeping, "nameless_originals", lambda: [name])
    a_day_later()
    sweeping.sweep_originals()
    assert storage.originals().exists(name)


def test_a_file_that_goes_while_we_look_is_no_error(
    a_day_later: Callable[[], None], monkeypatch: Patch
) -> None:
    monkeypatch.setattr(sweeping, "nameless_originals", lambda: ["ab/gone"])
    a_day_later()
    assert sweeping.sweep_originals() == []
