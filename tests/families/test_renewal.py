"""Whom the school asks again, when, and who is told."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from families import renewal
from families.models import Guardianship, Person, School, User
from families.models.consents import Decision, Giver, Scope
from tests.factories import FamilyFactory, PersonFactory, UserFactory, agree, answer

pytestmark = pytest.mark.django_db

SELF, GUARDIAN = Giver.SELF, Giver.GUARDIAN
YES, NO = Decision.YES, Decision.NO


def said(person: Person, scope: Scope, days: int, *, decision: Decision = YES, **more: Any) -> None:
    moment = timezone.now() - timedelta(days=days)
    answer(person, scope, decision, given_at=moment, **more)


@pytest.mark.parametrize(
    ("days", "listed", "over"),
    [(0, False, False), (334, False, False), (336, True, False), (367, True, True)],
)
def test_a_yes_is_asked_again_after_a_year(
    school: School, days: int, listed: bool, over: bool
) -> None:
    nan = PersonFactory(school=school)
    said(nan, Scope.WEB, days)
    found = renewal.of_school(school)
    assert [(r.person, r.scopes, r.is_over) for r in found] == (
        [(nan, (Scope.WEB,), over)] if listed else []
    )
    if listed:
        assert found[0].last_day == nan.consents.get().renew_on


@pytest.mark.parametrize(("since", "over"), [(0, False), (40, True)])
def test_everything_is_asked_again_of_who_leaves(school: School, since: int, over: bool) -> None:
    left = timezone.localdate() - timedelta(days=since)
    nan = PersonFactory(school=school, left_on=left)
    said(nan, Scope.WEB, 50)
    (found,) = renewal.of_school(school)
    assert (found.last_day, found.is_over) == (left + timedelta(days=30), over)
    agree(nan, Scope.WEB)
    assert renewal.of_school(school) == []


def test_a_new_yes_or_a_no_ends_it(school: School) -> None:
    for decision in (YES, NO):
        nan = PersonFactory(school=school)
        said(nan, Scope.WEB, 366)
        assert len(renewal.of_school(school)) == 1
        said(nan, Scope.WEB, 0, decision=decision)
        assert renewal.of_school(school) == []


def test_whoever_is_never_shown_is_not_asked(school: School) -> None:
    said(PersonFactory(school=school, never_publish=True), Scope.WEB, 366)
    assert renewal.of_school(school) == []


def test_each_giver_and_each_memory_is_a_task_of_its_own(school: School) -> None:
    child = PersonFactory(school=school, child=True)
    for scope in (Scope.WEB, Scope.SCHOOL):
        said(child, scope, 350)
    said(child, Scope.WEB, 360, giver=GUARDIAN)
    said(child, Scope.WEB, 340, story_ref="onememory")
    found = renewal.of_school(school)
    assert {(r.giver, r.story_ref, r.scopes) for r in found} == {
        (GUARDIAN, "", (Scope.WEB,)),
        (GUARDIAN, "onememory", (Scope.WEB,)),
        (SELF, "", (Scope.SCHOOL, Scope.WEB)),
        (SELF, "onememory", (Scope.WEB,)),
    }
    assert [r.last_day for r in found] == sorted(r.last_day for r in found)


def test_a_school_has_its_own_list(school: School, other_school: School) -> None:
    said(PersonFactory(school=other_school), Scope.WEB, 366)
    assert renewal.of_school(school) == []
    assert renewal.of_school(None) == []


def test_the_list_costs_the_same_for_a_crowd(
    school: School, django_assert_num_queries: Any
) -> None:
    for more in (1, 4):
        for _ in range(more):
            said(PersonFactory(school=school, child=True), Scope.WEB, 366)
        with django_assert_num_queries(2):
            renewal.of_school(school)


class TestTheStaffRoom:
    @pytest.fixture
    def nan(self, school: School) -> Person:
        person: Person = PersonFactory(school=school, public_name="Nan Mary")
        for scope in (Scope.WEB, Scope.PRINT):
            said(person, scope, 350)
        return person

    @pytest.mark.parametrize("role", ["teacher", "lead"])
    def test_says_who_what_by_when_and_where(
        self, role: str, nan: Person, school: School, client: Client
    ) -> None:
        client.force_login(UserFactory(**{role: True}, school=school))
        html = client.get(reverse("renewals:index")).content.decode()
        assert "Nan Mary" in html
        assert "Put it on the web, print it" in html
        assert f"{renewal.of(nan)[0].last_day:%Y}" in html
        assert f"{reverse('people:ask', args=[nan.pk])}?giver=self" in html
        assert "Ask again (1)" in client.get(reverse("wagtailadmin_home")).content.decode()

    def test_is_empty_in_words(self, client: Client, teacher: User) -> None:
        client.force_login(teacher)
        html = client.get(reverse("renewals:index")).content.decode()
        assert "Nobody has to be asked now." in html
        assert "Ask again (" not in html

    def test_another_school_sees_nothing_of_it(
        self, nan: Person, client: Client, other_school: School
    ) -> None:
        client.force_login(UserFactory(teacher=True, school=other_school))
        assert "Nan Mary" not in client.get(reverse("renewals:index")).content.decode()

    def test_is_not_there_for_an_administrator(self, client: Client) -> None:
        client.force_login(UserFactory(administrator=True))
        assert client.get(reverse("renewals:index")).status_code == 404


class TestTheDesk:
    def told(self, client: Client, user: User) -> bool:
        client.force_login(user)
        return "We need to ask you again." in client.get(reverse("desk")).content.decode()

    def test_the_person_and_the_grown_ups_of_the_family_are_told(
        self, client: Client, school: School
    ) -> None:
        child_account = UserFactory(student=True, school=school)
        sister, nan = (
            UserFactory(student=True, school=school),
            UserFactory(family_member=True, school=school),
        )
        dad_account = UserFactory(family_member=True, school=school)
        stranger = UserFactory(family_member=True, school=school)
        family = FamilyFactory(school=school, members=[child_account, sister, nan])
        child = PersonFactory(school=school, child=True, family=family, user=child_account)
        dad = PersonFactory(school=school, user=dad_account)
        Guardianship.objects.create(child=child, guardian=dad)
        said(child, Scope.WEB, 350)
        told = {user: self.told(client, user) for user in (child_account, nan, dad_account)}
        assert all(told.values()), told
        assert not self.told(client, sister)
        assert not self.told(client, stranger)

    def test_it_ends_with_the_answer(self, client: Client, school: School) -> None:
        account = UserFactory(family_member=True, school=school)
        nan = PersonFactory(school=school, user=account)
        said(nan, Scope.WEB, 370)
        assert self.told(client, account)
        agree(nan, Scope.WEB)
        assert not self.told(client, account)
