"""What changed, told part by part, even where the desk wrote every part afresh."""

from __future__ import annotations

import pytest

from families.models import User
from stories import lifecycle, writing
from stories.models import Story, StoryPart, StoryPerson
from stories.moderation import changes
from tests.factories import FundFactory, ItemFactory, PersonFactory, PlaceFactory, StoryFactory

pytestmark = pytest.mark.django_db


def words(text: str, order: int) -> StoryPart:
    return StoryPart(kind="words", text=text, sort_order=order)


def told(before: Story, now: Story) -> dict[str, list[tuple[str, str]]]:
    return {change.heading: change.pieces for change in changes.between(before, now)}


def test_nothing() -> None:
    story = StoryFactory()

    assert changes.between(story, Story.objects.get(pk=story.pk)) == []


def test_everything(student: User) -> None:
    item, other = ItemFactory(uploaded_by=student), ItemFactory(uploaded_by=student, audio=True)
    mill, park = PlaceFactory(name="Mill"), PlaceFactory(name="Park")
    story = StoryFactory(
        author=student, submitted=True, parts=["One.", item], places=[mill], when_text="1972"
    )
    before = story.latest_revision.as_object()
    lifecycle.request_changes(story, by=_teacher(story), feedback="More.")
    story = Story.objects.get(pk=story.pk)
    story.title, story.when_text, story.context = "New title", "1973", "family"
    story.places.set([park])
    story.funds.set([FundFactory(name="Dyeing")])
    story.parts.set(
        [
            words("Two.", 0),
            StoryPart(kind="item", item=item, caption="Nan", description="A mill.", sort_order=1),
            StoryPart(kind="item", item=other, caption="Her voice", sort_order=2),
        ]
    )
    singer = PersonFactory(school=story.school, public_name="Ada")
    story.people.add(StoryPerson(person=singer, role="heard", sort_order=5))
    story = writing.save(story, by=student, edition=story.edition)

    seen = told(before, Story.objects.get(pk=story.pk))

    assert seen["When it was"] == [("deletion", "1972"), ("addition", "1973")]
    assert seen["Part 1: words"] == [("deletion", "One."), ("addition", "Two.")]
    assert seen["Part 2: Picture, caption"] == [
        ("deletion", "The mill"),
        ("addition", "Nan"),
    ]
    assert seen["New, part 3: Sound"] == [("addition", "Her voice")]
    assert seen["Places"] == [("deletion", "Mill"), ("addition", "Park")]
    assert seen["Funds of knowledge"] == [("addition", "Dyeing")]
    assert seen["People"] == [("addition", "Ada (can be heard)")]
    assert seen["Neighbourhood, family or school"] == [
        ("deletion", "Neighbourhood"),
        ("addition", "Family"),
    ]
    assert "The order" not in seen


def test_what_was_taken_out(student: User) -> None:
    story = StoryFactory(author=student, submitted=True, parts=["One.", "Two.", "Three."])
    before = story.latest_revision.as_object()
    story = Story.objects.get(pk=story.pk)
    first, _, third = story.parts.all()
    story.parts.set([first, third])
    story = writing.save(story, by=student, edition=story.edition)

    assert told(before, story) == {"Taken out: words": [("deletion", "Two.")]}


def _teacher(story: Story) -> User:
    from tests.factories import UserFactory

    return UserFactory(teacher=True, school=story.school)
