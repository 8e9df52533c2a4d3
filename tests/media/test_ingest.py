"""`manage.py ingest`: files from the disk, through the very pipeline of the desk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from families.models import User
from media.claims import claim
from media.management.commands import ingest
from media.models import Item, Status
from media.processing import process
from tests.factories.families import UserFactory
from tests.media import samples

pytestmark = pytest.mark.django_db


@pytest.fixture
def student() -> User:
    made: User = UserFactory(student=True, username="demo-student")
    return made


def ingested(
    capsys: pytest.CaptureFixture[str], *paths: Path, code: int = 0
) -> list[dict[str, object]]:
    arguments = ["--as", "demo-student", "--json", *map(str, paths)]
    if code:
        with pytest.raises(SystemExit) as caught:
            call_command("ingest", *arguments)
        assert caught.value.code == code
    else:
        call_command("ingest", *arguments)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_one_line_a_file(
    photo: Path, sound: Path, student: User, capsys: pytest.CaptureFixture[str]
) -> None:
    picture, song = ingested(capsys, photo, sound)
    item = Item.objects.get(kind="image")
    assert item.uploaded_by == student
    assert photo.exists()
    assert picture | {"derivatives": None} == {
        "path": str(photo),
        "accepted": True,
        "reason": "",
        "ref": item.ref,
        "kind": "image",
        "derivatives": None,
    }
    for made in picture["derivatives"]:
        path = Path(made["path"])
        assert (path.name, path.stat().st_size) == (made["name"], made["bytes"])
    assert [made["name"] for made in song["derivatives"]] == ["sound.m4a"]


def test_one_bad_file_never_takes_the_rest_with_it(
    photo: Path, film: Path, student: User, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.jpg"
    page.write_text("<html>")
    missing = tmp_path / "missing.jpg"
    cut = samples.cut(film)
    lines = ingested(capsys, page, missing, cut, photo, code=1)
    assert [line["accepted"] for line in lines] == [False, False, False, True]
    assert lines[0]["reason"].startswith("We can't use this kind of file.")
    assert lines[1]["reason"] == "The file can't be read: No such file or directory."
    assert lines[2]["reason"].startswith("We can't open this file.")
    assert (lines[0]["ref"], lines[2]["ref"]) == (None, None)
    assert lines[2]["derivatives"] == []


def test_words_for_a_person(
    photo: Path, student: User, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.jpg"
    empty.touch()
    with pytest.raises(SystemExit):
        call_command("ingest", "--as", "demo-student", str(photo), str(empty))
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{photo}: image ")
    assert first.endswith(", 8 files")
    assert second.startswith(f"{empty}: refused. This file has nothing in it.")


@pytest.mark.parametrize("name", ["nobody", "gone"])
def test_nobody_of_that_name(photo: Path, name: str) -> None:
    UserFactory(username="gone", is_active=False)
    with pytest.raises(CommandError, match=f"There is nobody called '{name}'."):
        call_command("ingest", "--as", name, str(photo))


def test_it_waits_for_a_worker_that_was_first(
    photo: Path, student: User, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def taken(item: Item) -> Item:
        assert claim(item) is not None
        item.refresh_from_db()
        return item

    def finish(seconds: float) -> None:
        Item.objects.update(status=Status.READY, progress=100)

    monkeypatch.setattr(ingest, "process", taken)
    monkeypatch.setattr(ingest.time, "sleep", finish)
    (line,) = ingested(capsys, photo)
    assert line["accepted"]
    assert process is not taken
