"""What was found in what is said stands at its line, and leads to its second."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from families.models import User
from media.models import Item
from media.transcripts import verbs
from media.transcripts.cues import Cue
from media.transcripts.holding import hold_back
from stories import publication
from tests.factories import ItemFactory
from tests.stories.moderation.marks.reading import (
    EMAIL,
    PHONE,
    marks,
    page,
    say,
    stay,
    submitted,
    way,
)

pytestmark = pytest.mark.django_db


class TestInRecordings:
    @pytest.fixture
    def sound(self, student: User) -> Item:
        made: Item = ItemFactory(audio=True, uploaded_by=student)
        return made

    def test_a_line_is_highlighted_and_leads_to_its_second(
        self, desk: Client, student: User, sound: Item
    ) -> None:
        cues = [Cue(0, 900, "Hello."), Cue(65_000, 66_000, f"Ring {PHONE}.", speaker="Nan")]
        verbs.save(sound, cues, by=None, number=0)
        story = submitted(student, "Words.", sound)
        shown = page(desk, story)
        first, second = shown.select(".said li")
        assert first.select_one("a")["href"] == f"{sound.url()}#t=0"
        assert second.select_one("[data-second]")["data-second"] == "65"
        assert second.select_one("mark#mark-1").text == PHONE
        tool = reverse("admin_item_transcript", args=[sound.ref])
        assert f"{tool}?memory={story.ref}#line-1" in [a["href"] for a in second.select("a")]
        (mark,) = marks(shown)
        assert way(mark, "mend")["href"] == f"{tool}?memory={story.ref}#line-1"
        assert way(mark, "ask")["data-moment"] == "1:05"

    def test_words_across_two_lines_and_in_the_name_of_who_speaks(
        self, desk: Client, student: User, sound: Item
    ) -> None:
        cues = [Cue(0, 900, "Ring 0161"), Cue(1000, 2000, "496 0000.", speaker="@nans_cat")]
        verbs.save(sound, [cues[0], Cue(900, 1000, "496 0000."), cues[1]], by=None, number=0)
        shown = page(desk, submitted(student, sound))
        assert [m.text for m in shown.select(".said mark")] == ["0161", "496 0000", "@nans_cat"]

    def test_what_is_held_back_is_not_found(self, desk: Client, student: User, sound: Item) -> None:
        verbs.save(sound, [Cue(0, 900, PHONE), Cue(1000, 2000, EMAIL)], by=None, number=0)
        hold_back(sound, [(0, 900)], by=student)
        shown = page(desk, submitted(student, sound))
        assert [m.text for m in shown.select(".said mark")] == [EMAIL]
        assert len(marks(shown)) == 1

    def test_earlier_words_that_everybody_still_reads(
        self, desk: Client, student: User, sound: Item
    ) -> None:
        verbs.save(sound, [Cue(0, 900, PHONE)], by=None, number=0)
        verbs.save(sound, [Cue(0, 900, "Hello.")], by=None, number=1, waits=True)
        story = submitted(student, sound)
        (mark,) = marks(page(desk, story))
        assert way(mark, "mend")["href"].endswith(f"?memory={story.ref}")
        assert way(mark, "ask")["data-moment"] == ""

    @pytest.mark.parametrize("by_computer", [False, True])
    def test_nothing_that_a_person_wrote_down(
        self, desk: Client, student: User, sound: Item, by_computer: bool
    ) -> None:
        if by_computer:
            verbs.save(sound, [Cue(0, 900, PHONE)], by=None, number=0, by_computer=True)
        story = submitted(student, sound)
        (mark,) = marks(page(desk, story))
        assert ("nobody has read it all" in say(mark)) is by_computer
        assert reverse("admin_item_transcript", args=[sound.ref]) in way(mark, "mend")["href"]
        assert publication.blockers(story) == []
        stay(desk, story, mark)
        assert marks(page(desk, story)) == []

    def test_it_plays_at_four_speeds(self, desk: Client, student: User, sound: Item) -> None:
        speeds = page(desk, submitted(student, sound)).select("[data-speed]")
        assert [speed.text for speed in speeds] == ["1×", "1.25×", "1.5×", "2×"]
