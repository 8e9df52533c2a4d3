"""A teacher's ten minutes: ten memories with the keys alone, and a gate that is mended."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from media.transcripts import verbs
from media.transcripts.cues import Cue
from stories.models import FindingReview, FirstYes, KeptPoint, Story
from stories.models.states import Status
from tests.factories import PersonFactory, StoryFactory
from tests.journeys.accessibility import OUR_PART_OF_WAGTAIL, faults
from tests.journeys.cast import Cast
from tests.journeys.files import Files
from tests.journeys.screens import Screen
from tests.journeys.staff_room import StaffRoom
from tests.journeys.test_keyboard import Keys
from tests.journeys.transcribing import a_recording

DIALOG = {"include": [["#keyboard-shortcuts-dialog"]]}
CLEAN, PHONE, FUNERAL = (
    "We grew beans on the roof.",
    "Ring 0161 496 0000 and ask.",
    "My grandad died that winter.",
)
WORDS = [CLEAN, PHONE, CLEAN, FUNERAL, CLEAN, CLEAN, PHONE, CLEAN, CLEAN, CLEAN]


def hears(desktop: Screen) -> None:
    """Wagtail listens to keys once the page is whole."""
    desktop.page.wait_for_load_state()


def test_ten_memories_are_reviewed_with_the_keys_alone(cast: Cast, desktop: Screen) -> None:
    teller = PersonFactory(consenting=True, school=cast.school)
    stories = [
        StoryFactory(
            submitted=True, author=cast.amina, teller=teller, title=f"Memory {n}", parts=[words]
        )
        for n, words in enumerate(WORDS, start=1)
    ]
    desktop.sign_in("hale")
    desktop.open(f"/admin/moderation/review/{stories[0].ref}/")
    keys = Keys(desktop)
    for number, words in enumerate(WORDS, start=1):
        expect(desktop.page.get_by_role("heading", name=f"Memory {number}").first).to_be_visible()
        hears(desktop)
        if words != CLEAN:
            desktop.page.keyboard.press("j")
            expect(desktop.page.locator("#found-1")).to_be_focused()
            desktop.page.keyboard.press("a")
            expect(desktop.page.get_by_text("Nothing was found.")).to_be_visible()
            hears(desktop)
        desktop.page.keyboard.press("d")
        # What was found and may stay needs a second adult: this one says the first yes.
        needs_two = words == PHONE
        keys.press("button", "Recommend it" if needs_two else "Publish")
        StaffRoom(desktop).said("You said the first yes." if needs_two else "It is published.")
        hears(desktop)
        if number < len(WORDS):
            desktop.page.keyboard.press("n")
    assert Story.objects.public().count() == len(WORDS) - WORDS.count(PHONE)
    assert FirstYes.objects.count() == WORDS.count(PHONE)
    assert FindingReview.objects.count() == 3


def test_a_key_asks_at_the_very_words_and_never_types(cast: Cast, desktop: Screen) -> None:
    teller = PersonFactory(consenting=True, school=cast.school)
    story = StoryFactory(
        submitted=True, author=cast.amina, teller=teller, parts=[f"{CLEAN} {PHONE} {FUNERAL}"]
    )
    desktop.sign_in("hale")
    desktop.open(f"/admin/moderation/review/{story.ref}/")
    page = desktop.page
    page.keyboard.press("k")
    expect(page.locator("#found-2")).to_be_focused()
    assert faults(desktop, OUR_PART_OF_WAGTAIL) == []
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_contain_text("Mend it")
    assert faults(desktop, DIALOG) == []
    page.keyboard.press("Escape")
    page.keyboard.press("k")
    expect(page.locator("#found-1")).to_be_focused()
    page.keyboard.press("q")
    step = page.locator("[name=feedback]").first
    expect(step).to_be_focused()
    expect(step).to_have_value(re.compile("phone number"))
    page.keyboard.press("End")
    page.keyboard.type(" a m d n j")
    expect(step).to_have_value(re.compile("ring. a m d n j$"))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    StaffRoom(desktop).said("Kept.")
    hears(desktop)
    point = KeptPoint.objects.get()
    assert (point.pin, point.quote) == ("words", "0161 496 0000")
    page.keyboard.press("j")
    page.keyboard.press("m")
    expect(page).to_have_url(re.compile(rf"/admin/moderation/edit/{story.pk}/#id_parts-0-text$"))


def test_a_gate_that_refuses_is_mended_and_opens(cast: Cast, desktop: Screen) -> None:
    cast.nan.public_name = "Mary"
    story = StoryFactory(submitted=True, author=cast.amina, teller=cast.nan, title="The bakery")
    desktop.sign_in("hale")
    room = StaffRoom(desktop)
    room.read("The bakery")
    expect(room.panel("Decide")).to_contain_text("It cannot be published yet.")
    in_it = room.panel("Who is in it")
    expect(in_it).to_contain_text("Put it on the web: missing")
    in_it.get_by_role("link", name=re.compile("^Write down their answer.*taking part")).click()
    expect(desktop.page.locator("[name=about]")).to_have_value(story.ref)
    room.record_yes("Mary Surname", about="The bakery")
    expect(desktop.page).to_have_url(re.compile(rf"/review/{story.ref}/#person-{cast.nan.pk}$"))
    expect(in_it).to_contain_text("Put it on the web: yes")
    expect(room.panel("What is in the way")).to_contain_text("Everybody who has to has said yes.")
    desktop.press("Publish")
    room.said("It is published.")
    story.refresh_from_db()
    assert story.status == Status.PUBLISHED


def test_a_sound_is_heard_faster_and_from_a_line(cast: Cast, files: Files, desktop: Screen) -> None:
    sounds = [a_recording(files, by=cast.amina) for _ in range(2)]
    verbs.save(sounds[0], [Cue(0, 900, "It was loud."), Cue(1000, 1900, "So.")], by=None, number=0)
    story = StoryFactory(submitted=True, author=cast.amina, parts=sounds)
    desktop.sign_in("hale")
    desktop.open(f"/admin/moderation/review/{story.ref}/")
    hears(desktop)
    page = desktop.page
    players = page.locator("[data-play] audio")
    page.keyboard.press(">")
    page.keyboard.press(">")
    page.keyboard.press(">")
    page.keyboard.press(">")
    for player in players.all():
        expect(player).to_have_js_property("playbackRate", 2)
    page.keyboard.press("<")
    expect(page.locator("[data-speed='1.5']").first).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="1.25×").last.click()
    expect(players.first).to_have_js_property("playbackRate", 1.25)
    page.get_by_role("link", name="Play from 0:01").click()
    page.wait_for_function("() => document.querySelector('[data-play] audio').currentTime >= 1")
    expect(players.first).to_have_js_property("playbackRate", 1.25)
    page.keyboard.press("p")
