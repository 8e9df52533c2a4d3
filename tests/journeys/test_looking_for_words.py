"""Somebody types a word, ticks a box and hears the very line; and the same without a script."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.journeys.screens import DESKTOP, PHONE, Screen
from tests.journeys.wall import Wall

TITLE = "The bakery at the corner"
MARKED = "And the bread was hot."


def test_from_half_a_word_to_the_moment_it_is_said(
    wall: Wall, screen: Callable[..., Screen]
) -> None:
    sound = wall.published.parts.get(item__kind="audio").item
    desk = screen(**DESKTOP)
    a_box_is_ticked_without_a_new_page(desk)
    a_title_is_suggested(desk)
    a_recording_begins_where_a_word_is_said(desk, sound.ref)
    without_a_script(screen(**PHONE, java_script_enabled=False))


def a_box_is_ticked_without_a_new_page(desk: Screen) -> None:
    page = desk.page
    desk.open("/stories/")
    page.evaluate("window.stayed = true")
    page.locator("summary", has_text="To see or hear").click()
    box = page.locator("input[name=kind][value=audio]")
    box.check()
    expect(page.get_by_role("status")).to_have_text("One story found")
    expect(box).to_be_focused()
    expect(page).to_have_url(f"{desk.address}/stories/?kind=audio")
    assert page.evaluate("window.stayed") is True
    page.go_back()
    expect(page.locator("#found")).to_have_text("2 stories")


def a_title_is_suggested(desk: Screen) -> None:
    page = desk.page
    page.get_by_label("Look for words").press_sequentially("baker")
    expect(page.locator("#suggestions option")).to_have_attribute("value", TITLE)


def a_recording_begins_where_a_word_is_said(desk: Screen, recording: str) -> None:
    page = desk.page
    page.get_by_label("Look for words").fill("braed")
    page.keyboard.press("Enter")
    expect(desk.main).to_contain_text("Did you mean bread?")
    said = page.locator(".card__said")
    expect(said.locator("mark")).to_have_text("bread")
    said.get_by_role("link", name="Hear it at 0:02").click()
    line = page.locator(f"#said-{recording}-2000")
    expect(line).to_be_visible()
    expect(line).to_contain_text(MARKED)
    expect(line).to_be_focused()
    assert page.locator("audio").evaluate("player => player.currentTime") == 2


def without_a_script(phone: Screen) -> None:
    page = phone.page
    phone.open("/stories/")
    page.get_by_label("Look for words").fill("breads")
    page.keyboard.press("Enter")
    expect(phone.main.get_by_role("link", name=TITLE)).to_be_visible()
    page.locator("summary", has_text="Narrow it down").click()
    page.locator("summary", has_text="To see or hear").click()
    page.locator("input[name=kind][value=video]").check()
    phone.press("Show these stories")
    expect(page.locator("#found")).to_have_text("One story found")
    page.get_by_role("link", name="Hear it at 0:02").click()
    expect(page.locator("ol.said li:target")).to_contain_text(MARKED)
