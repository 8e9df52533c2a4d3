"""A showcase with one of everything in it, and what is read back of its copies."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import Any

import pypdfium2
from django.test import Client

from archive.models import ShowcasePage
from families.models import User
from media.models import Picture
from stories.models import Place, Story, StoryPart
from tests.archive.making import picture, showcase
from tests.archive.voices import spoken
from tests.factories import ItemFactory, PersonFactory, StoryFactory
from tests.media.answers import body

HOSTILE = 'Bread #panic("ran") *at* $five$ #read("/etc/passwd") <here> \\ _you_'
NOTE = "Ask who remembers Clegg the baker"


@dataclass(frozen=True)
class Taken:
    """The showcase, a memory to take back, and one that stays."""

    page: ShowcasePage
    goes: Story
    stays: Story


def taken(student: User, teacher: User) -> Taken:
    """One of each block, with notes under the cover and under both memories."""
    teller = PersonFactory(public_name="Rita", consenting=True, school=student.school)
    parts = [
        HOSTILE,
        StoryPart(
            kind="item",
            item=ItemFactory(uploaded_by=student),
            caption="The oven, cold",
            description="An oven.",
        ),
        ItemFactory(video=True, uploaded_by=student),
        ItemFactory(document=True, uploaded_by=student),
    ]
    stays = StoryFactory(
        published=True,
        author=student,
        title="The bakery",
        teller=teller,
        parts=parts,
        when_text="1963",
        places=Place.objects.filter(slug="rochdale-road"),
    )
    goes = spoken(student, title="Over the shop")
    shown = picture(by=teacher, description="Bread on a table.")
    page = showcase(
        by=teacher,
        title="Up before the light",
        opening_line="Who was up first?",
        cover=shown,
        body=_body(stays, goes, shown),
    )
    return Taken(page, goes, stays)


def _body(stays: Story, goes: Story, shown: Picture) -> list[tuple[str, Any]]:
    panes = [{"story": stays, "caption": "One pane"}, {"picture": shown, "caption": "Two"}]
    return [
        ("notes", f"{NOTE}: at the cover."),
        ("chapter", {"title": "Before the light", "text": "Who was up?"}),
        ("text", "<p>Then it was <b>dark</b> and <i>still</i>.</p>"),
        ("story", stays),
        ("notes", f"{NOTE}: at the bakery."),
        ("picture_story", {"story": stays, "caption": "Told before"}),
        ("chapter", {"title": "After the light", "text": ""}),
        ("heading", "Mornings"),
        ("story", goes),
        ("notes", f"{NOTE}: over the shop."),
        ("clip", {"story": goes, "which": 1, "start": "0:04", "end": "0:09", "caption": "Hot"}),
        ("film", {"story": stays, "which": 1, "caption": "The oven at work"}),
        ("pull_quote", {"story": goes, "text": "every one"}),
        ("quote", {"text": "Many hands make light work.", "who": ""}),
        ("picture", {"picture": shown, "caption": "On the table"}),
        ("gallery", {"title": "Shops", "pictures": panes}),
        ("pair", {"then": panes[0], "now": panes[1]}),
        ("map", {"title": "Where they baked"}),
        ("timeline", {"title": "When they baked"}),
    ]


def plain(student: User, teacher: User) -> Taken:
    """Two memories and nothing between them."""
    parts = [ItemFactory(kind=kind, uploaded_by=student) for kind in ("video", "document")]
    described = StoryPart(kind="item", item=ItemFactory(uploaded_by=student), description="A mill.")
    stays = StoryFactory(published=True, author=student, parts=["Words of it.", described, *parts])
    goes = spoken(student, title="Over the shop")
    return Taken(showcase(stays, goes, by=teacher), goes, stays)


def pdf(client: Client, address: str) -> list[str]:
    """The words of each page."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    document = pypdfium2.PdfDocument(body(answer))
    words = [page.get_textpage().get_text_range().replace("\r\n", " ") for page in document]
    document.close()
    return words


def unpacked(client: Client, address: str) -> dict[str, bytes]:
    """Every file of the ZIP, by its name."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    with zipfile.ZipFile(io.BytesIO(body(answer))) as packed:
        return {name: packed.read(name) for name in packed.namelist()}
