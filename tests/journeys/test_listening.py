"""Somebody listens to a memory: with the keyboard alone, line by line, and while reading on."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from media.models import Item
from media.transcripts import verbs
from media.transcripts.cues import Cue
from stories.models import Story
from tests.factories import StoryFactory
from tests.journeys.accessibility import faults
from tests.journeys.cast import Cast
from tests.journeys.conftest import Open
from tests.journeys.files import Files
from tests.journeys.screens import DESKTOP, Screen
from tests.journeys.transcribing import a_recording

SAID = (
    Cue(0, 600, "It was loud.", "Mary"),
    Cue(600, 1200, "So loud that we signed.", "Mary"),
    Cue(1200, 1800, "With our hands.", "Mary"),
)
CONTROLS = """
- button "Play"
- button "Back 10 seconds"
- slider "Where you are": "0"
- text: Speed
- combobox "Speed":
  - option "0.75×"
  - option "1×" [selected]
  - option "1.25×"
  - option "1.5×"
  - option "2×"
- text: Loudness
- slider "Loudness": "1"
- button "Copy a link to here"
- button "Copy as a quotation"
- status
"""


@pytest.fixture
def recording(cast: Cast, files: Files) -> Item:
    item = a_recording(files, by=cast.amina)
    verbs.save(item, SAID, by=cast.amina, number=0)
    return item


@pytest.fixture
def story(cast: Cast, recording: Item) -> Story:
    made: Story = StoryFactory(
        published=True,
        author=cast.amina,
        title="Hands",
        parts=["Nan told me this.", recording, "We read on. \n\n" * 40],
    )
    return made


def test_by_keyboard_line_by_line_and_reading_on(screen: Open, story: Story) -> None:
    desk = screen(**DESKTOP, permissions=["clipboard-read", "clipboard-write"])
    desk.open(story.get_absolute_url())
    player = desk.page.get_by_role("group", name="Player: The mill")
    expect(player).to_match_aria_snapshot(CONTROLS)
    the_keys_move_it(player)
    the_line_is_marked_found_and_quoted(desk, story)
    it_goes_on_at_the_foot(desk, player)
    an_address_begins_there(desk, story)


def test_from_question_to_question(screen: Open, cast: Cast, recording: Item) -> None:
    asked = (
        Cue(0, 300, "How loud was the mill?", "Amina"),
        *SAID[:1],
        Cue(1000, 1300, "So how did you", "Amina"),
        Cue(1300, 1500, "talk to each other?", "Amina"),
        Cue(
            1500,
            1900,
            "With our hands, all of us together, from one end of the shed to the other.",
            "Mary",
        ),
    )
    verbs.save(recording, asked, by=cast.amina, number=1)
    story = StoryFactory(published=True, author=cast.amina, title="Hands", parts=[recording])
    desk = screen(**DESKTOP)
    desk.open(story.get_absolute_url())
    contents = desk.page.get_by_text("2 chapters: what is asked")
    contents.press("Enter")
    link = desk.page.get_by_role("link", name="0:01 So how did you talk to each other?")
    link.press("Enter")
    desk.page.wait_for_function("() => document.querySelector('audio').currentTime >= 1.0")
    expect(link).to_have_attribute("aria-current", "true")
    expect(desk.page).to_have_url(re.compile(rf"#said-{recording.ref}-1000$"))
    assert faults(desk) == []


def the_keys_move_it(player: Locator) -> None:
    slider = player.get_by_role("slider", name="Where you are")
    slider.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "2 seconds of 2 seconds")
    slider.press("j")
    expect(slider).to_have_attribute("aria-valuetext", "0 seconds of 2 seconds")
    slider.press("k")
    expect(player.get_by_role("button", name="Pause")).to_be_visible()
    slider.press(" ")
    expect(player.get_by_role("button", name="Play")).to_be_visible()


def the_line_is_marked_found_and_quoted(desk: Screen, story: Story) -> None:
    page = desk.page
    page.get_by_role("searchbox", name="Find in these words").fill("SIGNED")
    expect(page.get_by_role("status").filter(has_text="1 line has it.")).to_be_visible()
    lines = page.locator(".said li:visible")
    expect(lines).to_have_count(1)
    page.get_by_role("searchbox", name="Find in these words").fill("")
    expect(lines).to_have_count(3)
    lines.nth(0).get_by_role("link").press("ArrowDown")
    expect(lines.nth(1).get_by_role("link")).to_be_focused()
    page.keyboard.press("Enter")
    expect(lines.nth(1)).to_have_attribute("aria-current", "true")
    page.get_by_role("button", name="Pause").press("Enter")
    page.get_by_text("With our hands.").select_text()
    desk.press("Copy as a quotation")
    address = f"{desk.address}{story.get_absolute_url()}"
    expect(page.get_by_role("status").filter(has_text="The quotation is copied.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"“With our hands.” Mary, “Hands”, from 0:01, {address}#t=1"


def it_goes_on_at_the_foot(desk: Screen, player: Locator) -> None:
    page = desk.page
    bar = page.get_by_role("region", name="What is playing")
    expect(bar).to_be_hidden()
    page.get_by_role("heading", name="Who, when and where").scroll_into_view_if_needed()
    expect(bar).to_be_visible()
    desk.press("Back to it")
    expect(player.get_by_role("button", name="Play")).to_be_focused()
    expect(bar).to_be_hidden()


def an_address_begins_there(desk: Screen, story: Story) -> None:
    desk.open("/about/")
    desk.open(f"{story.get_absolute_url()}#t=1")
    expect(desk.page.locator(".said li").nth(1)).to_have_attribute("aria-current", "true")
    assert desk.page.locator("audio").evaluate("media => [media.currentTime, media.paused]") == [
        1,
        True,
    ]
