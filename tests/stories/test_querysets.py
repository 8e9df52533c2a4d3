"""The reads that speak of memories."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from stories.models import Story
from tests.factories import (
    PersonFactory,
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


def test_told_by_is_what_one_began_or_told(cast: Cast) -> None:
    begun = cast.memory("draft")
    teller = PersonFactory(consenting=True, user=cast["neighbour"])
    draft = cast.memory("draft", teller=teller)
    told = cast.memory("submitted", teller=teller)
    mentioned = cast.memory("submitted", people=[(teller, "mentioned")])
    assert set(Story.objects.told_by(cast["author"])) == {begun, draft, told, mentioned}
    assert set(Story.objects.told_by(cast["neighbour"])) == {told}


def test_the_newest_stands_first(cast: Cast) -> None:
    first, second = cast.memory("published"), cast.memory("published")
    assert list(Story.objects.public()) == [second, first]
