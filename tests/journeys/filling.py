"""A page, or a part of it, that fills the whole screen."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

FILLS = "() => document.fullscreenElement !== null"
FREE = "() => document.fullscreenElement === null"
LIKE_AN_IPHONE = """for (const [of, name] of [[Document, "fullscreenEnabled"],
    [Document, "fullscreenElement"], [Document, "exitFullscreen"], [Element, "requestFullscreen"]])
  delete of.prototype[name];"""
"""Safari on an iPhone has nothing with which a page fills the screen."""


def fills_until_escape(button: Locator) -> None:
    """The button fills the screen and says so; Escape leaves it, as the button says too."""
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    button.page.wait_for_function(FILLS)
    expect(button).to_have_attribute("aria-pressed", "true")
    button.page.keyboard.press("Escape")
    button.page.wait_for_function(FREE)
    expect(button).to_have_attribute("aria-pressed", "false")


def fills_by_key(button: Locator) -> None:
    """The key f fills the screen, and leaves it again."""
    for then in (FILLS, FREE):
        button.press("f")
        button.page.wait_for_function(then)
