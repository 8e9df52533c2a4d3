"""A whole memory over a line that is slow and breaks: drafted, a picture added, handed in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from media.models import Item
from stories.models import Story
from stories.models.states import Status
from tests.journeys.cast import Cast
from tests.journeys.desk import FILES, Desk
from tests.journeys.files import Files
from tests.journeys.screens import PHONE, Screen
from tests.line import Line, line_to

SLOW_3G = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": 50_000,
    "uploadThroughput": 50_000,
}
"""Milliseconds there and back, and bytes a second, as Chrome's own developers' tools have it."""

PATIENT = 60_000
"""Milliseconds that a person on such a line waits for a page."""


@pytest.fixture
def line(archive: str) -> Iterator[Line]:
    with line_to(archive) as line:
        yield line


@pytest.fixture
def phone(browser: Browser, line: Line) -> Iterator[Screen]:
    phone = Screen(browser.new_context(**PHONE), line.address)
    phone.context.set_default_timeout(PATIENT)
    session = phone.context.new_cdp_session(phone.page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_3G)
    with phone.expecting("net::ERR_", "423", "409", "Failed to load"):
        yield phone
        complaints = phone.complaints()
    phone.context.close()
    assert complaints == []


def test_a_memory_is_told_over_a_line_that_is_slow_and_breaks(
    cast: Cast, phone: Screen, line: Line, files: Files
) -> None:
    phone.sign_in("amina")
    desk = Desk(phone)
    desk.begin("The flood")
    expect(desk.words).to_be_visible(timeout=PATIENT)
    expect(desk.sign).to_have_text("Safe at school", timeout=PATIENT)
    line.cut_after(2_000)
    desk.words.fill("The Irk came up to the second step.")
    expect(desk.sign).to_have_text("Safe at school", timeout=PATIENT)
    line.cut_after(files.photo.stat().st_size // 2)
    phone.page.get_by_label(FILES).set_input_files(files.photo)
    expect(desk.thing(files.photo)).to_contain_text("Safe at school", timeout=PATIENT)
    expect(phone.page.locator("[data-work-words]")).to_have_text("Safe at school", timeout=PATIENT)
    desk.go_to("who")
    phone.press("Check and hand in")
    phone.page.get_by_label("What does the picture show?").fill("The wall of our street.")
    phone.press("Hand it in to my teacher")
    said = phone.page.get_by_role("status")
    expect(said).to_contain_text("is with your teacher now", timeout=PATIENT)
    story = Story.objects.get()
    assert (story.status, Item.objects.count()) == (Status.SUBMITTED, 1)
    assert story.parts.first().text == "The Irk came up to the second step."
    assert line.cuts == 2
