"""The reads that speak of memories."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from stories.models import Story
from stories.models.states import OPEN
from tests.factories import (
    FundFactory,
    ItemFactory,
    PersonFactory,
    PlaceFactory,
    SchoolFactory,
    StoryFactory,
)
from tests.stories.cast import STATES, Cast

pytestmark = pytest.mark.django_db


def test_the_queue_is_the_schools_own_and_the_longest_wait_comes_first(cast: Cast) -> None:
    made = {state: cast.memory(state) for state in STATES}
    StoryFactory(submitted=True, school=SchoolFactory())
    longest = made["taken_up"]
    Story.objects.filter(pk=longest.pk).update(submitted_at=timezone.now() - timedelta(days=2))
    assert list(Story.objects.awaiting_review(cast.school)) == [longest, made["submitted"]]
    assert not Story.objects.awaiting_review(None).exists()


@pytest.mark.parametrize("by_key", [True, False])
def test_of_a_school(by_key: bool, cast: Cast) -> None:
    ours = cast.memory("draft")
    StoryFactory(school=SchoolFactory())
    assert list(Story.objects.of_school(cast.school.pk if by_key else cast.school)) == [ours]
    assert not Story.objects.of_school(None).exists()


def test_open_is_on_its_way(cast: Cast) -> None:
    made = [cast.memory(state) for state in STATES]
    assert set(Story.objects.open()) == {story for story in made if story.status in OPEN}


def test_told_by_is_what_one_began_or_told(cast: Cast) -> None:
    begun = cast.memory("draft")
    teller = PersonFactory(consenting=True, user=cast["neighbour"])
    draft = cast.memory("draft", teller=teller)
    told = cast.memory("submitted", teller=teller)
    mentioned = cast.memory("submitted", people=[(teller, "mentioned")])
    assert set(Story.objects.told_by(cast["author"])) == {begun, draft, told, mentioned}
    assert set(Story.objects.told_by(cast["neighbour"])) == {told}


def test_a_listing_takes_as_many_queries_for_ten_as_for_two(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    place, fund = PlaceFactory(), FundFactory()

    def read() -> int:
        cards = 0
        for story in Story.objects.public().with_listing():
            assert str(story.author)
            assert str(story.school)
            assert [str(person.person) for person in story.people.all()]
            assert [tagged.tag.name for tagged in story.tagged_places.all()]
            assert [tagged.tag.name for tagged in story.tagged_funds.all()]
            for part in story.parts.all():
                assert part.item is None or part.item.still is not None
            cards += 1
        return cards

    def publish(number: int) -> None:
        for _ in range(number):
            parts = ["Words", ItemFactory(uploaded_by=cast["author"])]
            cast.memory("published", parts=parts, places=[place], funds=[fund])

    publish(2)
    with django_assert_num_queries(10):
        assert read() == 2
    publish(3)
    with django_assert_num_queries(10):
        assert read() == 5


def test_the_newest_stands_first(cast: Cast) -> None:
    first, second = cast.memory("published"), cast.memory("published")
    assert list(Story.objects.public()) == [second, first]
