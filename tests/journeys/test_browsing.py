"""The list changes in place: by boxes, chips, pages and words; and the way back works."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.factories import StoryFactory
from tests.journeys.cast import Cast
from tests.journeys.screens import Screen
from tests.journeys.wall import PLACE, another


def test_there_and_back(cast: Cast, desktop: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.paging.A_PAGE", 1)
    another(cast)
    StoryFactory(published=True, author=cast.amina, title="A mill")
    page, told = desktop.page, desktop.page.get_by_role("status")
    found = page.locator("#found")
    desktop.open("/stories/")
    page.evaluate("window.stayed = true")
    page.get_by_role("link", name="Next page").click()
    expect(told).to_have_text("Page 2: 2 stories")
    expect(page).to_have_url(f"{desktop.address}/stories/?page=2")
    expect(found).to_be_focused()
    a_box_keeps_the_focus_and_its_group_stays_unfolded(desktop)
    expect(page).to_have_url(f"{desktop.address}/stories/?place={PLACE}")
    page.get_by_role("link", name="Take off Rochdale Road").press("Enter")
    expect(told).to_have_text("2 stories")
    expect(found).to_be_focused()
    page.get_by_label("Look for words").fill("walked")
    page.keyboard.press("Enter")
    expect(told).to_have_text("One story found")
    expect(page).to_have_title("“walked” in stories – Who Do You Think You Are?")
    assert page.evaluate("window.stayed") is True
    page.go_back()
    expect(found).to_have_text("2 stories")
    expect(page.get_by_label("Look for words")).to_have_value("")
    page.go_back()
    expect(found).to_have_text("One story found")
    expect(page.locator(f"#place-{PLACE}")).to_be_checked()
    page.go_forward()
    expect(found).to_have_text("2 stories")


def a_box_keeps_the_focus_and_its_group_stays_unfolded(desktop: Screen) -> None:
    page = desktop.page
    page.locator("summary", has_text="Where in life").click()
    page.locator("summary", has_text="Place").click()
    box = page.locator(f"#place-{PLACE}")
    box.press("Space")
    expect(page.get_by_role("status")).to_have_text("One story found")
    expect(box).to_be_checked()
    expect(box).to_be_focused()
    expect(page.locator("[data-group=context]")).to_have_attribute("open", "")
