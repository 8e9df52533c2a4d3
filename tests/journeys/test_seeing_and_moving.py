"""For whoever sees little, is made dizzy by what moves, or would rather speak than type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from stories.models import Story
from stories.models.states import Status
from tests.factories import StoryFactory
from tests.journeys.accessibility import SIDEWAYS
from tests.journeys.cast import Cast
from tests.journeys.desk import Desk
from tests.journeys.files import Files
from tests.journeys.screens import PHONE, Screen
from tests.journeys.touching import Fingers, middle

CHROMEBOOK_AT_200 = {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2}
"""What is left of 1280 by 800 pixels when everything is drawn twice as large."""

MOVING = """() => document.getAnimations().filter((each) => {
  const { duration, delay, iterations } = each.effect.getComputedTiming();
  return each.playState === "running" && iterations * (duration + delay) > 10;
}).map((each) => each.animationName || each.transitionProperty)"""
"""Milliseconds below which nobody sees that something moved."""

CONTROLS = "main :is(button, a, input, select, textarea, summary)"
CUT_OFF = """(controls) => [...document.querySelectorAll(controls)]
  .filter((each) => each.checkVisibility() && !each.closest(".visually-hidden"))
  .filter((each) => {
    const box = each.getBoundingClientRect();
    return box.width > 1 && (box.left < -1 || box.right > document.documentElement.clientWidth + 1);
  }).map((each) => each.outerHTML.slice(0, 120))"""
"""Controls that stand beside the screen, where nobody finds them."""


def whole(page: Page) -> None:
    """The screen needs no sideways scrolling, hides no control and keeps still."""
    assert page.evaluate(SIDEWAYS) <= 0, page.url
    assert page.evaluate(CUT_OFF, CONTROLS) == [], page.url
    assert page.evaluate(MOVING) == [], page.url


@pytest.fixture(params=["browser", "letters"])
def enlarged(request: pytest.FixtureRequest, screen: Callable[..., Screen]) -> Screen:
    """A Chromebook zoomed to 200 %, and a phone whose letters are set to twice their size."""
    if request.param == "browser":
        return screen(**CHROMEBOOK_AT_200, reduced_motion="reduce")
    phone = screen(**PHONE, reduced_motion="reduce")
    line = phone.context.new_cdp_session(phone.page)
    line.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    return phone


def test_a_memory_is_written_and_handed_in_at_200_percent(
    cast: Cast, enlarged: Screen, files: Files
) -> None:
    enlarged.sign_in("amina")
    desk = Desk(enlarged)
    desk.begin("The mill")
    whole(enlarged.page)
    desk.words.fill("We sang all day.")
    picture = files.photo
    desk.add(picture)
    desk.say(picture, caption="The mill", shows="A tall mill.")
    desk.is_safe()
    for step in ("when", "about", "people", "who"):
        desk.go_to(step)
        whole(enlarged.page)
    enlarged.press("Check and hand in")
    enlarged.page.wait_for_url("**/check/")
    whole(enlarged.page)
    enlarged.press("Hand it in to my teacher")
    expect(enlarged.page.get_by_role("status")).to_contain_text("is with your teacher now")
    whole(enlarged.page)
    assert Story.objects.get().status == Status.SUBMITTED


def test_a_part_is_dragged_with_a_finger(cast: Cast, phone: Screen) -> None:
    story = StoryFactory(author=cast.amina, title="The mill", parts=["one", "two", "three"])
    phone.sign_in("amina")
    phone.follow("The mill")
    parts = phone.page.locator("[data-part]")
    grip = parts.nth(1).locator("[data-grip]")
    grip.scroll_into_view_if_needed()
    top = parts.nth(0).bounding_box()
    assert top is not None
    x, y = middle(grip)
    finger = Fingers(phone)
    finger.move(((x, y), (x, top["y"] + 4)))
    expect(parts.nth(0).locator("textarea")).to_have_value("two")
    finger.lift()
    Desk(phone).is_safe()
    phone.page.reload()
    expect(parts.nth(0).locator("textarea")).to_have_value("two")
    assert [part.text for part in story.parts.all()] == ["two", "one", "three"]


LISTENING = """
  window.SpeechRecognition = class extends EventTarget {
    static available({ langs, processLocally }) {
      return Promise.resolve(processLocally && langs.includes("en-GB") ? "ANSWER" : "unavailable");
    }
    get processLocally() { return this.local; }
    set processLocally(value) { this.local = value; }
    start() { window.listening = this; }
    stop() { this.dispatchEvent(new Event("end")); }
    hear(text) {
      const results = [Object.assign([{ transcript: text }], { isFinal: true })];
      this.dispatchEvent(Object.assign(new Event("result"), { results, resultIndex: 0 }));
    }
  };
"""
"""A browser that writes down speech by itself, in place of one with a microphone."""


def _listening(screen: Callable[..., Screen], answer: str) -> Screen:
    phone = screen(**PHONE)
    phone.page.add_init_script(LISTENING.replace("ANSWER", answer))
    phone.sign_in("amina")
    phone.follow("The mill")
    return phone


def test_words_are_spoken_instead_of_typed(cast: Cast, screen: Callable[..., Screen]) -> None:
    story = StoryFactory(author=cast.amina, title="The mill", parts=["We sang."])
    phone = _listening(screen, "available")
    desk = Desk(phone)
    desk.words.press("Control+End")
    button: Any = phone.page.get_by_role("button", name="Speak your words").first
    button.click()
    expect(phone.page.get_by_role("button", name="Stop listening")).to_be_visible()
    assert phone.page.evaluate("listening.processLocally") is True
    phone.page.evaluate("listening.hear('All day long.')")
    expect(desk.words).to_have_value("We sang. All day long.")
    phone.press("Stop listening")
    expect(phone.page.get_by_role("button", name="Stop listening")).to_have_count(0)
    desk.is_safe()
    assert story.parts.get().text == "We sang. All day long."


def test_speech_that_would_leave_the_device_is_not_taken(
    cast: Cast, screen: Callable[..., Screen]
) -> None:
    StoryFactory(author=cast.amina, title="The mill", parts=["We sang."])
    phone = _listening(screen, "downloadable")
    expect(Desk(phone).words).to_be_visible()
    phone.page.get_by_text("Reading help").click()
    expect(phone.page.get_by_text("has a microphone")).to_be_visible()
    expect(phone.page.get_by_role("button", name="Speak your words")).to_have_count(0)
