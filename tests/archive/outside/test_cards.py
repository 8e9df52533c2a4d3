"""Drawn cards: what they all have in common, and those of a memory and of a showcase."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from PIL import Image

from archive.outside import cards, finding
from archive.outside.cards import Card
from families.models import User
from media.models import Derivative
from stories import lifecycle
from stories.models import Fund, Place, Story
from stories.models.parts import StoryPerson
from tests.archive.making import picture, showcase
from tests.factories import ItemFactory, PersonFactory, StoryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    caches["cards"].clear()


@pytest.fixture
def story(student: User) -> Story:
    made: Story = StoryFactory(
        published=True,
        author=student,
        title="The hooter",
        teller=PersonFactory(public_name="Rita", school=student.school, consenting=True),
        parts=["First words.", ItemFactory(uploaded_by=student)],
        places=Place.objects.filter(slug="collyhurst"),
        funds=Fund.objects.filter(slug="neighbours"),
    )
    return made


PLACE, FUND = "/places/collyhurst/card.jpg", "/funds/neighbours/card.jpg"


def of(story: Story) -> str:
    return f"{story.get_absolute_url()}card.jpg"


def card(story: Story) -> Card:
    record = finding.story(story.ref)
    assert record is not None
    return cards.of_story(record)


def test_what_stands_on_it(story: Story) -> None:
    drawn = card(story)
    assert drawn.title == "The hooter"
    assert drawn.lines == ("Told by Rita", "about 1972 · Collyhurst")
    assert drawn.cover is not None


def test_it_is_a_picture_of_the_size_that_is_promised(
    client: Client, story: Story, teacher: User
) -> None:
    page = showcase(story, by=teacher, title="Hooters", cover=picture(by=teacher))
    for address in (of(story), f"{page.url}card.jpg", PLACE, FUND, "/card.jpg"):
        answer = client.get(address)
        assert answer["Content-Type"] == "image/jpeg"
        assert answer["Cache-Control"] == "public, max-age=300, must-revalidate"
        with Image.open(io.BytesIO(answer.content)) as image:
            assert image.size == cards.SIZE
            assert not image.getexif()
        assert len(answer.content) < 300_000, address


def test_it_is_drawn_once(client: Client, story: Story, monkeypatch: Any) -> None:
    addresses = (of(story), PLACE, FUND)
    drawn = {address: client.get(address) for address in addresses}
    monkeypatch.setattr(cards, "_draw", lambda *_: pytest.fail("Drawn again"))
    for address, first in drawn.items():
        again = client.get(address)
        assert again.content == first.content
        held = client.get(address, headers={"If-None-Match": first["ETag"]})
        assert held.status_code == 304
        assert held["ETag"] == first["ETag"]


def test_it_changes_with_what_stands_on_it(client: Client, story: Story) -> None:
    first = client.get(of(story))
    Story.objects.filter(pk=story.pk).update(when_text="in 1974")
    changed = client.get(of(story), headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]
    assert caches["cards"].get(f"story-{story.ref}") == (changed["ETag"][1:-1], changed.content)


def test_a_picture_that_the_door_does_not_give_is_not_on_it(client: Client, story: Story) -> None:
    with_it = client.get(of(story))["ETag"]
    Derivative.objects.all().delete()
    without = client.get(of(story))
    assert without.status_code == 200
    assert without["ETag"] != with_it


def test_it_is_gone_with_its_memory(client: Client, story: Story) -> None:
    held = client.get(of(story))["ETag"]
    address = of(story)
    lifecycle.withdraw(story, by=story.author)
    gone = client.get(address, headers={"If-None-Match": held})
    assert gone.status_code == 410
    assert "hooter" not in gone.content.decode()
    assert caches["cards"].get(f"story-{story.ref}") is None


def test_there_is_none_of_what_is_not_public(client: Client, story: Story, teacher: User) -> None:
    draft = StoryFactory(submitted=True, author=story.author)
    hidden = showcase(story, by=teacher, live=False)
    nowhere = ("/stories/a-zzzzzzzzzz/card.jpg", "/places/no/card.jpg", "/funds/no/card.jpg")
    for address in (of(draft), f"{hidden.url}card.jpg", *nowhere):
        assert client.get(address).status_code == 404, address


def test_an_old_title_leads_to_todays(client: Client, story: Story) -> None:
    answer = client.get(f"/stories/an-old-name-{story.ref}/card.jpg")
    assert (answer.status_code, answer["Location"]) == (301, of(story))


def test_a_child_has_no_surname_and_no_name_beside_its_face(student: User) -> None:
    names = {"name": "Kayden Okafor", "public_name": "Kayden"}
    child = PersonFactory(child=True, school=student.school, consenting=True, **names)
    named = StoryFactory(published=True, author=student, teller=child)
    seen = StoryFactory(
        published=True, author=student, teller=child, people=[(child, StoryPerson.Role.SHOWN)]
    )
    assert card(named).lines[0] == "Told by Kayden"
    assert card(seen).lines[0] == "Told by a young person"


@pytest.mark.parametrize(
    "title",
    [
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch and " + "very long words " * 3,
        "#set page(width: 1pt) \\ *bold* $x$ @who <label>",
        "Żółw, ελιά, اللغة, 河, 🎈",
        "…",
    ],
)
def test_any_title_can_be_set(title: str) -> None:
    made, _ = cards.drawn(Card(title, ("Told by " + "Rita and " * 20,)), "any")
    with Image.open(io.BytesIO(made)) as image:
        assert image.size == cards.SIZE


def test_a_showcase_says_who_made_it() -> None:
    assert cards.of_showcase("Mills", "Amina", None).lines == ("A showcase", "Curated by Amina")
    assert cards.of_showcase("Mills", "", None).lines == ("A showcase",)
    assert cards.of_showcase("Mills", "Rita and " * 20, None).lines[1].endswith(" …")
