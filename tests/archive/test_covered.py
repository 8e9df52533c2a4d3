"""Every piece of a showcase with something that is hard to hear waits until somebody wants it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pypdfium2
import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client

from archive.models import ShowcasePage
from families.models import User
from stories.models import Story
from tests.archive.copies.taking import unpacked
from tests.archive.making import showcase
from tests.archive.voices import recording
from tests.factories import ItemFactory, StoryFactory
from tests.media.answers import body

pytestmark = pytest.mark.django_db
NOTE, OTHER = "A brother dies in it.", "Somebody is hungry."
CLIP = {"which": 1, "start": "0:04", "end": "0:09", "caption": ""}

PIECES: dict[str, Callable[[Story], Any]] = {
    "story": lambda story: story,
    "picture_story": lambda story: {"story": story, "caption": ""},
    "pull_quote": lambda story: {"story": story, "text": "The cable broke."},
    "clip": lambda story: {"story": story, **CLIP},
    "film": lambda story: {"story": story, "which": 1, "caption": ""},
    "gallery": lambda story: {"title": "Shops", "pictures": [_pane(story), _pane(story)]},
    "pair": lambda story: {"then": _pane(story), "now": _pane(story)},
}


def _pane(story: Story) -> dict[str, Any]:
    return {"story": story, "which": 1, "caption": ""}


def told(by: User, note: str = "", **fields: Any) -> Story:
    """A memory with a picture, a film, a voice and words."""
    files = [ItemFactory(uploaded_by=by), ItemFactory(video=True, uploaded_by=by), recording(by)]
    parts = [*files, "The cable broke."]
    story: Story = StoryFactory(
        published=True, author=by, parts=parts, content_note=note, summary="In 1961.", **fields
    )
    return story


@pytest.fixture
def hard(student: User) -> Story:
    return told(student, NOTE, title="The last shift")


def of(piece: str, story: Story, by: User) -> ShowcasePage:
    return showcase(by=by, body=[(piece, PIECES[piece](story))])


def secrets(story: Story) -> list[str]:
    """What nobody sees or hears of it before they want to."""
    refs = [part.item.ref for part in story.parts.exclude(item=None)]
    return [*refs, "The cable broke.", "The bread was hot at five."]


def read(client: Client, address: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(address).content, "html.parser")


def at_once(page: BeautifulSoup | Tag, cover: str = "details.covered") -> str:
    """What is there before anything is opened."""
    for one in page.select(cover):
        assert not one.has_attr("open")
        said = one.summary
        one.clear()
        if said is not None:
            one.append(said)
    return str(page)


def waits(page: Tag, hard: Story, piece: str, *, note: str, cover: str = "details.covered") -> None:
    """It is there, and all that is seen of it at once is the note and whose memory it is."""
    assert any(secret in str(page) for secret in secrets(hard))
    seen = at_once(page, cover)
    assert note in seen
    assert "The last shift" in seen or piece in ("gallery", "pair")
    assert not [secret for secret in secrets(hard) if secret in seen]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("slides", [False, True], ids=["page", "slides"])
def test_each_piece_is_covered(
    client: Client, hard: Story, teacher: User, piece: str, slides: bool
) -> None:
    made = of(piece, hard, teacher)
    page = read(client, made.slides_url if slides else made.url).main
    assert page is not None
    waits(page, hard, piece, note=NOTE)


@pytest.mark.parametrize("piece", PIECES)
def test_each_piece_is_covered_on_a_memory_stick(
    client: Client, hard: Story, teacher: User, piece: str
) -> None:
    made = of(piece, hard, teacher)
    page = BeautifulSoup(unpacked(client, f"{made.url}to-keep.zip")["index.html"], "html.parser")
    waits(page, hard, piece, note=f"Before you go on: {NOTE}", cover="details")


@pytest.mark.parametrize("piece", PIECES)
def test_paper_says_it_before_each_piece(
    client: Client, hard: Story, teacher: User, piece: str
) -> None:
    made = of(piece, hard, teacher)
    paper = pypdfium2.PdfDocument(body(client.get(f"{made.url}booklet.pdf")))
    words = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in paper)
    assert words.count(f"Before you go on. {NOTE}") == 1


@pytest.mark.parametrize("piece", ["gallery", "pair"])
def test_several_memories_have_one_cover_that_says_each_note_once(
    client: Client, student: User, teacher: User, piece: str
) -> None:
    one, two, plain = (_pane(told(student, note)) for note in (NOTE, OTHER, ""))
    value = {
        "gallery": {"title": "Shops", "pictures": [one, plain, two, one]},
        "pair": {"then": one, "now": two},
    }
    page = read(client, showcase(by=teacher, body=[(piece, value[piece])]).url)
    (cover,) = page.select("details.covered")
    assert cover.summary is not None
    said = cover.summary.get_text()
    assert said.count(NOTE) == said.count(OTHER) == str(page.main).count(NOTE) == 1
    assert len(cover.select("figure")) == len(page.select("figure")) >= 2


def test_a_gallery_on_slides_covers_what_has_a_note_alone(
    client: Client, hard: Story, student: User, teacher: User
) -> None:
    plain = told(student, title="The bakery")
    panes = {"title": "Shops", "pictures": [_pane(hard), _pane(plain)]}
    page = read(client, showcase(by=teacher, body=[("gallery", panes)]).slides_url)
    said, covered, bare = page.select(".slide")[1:-1]
    assert NOTE in said.get_text()
    assert [len(one.select("details.covered")) for one in (said, covered, bare)] == [0, 1, 0]
    assert "slides-covers.js" in str(page)


def test_a_memory_of_words_alone_says_it_too(client: Client, student: User, teacher: User) -> None:
    story = StoryFactory(
        published=True, author=student, parts=["The cable broke."], content_note=NOTE
    )
    page = read(client, showcase(story, by=teacher).url)
    assert NOTE in at_once(page)
    assert "The cable broke." not in at_once(page)


def test_without_a_note_nothing_waits(client: Client, student: User, teacher: User) -> None:
    story = told(student)
    made = showcase(by=teacher, body=[(piece, PIECES[piece](story)) for piece in PIECES])
    for address in (made.url, made.slides_url):
        page = read(client, address)
        assert not page.select("details.covered, .content-note")
        assert "slides-covers.js" not in str(page)
    assert b"Before you go on" not in unpacked(client, f"{made.url}to-keep.zip")["index.html"]
