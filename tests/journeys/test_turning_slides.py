"""Slides are turned by a finger, and fill the screen where a browser can do that."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.conftest import Open
from tests.journeys.filling import LIKE_AN_IPHONE, fills_by_key, fills_until_escape
from tests.journeys.screens import DESKTOP, PHONE, Screen
from tests.journeys.touching import Fingers
from tests.journeys.wall import Wall

ON, BACK = ((300, 300), (60, 310)), ((60, 300), (300, 310))


@pytest.fixture
def phone(screen: Open, wall: Wall) -> Screen:
    made = screen(**PHONE)
    made.open(wall.showcase.slides_url)
    return made


def place(screen: Screen) -> Locator:
    return screen.page.locator("[data-place]")


def test_a_finger_turns_them(phone: Screen) -> None:
    fingers = Fingers(phone)
    expect(place(phone)).to_contain_text("1 of")
    fingers.draw(ON)
    expect(place(phone)).to_contain_text("2 of")
    fingers.draw(ON)
    expect(place(phone)).to_contain_text("3 of")
    fingers.draw(BACK)
    expect(place(phone)).to_contain_text("2 of")


def test_a_finger_moves_about_in_one_that_was_brought_closer(phone: Screen) -> None:
    fingers = Fingers(phone)
    expect(place(phone)).to_contain_text("1 of")
    fingers.draw(((170, 300), (90, 300)), ((190, 300), (270, 300)))
    phone.page.wait_for_function("() => visualViewport.scale > 1.2")
    before = phone.page.evaluate("() => visualViewport.pageLeft")
    fingers.draw(ON)
    phone.page.wait_for_function("before => visualViewport.pageLeft > before", arg=before)
    expect(place(phone)).to_contain_text("1 of")


def test_they_fill_the_screen(screen: Open, wall: Wall) -> None:
    desktop = screen(**DESKTOP)
    desktop.open(wall.showcase.slides_url)
    button = desktop.page.get_by_role("button", name="Fill the screen")
    fills_until_escape(button)
    fills_by_key(button)
    assert desktop.path == wall.showcase.slides_url
    desktop.page.keyboard.press("Escape")
    expect(desktop.page).to_have_url(re.compile(f"{wall.showcase.url}$"))


def test_where_a_browser_cannot_no_button_says_so(screen: Open, wall: Wall) -> None:
    phone = screen(**PHONE)
    phone.page.add_init_script(LIKE_AN_IPHONE)
    phone.open(wall.showcase.slides_url)
    expect(place(phone)).to_contain_text("1 of")
    expect(phone.page.get_by_role("button", name="Fill the screen")).to_be_hidden()
    phone.page.keyboard.press("f")
    phone.page.keyboard.press("ArrowRight")
    expect(place(phone)).to_contain_text("2 of")
