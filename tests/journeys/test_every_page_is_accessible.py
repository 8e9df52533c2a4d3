"""Every public page passes axe, by day and by night, and fits a phone of 360 pixels."""

from __future__ import annotations

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
