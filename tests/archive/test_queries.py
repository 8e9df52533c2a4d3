"""How often a public page asks the database: as often with forty memories as with twenty-six."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.test import Client

from archive import stamps
from families.models import User
from stories.index import keeping
from stories.models import Fund, Place, Story
from tests.archive.counting import queries_of
from tests.archive.making import picture, showcase
from tests.factories import ItemFactory, PersonFactory, StoryFactory

pytestmark = pytest.mark.django_db

PAGES = {
    "home": ("/", 1),
    "list": ("/stories/", 1),
    "search": ("/stories/?q=hooter", 1),
    "search with a slip": ("/stories/?q=hootre", 1),
    "search and narrow": ("/stories/?q=mill+hooter&place=collyhurst&kind=image", 1),
    "narrow": ("/stories/?place=collyhurst&kind=image&showcase=all-of-it", 3),
    "suggestions": ("/stories/suggestions/?q=mi", 5),
    "place": ("/places/collyhurst/", 1),
    "places": ("/places/", 1),
    "fund": ("/funds/neighbours/", 1),
    "funds": ("/funds/", 1),
    "map": ("/map/", 1),
    "timeline": ("/timeline/", 1),
    "list of showcases": ("/showcases/", 1),
    "showcase": ("/showcases/all-of-it/", 1),
    "slides": ("/showcases/all-of-it/present/", 2),
    "story": ("STORY", 1),
    "feed": ("/stories/feed/", 2),
    "feed of a place": ("/places/collyhurst/feed/", 2),
    "feed of a showcase": ("/showcases/all-of-it/feed/", 4),
    "sitemap": ("/sitemap.xml", 10),
    "piece of the sitemap": ("/sitemap-stories.xml", 2),
    "places of the sitemap": ("/sitemap-places.xml", 2),
    "oEmbed of a showcase": ("/oembed/?url=http://testserver/showcases/all-of-it/", 1),
    "embedded showcase": ("/embed/showcases/all-of-it/", 1),
    "card": ("/showcases/all-of-it/card.jpg", 10),
    "card of a place": ("/places/collyhurst/card.jpg", 1),
    "card of a fund": ("/funds/neighbours/card.jpg", 1),
}
"""Each page with the most queries that it may need, for a visitor; one is for the clock. Somebody
looked at it before: what that told stands until it changes (``archive.stamps.facts``)."""


@pytest.fixture
def fill(student: User, teacher: User) -> Callable[[int], Story]:
    """Tell so many more memories, all of one place, fund, decade and showcase.

    Every one answers the first that was told.
    """
    person = PersonFactory(school=student.school, consenting=True)
    place, fund = Place.objects.get(slug="collyhurst"), Fund.objects.get(slug="neighbours")

    def filled(number: int) -> Story:
        told = [
            StoryFactory(
                published=True,
                author=student,
                teller=person,
                parts=[
                    "The hooter blew over all of the roofs.",
                    ItemFactory(uploaded_by=student),
                    ItemFactory(uploaded_by=student, audio=True),
                ],
                when_text=["1934", "1968", "2011"][at % 3],
                places=[place],
                funds=[fund],
                answers=Story.objects.order_by("pk").first(),
            )
            for at in range(number)
        ]
        cover = picture(by=teacher)
        showcase(*Story.objects.public(), by=teacher, title=f"All of {number}", cover=cover)
        page = showcase(*Story.objects.public(), by=teacher, title="All of it", cover=cover)
        page.slug = "all-of-it"
        page.save()
        keeping.catch_up()
        return told[0]

    return filled


UNKNOWN = {
    "home": 18,
    "list": 13,
    "search": 14,
    "search with a slip": 19,
    "search and narrow": 18,
    "place": 21,
    "story": 15,
    "showcase": 17,
}
"""The same where nobody has looked at anything yet, nor looked for the word."""


def known(client: Client, address: str) -> int:
    """Queries of one answer. Wagtail's addresses of sites are cached, so they are read first."""
    return queries_of(client, [address, address])[1]


def unknown(client: Client, address: str) -> int:
    client.get(address)
    stamps.forget()
    return queries_of(client, [address])[0]


def test_constant(client: Client, fill: Callable[[int], Story], settings: LazySettings) -> None:
    """Made anew: what is kept costs one question (``tests/archive/kept``)."""
    from archive.models import ShowcasePage

    settings.KEPT_PAGES = 0

    cache.clear()
    story = fill(26)
    few, few_unknown = all_of(client, story)
    ShowcasePage.objects.all().delete()
    fill(14)
    many, many_unknown = all_of(client, story)
    assert (many, many_unknown) == (few, few_unknown)
    assert {name: asked for name, asked in many.items() if asked > PAGES[name][1]} == {}
    assert {n: asked for n, asked in many_unknown.items() if asked > UNKNOWN[n]} == {}


def all_of(client: Client, story: Story) -> tuple[dict[str, int], dict[str, int]]:
    return (
        {name: known(client, _address(name, story)) for name in PAGES},
        {name: unknown(client, _address(name, story)) for name in UNKNOWN},
    )


def _address(name: str, story: Story) -> str:
    page, _ = PAGES[name]
    return story.get_absolute_url() if page == "STORY" else page
