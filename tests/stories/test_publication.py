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
from tests.factories import ItemFactory, PersonFactory, StoryFactory, agree, answer
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


def in_memory(person: Person, role: str = "teller", **details: Any) -> Story:
    if role == "teller":
        told: Story = StoryFactory(teller=person, **details)
        return told
    people = [(person, role), *details.pop("people", ())]
    made: Story = StoryFactory(people=people, **details)
    return made


def in_memory_again(story: Story) -> Story:
    """As it is in the database now, with nothing remembered."""
    return Story.objects.get(pk=story.pk)


def lacking(story: Story) -> set[tuple[Person | None, Scope | None]]:
    return {(blocker.person, blocker.scope) for blocker in blockers(story)}


EVERYBODY_IS_ASKED = {Scope.ARCHIVE, Scope.WEB}

ASKED: list[tuple[str, str | None, set[Scope]]] = [
    ("teller", None, set()),
    ("teller", "image", set()),
    ("teller", "audio", {Scope.VOICE}),
    ("teller", "video", {Scope.VOICE}),
    ("teller", "document", set()),
    ("reporter", "image", set()),
    ("reporter", "audio", set()),
    ("reporter", "video", set()),
    ("shown", None, set()),
    ("shown", "image", {Scope.FACE}),
    ("shown", "audio", set()),
    ("shown", "video", {Scope.FACE}),
    ("heard", None, set()),
    ("heard", "image", set()),
    ("heard", "audio", {Scope.VOICE}),
    ("heard", "video", {Scope.VOICE}),
]
"""What somebody in a role is asked, by what else is in the memory."""


class TestConsent:
    @pytest.mark.parametrize(("role", "kind", "more"), ASKED)
    @pytest.mark.parametrize("child", [True, False])
    def test_silence_is_no_consent(
        self, role: str, kind: str | None, more: set[Scope], child: bool
    ) -> None:
        person = PersonFactory(child=child, public_name="Nell")
        parts = ["Words.", *([ItemFactory(**{kind: True}, ready=True)] if kind else [])]
        story = in_memory(person, role, parts=parts)
        scopes = EVERYBODY_IS_ASKED | more
        assert lacking(story) == {(person, scope) for scope in scopes}
        assert codes(story) == ["consent"] * len(scopes) * (2 if child else 1)
        assert all("Nell has not yet said yes to " in b.sentence for b in blockers(story))
        for scope in scopes:
            agree(person, scope, story_ref=story.ref)
        assert codes(in_memory_again(story)) == []

    def test_who_is_only_talked_about(self) -> None:
        assert codes(in_memory(PersonFactory(), "mentioned")) == []
        child = PersonFactory(child=True)
        assert lacking(in_memory(child, "mentioned")) == {
            (child, scope) for scope in EVERYBODY_IS_ASKED
        }

    def test_a_child_is_shown_by_name_or_by_face(self) -> None:
        """Not by both, unless the name was asked for as well (NSPCC)."""
        picture = ItemFactory(image=True, ready=True)
        for child, scopes in ((True, {Scope.NAME}), (False, set())):
            person = PersonFactory(child=child)
            agree(person, Scope.ARCHIVE, Scope.WEB, Scope.FACE)
            story = in_memory(person, "shown", people=[(person, "reporter")], parts=[picture])
            assert lacking(story) == {(person, scope) for scope in scopes}
            agree(person, Scope.NAME)
            assert codes(in_memory_again(story)) == []

    def test_a_person_in_two_roles_is_asked_once(self) -> None:
        person = PersonFactory()
        story = StoryFactory(teller=person, people=[(person, "shown"), (person, "heard")])
        assert codes(story) == ["consent"] * len(EVERYBODY_IS_ASKED)

    def test_a_teller_hears_it_back_before_the_web(self) -> None:
        """A yes to every memory in general is no yes to this one (OHS, recording agreement)."""
        teller = PersonFactory(consenting=True)
        story = in_memory(teller, heard_back=False)
        (blocker,) = blockers(story)
        assert "after hearing this memory" in blocker.sentence
        agree(teller, Scope.WEB, story_ref="anotherone")
        assert len(blockers(in_memory_again(story))) == 1
        agree(teller, Scope.WEB, story_ref=story.ref)
        assert codes(in_memory_again(story)) == []

    def test_a_no_to_this_memory_is_not_undone_by_a_yes_to_all(self) -> None:
        person = PersonFactory(consenting=True)
        story = in_memory(person)
        answer(person, Scope.WEB, Decision.NO, story_ref=story.ref)
        agree(person)
        assert codes(in_memory_again(story)) == ["consent"]
        assert codes(in_memory(person)) == []

    def test_a_later_no_to_all_counts_for_this_memory_too(self) -> None:
        person = PersonFactory(consenting=True)
        story = in_memory(person)
        answer(person, Scope.WEB, Decision.WITHDRAWN)
        assert codes(in_memory_again(story)) == ["consent"]
        agree(person, Scope.WEB, story_ref=story.ref)
        assert codes(in_memory_again(story)) == []

    @pytest.mark.parametrize("given", [Giver.SELF, Giver.GUARDIAN])
    def test_a_child_and_a_guardian_both_have_to_agree(self, given: Giver) -> None:
        child = PersonFactory(child=True)
        story = in_memory(child)
        for scope in EVERYBODY_IS_ASKED:
            answer(child, scope, giver=given, story_ref=story.ref)
        assert codes(in_memory_again(story)) == ["consent"] * len(EVERYBODY_IS_ASKED)

    def test_two_guardians_who_disagree_are_a_no(self) -> None:
        child = PersonFactory(child=True, consenting=True)
        story = in_memory(child)
        answer(child, Scope.WEB, Decision.NO, giver=Giver.GUARDIAN, giver_name="The other one")
        assert codes(in_memory_again(story)) == ["consent"]

    @pytest.mark.parametrize("scope", sorted(set(Scope) - EVERYBODY_IS_ASKED))
    def test_another_yes_is_not_a_yes_to_the_web(self, scope: Scope) -> None:
        person = PersonFactory()
        answer(person, Scope.ARCHIVE)
        answer(person, scope)
        assert lacking(in_memory(person)) == {(person, Scope.WEB)}

    def test_a_no_to_being_kept_is_a_no_to_the_web(self) -> None:
        person = PersonFactory(consenting=True)
        answer(person, Scope.ARCHIVE, Decision.NO)
        assert lacking(in_memory(person)) == {(person, Scope.ARCHIVE)}

    def test_a_yes_lapses_after_a_year(self) -> None:
        person = PersonFactory()
        story = in_memory(person)
        long_ago = timezone.now() - timedelta(days=367)
        for scope in EVERYBODY_IS_ASKED:
            answer(person, scope, given_at=long_ago, story_ref=story.ref)
        found = blockers(in_memory_again(story))
        assert len(found) == len(EVERYBODY_IS_ASKED)
        assert all("too long ago" in blocker.sentence for blocker in found)
        agree(person)
        assert codes(in_memory_again(story)) == []

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
        st.sampled_from([Scope.ARCHIVE, Scope.WEB, Scope.WEB, Scope.SCHOOL]),
        st.sampled_from([Decision.YES, Decision.YES, Decision.NO, Decision.WITHDRAWN]),
        st.sampled_from([Giver.SELF, Giver.GUARDIAN]),
        st.sampled_from(["Ann", "ann ", "Bob"]),
        st.booleans(),
    ),
    max_size=8,
)


class TestWhateverPeopleAnswered(TestCase):
    """The gate opens only where a plain reading of the rules says yes, in any order of answers."""

    @given(answers=ANSWERS, child=st.booleans(), never=st.booleans())
    @settings(max_examples=80, deadline=None)
    def test_the_gate(self, answers: list[Any], child: bool, never: bool) -> None:
        person = PersonFactory(child=child, never_publish=never)
        story = in_memory(person)
        for scope, decision, giver, name, about_this in answers:
            ref = story.ref if about_this else ""
            answer(person, scope, decision, giver=giver, giver_name=name, story_ref=ref)
        opens = codes(in_memory_again(story)) == []
        assert opens == (not never and agreed(answers, child))


def agreed(answers: list[Any], child: bool) -> bool:
    """The rules again, written the long way round, from the first answer to the last."""
    said: dict[Any, dict[str, Any]] = {}
    for scope, decision, giver, name, about_this in answers:
        who = (scope, giver, name.strip().lower() if giver == Giver.GUARDIAN else "")
        theirs = said.setdefault(who, {"this": None, "all": None})
        theirs["this" if about_this else "all"] = decision
        if not about_this and decision != Decision.YES and theirs["this"] == Decision.YES:
            theirs["this"] = "overruled"
        if not about_this and decision == Decision.YES and theirs["this"] == "overruled":
            theirs["this"] = Decision.YES
    needed = [Giver.SELF, Giver.GUARDIAN] if child else [Giver.SELF]
    return all(_agreed(said, scope, by) for scope in EVERYBODY_IS_ASKED for by in needed)


def _agreed(said: dict[Any, dict[str, Any]], scope: Scope, by: Giver) -> bool:
    theirs = [
        answers for (asked, giver, _), answers in said.items() if (asked, giver) == (scope, by)
    ]
    counting = [answers["this"] or answers["all"] for answers in theirs]
    heard_back = any(answers["this"] for answers in theirs) or scope == Scope.ARCHIVE
    return bool(counting) and heard_back and set(counting) == {Decision.YES}


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
    with django_assert_num_queries(10):
        assert blockers(story) == []
