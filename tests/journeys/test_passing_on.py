"""Passing a memory on: its address is copied by one button, or by hand where that is shut."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.factories import StoryFactory
from tests.journeys.cast import Cast
from tests.journeys.conftest import Open

SHUT = """() => {
  navigator.clipboard.writeText = () => Promise.reject(new Error('shut'));
  document.execCommand = () => false;
}"""
"""A browser that copies nothing, neither in the new way nor in the old one."""


@pytest.mark.parametrize("shut", [False, True], ids=["open", "shut"])
def test_an_address_is_copied(cast: Cast, screen: Open, shut: bool) -> None:
    story = StoryFactory(published=True, author=cast.amina, title="The hooter")
    options: dict[str, Any] = {"permissions": ["clipboard-read", "clipboard-write"]}
    visitor = screen(**options)
    visitor.open(story.get_absolute_url())
    if shut:
        visitor.page.evaluate(SHUT)
    visitor.press("Copy the link")
    said = "Press and hold the address" if shut else "Copied."
    expect(visitor.page.locator("[data-copy-said]")).to_contain_text(said)
    address = f"{visitor.address}{story.get_absolute_url()}"
    expect(visitor.page.get_by_label("Its address")).to_have_value(address)
    if not shut:
        assert visitor.page.evaluate("() => navigator.clipboard.readText()") == address
