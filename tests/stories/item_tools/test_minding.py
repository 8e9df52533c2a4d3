"""The lines of a transcript are minded as the words of a memory are."""

from __future__ import annotations

import pytest

from media.models import Item
from stories.models import FindingReview, Story
from tests.stories.item_tools.screen import TranscriptScreen, texts

pytestmark = pytest.mark.django_db

PHONE = "Ring 0161 496 0000."


def mends(screen: TranscriptScreen) -> list[str]:
    return [part.split('"')[0] for part in screen.text.split('value="mend:')[1:]]


def test_a_save_says_in_which_line_it_stands(screen: TranscriptScreen) -> None:
    told = screen.type(2, text=PHONE).press("", json=True).json()["minded"]
    assert list(told) == ["text-1"]
    assert "This looks like a phone number." in told["text-1"]


def test_a_line_that_is_held_back_is_left_alone(screen: TranscriptScreen) -> None:
    told = screen.type(2, text=PHONE).tick(2).press("", json=True).json()
    assert told["minded"] == {}


def test_the_page_mends_it_without_script(screen: TranscriptScreen, sound: Item) -> None:
    screen.type(2, text=PHONE).press()
    again = screen.again()
    again.press(f"mend:{mends(again)[0]}")
    assert texts(sound)[1] == "Ring."


def test_what_a_person_let_stay_is_left_alone(screen: TranscriptScreen, sound: Item) -> None:
    story = Story.objects.get(parts__item=sound)
    FindingReview.objects.create(
        story=story, kind="phone", excerpt="0161 496 0000", reviewed_by=story.author
    )
    told = screen.type(2, text=PHONE).press("", json=True).json()
    assert told["minded"] == {}
