"""Somebody watches a film: with captions where it has them, and as large as the screen."""

from __future__ import annotations

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
from tests.journeys.files import Files, kept
from tests.journeys.filling import LIKE_AN_IPHONE, fills_by_key, fills_until_escape
from tests.journeys.screens import DESKTOP, PHONE, Screen

SAID = (Cue(0, 2000, "It was loud.", "Mary"),)
ON_THE_FILM = """film => film.textTracks[0].mode === "showing"
  && [...film.textTracks[0].activeCues].some((cue) => cue.text.includes("It was loud."))"""
NOT_ON_IT = "film => film.textTracks[0].mode !== 'showing'"
FILLED_BY_THE_PHONE = """HTMLVideoElement.prototype.webkitEnterFullscreen = function () {
  document.documentElement.dataset.filled = this.tagName; };"""
STAND = "film => { film.preload = 'auto'; film.currentTime = 1; }"


@pytest.fixture
def film(cast: Cast, files: Files) -> Item:
    return kept(files.film, by=cast.amina)


@pytest.fixture
def story(cast: Cast, film: Item) -> Story:
    made: Story = StoryFactory(published=True, author=cast.amina, title="The loom", parts=[film])
    return made


def player(screen: Screen, story: Story) -> Locator:
    screen.open(story.get_absolute_url())
    return screen.page.get_by_role("group", name="Player: The mill")


def test_captions_are_there_until_somebody_wants_none(
    device: Screen, cast: Cast, film: Item, story: Story
) -> None:
    verbs.save(film, SAID, by=cast.amina, number=0)
    captions = player(device, story).get_by_role("button", name="Captions")
    expect(captions).to_have_attribute("aria-pressed", "true")
    device.page.locator("video").evaluate(STAND)
    it_is(device, ON_THE_FILM)
    captions.click()
    expect(captions).to_have_attribute("aria-pressed", "false")
    it_is(device, NOT_ON_IT)
    captions.press("c")
    expect(captions).to_have_attribute("aria-pressed", "true")
    it_is(device, ON_THE_FILM)
    captions.press("Enter")
    expect(captions).to_have_attribute("aria-pressed", "false")
    assert faults(device) == []


def test_a_film_without_captions_says_so(desktop: Screen, story: Story) -> None:
    controls = player(desktop, story)
    expect(desktop.main).to_contain_text("Nobody has written down what is said in this film yet.")
    expect(controls.get_by_role("button", name="Captions")).to_be_hidden()
    controls.get_by_role("button", name="Play").press("c")
    expect(controls.get_by_role("status")).to_have_text("This film has no captions yet.")


def test_it_fills_the_screen(screen: Open, story: Story) -> None:
    desktop = screen(**DESKTOP)
    button = player(desktop, story).get_by_role("button", name="Fill the screen")
    fills_until_escape(button)
    expect(button).to_be_focused()
    fills_by_key(button)


def test_where_a_browser_cannot_no_button_says_so(screen: Open, story: Story) -> None:
    phone = screen(**PHONE)
    phone.page.add_init_script(LIKE_AN_IPHONE)
    controls = player(phone, story)
    expect(controls.get_by_role("button", name="Play")).to_be_visible()
    expect(controls.get_by_role("button", name="Fill the screen")).to_be_hidden()
    controls.get_by_role("button", name="Play").press("f")


def test_on_an_iphone_the_film_fills_it_in_the_phones_own_player(
    screen: Open, story: Story
) -> None:
    phone = screen(**PHONE)
    phone.page.add_init_script(LIKE_AN_IPHONE + FILLED_BY_THE_PHONE)
    button = player(phone, story).get_by_role("button", name="Fill the screen")
    assert button.get_attribute("aria-pressed") is None
    button.click()
    phone.page.wait_for_function("() => document.documentElement.dataset.filled === 'VIDEO'")
    it_is(phone, "film => !film.paused")


def it_is(screen: Screen, wanted: str) -> None:
    film = screen.page.locator("video").element_handle()
    screen.page.wait_for_function(wanted, arg=film)
