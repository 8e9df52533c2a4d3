"""Every public page passes axe, by day and by night, and fits a phone of 360 pixels."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.cache import cache
from playwright.sync_api import expect

from archive.copies import making, setting
from archive.copies.asking import AGAIN, ASKED
from tests.journeys.accessibility import faults, look_at
from tests.journeys.screens import Screen
from tests.journeys.wall import Wall, public_pages


def test_what_visitors_see(device: Screen, wall: Wall) -> None:
    assert look_at(device, public_pages(wall)) == []


def test_what_says_no(device: Screen, wall: Wall) -> None:
    found = []
    for page, status in (("/nowhere/", 404), (wall.withdrawn.get_absolute_url(), 410)):
        with device.expecting(status):
            assert device.open(page).status == status
        found += faults(device)
    device.open("/sign-in/")
    device.page.get_by_label("Username").fill("nobody")
    device.page.get_by_label("Password").fill("nothing")
    device.press("Sign in")
    assert found + faults(device) == []


def test_what_somebody_worried_sees(device: Screen, wall: Wall) -> None:
    device.open("/worry/")
    with device.expecting(422):
        device.page.get_by_role("main").locator("form button[type=submit]").click()
        device.page.wait_for_url("**/worry/")
    found = faults(device)
    device.page.get_by_label("What are you worried about?").fill("There is a name in it.")
    device.page.get_by_role("main").locator("form button[type=submit]").click()
    device.page.get_by_label("What are you worried about?").wait_for(state="detached")
    assert found + faults(device) == []


def test_what_is_told_while_a_copy_is_being_made(
    device: Screen, wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else's is on its way; then it is there; and one that cannot be made."""
    copy = f"{wall.showcase.url}to-keep.zip"
    being_made = f"showcase-copy-made-{wall.showcase.pk}-to-keep"
    cache.add(being_made, 1)
    device.page.clock.install()
    assert device.open(copy).status == 202
    expect(device.page.get_by_text("This page looks again by itself")).to_be_visible()
    found = faults(device)
    cache.delete(being_made)
    with device.page.expect_download() as got:
        device.page.clock.run_for(AGAIN * 1000)
    assert got.value.suggested_filename.endswith("to-keep.zip")
    expect(device.page.get_by_role("status")).to_contain_text("It is there.")
    found += faults(device)
    monkeypatch.setitem(making.MAKERS, ASKED["poster.pdf"], _cannot)
    with device.expecting(503):
        assert device.open(f"{wall.showcase.url}poster.pdf").status == 503
    assert found + faults(device) == []


def _cannot(*_: object) -> Path:
    raise setting.NotSet
