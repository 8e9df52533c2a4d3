"""The drawn cards of a place and of a fund: how much is told, and of nobody in particular."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.cache import caches
from django.test import Client

from archive import subjects
from archive.outside import cards
from archive.outside.cards import Card
from families.models import User
from media.models import Derivative
from stories.models import FormerPlace, Fund, Place, Story
from tests.archive.making import picture
from tests.archive.outside.test_cards import FUND, PLACE, nothing_kept, story
from tests.archive.taking_back import by_a_no, by_hiding
from tests.factories import FundFactory, PlaceFactory, StoryFactory

__all__ = ["nothing_kept", "story"]

pytestmark = pytest.mark.django_db


def place_card(slug: str) -> Card:
    here = subjects.place_or_404(slug)
    return cards.of_place(here, len(subjects.shelf(here)))


def fund_card(slug: str) -> Card:
    here = subjects.fund_or_404(slug)
    return cards.of_fund(here, len(subjects.shelf(here)))


def test_a_place_says_where_it_is_and_how_much_is_told(story: Story) -> None:
    assert place_card("collyhurst") == Card(
        "Collyhurst", ("A place in north Manchester", "1 story")
    )
    sandhills = Place.objects.filter(slug="sandhills")
    for _ in range(2):
        StoryFactory(published=True, author=story.author, places=sandhills)
    assert place_card("sandhills").lines == ("A place in Collyhurst", "2 stories")


def test_a_fund_says_how_much_is_told_and_has_its_picture(story: Story, teacher: User) -> None:
    assert fund_card("neighbours") == Card("Neighbours", ("A fund of knowledge", "1 story"))
    FundFactory(name="Weaving", slug="weaving", picture=picture(by=teacher))
    drawn = fund_card("weaving")
    assert (drawn.title, drawn.lines) == ("Weaving", ("A fund of knowledge",))
    assert drawn.cover is not None


def test_what_nobody_has_told_of_has_one_as_it_has_a_page(client: Client) -> None:
    PlaceFactory(name="Mill Lane", slug="mill-lane")
    FundFactory(name="Weaving", slug="weaving")
    assert place_card("mill-lane") == Card("Mill Lane", ("A place in Collyhurst",))
    assert fund_card("weaving") == Card("Weaving", ("A fund of knowledge",))
    for address in ("/places/mill-lane/", "/funds/weaving/"):
        assert client.get(address).status_code == 200
        assert client.get(f"{address}card.jpg").status_code == 200


def test_what_is_not_public_does_not_count(client: Client, story: Story) -> None:
    before = {address: client.get(address)["ETag"] for address in (PLACE, FUND)}
    told_of = {"places": story.places.all(), "funds": story.funds.all()}
    for state in ({"submitted": True}, {"published": True, "held": True}):
        StoryFactory(author=story.author, **state, **told_of)
    assert {address: client.get(address)["ETag"] for address in before} == before


@pytest.mark.parametrize("take_back", [by_hiding, by_a_no])
def test_what_is_taken_back_counts_no_more(
    client: Client, story: Story, take_back: Callable[[Story], None]
) -> None:
    kept = {
        PLACE: f"place-{Place.objects.get(slug='collyhurst').pk}",
        FUND: f"fund-{Fund.objects.get(slug='neighbours').pk}",
    }
    held = {address: client.get(address) for address in (PLACE, FUND)}
    take_back(story)
    for address, first in held.items():
        changed = client.get(address, headers={"If-None-Match": first["ETag"]})
        assert changed.status_code == 200
        assert changed.content != first.content
        assert caches["cards"].get(kept[address]) == (changed["ETag"][1:-1], changed.content)
    assert place_card("collyhurst").lines[1:] == ()
    assert fund_card("neighbours").lines[1:] == ()


def test_no_picture_of_anybodys_memory_stands_for_a_place_or_a_fund(
    client: Client, story: Story
) -> None:
    before = {address: client.get(address)["ETag"] for address in (PLACE, FUND)}
    Derivative.objects.all().delete()
    assert {address: client.get(address)["ETag"] for address in before} == before


def test_a_picture_of_a_fund_that_the_door_does_not_give_is_not_on_it(
    client: Client, teacher: User
) -> None:
    fund = FundFactory(picture=picture(by=teacher))
    address = f"{fund.get_absolute_url()}card.jpg"
    with_it = client.get(address)["ETag"]
    fund.picture.item.derivatives.all().delete()
    without = client.get(address)
    assert without.status_code == 200
    assert without["ETag"] != with_it


def test_the_card_of_a_place_goes_where_the_place_went(client: Client) -> None:
    place = Place.objects.get(slug="collyhurst")
    FormerPlace.objects.create(slug="the-dwellings", number=99, name="Dwellings", place=place)
    answer = client.get("/places/the-dwellings/card.jpg")
    assert (answer.status_code, answer["Location"]) == (301, PLACE)
