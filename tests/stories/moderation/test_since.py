"""What changed since a teacher last looked, beside what they asked and what was answered."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from families.models import User
from stories import lifecycle, writing
from stories.conversation import points
from stories.models import Answer, Feedback, KeptPoint, Story, StoryPart
from stories.moderation import changes, since
from tests.factories import ItemFactory, StoryFactory

pytestmark = pytest.mark.django_db


def words(text: str, order: int) -> StoryPart:
    return StoryPart(kind="words", text=text, sort_order=order)


def thing(item: Any, order: int, **said: Any) -> StoryPart:
    return StoryPart(kind="item", item=item, sort_order=order, **said)


def now(story: Story) -> Story:
    return Story.objects.get(pk=story.pk)


def compared(story: Story) -> since.Comparison | None:
    memory = now(story)
    return since.comparison(memory, memory)


def told(before: Story, after: Story) -> dict[str, list[tuple[str, str]]]:
    return {change.heading: change.pieces for change in changes.between(before, after)}


def rewritten(story: Story, by: User, *parts: StoryPart) -> Story:
    memory = now(story)
    memory.parts.set(list(parts))
    return writing.save(memory, by=by, edition=memory.edition)


class TestThings:
    def test_one_picture_instead_of_another(self, student: User) -> None:
        old, new = (ItemFactory(uploaded_by=student) for _ in range(2))
        story = StoryFactory(author=student, submitted=True, parts=["One.", old])
        before = story.latest_revision.as_object()
        after = rewritten(story, student, words("One.", 0), thing(new, 1, caption="Newer"))
        (change, *_) = changes.between(before, after)
        assert change.heading == "Part 2: Picture, another one"
        assert (change.was, change.now, change.part.item) == (old, new, new)
        assert change.pieces == [("deletion", "The mill"), ("addition", "Newer")]

    def test_a_sound_does_not_stand_for_a_picture(self, student: User) -> None:
        picture = ItemFactory(uploaded_by=student)
        sound = ItemFactory(uploaded_by=student, audio=True)
        story = StoryFactory(author=student, submitted=True, parts=[picture])
        before = story.latest_revision.as_object()
        after = rewritten(story, student, thing(sound, 0, caption="Her voice"))
        seen = changes.between(before, after)
        assert {change.heading for change in seen} == {"New, part 1: Sound", "Taken out: Picture"}
        gone = next(change for change in seen if change.was)
        assert (gone.was, gone.now) == (picture, None)

    def test_another_cover(self, student: User) -> None:
        one, two = (ItemFactory(uploaded_by=student) for _ in range(2))
        story = StoryFactory(author=student, submitted=True, parts=[one, two])
        before = story.latest_revision.as_object()
        same = {"description": "A mill."}
        chosen = rewritten(
            story,
            student,
            thing(one, 0, caption="The mill", **same),
            thing(two, 1, caption="The mill", is_cover=True, **same),
        )
        assert told(before, chosen) == {"The cover": [("addition", "The mill")]}
        assert told(chosen, before) == {"The cover": [("deletion", "The mill")]}

    def test_which_part_moved(self, student: User) -> None:
        story = StoryFactory(author=student, submitted=True, parts=["One.", "Two.", "Three."])
        before = story.latest_revision.as_object()
        memory = now(story)
        first, second, third = memory.parts.all()
        for place, part in enumerate((third, first, second)):
            part.sort_order = place
        memory.parts.set([third, first, second])
        after = writing.save(memory, by=student, edition=memory.edition)
        assert told(before, after)["The order"] == [
            ("equal", "The parts are in another order now."),
            ("equal", "Words (“Three.”) moved from 3 to 1."),
        ]

    def test_words_to_find_it_by(self, student: User) -> None:
        story = StoryFactory(author=student, submitted=True, tags=["mill"])
        before = story.latest_revision.as_object()
        memory = now(story)
        memory.tags.set(["loom"])
        memory.save()
        pieces = told(before, now(story))["Words to find it by"]
        assert pieces == [("deletion", "mill"), ("addition", "loom")]


@pytest.fixture
def answered(student: User, teacher: User) -> Story:
    """Two points and a sentence about the whole; one was changed, one left, one not answered."""
    picture = ItemFactory(uploaded_by=student)
    made = StoryFactory(author=student, submitted=True, parts=["It was loud.", picture])
    loud, shown = made.parts.all()
    for part, pin, text in ((loud, "words", "How loud?"), (shown, "part", "Who is it?")):
        quote = "It was loud." if pin == "words" else ""
        kept = KeptPoint(story=made, given_by=teacher, part=part, item=part.item, pin=pin)
        kept.quote, kept.text = quote, text
        points.keep(kept)
    lifecycle.request_changes(made, by=teacher, feedback="Is the title right?")
    points.reply(Feedback.objects.get(text="How loud?"), "As loud as a train.", by=student)
    points.answer(Feedback.objects.get(text="Who is it?"), Answer.LEFT, by=student)
    memory = now(made)
    first, second = memory.parts.all()
    first.text = "You could not hear yourself."
    memory.parts.set([first, second])
    memory = writing.save(memory, by=student, edition=memory.edition)
    return lifecycle.submit(memory, by=student)


def test_each_answer_stands_beside_the_change(answered: Story, teacher: User) -> None:
    story = now(answered)
    seen = since.comparison(story, story)
    assert seen is not None
    assert seen.since == f"{teacher} asked for a change"
    rows = {row.heading: row for row in seen.rows}
    assert list(rows) == ["The whole memory", "Part 1", "Part 2"]
    assert [each.point.text for each in rows["The whole memory"].said] == ["Is the title right?"]
    (loud,) = rows["Part 1"].said
    assert (loud.point.reply, loud.point.answer) == ("As loud as a train.", Answer.CHANGED)
    assert [change.heading for change in rows["Part 1"].changes] == ["Part 1: words"]
    (who,) = rows["Part 2"].said
    assert (who.point.answer, rows["Part 2"].changes) == (Answer.LEFT, [])


def test_the_page_shows_it(client: Client, answered: Story, teacher: User) -> None:
    client.force_login(teacher)
    html = client.get(reverse("moderation:review", args=[answered.ref])).content.decode()
    for seen in (
        "As loud as a train.",
        "<del>It was loud.</del>",
        "<ins>You could not hear yourself.</ins>",
        "wants to leave it as it is.",
    ):
        assert seen in html, seen


def test_a_look_that_was_undone_was_none(student: User, teacher: User) -> None:
    story = StoryFactory(author=student, submitted=True)
    lifecycle.request_changes(story, by=teacher, feedback="More.")
    lifecycle.undo(story, by=teacher)
    assert compared(story) is None
    lifecycle.decline(story, by=teacher, words="A lovely letter.")
    lifecycle.undo(story, by=teacher)
    lifecycle.request_changes(story, by=teacher, feedback="More.")
    assert compared(story) is not None


def test_what_was_given_back_is_compared_as_well(student: User, teacher: User) -> None:
    story = StoryFactory(author=student, taken_up=True, teacher=teacher, title="Before")
    lifecycle.ask_back(story, by=student)
    lifecycle.give_back(story, by=teacher)
    memory = now(story)
    memory.title = "After"
    memory = lifecycle.submit(writing.save(memory, by=student, edition=memory.edition), by=student)
    seen = since.comparison(memory, memory)
    assert seen is not None
    assert seen.since == f"{teacher} gave it back"
    assert [row.heading for row in seen.rows] == ["The whole memory"]


def test_a_draft_beside_the_live_one_is_compared_with_it(student: User, teacher: User) -> None:
    story = StoryFactory(author=student, published=True, parts=["One."])
    memory = now(story)
    memory.parts.set([words("Two.", 0)])
    writing.set_aside(memory.save_revision(user=teacher), by=teacher)
    story = now(story)
    seen = since.comparison(story, story.latest_revision.as_object())
    assert seen is not None
    assert (seen.since, [row.heading for row in seen.rows]) == ("what is public now", ["Part 1"])


def test_without_the_wording_that_was_read_nothing_is_compared(student: User) -> None:
    story = StoryFactory(author=student, changes_requested=True)
    story.revisions.all().delete()
    assert compared(story) is None
