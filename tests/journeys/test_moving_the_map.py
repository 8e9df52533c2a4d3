"""The map by hand and by keys, and the same as a list: what a screen reader is told of both."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Response, expect

from archive.kept.pages import PAGES
from stories.index import keeping
from stories.models import Place
from tests.factories import StoryFactory
from tests.journeys.accessibility import faults
from tests.journeys.cast import Cast
from tests.journeys.screens import Screen


def tell(cast: Cast, slug: str, title: str, **fields: Any) -> None:
    places = Place.objects.filter(slug=slug)
    StoryFactory(author=cast.amina, published=True, title=title, places=places, **fields)


def test_a_place_is_found_on_the_map(cast: Cast, device: Screen) -> None:
    Place.objects.update(basis=Place.Basis.SOURCED)
    tell(cast, "rochdale-road", "The bakery", when_text="1965")
    tell(cast, "rochdale-road", "The tram", when_text="1975")
    tell(cast, "heaton-park", "The lake", when_text="1975")
    keeping.catch_up()
    device.open("/map/")
    the_list_works_alone(device)
    device.open("/map/")
    with device.page.expect_response("**/map/stories.json?*") as asked:
        the_map_comes_when_it_is_wanted(device)
    assert is_kept(asked.value), "The browser writes the edges of tiles as the server does."
    a_place_is_opened_by_keys(device)
    assert faults(device) == []
    the_list_follows_the_map(device)


def the_list_works_alone(device: Screen) -> None:
    expect(device.main).to_match_aria_snapshot(
        """
        - figure:
          - group "Drawn map of Collyhurst and Harpurhey"
        - paragraph:
          - button "Move the map"
        - region "3 stories at 2 places":
          - heading "3 stories at 2 places" [level=2]
          - list:
            - listitem:
              - link "Heaton Park 1 story"
            - listitem:
              - link "Rochdale Road 2 stories"
        """
    )
    scripts = device.page.locator("script")
    assert not any("leaflet" in (one.get_attribute("src") or "") for one in scripts.all())
    first, last = device.page.get_by_role("slider").all()
    first.focus()
    for _ in range(8):
        device.page.keyboard.press("ArrowRight")
    expect(first).to_have_attribute("aria-valuetext", "1970")
    expect(device.page.get_by_role("status")).to_have_text("2 stories at 2 places")
    expect(device.page).to_have_url(f"{device.address}/map/?from=1970")
    last.focus()
    device.page.keyboard.press("Home")
    expect(last).to_have_attribute("aria-valuetext", "1979")
    expect(device.page).to_have_url(f"{device.address}/map/?from=1970&to=1979")


def the_map_comes_when_it_is_wanted(device: Screen) -> None:
    device.press("Move the map")
    floor = device.page.get_by_role("group", name=re.compile("^Map. Arrow keys"))
    expect(floor).to_be_focused()
    expect(floor).to_match_aria_snapshot(
        """
        - group:
          - button "2 stories at Rochdale Road"
          - button "1 story at Heaton Park"
          - button "Nearer"
          - button "Further away"
        """
    )
    expect(device.page.get_by_role("button", name="Show the whole map")).to_be_visible()


def is_kept(answer: Response) -> bool:
    """Whether the next who asks for the same gets the same, without its being counted again."""
    asked = urlsplit(answer.url)
    return (asked.path, asked.query) in {(one.path, one.asked) for one in PAGES.known}


def a_place_is_opened_by_keys(device: Screen) -> None:
    device.page.get_by_role("button", name="2 stories at Rochdale Road").focus()
    device.page.keyboard.press("Enter")
    here = device.heading("Rochdale Road")
    expect(here).to_be_focused()
    expect(device.main.get_by_role("link", name="The bakery", exact=True)).to_be_visible()
    expect(device.main.get_by_role("link", name="All 2 stories from here")).to_have_attribute(
        "href", "/stories/?place=rochdale-road"
    )


def the_list_follows_the_map(device: Screen) -> None:
    device.page.get_by_role("group", name=re.compile("^Map. Arrow keys")).focus()
    for _ in range(3):
        device.page.keyboard.press("+")
        expect(device.page.locator(".leaflet-zoom-anim")).to_have_count(0)
    expect(device.page.get_by_role("status")).to_have_text(re.compile("in view"))
    expect(device.main.get_by_role("link", name="Heaton Park 1 story")).to_have_count(0)
    expect(device.page).to_have_url(re.compile(r"bbox="))
    address = device.page.url
    device.page.goto(address)
    expect(device.main.get_by_role("link", name="Heaton Park 1 story")).to_have_count(0)
