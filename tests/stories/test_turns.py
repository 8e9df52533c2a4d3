"""Whose turn it is: a memory given to a colleague, and what the database works out from that."""

from __future__ import annotations

import pytest
from wagtail.models import ModelLogEntry, Revision

from stories import lifecycle
from stories.models import Turn
from tests.factories import StoryFactory
from tests.stories.cast import STATES, Cast

pytestmark = pytest.mark.django_db


class TestAssign:
    def test_a_colleague_reads_it_and_the_log_says_who(self, cast: Cast) -> None:
        story = cast.memory("taken_up", title="The baths")
        story = lifecycle.assign(story, by=cast["teacher"], to=cast["colleague"])
        assert story.taken_up_by == cast["colleague"]
        (entry,) = ModelLogEntry.objects.filter(action="stories.assign")
        assert entry.message == f"Gave it to {cast['colleague']} to read"
        ModelLogEntry.objects.filter(pk=entry.pk).update(data={"reader": "987654321"})
        entry = ModelLogEntry.objects.get(pk=entry.pk)
        assert entry.message == "Gave it to a colleague to read"

    def test_a_wish_to_have_it_back_ends_with_the_first_reader_alone(self, cast: Cast) -> None:
        story = lifecycle.ask_back(cast.memory("taken_up"), by=cast["author"])
        story = lifecycle.assign(story, by=cast["teacher"], to=cast["colleague"])
        assert story.asked_back_at is not None

    @pytest.mark.parametrize(
        ("state", "to", "sentence"),
        [
            ("taken_up", "teacher", "is reading this one already"),
            ("submitted", "stranger", "is not of the staff"),
            ("submitted", "classmate", "is not of the staff"),
            ("submitted", "left", "is not of the staff"),
        ],
    )
    def test_is_refused(self, cast: Cast, state: str, to: str, sentence: str) -> None:
        with pytest.raises(lifecycle.Refused, match=sentence):
            lifecycle.assign(cast.memory(state), by=cast["teacher"], to=cast[to])

    def test_nobody_reads_their_own(self, cast: Cast) -> None:
        story = StoryFactory(author=cast["colleague"], submitted=True)
        with pytest.raises(lifecycle.Refused, match="somebody else has to read it"):
            lifecycle.assign(story, by=cast["teacher"], to=cast["colleague"])

    def test_the_lead_gives_nothing_away_that_is_held(self, cast: Cast) -> None:
        with pytest.raises(lifecycle.Refused, match="lead is looking"):
            lifecycle.assign(cast.memory("held_submitted"), by=cast["lead"], to=cast["lead"])


TURNS = {
    "draft": Turn.WRITER,
    "submitted": Turn.FIRST,
    "taken_up": Turn.TEACHER,
    "changes_requested": Turn.WRITER,
    "published": Turn.DONE,
    "withdrawn": Turn.DONE,
    "sealed": Turn.SEALED,
    "held_draft": Turn.LEAD,
    "held_submitted": Turn.LEAD,
    "held_published": Turn.LEAD,
    "held_sealed": Turn.LEAD,
}


class TestTurn:
    @pytest.mark.parametrize("state", STATES)
    def test_the_database_knows_whose_it_is(self, cast: Cast, state: str) -> None:
        story = cast.memory(state)
        story.refresh_from_db()
        assert story.turn == TURNS[state]

    def test_a_mended_version_waits_for_a_second_adult(self, cast: Cast) -> None:
        story = cast.memory("published")
        story.save_revision(user=cast["colleague"])
        story.refresh_from_db()
        assert story.turn == Turn.SECOND_ADULT

    def test_what_follows_a_publication_is_no_first_memory(self, cast: Cast) -> None:
        waiting, earlier = cast.memory("submitted"), cast.memory("submitted")
        somebody_elses = StoryFactory(submitted=True)
        lifecycle.publish(earlier, by=cast["teacher"])
        later = cast.memory("submitted")
        for story, turn in (
            (waiting, Turn.NOBODY),
            (later, Turn.NOBODY),
            (somebody_elses, Turn.FIRST),
        ):
            story.refresh_from_db()
            assert story.turn == turn

    def test_no_earlier_version_brings_an_earlier_turn_back(self, cast: Cast) -> None:
        story = cast.memory("submitted")
        assert not {"turn", "is_first"} & set(story.latest_revision.content)
        lifecycle.publish(story, by=cast["teacher"])
        Revision.objects.get(pk=story.latest_revision_id).as_object().save()
        story.refresh_from_db()
        assert not story.is_first
