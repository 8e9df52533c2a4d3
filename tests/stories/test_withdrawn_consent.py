"""A yes that is taken back takes down what rested on it, in the same moment."""

from __future__ import annotations

import pytest
from wagtail.models import ModelLogEntry

from families.models.consents import Decision, Giver, Scope
from stories import lifecycle
from stories.models import Story
from stories.models.states import Status
from tests.factories import PersonFactory, answer
from tests.stories.cast import Cast

pytestmark = pytest.mark.django_db

EVERY_ROLE = ["teller", "reporter", "shown", "heard", "mentioned"]


@pytest.mark.parametrize("decision", [Decision.NO, Decision.WITHDRAWN])
@pytest.mark.parametrize(
    ("scope", "status"),
    [
        (Scope.WEB, Status.WITHDRAWN),
        (Scope.ARCHIVE, Status.WITHDRAWN),
        (Scope.SCHOOL, Status.PUBLISHED),
        (Scope.SHARE, Status.PUBLISHED),
    ],
)
def test_by_what_was_asked(scope: Scope, status: Status, decision: Decision, cast: Cast) -> None:
    teller = PersonFactory(consenting=True, school=cast.school)
    story = cast.memory("published", teller=teller)
    answer(teller, scope, decision)
    story.refresh_from_db()
    assert story.status == status
    assert Story.objects.public().exists() == (status == Status.PUBLISHED)


@pytest.mark.parametrize("role", EVERY_ROLE)
@pytest.mark.parametrize("child", [True, False])
def test_by_role(role: str, child: bool, cast: Cast) -> None:
    """A grown-up who is only talked about was never asked, so nothing rested on them."""
    person = PersonFactory(child=child, consenting=True, school=cast.school)
    story = cast.memory("published", people=[(person, role)])
    giver = Giver.GUARDIAN if child else Giver.SELF
    answer(person, Scope.WEB, Decision.NO, giver=giver)
    story.refresh_from_db()
    expected = Status.WITHDRAWN if child or role != "mentioned" else Status.PUBLISHED
    assert story.status == expected


def test_only_what_the_person_is_in(cast: Cast) -> None:
    teller = PersonFactory(consenting=True, school=cast.school)
    theirs = [cast.memory("published", teller=teller) for _ in range(2)]
    other = cast.memory("published")
    answer(teller, Scope.WEB, Decision.WITHDRAWN, by=cast["teacher"])
    assert list(Story.objects.public()) == [other]
    logged = ModelLogEntry.objects.filter(action="stories.withdraw")
    assert {entry.object_id for entry in logged} == {str(story.pk) for story in theirs}
    assert {(entry.user, entry.data["because"]) for entry in logged} == {
        (cast["teacher"], "consent")
    }


@pytest.mark.parametrize("state", ["draft", "submitted", "changes_requested", "sealed"])
def test_what_is_not_public_stays_and_the_gate_refuses_it(state: str, cast: Cast) -> None:
    teller = PersonFactory(consenting=True, school=cast.school)
    story = cast.memory(state, teller=teller)
    answer(teller, Scope.WEB, Decision.NO)
    before = story.status
    story.refresh_from_db()
    assert story.status == before


def test_a_memory_that_somebody_takes_back_at_the_same_time_is_no_obstacle(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    teller = PersonFactory(consenting=True, school=cast.school)
    story = cast.memory("published", teller=teller)

    def taken_back_meanwhile(story: Story) -> Story:
        Story.objects.filter(pk=story.pk).update(status=Status.WITHDRAWN, live=False)
        return Story.objects.get(pk=story.pk)

    monkeypatch.setattr(lifecycle.taking_back, "locked", taken_back_meanwhile)
    answer(teller, Scope.WEB, Decision.NO)
    assert teller.consents.latest("pk").decision == Decision.NO
    story.refresh_from_db()
    assert story.status == Status.WITHDRAWN
