"""Help while writing: underlines and mends, describing, order, a place to suggest, reading help."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from stories.models import PlaceSuggestion, Story
from tests.factories import ItemFactory, StoryFactory
from tests.journeys.accessibility import faults
from tests.journeys.cast import Cast
from tests.journeys.desk import Desk
from tests.journeys.screens import PHONE, Screen
from tests.journeys.test_keyboard import Keys

PHONE_NUMBER = "0161 496 0000"


def test_what_gives_somebody_away_is_underlined_and_mended_with_the_keys(
    cast: Cast, desktop: Screen
) -> None:
    StoryFactory(author=cast.amina, title="The mill", parts=["We sang."])
    desktop.sign_in("amina")
    desktop.follow("The mill")
    desk, keys = Desk(desktop), Keys(desktop)
    desk.words.press("Control+End")
    desk.words.press_sequentially(f" Ring {PHONE_NUMBER} now.")
    mark = desktop.page.locator(".underlines mark")
    expect(mark).to_have_text(PHONE_NUMBER)
    expect(desk.words).to_be_focused()
    assert desk.words.evaluate("box => box.selectionStart === box.value.length")
    assert faults(desktop) == []
    keys.press("button", "Take it out")
    expect(desk.words).to_have_value("We sang. Ring now.")
    expect(mark).to_have_count(0)
    expect(desktop.page.get_by_role("button", name="Put it back")).to_be_focused()
    desktop.page.keyboard.press("Enter")
    expect(desk.words).to_have_value(f"We sang. Ring {PHONE_NUMBER} now.")
    expect(mark).to_have_text(PHONE_NUMBER)
    desk.is_safe()


def test_a_part_is_dragged_with_a_mouse(cast: Cast, desktop: Screen) -> None:
    story = StoryFactory(author=cast.amina, title="The mill", parts=["one", "two", "three"])
    desktop.sign_in("amina")
    desktop.follow("The mill")
    parts = desktop.page.locator("[data-part]")
    grip = parts.nth(2).locator("[data-grip]")
    grip.scroll_into_view_if_needed()
    grip.hover()
    desktop.page.mouse.down()
    top = parts.nth(0).bounding_box()
    assert top
    desktop.page.mouse.move(top["x"] + 20, max(top["y"], 5), steps=5)
    expect(parts.nth(0).locator("textarea")).to_have_value("three")
    desktop.page.mouse.up()
    Desk(desktop).is_safe()
    desktop.page.reload()
    expect(parts.nth(0).locator("textarea")).to_have_value("three")
    assert [part.text for part in story.parts.all()] == ["three", "one", "two"]


def test_without_script_a_picture_is_described_and_a_place_asked_for(
    cast: Cast, screen: Callable[..., Screen]
) -> None:
    picture = ItemFactory(uploaded_by=cast.amina, filename="mill.jpg")
    story = StoryFactory(
        author=cast.amina, title="The mill", teller=cast.nan, parts=["Words.", picture]
    )
    story.parts.filter(item=picture).update(description="")
    phone = screen(**PHONE, java_script_enabled=False)
    phone.sign_in("amina")
    phone.follow("The mill")
    phone.page.get_by_text("It is not on the list").click()
    phone.page.get_by_label("What do people call it?").fill("Nan’s house")
    with phone.expecting(422):
        phone.press("Ask for this place")
        expect(phone.main).to_contain_text("This looks like somebody’s home.")
    phone.page.get_by_label("What do people call it?").fill("The Flash")
    phone.press("Ask for this place")
    expect(phone.main).to_contain_text("You asked for “The Flash”.")
    assert PlaceSuggestion.objects.get().name == "The Flash"
    phone.press("Check and hand in")
    with phone.expecting(422):
        phone.press("Hand it in to my teacher")
        expect(phone.main).to_contain_text("Say it in a few words, or tick the box below.")
    phone.page.get_by_label("What does the picture show?").fill("A tall mill.")
    phone.press("Hand it in to my teacher")
    expect(phone.page.get_by_role("status")).to_contain_text("is with your teacher now")
    assert Story.objects.get().parts.get(item=picture).description == "A tall mill."


SPEECH = """
  window.said = [];
  const voices = [{ lang: "en-GB", localService: LOCAL, name: "A voice" }];
  const speak = (one) => said.push(one.text);
  const speech = { getVoices: () => voices, addEventListener() {}, cancel() {}, speak };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  window.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) { super(); this.text = text; }
  };
"""


def test_reading_help_stays_and_reads_what_one_wrote(
    cast: Cast, screen: Callable[..., Screen]
) -> None:
    StoryFactory(author=cast.amina, title="The mill", parts=["We sang all day."])
    phone = screen(**PHONE)
    phone.page.add_init_script(SPEECH.replace("LOCAL", "true"))
    phone.sign_in("amina")
    phone.follow("The mill")
    phone.page.get_by_text("Reading help").click()
    with phone.page.expect_response("**/desk/reading-help/"):
        phone.page.get_by_text("Biggest", exact=True).click()
    phone.press("Read this page aloud")
    said: Any = phone.page.evaluate("said.join(' ')")
    assert "We sang all day." in said
    phone.page.reload()
    assert "reading-size-largest" in (phone.page.locator("html").get_attribute("class") or "")
    assert phone.page.evaluate("document.documentElement.scrollWidth <= 360")
    assert faults(phone) == []


def test_a_voice_that_sends_the_words_away_is_not_offered(
    cast: Cast, screen: Callable[..., Screen]
) -> None:
    phone = screen(**PHONE)
    phone.page.add_init_script(SPEECH.replace("LOCAL", "false"))
    phone.sign_in("amina")
    phone.page.get_by_text("Reading help").click()
    expect(phone.page.get_by_text("has a microphone")).to_be_visible()
    expect(phone.page.get_by_role("button", name="Read this page aloud")).to_be_hidden()
