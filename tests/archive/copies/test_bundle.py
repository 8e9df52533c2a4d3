"""The bundle for a memory stick: what is in it, that it opens by itself, and what is not in it."""

from __future__ import annotations

import hashlib
import re
from posixpath import join, normpath

import pytest
from django.test import Client

from archive import tasks
from archive.copies import files, making
from families.models import User
from media.models import Derivative, HeldPassage
from stories import lifecycle
from tests.archive.copies.taking import HOSTILE, NOTE, plain, taken, unpacked

pytestmark = pytest.mark.django_db

LINK = re.compile(r'(?:href|src|poster)="([^"#]+)')


def test_what_is_in_it(client: Client, student: User, teacher: User) -> None:
    told = taken(student, teacher)
    voice = told.goes.parts.get(item__kind="audio").item
    HeldPassage.objects.create(item=voice, start_ms=9000, end_ms=14000)
    packed = unpacked(client, f"{told.page.url}to-keep.zip")
    text = {name: raw.decode() for name, raw in packed.items() if name.endswith(("html", "txt"))}
    index = text["index.html"]
    for words in ("Who was up first?", "Up before the light", "<strong>dark</strong>", "1960s"):
        assert words in index
    stories = {name: page for name, page in text.items() if name.startswith("stories/")}
    assert len(stories) == 2
    whole = "".join(stories.values())
    assert "The bread was hot at five." in whole
    assert "The oven, cold" in whole
    assert HOSTILE.replace("<here>", "&lt;here&gt;").replace('"', "&quot;") in whole
    assert "only what was public at that moment" in " ".join(text["README.txt"].split())
    # Nothing hidden, nothing of the presenter, nothing as it was sent, no script.
    everything = "".join(text.values())
    assert "Nobody had a key." not in everything
    assert NOTE not in everything
    assert "<script" not in everything
    assert not any("original" in name for name in packed)
    ends = {name.rpartition("-")[2] for name in packed if name.startswith("files/")}
    pictures = {"cover.jpg", "poster.jpg", "w1600.jpg"}
    assert ends == pictures | {"captions.vtt", "film.mp4", "paper.pdf", "sound.m4a"}
    opens_by_itself(packed)


def opens_by_itself(packed: dict[str, bytes]) -> None:
    """No page leads out of it, and its sums are right."""
    for name in (name for name in packed if name.endswith(".html")):
        for link in LINK.findall(packed[name].decode()):
            assert normpath(join(name, "..", link)) in packed, (name, link)
    rows = packed["manifest-sha256.txt"].decode().splitlines()
    sums = dict(reversed(row.split("  ")) for row in rows)
    assert sums == {
        name: hashlib.sha256(raw).hexdigest()
        for name, raw in packed.items()
        if name != "manifest-sha256.txt"
    }


def test_what_is_not_public_is_in_no_new_one(client: Client, student: User, teacher: User) -> None:
    told = plain(student, teacher)
    assert "Over the shop" in str(unpacked(client, f"{told.page.url}to-keep.zip"))
    lifecycle.withdraw(told.goes, by=student)
    packed = unpacked(client, f"{told.page.url}to-keep.zip")
    assert "Over the shop" not in str(packed)
    assert not any(name.endswith("sound.m4a") for name in packed)


def test_what_the_door_does_not_give_is_left_out_and_said(
    client: Client, student: User, teacher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = plain(student, teacher)
    offered = files.offered
    monkeypatch.setattr(
        files,
        "offered",
        lambda user, ref, name: None if "pdf" in name else offered(user, ref, name),
    )
    packed = unpacked(client, f"{told.page.url}to-keep.zip")
    assert not any(name.endswith(".pdf") for name in packed)
    assert "1 file could not go along" in packed["README.txt"].decode()
    assert b"Open all of it as a PDF" not in b"".join(packed.values())


def test_a_large_one_is_packed_by_the_worker(
    client: Client, student: User, teacher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = plain(student, teacher)
    Derivative.objects.filter(name="film.mp4").update(size=making.LARGE + 1)
    asked: list[tuple[int, str, str]] = []

    class Queue:
        @staticmethod
        def enqueue(*args: object) -> None:
            asked.append(args)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(tasks, "make_copy", Queue)
        for _ in range(2):
            answer = client.get(f"{told.page.url}to-keep.zip")
            assert answer.status_code == 202
    assert len(asked) == 1
    tasks.make_copy.func(*asked[0])
    assert "index.html" in unpacked(client, f"{told.page.url}to-keep.zip")
    told.page.unpublish(user=teacher)
    tasks.make_copy.func(*asked[0])
    assert not told.page.copies.exists()
