"""Whatever a family has goes in by every way and comes out with nothing of where it was made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from wagtail.models import Collection

from media.formats import Kind
from media.models import Item, OriginalFile, PictureRendition
from media.processing import process
from tests.media import samples
from tests.media.answers import body
from tests.media.ways_in.independent import told
from tests.media.ways_in.ways import Sender, Way, newest, sender, ways_for

pytestmark = pytest.mark.django_db
Made = Callable[..., Path]
NOON = "12:00:00:00"


@pytest.fixture(autouse=True)
def root_collection() -> None:
    if not Collection.objects.filter(depth=1).exists():
        Collection.add_root(name="Root")


def chaptered(path: Path) -> Path:
    """A film with chapters, a time code track and tags in every place that has one."""
    notes = path.with_suffix(".txt")
    chapter = f"[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=900\ntitle={samples.SECRET}\n"
    notes.write_text(f";FFMETADATA1\nartist={samples.SECRET}\n{chapter}")
    with_notes = ("-i", str(notes), "-map", "0", "-map", "1", "-map_chapters", "2")
    return samples.recorded(
        path, *samples.bars(), *samples.TONE, *with_notes, "-pix_fmt", "yuv420p", "-timecode", NOON
    )


def sung(path: Path) -> Path:
    """A song with a cover that has GPS of its own."""
    cover = samples.photo(path.with_name("cover.jpg"))
    with_cover = ("-i", str(cover), "-map", "0", "-map", "1", "-c:v", "copy", "-id3v2_version", "3")
    return samples.sound(path, *with_cover)


REAL: tuple[tuple[Kind, str, Callable[..., Path]], ...] = (
    (Kind.IMAGE, "notes.jpg", samples.photo),
    (Kind.IMAGE, "notes.heic", samples.photo),
    (Kind.VIDEO, "notes.mov", chaptered),
    (Kind.AUDIO, "notes.mp3", sung),
    (Kind.DOCUMENT, "notes.pdf", samples.paper),
)
CASES = [(kind, name, way) for kind, name, _ in REAL for way in ways_for(kind)]
MAKERS = {name: make for _, name, make in REAL}


def _name(case: object) -> str:
    return getattr(case, "__name__", str(case))


@pytest.mark.parametrize(("kind", "name", "way"), CASES, ids=_name)
def test_nothing_comes_out_that_tells(
    kind: Kind, name: str, way: Way, made: Made, tmp_path: Path
) -> None:
    source = made(name, MAKERS[name])
    assert told([source])[source.name], "A sample that tells nothing proves nothing."
    people = sender()
    way(people, source)
    item = newest()
    process(item)
    item.refresh_from_db()
    assert (item.is_ready, item.kind, item.refusal) == (True, kind, "")
    shown = everything_served(item, people, tmp_path)
    assert not {file: tags for file, tags in told(shown).items() if tags}
    for path in shown:
        assert samples.SECRET.encode() not in path.read_bytes()


def everything_served(item: Item, people: Sender, into: Path) -> list[Path]:
    """Each file that the door gives for this item, fetched by somebody who may have it."""
    client = Client()
    client.force_login(item.uploaded_by or people.teacher)
    names = list(item.derivatives.values_list("name", flat=True))
    cuts = PictureRendition.objects.filter(image__item=item)
    names += [Path(cut.file.name).name for cut in cuts]
    assert names
    return [_fetched(client, item.url(name), into / name) for name in names]


def _fetched(client: Client, address: str, path: Path) -> Path:
    answer = client.get(address)
    assert answer.status_code == 200, address
    path.write_bytes(body(answer))
    return path


def page(path: Path) -> Path:
    path.write_bytes(b"<html><script>alert(1)</script></html>" * 40)
    return path


def cut_film(path: Path) -> Path:
    whole = samples.film(path.with_name(f"whole-{path.name}"))
    path.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    return path


def cut_picture(path: Path) -> Path:
    whole = samples.photo(path.with_name(f"whole-{path.name}"))
    path.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    return path


def playlist(path: Path) -> Path:
    path.write_text("#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:1,\nfile:///etc/passwd\n")
    return path


HOSTILE: tuple[tuple[Kind, str, Callable[..., Path]], ...] = (
    (Kind.IMAGE, "page.jpg", page),
    (Kind.IMAGE, "cut.jpg", cut_picture),
    (Kind.IMAGE, "huge.png", samples.huge_png),
    (Kind.VIDEO, "cut.mp4", cut_film),
    (Kind.VIDEO, "list.mp4", playlist),
    (Kind.AUDIO, "page.mp3", page),
    (Kind.DOCUMENT, "page.pdf", page),
)
LIES = [(kind, name, make, way) for kind, name, make in HOSTILE for way in ways_for(kind)]


@pytest.mark.parametrize(("kind", "name", "make", "way"), LIES, ids=_name)
def test_what_lies_or_is_broken_shows_nothing(
    kind: Kind, name: str, make: Callable[..., Path], way: Way, made: Made
) -> None:
    people = sender()
    before = set(Item.objects.values_list("pk", flat=True))
    way(people, made(name, make))
    for item in Item.objects.exclude(pk__in=before).filter(filename=name):
        process(item)
        assert not item.is_ready
        assert item.refusal
        assert not item.derivatives.exists()
    assert OriginalFile.objects.filter(items=None).count() == 0
