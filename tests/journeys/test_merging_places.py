"""A teacher makes one place of two at a desk; an old link still leads there on a phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.factories import PlaceFactory, StoryFactory
from tests.journeys.accessibility import OUR_PART_OF_WAGTAIL, faults
from tests.journeys.cast import Cast
from tests.journeys.screens import Screen

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_places_become_one(desktop: Screen, phone: Screen, cast: Cast) -> None:
    old = PlaceFactory(name="Abbey Street rec", slug="abbey-street-rec")
    PlaceFactory(name="Abbey Park", slug="abbey-park", latitude=53.5)
    StoryFactory(published=True, author=cast.amina, title="Sledging", places=[old])

    desktop.sign_in("hale")
    desktop.open("/admin/")
    menu = desktop.page.get_by_role("navigation", name="Main menu")
    menu.get_by_role("button", name="Places, funds").click()
    menu.get_by_role("link", name="Places", exact=True).click()
    desktop.page.get_by_role("link", name="Abbey Street rec", exact=True).first.click()
    desktop.page.get_by_role("link", name="Merge", exact=True).click()
    desktop.page.get_by_label("It is the same as").select_option(label="Abbey Park")
    desktop.press("Look at both")
    expect(desktop.page.get_by_text("They are 0.4 km apart.")).to_be_visible()
    assert faults(desktop, OUR_PART_OF_WAGTAIL) == []
    desktop.press("Make them one place")
    said = desktop.page.locator(".messages")
    expect(said).to_contain_text("“Abbey Street rec” is part of “Abbey Park” now.")

    phone.open("/places/abbey-street-rec/")
    expect(phone.page).to_have_url(re.compile("/places/abbey-park/$"))
    expect(phone.heading("Abbey Park")).to_be_visible()
    expect(phone.page.get_by_role("link", name="Sledging").first).to_be_visible()
