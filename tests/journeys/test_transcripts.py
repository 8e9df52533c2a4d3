"""Somebody writes down what is said: by hand, by keyboard, over bad Wi-Fi, in two tabs."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from media.models import Item, Transcript
from media.transcripts import verbs, webvtt
from media.transcripts.cues import Cue
from stories import lifecycle
from stories.models import Story
from tests.factories import StoryFactory
from tests.journeys.accessibility import OUR_PART_OF_WAGTAIL, faults, look_at
from tests.journeys.cast import Cast
from tests.journeys.conftest import Open
from tests.journeys.files import Files
from tests.journeys.screens import Screen
from tests.journeys.transcribing import Transcriber, a_recording

SAID = (
    Cue(0, 600, "It was loud.", "Mary"),
    Cue(600, 1200, "So loud that we signed.", "Mary"),
    Cue(1200, 1800, "With our hands.", "Mary"),
)


@pytest.fixture
def recording(cast: Cast, files: Files) -> Item:
    """A sound in a memory that Amina writes, with three lines."""
    item = a_recording(files, by=cast.amina)
    StoryFactory(author=cast.amina, parts=["Nan told me this.", item], title="Hands")
    verbs.save(item, SAID, by=cast.amina, number=0)
    return item


def said(item: Item) -> list[tuple[str, str]]:
    cues = webvtt.read(Transcript.objects.get(item=item).vtt)
    return [(cue.speaker, cue.text) for cue in cues]


def test_lines_are_typed_split_joined_and_saved_by_themselves(
    device: Screen, recording: Item
) -> None:
    device.sign_in("amina")
    desk = Transcriber(device, recording)
    desk.open()
    desk.words(2).fill("So loud that we signed. All day.")
    desk.cut(2, after="So loud that we signed.")
    expect(desk.words(3)).to_be_focused()
    expect(desk.words(3)).to_have_value("All day.")
    desk.press(4, "Take out")
    desk.press_undo()
    expect(desk.words(4)).to_have_value("With our hands.")
    desk.press(3, "Join with next")
    expect(desk.words(3)).to_have_value("All day. With our hands.")
    desk.is_safe()
    assert said(recording) == [
        ("Mary", "It was loud."),
        ("Mary", "So loud that we signed."),
        ("Mary", "All day. With our hands."),
    ]


def test_times_are_stamped_and_slid_from_the_keyboard(desktop: Screen, recording: Item) -> None:
    desktop.sign_in("amina")
    desk = Transcriber(desktop, recording)
    desk.open()
    desk.stand_at(0.8)
    desk.words(2).press("Control+Shift+Enter")
    expect(desk.time(2, "From")).to_have_value("0:00.8")
    expect(desk.time(1, "To")).to_have_value("0:00.8")
    expect(desk.words(3)).to_be_focused()
    slider = desktop.page.get_by_role("group", name="Move the times").get_by_label("Ends")
    slider.press("ArrowLeft")
    expect(desk.time(3, "To")).to_have_value("0:01.7")
    desk.words(3).press("Control+Enter")
    desktop.page.wait_for_function("() => !document.querySelector('[data-player]').paused")
    desk.words(3).press("Control+Enter")
    desk.stand_at(1.5)
    desk.words(3).press("Control+,")
    assert desk.stands_at() == 0
    desk.is_safe()
    cues = webvtt.read(Transcript.objects.get(item=recording).vtt)
    assert [(cue.start_ms, cue.end_ms) for cue in cues] == [(0, 800), (800, 1200), (1200, 1700)]


def test_a_time_is_dragged_with_the_mouse(desktop: Screen, recording: Item) -> None:
    desktop.sign_in("amina")
    desk = Transcriber(desktop, recording)
    desk.open()
    desk.words(3).focus()
    slider = desktop.page.get_by_role("group", name="Move the times").get_by_label("Starts")
    slider.scroll_into_view_if_needed()
    track = slider.bounding_box()
    assert track is not None
    ends = {name: float(slider.get_attribute(name) or 0) for name in ("min", "max")}
    share = (1.2 - ends["min"]) / (ends["max"] - ends["min"])
    thumb, middle = track["x"] + track["width"] * share, track["y"] + track["height"] / 2
    desktop.page.mouse.move(thumb, middle)
    desktop.page.mouse.down()
    desktop.page.mouse.move(thumb + track["width"] * 0.2, middle, steps=4)
    desktop.page.mouse.up()
    expect(desk.time(3, "From")).to_have_value("0:01.7")
    desk.is_safe()
    assert webvtt.read(Transcript.objects.get(item=recording).vtt)[2].start_ms == 1700


def test_the_line_that_is_heard_is_marked(desktop: Screen, recording: Item) -> None:
    desktop.sign_in("amina")
    desk = Transcriber(desktop, recording)
    desk.open()
    desk.stand_at(0.7)
    expect(desktop.page.locator(".line.is-now")).to_have_count(1)
    expect(desk.line(2)).to_have_class("line is-now")


def test_two_tabs_never_overwrite_each_other_silently(phone: Screen, recording: Item) -> None:
    phone.sign_in("amina")
    desk = Transcriber(phone, recording)
    desk.open()
    second = another_tab(phone)
    desk.words(1).fill("It was very loud.")
    desk.is_safe()
    with phone.expecting("409"):
        first_words(second).fill("It was quiet.")
        told = second.get_by_role("alert").filter(has_text="Somebody saved this")
        expect(told).to_be_visible()
    expect(first_words(second)).to_have_value("It was quiet.")
    assert said(recording)[0][1] == "It was very loud."
    second.get_by_role("button", name="Keep what is on this screen").click()
    expect(second.locator("[data-saved]")).to_have_text("Safe at school")
    assert said(recording)[0][1] == "It was quiet."
    assert Transcript.objects.get(item=recording).revisions.count() == 3


def test_words_wait_on_the_phone_until_the_wifi_is_back(phone: Screen, recording: Item) -> None:
    phone.sign_in("amina")
    desk = Transcriber(phone, recording)
    desk.open()
    with phone.expecting("net::ERR_INTERNET_DISCONNECTED"):
        phone.context.set_offline(True)
        desk.words(1).fill("It was never quiet.")
        expect(desk.sign).to_contain_text("On this phone. We will try again")
        phone.page.close()
        phone.context.set_offline(False)
        phone.page = phone.context.new_page()
        desk = Transcriber(phone, recording)
        desk.open()
        expect(desk.words(1)).to_have_value("It was never quiet.")
        desk.is_safe()
    assert said(recording)[0][1] == "It was never quiet."


def test_a_line_is_held_back_at_once(phone: Screen, recording: Item) -> None:
    phone.sign_in("amina")
    desk = Transcriber(phone, recording)
    desk.open()
    desk.hold_box(2).check()
    expect(phone.page.get_by_text("it cannot play yet")).to_be_visible()
    desk.is_safe()
    held = Item.objects.get(pk=recording.pk)
    assert [(p.start_ms, p.end_ms) for p in held.held_passages.all()] == [(600, 1200)]
    assert not held.is_ready
    assert phone.answer(recording.url()) == 404


def test_without_script_every_button_saves(screen: Open, recording: Item) -> None:
    browser = screen(java_script_enabled=False)
    browser.sign_in("amina")
    desk = Transcriber(browser, recording)
    desk.open()
    desk.words(2).fill("So loud | that we signed.")
    desk.press(2, "Cut in two")
    expect(desk.words(3)).to_have_value("that we signed.")
    desk.press(1, "Join with next")
    expect(desk.words(1)).to_have_value("It was loud. So loud")
    assert [text for _, text in said(recording)] == [
        "It was loud. So loud",
        "that we signed.",
        "With our hands.",
    ]


def test_both_rooms_are_accessible(device: Screen, recording: Item) -> None:
    story = Story.objects.get()
    lifecycle.submit(story, by=story.author)
    device.sign_in("amina")
    desk = Transcriber(device, recording)
    desk.open()
    device.page.get_by_text("How to do it").click()
    device.page.get_by_text("I have the words already").click()
    desk.words(2).fill("He lived at 14 Moston Lane.")
    desk.is_safe()
    desk.line(2).locator("[data-more] summary").click()
    found = faults(device)
    found += look_at(device, [reverse("desk_story_preview", args=[story.ref])])
    device.sign_out()
    device.sign_in("hale", at="/admin/login/")
    rooms = [
        reverse("admin_item_transcript", args=[recording.ref]),
        reverse("moderation:review", args=[story.ref]),
    ]
    assert found + look_at(device, rooms, OUR_PART_OF_WAGTAIL) == []


def test_a_teacher_reads_over_a_draft_of_a_computer(desktop: Screen, recording: Item) -> None:
    verbs.save(recording, SAID[:2], by=None, number=1, by_computer=True)
    story = Story.objects.get()
    lifecycle.submit(story, by=story.author)
    desktop.sign_in("hale", at="/admin/login/")
    desktop.open(f"/admin/items/{recording.ref}/transcript/")
    desk = Transcriber(desktop, recording)
    desk.words(1).fill("It was very loud.")
    expect(desktop.page.get_by_text("Draft made by a computer.")).to_be_visible()
    desktop.press("I have read it all, and it is right")
    expect(desktop.page.get_by_text("Draft made by a computer.")).to_have_count(0)
    transcript = Transcript.objects.get(item=recording)
    assert not transcript.by_computer
    assert transcript.spoken == "It was very loud.\nSo loud that we signed."


def another_tab(screen: Screen) -> Page:
    tab = screen.context.new_page()
    tab.goto(screen.page.url)
    expect(first_words(tab)).to_be_visible()
    return tab


def first_words(tab: Page) -> Locator:
    return tab.get_by_label("Words", exact=True).first
