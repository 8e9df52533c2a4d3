"""Whether what one sees on a page really plays, and really is a picture."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.journeys.screens import Screen


def plays(media: Locator) -> None:
    """Start it as a hand on the keyboard does, and hear or see it move on."""
    ours = media.locator("xpath=ancestor::*[@data-recording]")
    control = ours.get_by_role("button", name="Play", exact=True) if ours.count() else media
    expect(control).to_be_visible()
    control.scroll_into_view_if_needed()
    control.press("Space")
    media.page.wait_for_function(
        "media => media.currentTime > 0.2 && media.readyState >= 2", arg=media.element_handle()
    )
    assert media.evaluate("media => media.error") is None


def shows_moving_pictures(film: Locator) -> None:
    plays(film)
    assert film.evaluate("film => film.videoWidth") > 0


def is_seen(picture: Locator) -> None:
    """The bytes came, and were a picture."""
    picture.scroll_into_view_if_needed()
    picture.page.wait_for_function(
        "picture => picture.complete && picture.naturalWidth > 0", arg=picture.element_handle()
    )


def has_its_files(screen: Screen, files: set[str]) -> None:
    """Every address on the page answers."""
    assert files
    assert {screen.answer(file) for file in files} == {200}
