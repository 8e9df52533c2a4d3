"""What a file is called decides nothing, and the same bytes are kept once, by every way in."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client
from django.utils.html import escape
from PIL import Image
from wagtail.models import Collection

from media import storage
from media.formats import Kind
from media.models import Item, OriginalFile, Status
from media.names import shown_name
from media.processing import process
from media.removal import remove
from stories.models import StoryPart
from tests.media import samples
from tests.media.answers import body
from tests.media.corners import corners
from tests.media.ways_in.ways import Sender, Way, newest, sender, ways_for

pytestmark = pytest.mark.django_db
WAYS = ways_for(Kind.IMAGE)
RED, BLUE = (200, 20, 20), (20, 20, 200)

NAMES = {
    "any script, turned round": "👵🏽 نانا \u202egpj.exe নানি 祖母.png",
    "markup": "<img src=x onerror=alert(1)>&'--.png",
    "traversal": "..\\..\\..\\etc\\passwd",
    "a reserved word": "CON",
    "255 bytes": "ы" * 125 + "a.png",
    "the ending of another kind": "song.mp3",
}


@pytest.fixture(autouse=True)
def root_collection() -> None:
    if not Collection.objects.filter(depth=1).exists():
        Collection.add_root(name="Root")


def plain(path: Path, colour: tuple[int, int, int]) -> Path:
    path.parent.mkdir(exist_ok=True)
    Image.new("RGB", (24, 16), colour).save(path, "PNG")
    return path


def finished(item: Item) -> Item:
    """Made ready, if the way in has left that to the worker."""
    if item.status != Status.READY:
        process(item)
    item.refresh_from_db()
    return item


def shown(people: Sender, item: Item) -> tuple[int, int, int]:
    """The colour that the door serves for it."""
    client = Client()
    client.force_login(item.uploaded_by or people.teacher)
    with Image.open(BytesIO(body(client.get(item.url("w480.jpg"))))) as opened:
        return opened.getpixel((12, 8))  # type: ignore[return-value]


def taken_out(item: Item) -> None:
    """Gone from its memory, if it is in one, and then altogether."""
    StoryPart.objects.filter(item=item).delete()
    remove(item)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("what", NAMES)
def test_a_name_is_data_and_nothing_else(what: str, way: Way, tmp_path: Path) -> None:
    name = NAMES[what]
    people = sender()
    way(people, plain(tmp_path / name, RED))
    item = finished(newest())
    assert (item.is_ready, item.kind) == (True, Kind.IMAGE)
    # Django leaves out of a form's names what nobody can see; the other ways keep it as data.
    assert shown_name(item.filename) == shown_name(name.rpartition("\\")[2])
    assert shown(people, item) == pytest.approx(RED, abs=12)
    for kept in (item.original.file.name, *item.derivatives.values_list("file", flat=True)):
        assert kept.isascii()
        assert ".." not in kept
    page = people.in_the_admin().get("/admin/files/").content.decode()
    assert escape(shown_name(item.filename)) in page
    assert "\u202e" not in page
    assert "<img src=x" not in page


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("name", ["IMG_0001.jpg", "IMG_0001"])
def test_a_phone_may_call_its_heic_what_it_likes(
    name: str, way: Way, made: Callable[..., Path], tmp_path: Path
) -> None:
    """Without an ending it is sent as octet-stream, with another one as what it is not."""
    source = tmp_path / name
    source.write_bytes(made("turned.heic", samples.photo, 6).read_bytes())
    people = sender()
    way(people, source)
    item = finished(newest())
    client = Client()
    client.force_login(item.uploaded_by or people.teacher)
    served = tmp_path / "served.jpg"
    served.write_bytes(body(client.get(item.url("w480.jpg"))))
    assert corners(served) == samples.CORNERS


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_two_files_of_the_same_name_never_swap(way: Way, tmp_path: Path) -> None:
    people = sender()
    found = []
    for folder, colour in (("one", RED), ("other", BLUE)):
        way(people, plain(tmp_path / folder / "IMG_0001.png", colour))
        found.append(newest())
    first, second = (finished(item) for item in found)
    assert first.filename == second.filename == "IMG_0001.png"
    assert shown(people, first) == pytest.approx(RED, abs=12)
    assert shown(people, second) == pytest.approx(BLUE, abs=12)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_two_of_the_same_bytes_are_one_stored_file(
    way: Way,
    tmp_path: Path,
    django_capture_on_commit_callbacks: Callable[..., object],
) -> None:
    people = sender()
    for name in ("nan.png", "gran.png"):
        way(people, plain(tmp_path / name, RED))
    first, second = (finished(Item.objects.get(filename=n)) for n in ("nan.png", "gran.png"))
    assert first.original == second.original
    kept = str(first.original.file.name)
    with django_capture_on_commit_callbacks(execute=True):
        taken_out(first)
    assert storage.originals().exists(kept)
    assert shown(people, second) == pytest.approx(RED, abs=12)
    with django_capture_on_commit_callbacks(execute=True):
        taken_out(second)
    assert not storage.originals().exists(kept)
    assert not OriginalFile.objects.filter(sha256=kept.rpartition("/")[2][:64]).exists()
