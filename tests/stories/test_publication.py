"""The one gate: everything that keeps a memory from the public, alone and together."""

from __future__ import annotations

from datetime import timedelta
from itertools import combinations
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from families.models import Person
from families.models.consents import Decision, Giver, Scope
from stories import lifecycle
from stories.models import FindingReview, Story, StoryPart
from stories.models.states import Audience
from stories.publication import blockers
from tests.factories import ItemFactory, PersonFactory, StoryFactory, answer
from tests.stories.cast import Cast

pytestmark = pytest.mark.django_db


def codes(story: Story) -> list[str]:
    return [blocker.code for blocker in blockers(Story.objects.get(pk=story.pk))]


def test_a_memory_with_everything_may_go_out() -> None:
    assert codes(StoryFactory(parts=["Words.", ItemFactory()])) == []


@pytest.mark.parametrize("audience", [Audience.JUST_ME, Audience.FAMILY, Audience.SCHOOL])
def test_the_wish_of_the_teller(audience: Audience) -> None:
    story = StoryFactory(audience=audience)
    assert codes(story) == ["audience"]
    assert story.get_audience_display() in blockers(story)[0].sentence


@pytest.mark.parametrize(
    ("details", "code"),
    [
        ({"title": ""}, "title"),
        ({"title": "  "}, "title"),
        ({"parts": ()}, "empty"),
        ({"parts": ("", " \n ")}, "empty"),
        ({"teller": None}, "teller"),
        ({"title": "Ring 0161 496 0000"}, "finding"),
        ({"summary": "nan@example.org"}, "finding"),
        ({"parts": ("We lived at 14 Moston Lane",)}, "finding"),
    ],
)
def test_what_it_says(details: dict[str, Any], code: str) -> None:
    assert codes(StoryFactory(**details)) == [code]


def test_somebody_else_than_the_teller_is_not_the_teller() -> None:
    reporter = PersonFactory(consenting=True)
    assert codes(StoryFactory(teller=None, people=[(reporter, "reporter")])) == ["teller"]


class TestFrozen:
    def test_held(self, cast: Cast) -> None:
        assert codes(cast.memory("held_submitted")) == ["held"]

    def test_sealed(self, cast: Cast) -> None:
        story = cast.memory("sealed")
        assert codes(story) == ["sealed"]
        assert f"{story.sealed_until:%Y}" in blockers(story)[0].sentence


class TestMedia:
    @pytest.mark.parametrize(
        ("state", "code"),
        [("waiting", "unready"), ("working", "unready"), ("refused", "refused"), ("ready", None)],
    )
    @pytest.mark.parametrize("kind", ["image", "audio", "video", "document"])
    def test_has_to_be_ready(self, kind: str, state: str, code: str | None) -> None:
        item = ItemFactory(**{kind: True, state: True})
        assert codes(StoryFactory(parts=[item])) == ([code] if code else [])

    @pytest.mark.parametrize("kind", ["image", "audio", "video", "document"])
    def test_only_a_picture_needs_a_description(self, kind: str) -> None:
        part = StoryPart(kind="item", item=ItemFactory(**{kind: True}), description=" ")
        expected = ["description"] if kind == "image" else []
        assert codes(StoryFactory(parts=[part])) == expected

    def test_is_called_by_its_caption_or_else_its_name(self) -> None:
        parts = [
            StoryPart(kind="item", item=ItemFactory(waiting=True, audio=True), caption="Nan sings"),
            StoryPart(kind="item", item=ItemFactory(waiting=True, audio=True)),
        ]
        first, second = blockers(StoryFactory(parts=parts))
        assert "“Nan sings”" in first.sentence
        assert "“mill.mp3”" in second.sentence


class TestFindings:
    def test_may_stay_once_somebody_looked(self, cast: Cast) -> None:
        story = StoryFactory(summary="Write to nan@example.org")
        assert codes(story) == ["finding"]
        FindingReview.objects.create(
            story=story, kind="email", excerpt="nan@example.org", reviewed_by=cast["teacher"]
        )
        assert codes(story) == []
        Story.objects.filter(pk=story.pk).update(summary="Write to son@example.org")
        assert codes(story) == ["finding"]


def in_memory(person: Person, role: str = "teller") -> Story:
    made: Story = (
        StoryFactory(teller=person) if role == "teller" else StoryFactory(people=[(person, role)])
    )
    return made


class TestConsent:
    @pytest.mark.parametrize("role", ["teller", "reporter", "shown", "heard"])
    @pytest.mark.parametrize("child", [True, False])
    def test_silence_is_no_consent(self, role: str, child: bool) -> None:
        person = PersonFactory(child=child, public_name="Nell")
        story = in_memory(person, role)
        expected = 2 if child else 1
        assert codes(story) == ["consent"] * expected
        assert {blocker.person for blocker in blockers(story)} == {person}
        assert all("Nell" in blocker.sentence for blocker in blockers(story))

    def test_who_is_only_talked_about(self) -> None:
        assert codes(in_memory(PersonFactory(), "mentioned")) == []
        assert codes(in_memory(PersonFactory(child=True), "mentioned")) == ["consent"] * 2

    def test_a_person_in_two_roles_is_asked_once(self) -> None:
        person = PersonFactory()
        story = StoryFactory(teller=person, people=[(person, "shown"), (person, "heard")])
        assert codes(story) == ["consent"]

    @pytest.mark.parametrize("given", [Giver.SELF, Giver.GUARDIAN])
    def test_a_child_and_a_guardian_both_have_to_agree(self, given: Giver) -> None:
        child = PersonFactory(child=True)
        answer(child, Scope.WEB, giver=given)
        assert codes(in_memory(child)) == ["consent"]

    def test_two_guardians_who_disagree_are_a_no(self) -> None:
        child = PersonFactory(child=True, consenting=True)
        answer(child, Scope.WEB, Decision.NO, giver=Giver.GUARDIAN, giver_name="The other one")
        assert codes(in_memory(child)) == ["consent"]

    def test_a_yes_to_school_is_not_a_yes_to_the_web(self) -> None:
        person = PersonFactory()
        for scope in (Scope.ARCHIVE, Scope.SCHOOL, Scope.SHARE):
            answer(person, scope)
        assert codes(in_memory(person)) == ["consent"]

    def test_a_no_to_being_kept_is_a_no_to_the_web(self) -> None:
        person = PersonFactory(consenting=True)
        answer(person, Scope.ARCHIVE, Decision.NO)
        assert codes(in_memory(person)) == ["consent"]

    def test_a_yes_lapses_after_a_year(self) -> None:
        person = PersonFactory()
        answer(person, Scope.WEB, given_at=timezone.now() - timedelta(days=367))
        story = in_memory(person)
        assert codes(story) == ["consent"]
        assert "run out" in blockers(story)[0].sentence

    @pytest.mark.parametrize("role", ["teller", "reporter", "shown", "heard", "mentioned"])
    @pytest.mark.parametrize("child", [True, False])
    def test_never_publish_beats_every_yes(self, role: str, child: bool) -> None:
        person = PersonFactory(child=child, consenting=True, never_publish=True)
        assert codes(in_memory(person, role)) == ["consent"]

    def test_a_child_shows_no_surname(self) -> None:
        child = PersonFactory(
            child=True, consenting=True, name="Nell Byrne", public_name="Nell Byrne"
        )
        assert codes(in_memory(child)) == ["surname"]
        grown_up = PersonFactory(consenting=True, name="Nell Byrne", public_name="Nell Byrne")
        assert codes(in_memory(grown_up)) == []


FAULTS: dict[str, dict[str, Any]] = {
    "title": {"title": ""},
    "empty": {"parts": ()},
    "audience": {"audience": Audience.SCHOOL},
    "teller": {"teller": None},
    "finding": {"summary": "@nan_from_collyhurst"},
}


@pytest.mark.parametrize("faults", [pair for n in (2, 5) for pair in combinations(FAULTS, n)])
def test_everything_is_said_at_once(faults: tuple[str, ...]) -> None:
    details: dict[str, Any] = {}
    for fault in faults:
        details |= FAULTS[fault]
    assert sorted(codes(StoryFactory(**details))) == sorted(faults)


ANSWERS = st.lists(
    st.tuples(
        st.sampled_from(Scope),
        st.sampled_from(Decision),
        st.sampled_from([Giver.SELF, Giver.GUARDIAN]),
        st.sampled_from(["Ann", "ann ", "Bob"]),
        st.integers(min_value=0, max_value=800),
    ),
    max_size=6,
)


class TestWhateverPeopleAnswered(TestCase):
    """The gate opens only where a plain reading of the rules says yes, in any order of answers."""

    @given(answers=ANSWERS, child=st.booleans(), never=st.booleans())
    @settings(max_examples=60, deadline=None)
    def test_the_gate(self, answers: list[Any], child: bool, never: bool) -> None:
        person = PersonFactory(child=child, never_publish=never)
        story = in_memory(person)
        for scope, decision, giver, name, days in answers:
            given_at = timezone.now() - timedelta(days=days)
            details = {"giver_name": name, "given_at": given_at}
            answer(person, scope, decision, giver=giver, **details)
        assert (codes(story) == []) == (not never and agreed(answers, child))


def agreed(answers: list[Any], child: bool) -> bool:
    """The rules again, written the long way round: the newest answer of each giver counts."""
    newest: dict[Any, Any] = {}
    for scope, decision, giver, name, days in answers:
        who = (scope, giver, name.strip().lower() if giver == Giver.GUARDIAN else "")
        if who not in newest or days <= newest[who][1]:
            newest[who] = (decision, days)
    needed = [Giver.SELF, Giver.GUARDIAN] if child else [Giver.SELF]
    for giver in needed:
        web = [a for (scope, by, _), a in newest.items() if (scope, by) == (Scope.WEB, giver)]
        if not web or any(decision != Decision.YES for decision, _ in web):
            return False
        if all(days > 365 for _, days in web):
            return False
    kept = [decision for (scope, _, _), (decision, _) in newest.items() if scope == Scope.ARCHIVE]
    return all(decision == Decision.YES for decision in kept)


@pytest.mark.parametrize("role", ["teacher", "lead"])
def test_no_member_of_staff_is_above_the_gate(role: str, cast: Cast) -> None:
    story = cast.memory("submitted", audience=Audience.FAMILY)
    with pytest.raises(lifecycle.Refused):
        lifecycle.publish(story, by=cast[role])
    assert not Story.objects.public().exists()


def test_a_crowd_is_asked_in_the_same_number_of_queries(
    django_assert_num_queries: Any,
) -> None:
    people = [(PersonFactory(consenting=True), "shown") for _ in range(5)]
    story = Story.objects.get(pk=StoryFactory(people=people).pk)
    with django_assert_num_queries(9):
        assert blockers(story) == []
