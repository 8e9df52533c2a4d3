"""Points: kept, sent, answered, closed; who may, and what is left of them after changes."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from wagtail.models import ModelLogEntry

from stories import lifecycle
from stories.conversation import points, standing
from stories.conversation.standing import Place
from stories.erasing import leaving
from stories.models import Answer, Feedback, KeptPoint, Pin, Story, StoryPart
from tests.factories import ItemFactory, PersonFactory
from tests.stories.cast import STATES, Cast

pytestmark = pytest.mark.django_db
LOUD = "The looms were so loud."
TOLD = f"It was red. {LOUD} We had tea."


def pinned(story: Story, by: Any, **place: Any) -> KeptPoint:
    part = story.parts.first()
    assert part is not None
    words = {"pin": Pin.WORDS, "part": part, "quote": LOUD, "before": "red. ", "after": " We"}
    return KeptPoint(story=story, given_by=by, text="How loud?", **(place or words))


def sent(cast: Cast, **place: Any) -> Feedback:
    story = cast.memory("submitted", parts=[TOLD])
    points.keep(pinned(story, cast["teacher"], **place))
    lifecycle.request_changes(story, by=cast["teacher"])
    return Feedback.objects.get(story=story)


@pytest.mark.parametrize("state", STATES)
def test_who_may_keep_a_point_and_when(cast: Cast, state: str) -> None:
    story = cast.memory(state, parts=[TOLD])
    kept = set()
    for role, person in cast.people.items():
        if getattr(person, "pk", None) is None:
            continue
        try:
            points.keep(pinned(story, person))
        except lifecycle.Refused:
            continue
        kept.add(role)
    staff = {"teacher", "colleague", "lead"}
    expected = {"submitted": staff, "taken_up": staff, "held_submitted": {"lead"}}
    assert kept == expected.get(state, set())


def test_the_writer_sees_nothing_before_it_is_sent(cast: Cast) -> None:
    story = cast.memory("submitted", parts=[TOLD])
    points.keep(pinned(story, cast["teacher"]))
    points.keep(pinned(story, cast["colleague"]))
    assert not story.feedback.exists()
    lifecycle.request_changes(story, by=cast["teacher"], feedback="Well told.", thanks="I laughed.")
    assert {(f.text, f.pin, f.thanks) for f in story.feedback.all()} == {
        ("Well told.", "whole", "I laughed."),
        ("How loud?", "words", ""),
    }
    assert [point.given_by for point in KeptPoint.objects.all()] == [cast["colleague"]]


def test_a_point_is_enough_and_nothing_is_not(cast: Cast) -> None:
    assert sent(cast).quote == LOUD
    story = cast.memory("submitted")
    with pytest.raises(lifecycle.Refused, match="what to change"):
        lifecycle.request_changes(story, by=cast["teacher"], feedback=" ", thanks="Lovely.")
    assert not story.feedback.exists()


def test_only_ones_own_is_taken_out(cast: Cast) -> None:
    story = cast.memory("submitted", parts=[TOLD])
    point = points.keep(pinned(story, cast["teacher"]))
    points.drop(story, point.pk, by=cast["colleague"])
    assert points.kept_by(cast["teacher"], story) == [point]
    points.drop(story, point.pk, by=cast["teacher"])
    assert not KeptPoint.objects.exists()


@pytest.mark.parametrize("text", ["Ring me on 0161 496 0000.", "Write to me@example.org"])
def test_no_way_to_reach_anybody_goes_to_and_fro(cast: Cast, text: str) -> None:
    story = cast.memory("submitted", parts=[TOLD])
    with pytest.raises(lifecycle.Refused, match="Please take it out"):
        points.keep(_saying(story, cast, text))
    with pytest.raises(lifecycle.Refused, match="Please take it out"):
        lifecycle.request_changes(story, by=cast["teacher"], feedback=text)
    point = sent(cast)
    with pytest.raises(lifecycle.Refused, match="Please take it out"):
        points.reply(point, text, by=cast["author"])
    point.refresh_from_db()
    assert point.reply == ""


def _saying(story: Story, cast: Cast, text: str) -> KeptPoint:
    point = pinned(story, cast["teacher"])
    point.text = text
    return point


class TestAnswering:
    @pytest.mark.parametrize("role", ["classmate", "relative", "teacher", "lead", "stranger"])
    def test_is_the_writers_alone(self, cast: Cast, role: str) -> None:
        point = sent(cast)
        with pytest.raises(lifecycle.Refused):
            points.answer(point, Answer.CHANGED, by=cast[role])
        with pytest.raises(lifecycle.Refused):
            points.reply(point, "Hello", by=cast[role])

    def test_may_be_thought_better_of_until_it_is_handed_in(self, cast: Cast) -> None:
        point = points.answer(sent(cast), Answer.LEFT, by=cast["author"])
        assert (point.closed_by, point.is_open) == (cast["author"], False)
        point = points.answer(point, Answer.CHANGED, by=cast["author"])
        assert (point.answer, point.is_open) == ("changed", True)
        lifecycle.submit(point.story, by=cast["author"])
        with pytest.raises(lifecycle.Refused):
            points.answer(point, Answer.LEFT, by=cast["author"])

    def test_is_in_the_log_without_its_words(self, cast: Cast) -> None:
        point = sent(cast)
        points.reply(point, "As loud as a train.", by=cast["author"])
        points.answer(point, Answer.CHANGED, by=cast["author"])
        assert ModelLogEntry.objects.get(action="stories.answer").data == {}
        point.refresh_from_db()
        assert point.reply == "As loud as a train."

    def test_what_was_changed_is_answered_by_that(self, cast: Cast) -> None:
        point = sent(cast)
        point.story.parts.update(text="It was red. You could not hear yourself.")
        lifecycle.submit(point.story, by=cast["author"])
        point.refresh_from_db()
        assert (point.answer, point.is_open) == ("changed", False)

    def test_what_was_not_changed_is_not(self, cast: Cast) -> None:
        point = sent(cast)
        lifecycle.submit(point.story, by=cast["author"])
        point.refresh_from_db()
        assert point.answer == ""
        assert point.answered_at is not None


class TestClosing:
    def test_is_for_staff_of_the_school(self, cast: Cast) -> None:
        point = sent(cast)
        for role in ("author", "classmate", "stranger", "other lead"):
            with pytest.raises(lifecycle.Refused):
                points.close(point, by=cast[role])
        points.close(point, by=cast["colleague"])
        points.close(point, by=cast["teacher"])
        point.refresh_from_db()
        assert point.closed_by == cast["colleague"]
        assert ModelLogEntry.objects.filter(action="stories.close").count() == 1

    def test_ends_the_answering(self, cast: Cast) -> None:
        point = sent(cast)
        points.close(point, by=cast["teacher"])
        with pytest.raises(lifecycle.Refused, match="done already"):
            points.answer(point, Answer.CHANGED, by=cast["author"])

    def test_a_held_one_is_the_leads(self, cast: Cast) -> None:
        point = sent(cast)
        lifecycle.hold(point.story, by=cast["author"], reason="worried")
        with pytest.raises(lifecycle.Refused):
            points.close(point, by=cast["teacher"])
        points.close(point, by=cast["lead"])

    def test_publishing_closes_all(self, cast: Cast) -> None:
        point = sent(cast)
        lifecycle.publish(lifecycle.submit(point.story, by=cast["author"]), by=cast["teacher"])
        point.refresh_from_db()
        assert point.closed_by == cast["teacher"]


class TestStanding:
    def of(self, point: Feedback) -> Any:
        parts = list(StoryPart.objects.filter(story=point.story))
        (stands,) = standing.of([Feedback.objects.get(pk=point.pk)], parts)
        return stands

    def test_words_are_found_wherever_they_were_moved(self, cast: Cast) -> None:
        point = sent(cast)
        StoryPart.objects.create(
            story=point.story, kind="words", text=f"Later on. {LOUD}", sort_order=9
        )
        StoryPart.objects.filter(story=point.story).earliest("pk").delete()
        stands = self.of(point)
        assert (stands.place, stands.part) == (Place.HERE, StoryPart.objects.get(story=point.story))

    def test_words_that_are_gone_with_their_part(self, cast: Cast) -> None:
        point = sent(cast)
        StoryPart.objects.create(
            story=point.story, kind="words", text="Something else.", sort_order=9
        )
        StoryPart.objects.filter(story=point.story).earliest("pk").delete()
        assert (self.of(point).place, self.of(point).part) == (Place.GONE, None)

    def test_a_picture_is_the_same_in_another_part(self, cast: Cast) -> None:
        item = ItemFactory(audio=True, uploaded_by=cast["author"])
        story = cast.memory("submitted", parts=[item])
        place = {"pin": Pin.MOMENT, "part": story.parts.get(), "item": item, "seconds": 65}
        points.keep(pinned(story, cast["teacher"], **place))
        lifecycle.request_changes(story, by=cast["teacher"])
        point = Feedback.objects.get()
        assert point.clock == "1:05"
        StoryPart.objects.create(story=story, kind="item", item=item, sort_order=3)
        StoryPart.objects.filter(story=story).earliest("pk").delete()
        assert self.of(point).place == Place.HERE
        StoryPart.objects.filter(story=story).delete()
        assert self.of(point).place == Place.GONE

    def test_all_the_words_of_a_part(self, cast: Cast) -> None:
        story = cast.memory("submitted", parts=[TOLD])
        points.keep(pinned(story, cast["teacher"], pin=Pin.PART, part=story.parts.get()))
        lifecycle.request_changes(story, by=cast["teacher"])
        assert self.of(Feedback.objects.get()).part == story.parts.get()


@pytest.mark.parametrize("place", [{"pin": "words"}, {"pin": "moment"}, {"pin": "nowhere"}])
def test_a_pin_says_where_it_is(cast: Cast, place: dict[str, Any]) -> None:
    story = cast.memory("submitted")
    with pytest.raises(IntegrityError), transaction.atomic():
        pinned(story, cast["teacher"], **place).save()


def test_who_is_taken_out_of_a_memory_is_taken_out_of_what_was_said_about_it(cast: Cast) -> None:
    point = sent(cast)
    somebody = PersonFactory(name="Rose Surname", public_name="Rose", school=cast.school)
    Feedback.objects.filter(pk=point.pk).update(text="Ask Rose about it.", reply="Rose knows.")
    leaving.take_out(point.story, [somebody], sent_by=None)
    point.refresh_from_db()
    assert (point.text, point.reply, point.quote) == ("Ask somebody about it.", "", "")
    assert point.pin == Pin.WHOLE
