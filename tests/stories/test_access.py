"""The table "Who may see what" of the safeguarding document, walked by every role."""

from __future__ import annotations

from typing import Any

import pytest

from families.models import User
from media.models import Item
from media.visibility import Sight
from stories import access
from stories.models import Story
from stories.models.states import Audience
from tests.archive.making import picture
from tests.factories import FamilyFactory, ItemFactory, PersonFactory, StoryFactory, UserFactory
from tests.stories.cast import STATES, Cast

pytestmark = pytest.mark.django_db

STAFF = {"teacher", "colleague", "lead"}
ALL = STAFF | {"author", "classmate", "relative", "neighbour", "stranger", "other lead"}
EVERYBODY = ALL | {"administrator", "left", "visitor", "nobody", "teller"}

READ: dict[tuple[str, str], set[str]] = {
    ("published", "everyone"): EVERYBODY,
    ("draft", "me"): STAFF | {"author"},
    ("draft", "family"): STAFF | {"author"},
    ("draft", "everyone"): STAFF | {"author"},
    ("submitted", "me"): STAFF | {"author", "teller"},
    ("submitted", "family"): STAFF | {"author", "teller", "relative"},
    ("submitted", "school"): STAFF | {"author", "teller", "relative"},
    ("submitted", "everyone"): STAFF | {"author", "teller", "relative"},
    ("taken_up", "family"): STAFF | {"author", "teller", "relative"},
    ("changes_requested", "me"): STAFF | {"author", "teller"},
    ("changes_requested", "family"): STAFF | {"author", "teller", "relative"},
    ("withdrawn", "everyone"): STAFF | {"author", "teller"},
    ("sealed", "family"): {"lead"},
    ("held_draft", "family"): {"lead"},
    ("held_submitted", "family"): {"lead"},
    ("held_published", "everyone"): {"lead"},
    ("held_sealed", "family"): {"lead"},
}
TOLD_THAT_IT_IS_THERE = STAFF | {"author", "teller"}
KNOWN: dict[tuple[str, str], set[str]] = READ | {
    ("sealed", "family"): TOLD_THAT_IT_IS_THERE,
    ("held_draft", "family"): TOLD_THAT_IT_IS_THERE - {"teller"},
    ("held_submitted", "family"): TOLD_THAT_IT_IS_THERE,
    ("held_published", "everyone"): TOLD_THAT_IT_IS_THERE,
    ("held_sealed", "family"): TOLD_THAT_IT_IS_THERE,
}


@pytest.fixture
def audience_of(cast: Cast) -> Cast:
    """The cast, and somebody without the keyboard who told the memory."""
    teller = UserFactory(family_member=True, school=cast.school)
    cast.people["teller"] = teller
    return cast


def told(cast: Cast, state: str, audience: str) -> Story:
    person = PersonFactory(consenting=True, user=cast["teller"], school=cast.school)
    item = ItemFactory(uploaded_by=cast["author"])
    return cast.memory(state, audience=audience, teller=person, parts=["Words", item])


def test_the_table_names_every_state() -> None:
    assert {state for state, _ in READ} == set(STATES)
    assert set(KNOWN) == set(READ)


@pytest.mark.parametrize(("state", "audience"), READ)
def test_who_reads_it(state: str, audience: str, audience_of: Cast) -> None:
    story = told(audience_of, state, audience)
    item = story.parts.get(kind="item").item
    people = audience_of.people.items()
    read = {role for role, who in people if story in Story.objects.visible_to(who)}
    assert read == READ[state, audience]
    known = {role for role, who in people if story in Story.objects.known_to(who)}
    assert known == KNOWN[state, audience]
    seen = {role: access.sight_of_item(who, item) for role, who in people}
    sight = Sight.PUBLIC if state == "published" else Sight.PRIVATE
    assert seen == {role: sight if role in read else Sight.NONE for role, _ in people}


class TestPublic:
    @pytest.mark.parametrize("audience", [Audience.JUST_ME, Audience.FAMILY, Audience.SCHOOL])
    def test_ends_when_the_teller_wants_fewer_to_see_it(
        self, audience: Audience, cast: Cast
    ) -> None:
        story = cast.memory("published")
        Story.objects.filter(pk=story.pk).update(audience=audience)
        assert not Story.objects.public().exists()
        assert story not in Story.objects.visible_to(cast["visitor"])

    def test_needs_all_of_it(self, cast: Cast) -> None:
        story = cast.memory("published")
        Story.objects.filter(pk=story.pk).update(live=False)
        assert not Story.objects.public().exists()


class TestAccountsWithoutASchool:
    @pytest.mark.parametrize("role", ["teacher", "lead", "student", "administrator"])
    def test_see_what_everybody_sees(self, role: str, cast: Cast) -> None:
        wanderer = UserFactory(**{role: True}, school=None, reporter_class=None)
        hidden, shown = cast.memory("submitted"), cast.memory("published")
        assert list(Story.objects.visible_to(wanderer)) == [shown]
        assert list(Story.objects.known_to(wanderer)) == [shown]
        assert not access.may_begin(wanderer)
        assert not access.may_review(wanderer, hidden)


def test_a_teacher_reads_what_they_began_at_another_school(cast: Cast) -> None:
    story = StoryFactory(author=cast["teacher"])
    User.objects.filter(pk=cast["teacher"].pk).update(school=cast["stranger"].school)
    moved = User.objects.get(pk=cast["teacher"].pk)
    assert story in Story.objects.visible_to(moved)
    assert story in Story.objects.known_to(moved)


def test_somebody_in_two_families_reads_for_both(cast: Cast) -> None:
    second = FamilyFactory(school=cast.school, members=[cast["relative"]])
    ours = cast.memory("submitted")
    theirs = StoryFactory(submitted=True, family=second, school=cast.school)
    assert set(Story.objects.visible_to(cast["relative"])) == {ours, theirs}
    assert set(Story.objects.given_to_families_of(cast["relative"])) == {ours, theirs}
    assert set(Story.objects.given_to_families_of(cast["author"])) == {ours}


class TestItems:
    """An item that is in no memory, or in several."""

    def test_of_no_memory_is_for_the_staff_of_its_school(self, cast: Cast) -> None:
        item = ItemFactory(uploaded_by=cast["author"])
        seen = {role for role, who in cast.people.items() if access.sight_of_item(who, item)}
        assert seen == STAFF

    def test_of_a_public_memory_is_public_whatever_else_it_is_in(self, cast: Cast) -> None:
        item = ItemFactory(uploaded_by=cast["author"])
        cast.memory("held_submitted", parts=[item])
        assert access.sight_of_item(cast["visitor"], item) == Sight.NONE
        cast.memory("published", parts=[item])
        assert access.sight_of_item(cast["visitor"], item) == Sight.PUBLIC

    def test_of_a_held_memory_is_not_seen_by_a_teacher(self, cast: Cast) -> None:
        item = ItemFactory(uploaded_by=cast["author"])
        cast.memory("held_submitted", parts=[item])
        assert access.sight_of_item(cast["teacher"], item) == Sight.NONE
        assert access.sight_of_item(cast["lead"], item) == Sight.PRIVATE

    @pytest.mark.parametrize("state", STATES)
    def test_which_of_them_stay_out_of_a_list_of_files(self, state: str, cast: Cast) -> None:
        item = ItemFactory(uploaded_by=cast["author"])
        cast.memory(state, parts=["Words", item])
        loose = ItemFactory(uploaded_by=cast["author"])
        frozen = state.startswith("held_") or state == "sealed"
        for role in ("teacher", "lead"):
            listed = Item.objects.exclude(access.items_of_the_lead_alone(cast[role]))
            left_out = {item} if frozen and role == "teacher" else set()
            assert set(listed) == {item, loose} - left_out, role

    @pytest.mark.parametrize("state", STATES)
    def test_who_works_on_one(self, state: str, cast: Cast) -> None:
        """Hides a face in it, holds back a passage, writes down what is said."""
        item = ItemFactory(uploaded_by=cast["author"])
        story = cast.memory(state, parts=["Words", item])
        people = [(role, who) for role, who in cast.people.items() if who is not None]
        may = {role for role, who in people if access.may_work_on_item(who, item)}
        writes = {role for role, who in people if access.may_write(who, story)}
        assert may == writes | MAY["may_review"][state]

    def test_who_sent_one_in_works_on_it_until_it_is_in_a_memory(self, cast: Cast) -> None:
        item = ItemFactory(uploaded_by=cast["author"])
        people = [(role, who) for role, who in cast.people.items() if who is not None]
        assert {role for role, who in people if access.may_work_on_item(who, item)} == {"author"}


MAY: dict[str, dict[str, set[str]]] = {
    "may_write": {
        "draft": {"author"},
        "submitted": {"author"},
        "changes_requested": {"author"},
    },
    "may_submit": {state: {"author"} for state in STATES},
    "may_mend": {"submitted": STAFF, "taken_up": STAFF, "held_submitted": {"lead"}},
    "may_review": {
        state: {"lead"} if state.startswith("held_") or state == "sealed" else STAFF
        for state in STATES
    },
    "may_publish": {
        state: {"lead"} if state.startswith("held_") or state == "sealed" else STAFF
        for state in STATES
    },
    "may_hold": dict.fromkeys(
        STATES, STAFF | {"author", "classmate", "relative", "neighbour", "administrator"}
    ),
    "may_release": {state: {"lead"} for state in STATES},
}


@pytest.mark.parametrize("state", STATES)
def test_who_may(state: str, cast: Cast) -> None:
    story = cast.memory(state)
    people = {role: who for role, who in cast.people.items() if who is not None}
    for predicate, table in MAY.items():
        may: Any = getattr(access, predicate)
        allowed = {role for role, who in people.items() if may(who, story)}
        assert allowed == table.get(state, set()), predicate


class TestWithdrawing:
    def test_the_teller_may_too(self, audience_of: Cast) -> None:
        story = told(audience_of, "submitted", "me")
        assert access.may_withdraw(audience_of["teller"], story)
        assert not access.may_withdraw(audience_of["neighbour"], story)

    def test_a_brother_or_sister_may_not(self, cast: Cast) -> None:
        sister = UserFactory(student=True, school=cast.school)
        cast.family.memberships.create(user=sister, relation="sister")
        story = cast.memory("published")
        assert story in Story.objects.visible_to(sister)
        assert not access.may_withdraw(sister, story)
        assert access.may_withdraw(cast["relative"], story)

    def test_a_memory_of_no_family_is_nobodys_family(self, cast: Cast) -> None:
        story = cast.memory("published")
        Story.objects.filter(pk=story.pk).update(family=None)
        assert not access.may_withdraw(cast["relative"], Story.objects.get(pk=story.pk))


def test_second_pair_of_eyes(cast: Cast) -> None:
    story = cast.memory("submitted")
    assert story.last_edited_by == cast["author"]
    assert not access.has_second_pair_of_eyes(cast["author"], story)
    assert not access.has_second_pair_of_eyes(cast["visitor"], story)
    assert access.has_second_pair_of_eyes(cast["teacher"], story)


def test_who_may_begin(cast: Cast) -> None:
    people = cast.people.items()
    assert {role for role, who in people if access.may_begin(who)} == ALL | {"administrator"}


def test_whose_library_somebody_chooses_from(cast: Cast, other_school: Any) -> None:
    ours = picture(by=UserFactory(teacher=True, school=cast.school))
    theirs = picture(by=UserFactory(teacher=True, school=other_school))
    nobodys = picture(by=UserFactory(administrator=True, school=None))
    teacher = UserFactory(teacher=True, school=cast.school)
    assert set(access.library_of(teacher)) == {ours, nobodys}
    everything = UserFactory(administrator=True, school=None)
    assert set(access.library_of(everything)) == {ours, theirs, nobodys}
