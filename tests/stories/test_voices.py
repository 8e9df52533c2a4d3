"""A memory answered by others: who may answer it, and to whom the tie between two is said."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import ReferenceIndex

from stories import erasing, lifecycle, voices, writing
from stories.models import Story
from stories.models.states import Audience
from tests.factories import FamilyFactory, StoryFactory, UserFactory
from tests.stories.cast import STATES, Cast, teller_of

pytestmark = pytest.mark.django_db

READ = {"author", "relative"}
ANSWERED_BY = {
    "submitted": READ,
    "taken_up": READ,
    "changes_requested": READ,
    "published": READ | {"classmate", "neighbour", "teacher", "stranger", "lead"},
}
"""In each state not named here, nobody answers it; staff read it in their own room."""

ROLES = ("author", "relative", "classmate", "neighbour", "teacher", "stranger", "lead")


@pytest.mark.parametrize("state", STATES)
def test_who_may_answer_it(state: str, cast: Cast) -> None:
    story = cast.memory(state)
    found = {role for role in ROLES if voices.to_answer(cast[role], story.ref)}
    assert found == ANSWERED_BY.get(state, set())


def test_what_is_not_for_the_family_is_not_theirs_to_answer(cast: Cast) -> None:
    story = cast.memory("submitted", audience=Audience.JUST_ME)
    assert voices.to_answer(cast["relative"], story.ref) is None


@pytest.mark.parametrize("ref", ["", None, "zzzzzzzzzz"])
def test_nothing_of_that_name(ref: str | None, cast: Cast) -> None:
    assert voices.to_answer(cast["author"], ref) is None


def test_somebody_without_a_school_answers_nothing(cast: Cast) -> None:
    wanderer = UserFactory(student=True, school=None, reporter_class=None)
    assert voices.to_answer(wanderer, cast.memory("published").ref) is None


def test_whoever_decides_on_it_is_told_what_it_answers(client: Client, cast: Cast) -> None:
    """As far as they may read that: a memory on hold is told to nobody but the lead."""
    first, held = cast.memory("submitted", title="The van"), cast.memory("held_submitted")
    client.force_login(cast["teacher"])
    for answered, is_told in ((first, True), (held, False), (None, False)):
        story = StoryFactory(submitted=True, author=cast["author"], answers=answered)
        page = client.get(reverse("moderation:review", args=[story.ref])).content.decode()
        assert ("<dt>Answers</dt>" in page) == is_told


class TestBeginning:
    """The tie is made when the second is begun, and nothing else goes with it."""

    def test_it_has_an_author_an_audience_and_a_way_of_its_own(self, cast: Cast) -> None:
        first = cast.memory("published", title="Theirs", parts=["Their words."])
        second = writing.begin(by=cast["relative"], answers=first)
        assert second.answers == first
        assert second.author == cast["relative"]
        assert (second.audience, second.status, second.title) == ("me", "draft", "")

    def test_it_goes_to_the_family_of_the_other(self, cast: Cast) -> None:
        both = UserFactory(family_member=True, school=cast.school)
        FamilyFactory(school=cast.school, members=[both])
        cast.family.memberships.create(user=both)
        assert writing.begin(by=both).family != cast.family
        first = cast.memory("submitted")
        assert writing.begin(by=both, answers=first).family == cast.family
        assert writing.begin(by=cast["neighbour"], answers=first).family is None

    def test_no_memory_answers_itself(self, cast: Cast) -> None:
        story = cast.memory("draft")
        with pytest.raises(IntegrityError), transaction.atomic():
            Story.objects.filter(pk=story.pk).update(answers=story)

    def test_wagtails_list_of_where_it_is_used_says_nothing(self, cast: Cast) -> None:
        first = cast.memory("published")
        second = StoryFactory(author=cast["relative"], answers=first)
        ReferenceIndex.create_or_update_for_object(second)
        assert not ReferenceIndex.get_references_to(first).exists()


class TestAround:
    """What is said beside a memory."""

    @pytest.fixture
    def first(self, cast: Cast) -> Story:
        return cast.memory("submitted", title="The first")

    def answer(self, cast: Cast, first: Story, state: str = "submitted", **said: Any) -> Story:
        by = {"author": cast["relative"], "family": cast.family, "teacher": cast["teacher"]}
        held = state.startswith("held_")
        way = {state.removeprefix("held_"): True, "held": held}
        made: Story = StoryFactory(answers=first, title="The answer", **by, **way, **said)
        return made

    @pytest.mark.parametrize("state", STATES)
    def test_an_answer_is_said_to_whoever_may_read_it(
        self, state: str, cast: Cast, first: Story
    ) -> None:
        self.answer(cast, first, state)
        found = [voice.title for voice in voices.around(first, cast["author"]).answers]
        assert found == (["The answer"] if state in ANSWERED_BY else [])

    @pytest.mark.parametrize("state", STATES)
    def test_what_it_answers_is_said_to_whoever_may_read_that(self, state: str, cast: Cast) -> None:
        second = self.answer(cast, cast.memory(state, title="The first"))
        answered = voices.around(second, cast["relative"]).answered
        assert (answered is not None) == (state in ANSWERED_BY)
        assert voices.answered_by(second, cast["relative"]) == answered

    def test_nothing_of_what_one_keeps_to_oneself(self, cast: Cast, first: Story) -> None:
        self.answer(cast, first, audience=Audience.JUST_ME)
        assert not voices.around(first, cast["author"])
        assert voices.around(first, cast["relative"]).answers

    def test_a_stranger_to_the_family_hears_of_neither(self, cast: Cast) -> None:
        first = cast.memory("published")
        self.answer(cast, first)
        assert not voices.around(first, cast["classmate"])

    def test_who_told_it_is_said_of_what_the_desk_opens(self, cast: Cast, first: Story) -> None:
        nan = teller_of(cast, "relative")
        near = self.answer(cast, first, teller=nan)
        far = StoryFactory(published=True, title="From far", answers=first)
        said = {voice.title: voice for voice in voices.around(first, cast["author"]).answers}
        assert said["The answer"].tellers == (nan.public_name,)
        assert said["The answer"].address == f"/desk/stories/{near.ref}/read/"
        assert (said["From far"].tellers, said["From far"].address) == ((), far.get_absolute_url())

    def test_ones_own_is_read_where_one_writes(self, cast: Cast, first: Story) -> None:
        own = self.answer(cast, first)
        (voice,) = voices.around(first, cast["relative"]).answers
        assert voice.address == f"/desk/stories/{own.ref}/preview/"

    def test_an_answer_stays_when_what_it_answers_is_gone(self, cast: Cast, first: Story) -> None:
        second = self.answer(cast, first)
        erasing.destroy(first)
        second.refresh_from_db()
        assert second.answers is None
        assert second.status == "submitted"
        assert voices.answered_by(second, cast["relative"]) is None

    def test_what_is_answered_stays_when_the_answer_is_gone(self, cast: Cast, first: Story) -> None:
        erasing.destroy(self.answer(cast, first))
        assert not voices.around(first, cast["author"])
        assert Story.objects.filter(pk=first.pk).exists()

    def test_either_is_taken_back_without_the_other(self, cast: Cast) -> None:
        first = cast.memory("published")
        second = self.answer(cast, first, "published")
        lifecycle.withdraw(first, by=cast["author"])
        second.refresh_from_db()
        assert second.status == "published"
        assert voices.around(second, cast["relative"]).answered is None
