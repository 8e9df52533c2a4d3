"""Two people act in the same moment: one of them wins, and what is left is whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection
from wagtail.models import ModelLogEntry

from families.invitations import UsedUp
from families.joining import members
from families.models import Consent, User
from families.models.consents import Decision, Scope
from stories import lifecycle, writing
from stories.models import Story
from stories.models.states import Status
from tests.factories import FamilyFactory, PersonFactory, StoryFactory, UserFactory, answer
from tests.families.joining.conftest import write_to
from tests.stories.cast import Cast, gather

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 4
"""Enough for each order of two threads to come up; more only takes longer."""
Act = Callable[[], Any]


@pytest.fixture
def cast() -> Cast:
    return gather()


def at_once(*acts: Act) -> list[Any]:
    """What came of each, begun in the same moment; a refusal is an answer too."""
    gate, outcomes = Barrier(len(acts)), [None] * len(acts)

    def run(number: int, act: Act) -> None:
        gate.wait()
        try:
            outcomes[number] = act()
        except Exception as raised:
            outcomes[number] = raised
        finally:
            connection.close()

    threads = [Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def winners(outcomes: list[Any]) -> list[Story]:
    """Everybody else was refused in words, not by an error of the database."""
    won = [outcome for outcome in outcomes if isinstance(outcome, Story)]
    lost = [outcome for outcome in outcomes if not isinstance(outcome, Story)]
    assert all(isinstance(outcome, lifecycle.Refused) for outcome in lost), lost
    return won


def logged(story: Story, verb: str) -> int:
    return ModelLogEntry.objects.filter(action=f"stories.{verb}", object_id=str(story.pk)).count()


def test_two_teachers_publish(cast: Cast) -> None:
    for _ in range(ROUNDS):
        story = cast.memory("submitted")
        outcomes = at_once(
            partial(lifecycle.publish, story, by=cast["teacher"]),
            partial(lifecycle.publish, story, by=cast["colleague"]),
        )
        assert len(winners(outcomes)) == 1
        assert logged(story, "publish") == 1
        story.refresh_from_db()
        assert (story.status, story.live) == (Status.PUBLISHED, True)


def test_two_teachers_take_it_up(cast: Cast) -> None:
    for _ in range(ROUNDS):
        story = cast.memory("submitted")
        outcomes = at_once(
            partial(lifecycle.take_up, story, by=cast["teacher"]),
            partial(lifecycle.take_up, story, by=cast["colleague"]),
        )
        (won,) = winners(outcomes)
        story.refresh_from_db()
        assert story.taken_up_by == won.taken_up_by


def test_one_publishes_and_one_asks_for_changes(cast: Cast) -> None:
    for _ in range(ROUNDS):
        story = cast.memory("submitted")
        outcomes = at_once(
            partial(lifecycle.publish, story, by=cast["teacher"]),
            partial(lifecycle.request_changes, story, by=cast["colleague"], feedback="Which mill?"),
        )
        (won,) = winners(outcomes)
        story.refresh_from_db()
        assert story.status == won.status
        assert story.feedback.exists() == (won.status == Status.CHANGES_REQUESTED)


def test_the_teller_takes_it_back_while_it_is_published(cast: Cast) -> None:
    for _ in range(ROUNDS):
        story = cast.memory("submitted")
        at_once(
            partial(lifecycle.publish, story, by=cast["teacher"]),
            partial(lifecycle.withdraw, story, by=cast["author"]),
        )
        story.refresh_from_db()
        assert (story.status, story.live) == (Status.WITHDRAWN, False)


@pytest.mark.parametrize("state", ["submitted", "published"])
def test_a_yes_is_taken_back_while_it_is_published(state: str, cast: Cast) -> None:
    """Neither order leaves a memory public that somebody in it said no to, and nobody waits."""
    for _ in range(ROUNDS):
        teller = PersonFactory(consenting=True, school=cast.school)
        story = cast.memory(state, teller=teller)
        if state == "published":
            story.save_revision(user=cast["author"])
        outcomes = at_once(
            partial(lifecycle.publish, story, by=cast["colleague"]),
            partial(answer, teller, Scope.WEB, Decision.NO, by=cast["teacher"]),
        )
        assert isinstance(outcomes[0], Story | lifecycle.Refused)
        assert isinstance(outcomes[1], Consent), outcomes[1]
        assert teller.consents.latest("pk").decision == Decision.NO
        assert not Story.objects.public().exists()


def test_somebody_writes_while_it_is_frozen(cast: Cast) -> None:
    for _ in range(ROUNDS):
        story = cast.memory("draft")
        on_screen = Story.objects.get(pk=story.pk)
        at_once(
            partial(writing.save, on_screen, by=cast["author"], edition=on_screen.edition),
            partial(lifecycle.hold, story, by=cast["classmate"], reason="A home address."),
        )
        story.refresh_from_db()
        assert story.held


def test_thirty_students_hand_in_at_once() -> None:
    students = [UserFactory(student=True) for _ in range(30)]
    stories = [StoryFactory(author=student) for student in students]
    outcomes = at_once(*(partial(lifecycle.submit, s, by=s.author) for s in stories))
    assert len(winners(outcomes)) == 30
    assert Story.objects.filter(status=Status.SUBMITTED).count() == 30


def test_two_people_join_by_one_place() -> None:
    """One is in, and of the other there is not even an account."""
    for _ in range(ROUNDS):
        family = FamilyFactory()
        letter = write_to(family)
        acts = [
            partial(members.welcome, letter.invitation, members.Newcomer(name, "Nan", name))
            for name in (f"mary{family.pk}", f"joan{family.pk}")
        ]
        outcomes = at_once(*acts)
        assert {type(outcome) for outcome in outcomes} == {User, UsedUp}
        assert family.memberships.count() == 1
        assert User.objects.filter(school=family.school, groups__name="Family members").count() == 1
