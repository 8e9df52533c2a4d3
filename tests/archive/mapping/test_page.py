"""The page of the map: it works alone, and every state of it is an address."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client

from archive.mapping import asking, page
from config.settings.maps import origin
from families.models import User
from stories.index import keeping
from stories.models import Place
from tests.archive.making import told_again
from tests.factories import StoryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(student: User) -> None:
    places = Place.objects.filter(slug__in=["sandhills"])
    told_again(StoryFactory(published=True, author=student, places=places, when_text="1974"), 4)
    park = Place.objects.filter(slug="heaton-park")
    StoryFactory(published=True, author=student, places=park, when_text="1985", title="The lake")
    keeping.catch_up()


def html(client: Client, query: str = "") -> str:
    answer = client.get(f"/map/{query}")
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_a_place_opens_as_a_stack(client: Client, told: None) -> None:
    answer = client.get("/map/?place=sandhills")
    stack = answer.context["stack"]
    assert len(stack.cards) == page.A_STACK
    shown = html(client, "?place=sandhills")
    assert '<a class="button" href="/stories/?place=sandhills">All 5 stories from here</a>' in shown
    assert 'href="/places/sandhills/">About this place</a>' in shown
    assert 'data-open="sandhills" aria-current="true"' in shown
    assert "pin pin--on" in shown


def test_a_place_with_one_story(client: Client, told: None) -> None:
    shown = html(client, "?place=heaton-park")
    assert "The lake" in shown
    assert "See it in the list" in shown


def test_the_stack_keeps_what_was_asked(client: Client, told: None) -> None:
    shown = html(client, "?place=sandhills&kind=words&from=1970&to=1979")
    assert 'href="/stories/?place=sandhills&kind=words">All stories from here, of any time' in shown
    assert "A story that does not say when it was is left out here." in shown
    assert "The lake" not in shown
    assert client.get("/map/?place=heaton-park&to=1979").context["stack"] is None
    assert 'href="/map/?from=1970&to=1979&kind=words&place=sandhills#here"' in shown
    assert '<option value="1970" selected>' in shown


def test_a_place_that_is_open_stays_open_out_of_view(client: Client, told: None) -> None:
    answer = client.get("/map/?place=sandhills&bbox=0,0,1,1")
    assert answer.context["stack"].place.slug == "sandhills"
    assert answer.context["summary"] == "No story in view."


@pytest.mark.parametrize("slug", ["atlantis", "moston", "%00"])
def test_a_place_without_stories_is_not_open(client: Client, told: None, slug: str) -> None:
    assert client.get(f"/map/?place={slug}").context["stack"] is None


def test_a_year_between_is_among_the_choices(client: Client, told: None) -> None:
    assert '<option value="1974" selected>' in html(client, "?from=1974")


def test_what_is_only_estimated_is_said(client: Client, told: None) -> None:
    Place.objects.update(basis=Place.Basis.SOURCED)
    assert "roughly" not in html(client)
    Place.objects.filter(slug="sandhills").update(basis=Place.Basis.ESTIMATE)
    assert "We only know roughly where this is." in html(client)
    assert "somewhere near its pin" in html(client)
    assert "pin--guess" in html(client)


@pytest.mark.parametrize(
    ("box", "view"),
    [
        ("", ""),
        ("-2.262,53.482,-2.172,53.538", "0 0 1000 1000"),
        ("-2.2215,53.508,-2.2125,53.512", "440 440 120 120"),
        ("-10,50,10,55", "0 0 1000 1000"),
        ("-2.263,53.52,-2.245,53.54", "0 0 357 357"),
    ],
)
def test_the_drawn_map_shows_the_part_asked_for(box: str, view: str) -> None:
    assert page.view(asking.read(QueryDict(f"bbox={box}"))) == view


def test_tiles_come_from_a_stranger_only_where_one_is_named(client: Client, settings: Any) -> None:
    settings.KEPT_PAGES = 0  # A server reads its settings once.
    assert 'data-tiles="" data-attribution=""' in html(client)
    settings.MAP_TILES_URL = "https://tiles.example.org/{z}/{x}/{y}.png"
    settings.MAP_TILES_ATTRIBUTION = "© Somebody"
    assert f'data-tiles="{settings.MAP_TILES_URL}" data-attribution="© Somebody"' in html(client)


@pytest.mark.parametrize(
    ("tiles", "sources"),
    [
        ("", []),
        ("https://tiles.example.org/{z}/{x}/{y}.png", ["https://tiles.example.org"]),
        ("https://{s}.example.org:8443/{z}/{x}/{y}", ["https://*.example.org:8443"]),
        ("/tiles/{z}/{x}/{y}.png", []),
    ],
)
def test_a_browser_is_told_where_tiles_come_from(tiles: str, sources: list[str]) -> None:
    assert origin(tiles) == sources


def test_no_picture_comes_from_a_stranger_by_itself(client: Client) -> None:
    policy = client.get("/map/")["Content-Security-Policy"].split("; ")
    assert "img-src 'self' data: blob:" in policy
