"""Plain pages are read aloud by a voice of the device, and by no other."""

from __future__ import annotations

import json

import pytest

from tests.journeys.cast import Cast
from tests.journeys.screens import Screen

VOICES = """(voices) => {
  window.said = [];
  const speech = {
    getVoices: () => voices, cancel: () => {}, addEventListener: () => {},
    speak: (words) => { window.said.push(words.text); window.speaking = words; },
  };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}"""
HERE = {"localService": True, "lang": "en-GB"}
AWAY = {"localService": False, "lang": "en-GB"}
FRENCH = {"localService": True, "lang": "fr-FR"}


def with_voices(screen: Screen, *voices: dict[str, object]) -> None:
    screen.page.add_init_script(f"({VOICES})({json.dumps(voices)})")
    screen.open("/privacy/")


def test_from_the_heading_on_until_it_is_stopped(cast: Cast, device: Screen) -> None:
    with_voices(device, AWAY, HERE)
    page = device.page
    page.get_by_role("button", name="Read it to me").click()
    assert page.evaluate("window.said") == ["Privacy"]
    page.evaluate("window.speaking.onend()")
    assert page.evaluate("window.said[1]").startswith("What we keep")
    assert page.evaluate("window.speaking.voice.localService") is True
    assert page.locator(".is-read").count() == 1
    page.get_by_role("button", name="Stop reading").click()
    page.evaluate("window.speaking.onend()")
    assert page.evaluate("window.said.length") == 2
    assert page.locator(".is-read").count() == 0


@pytest.mark.parametrize("voices", [(), (AWAY,), (FRENCH,)])
def test_no_button_without_a_voice_of_our_own(
    cast: Cast, device: Screen, voices: tuple[dict[str, object], ...]
) -> None:
    with_voices(device, *voices)
    assert device.page.get_by_role("button", name="Read it to me").count() == 0
