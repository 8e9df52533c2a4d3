"""Which yes runs out when."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from families.models import Person, User
from families.models.consents import Decision, Giver, Scope
from families.reports import yeses
from tests.factories import PersonFactory, ReporterClassFactory, UserFactory, agree, answer

pytestmark = pytest.mark.django_db

NOW = timezone.now()


@pytest.fixture
def nan(teacher: User) -> Person:
    made: Person = PersonFactory(school=teacher.school, public_name="Nan Mary")
    return made


def said(person: Person, *scopes: Scope, days_ago: int = 0, **details: object) -> date:
    for scope in scopes:
        answer(person, scope, given_at=NOW - timedelta(days=days_ago), **details)
    return (NOW - timedelta(days=days_ago)).date() + timedelta(days=365)


def test_what_is_said_together_ends_together(nan: Person) -> None:
    last = said(nan, Scope.WEB, Scope.PRINT)
    (yes,) = yeses.of(nan)
    assert (yes.last_day, yes.to) == (last, "put it on the web, print it")
    assert (yes.said_by, yes.about, yes.reporter_class) == ("They themselves", "All memories", "")


def test_a_guardians_yes_is_its_own(teacher: User) -> None:
    child = PersonFactory(child=True, school=teacher.school)
    said(child, Scope.WEB)
    said(child, Scope.WEB, giver=Giver.GUARDIAN, days_ago=30)
    assert [yes.said_by for yes in yeses.of(child)] == [
        "They themselves",
        "A parent or guardian",
    ]


def test_a_no_is_no_yes(nan: Person) -> None:
    said(nan, Scope.WEB)
    said(nan, Scope.WEB, decision=Decision.WITHDRAWN)
    assert not list(yeses.of(nan))


def test_one_memory_is_said_to_be_one(nan: Person) -> None:
    said(nan, Scope.WEB, story_ref="abcdefghij")
    assert [yes.about for yes in yeses.of(nan)] == ["One memory"]


def test_the_first_to_run_out_is_on_top_and_days_narrow_it(
    client: Client, teacher: User, nan: Person
) -> None:
    later = PersonFactory(school=teacher.school, public_name="Uncle Joe")
    soon, late = said(nan, Scope.WEB, days_ago=300), said(later, Scope.WEB)
    client.force_login(teacher)
    page = client.get(reverse("yeses")).content.decode()
    assert page.index("Nan Mary") < page.index("Uncle Joe")
    assert f"{soon.day} {soon:%B %Y}" in page
    until = client.get(reverse("yeses"), {"days_to": soon.isoformat()}).content.decode()
    assert "Nan Mary" in until
    assert "Uncle Joe" not in until
    since = client.get(reverse("yeses"), {"days_from": late.isoformat()}).content.decode()
    assert "Nan Mary" not in since
    assert "Uncle Joe" in since


def test_a_class_narrows_it(client: Client, teacher: User, nan: Person) -> None:
    said(nan, Scope.WEB)
    of_class = ReporterClassFactory(school=teacher.school)
    student = UserFactory(student=True, school=teacher.school, reporter_class=of_class)
    agree(PersonFactory(school=teacher.school, public_name="Ava", user=student), Scope.WEB)
    client.force_login(teacher)
    page = client.get(reverse("yeses"), {"reporter_class": of_class.pk}).content.decode()
    assert "Ava" in page
    assert "Nan Mary" not in page


def test_whoever_is_never_shown_is_left_alone(client: Client, teacher: User, nan: Person) -> None:
    said(nan, Scope.WEB)
    Person.objects.update(never_publish=True)
    client.force_login(teacher)
    assert "Nan Mary" not in client.get(reverse("yeses")).content.decode()
