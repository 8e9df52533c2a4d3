"""Every original is still what somebody sent, or somebody hears of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone

from config.settings import files
from media import copies, fixity, storage
from media.fixity import CHANGED, MISSING, NO_COPY, SOUND, UNTRACKED, Finding
from media.models import Item, OriginalFile
from media.processing import process

pytestmark = pytest.mark.django_db
Add = Callable[..., Item]
Said = Callable[..., tuple[int, list[str]]]


@pytest.fixture(autouse=True)
def stores(settings: Any, tmp_path: Path) -> Path:
    """Empty stores, and no second copy."""
    settings.STORAGES = settings.STORAGES | {
        name: files.folder(str(tmp_path / name)) for name in ("originals", "derivatives")
    }
    return tmp_path


@pytest.fixture
def second(stores: Path, settings: Any) -> Path:
    """The settings name a place for a second copy."""
    place = stores / "second"
    settings.STORAGES = settings.STORAGES | {"originals-copy": files.second_copy(str(place))}
    return place


@pytest.fixture
def original(add: Add, photo: Path) -> OriginalFile:
    return add(photo).original


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """`said("--repair")`: the exit code of `check_fixity` and its lines."""

    def run(*options: str) -> tuple[int, list[str]]:
        code = 0
        try:
            call_command("check_fixity", *options)
        except SystemExit as ended:
            code = int(ended.code or 0)
        return code, capsys.readouterr().out.splitlines()

    return run


def path_of(original: OriginalFile, store: Any = None) -> Path:
    return Path((store or storage.originals()).path(str(original.file.name)))


def one_bit(path: Path) -> None:
    """What a disk does in ten years: the size stays, and so does the date."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.chmod(0o600)
    path.write_bytes(content)


def gone(path: Path) -> None:
    path.unlink()


def a_folder(path: Path) -> None:
    """Whatever cannot be read at all."""
    path.unlink()
    path.mkdir()


HARM = [(one_bit, CHANGED), (gone, MISSING), (a_folder, CHANGED)]


def test_what_is_sound_is_noted(original: OriginalFile, said: Said) -> None:
    assert original.checked_at is None
    assert said() == (0, ["Checked 1. Wrong: 0. To sweep: 0."])
    original.refresh_from_db()
    assert timezone.now() - original.checked_at < timedelta(minutes=5)


@pytest.mark.parametrize(("harm", "problem"), HARM)
@pytest.mark.parametrize("options", [(), ("--repair",)])
def test_what_is_not_sound_is_told_and_counted(
    original: OriginalFile,
    said: Said,
    harm: Callable[[Path], None],
    problem: str,
    options: tuple[str, ...],
) -> None:
    """Without a second copy there is nothing to mend it from."""
    harm(path_of(original))
    name = str(original.file.name)
    assert said(*options) == (1, [f"{problem}: {name}", "Checked 1. Wrong: 1. To sweep: 0."])
    original.refresh_from_db()
    assert (original.checked_at, str(original.file.name)) == (None, name)


def test_a_file_that_nothing_names_is_told(original: OriginalFile, said: Said) -> None:
    storage.originals().save("ab/stray", ContentFile(b"Whose is it?"))
    storage.derivatives().save("ref/claim/w480.jpg", ContentFile(b"left by a killed worker"))
    code, lines = said()
    assert (code, lines) == (1, [f"{UNTRACKED}: ab/stray", "Checked 1. Wrong: 1. To sweep: 1."])


@pytest.mark.django_db(transaction=True)
def test_a_second_copy_is_made_with_the_derivatives(second: Path, add: Add, photo: Path) -> None:
    item = add(photo)
    assert not second.exists()
    process(item)
    kept = path_of(item.original, storage.second_copy())
    assert kept.read_bytes() == photo.read_bytes()
    assert kept.stat().st_mode & 0o777 == 0o400


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("harm", "problem"), HARM[:2])
def test_the_second_copy_mends(  # noqa: PLR0917
    second: Path,
    original: OriginalFile,
    photo: Path,
    said: Said,
    harm: Callable[[Path], None],
    problem: str,
) -> None:
    assert copies.keep(original)
    damaged = path_of(original)
    name = str(original.file.name)
    harm(damaged)
    assert said() == (1, [f"{problem}: {name}", "Checked 1. Wrong: 1. To sweep: 0."])
    assert said("--repair") == (
        0,
        [f"{problem} (mended): {name}", "Checked 1. Wrong: 0. To sweep: 0."],
    )
    original.refresh_from_db()
    assert path_of(original).read_bytes() == photo.read_bytes()
    assert path_of(original, storage.second_copy()).read_bytes() == photo.read_bytes()
    assert not damaged.exists()
    assert len([path for path in second.rglob("*") if path.is_file()]) == 1
    assert said() == (0, ["Checked 1. Wrong: 0. To sweep: 0."])


@pytest.mark.parametrize("harm", [one_bit, gone])
def test_a_damaged_copy_mends_nothing(
    second: Path, original: OriginalFile, said: Said, harm: Callable[[Path], None]
) -> None:
    assert copies.keep(original)
    harm(path_of(original, storage.second_copy()))
    gone(path_of(original))
    name = str(original.file.name)
    assert said("--repair") == (1, [f"missing: {name}", "Checked 1. Wrong: 1. To sweep: 0."])
    original.refresh_from_db()
    assert str(original.file.name) == name
    assert list(storage.names(storage.originals())) == []


@pytest.mark.parametrize("harm", [one_bit, gone])
def test_the_copy_is_mended_from_the_original(
    second: Path, original: OriginalFile, photo: Path, said: Said, harm: Callable[[Path], None]
) -> None:
    assert copies.keep(original)
    copy = path_of(original, storage.second_copy())
    harm(copy)
    name = str(original.file.name)
    assert said() == (1, [f"{NO_COPY}: {name}", "Checked 1. Wrong: 1. To sweep: 0."])
    code, lines = said("--repair")
    assert (code, lines[0]) == (0, f"{NO_COPY} (mended): {name}")
    assert copy.read_bytes() == photo.read_bytes()


def test_damage_is_never_spread(
    second: Path, original: OriginalFile, caplog: pytest.LogCaptureFixture
) -> None:
    one_bit(path_of(original))
    assert not copies.keep(original)
    assert "could not be written" in caplog.text
    assert list(storage.names(storage.second_copy())) == []


def test_without_a_second_place_there_is_no_copy(original: OriginalFile) -> None:
    assert not copies.keep(original)
    copies.forget(str(original.file.name))
    assert fixity.state(storage.originals(), original) == SOUND


def test_a_copy_that_is_there_is_left_alone(second: Path, original: OriginalFile) -> None:
    assert copies.keep(original)
    before = path_of(original, storage.second_copy()).stat().st_mtime_ns
    assert copies.keep(original)
    assert path_of(original, storage.second_copy()).stat().st_mtime_ns == before


def test_the_longest_unchecked_come_first(
    add: Add, photo: Path, sound: Path, paper: Path, said: Said
) -> None:
    never, long_ago, lately = (add(path).original for path in (photo, sound, paper))
    for found, days in ((long_ago, 300), (lately, 1)):
        when = timezone.now() - timedelta(days=days)
        OriginalFile.objects.filter(pk=found.pk).update(checked_at=when)
    assert list(fixity.oldest_first()) == [never, long_ago, lately]
    gone(path_of(lately))
    assert said("--oldest", "2") == (0, ["Checked 2. Wrong: 0. To sweep: 0."])
    assert said("--oldest", "1")[0] == 1
    assert said("--minutes", "0") == (0, ["Checked 0. Wrong: 0. To sweep: 0."])
    assert said("--minutes", "60")[1][-1] == "Checked 3. Wrong: 1. To sweep: 0."


def test_how_a_finding_reads() -> None:
    assert str(Finding(CHANGED, "ab/cd")) == "changed: ab/cd"
    assert str(Finding(NO_COPY, "ab/cd", mended=True)) == "no copy (mended): ab/cd"


def test_a_name_in_the_store_is_never_taken_twice(original: OriginalFile, photo: Path) -> None:
    """Originals are written once: a second file of a name gets another one."""
    name = str(original.file.name)
    other = storage.originals().save(name, ContentFile(b"another"))
    assert other != name
    assert path_of(original).read_bytes() == photo.read_bytes()
