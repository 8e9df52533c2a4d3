"""The letter to a family whose yes ends: once before, once behind, and without detail."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import ModelLogEntry

from families import reminding, renewal
from families.models import Person, School, User
from families.models.consents import Scope
from tests.factories import PersonFactory, UserFactory
from tests.factories.families import agree, answer

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def post_office(settings: Any) -> None:
    settings.SENDS_MAIL = True


@pytest.fixture
def nan(school: School) -> User:
    made: User = UserFactory(family_member=True, school=school, email="nan@example.org")
    return made


def yes(account: User, days: int) -> Person:
    person: Person = PersonFactory(user=account, school=account.school, public_name="Rita")
    answer(person, Scope.WEB, given_at=timezone.now() - timedelta(days=days))
    return person


def test_nobody_is_told_before_the_last_month(nan: User) -> None:
    yes(nan, 300)
    assert reminding.remind() == 0
    assert mail.outbox == []


@pytest.mark.parametrize(("days", "words"), [(340, "ends soon"), (370, "off the web now")])
def test_the_letter_says_what_to_do_and_nothing_of_anybody(
    nan: User, days: int, words: str
) -> None:
    yes(nan, days)
    call_command("nightly", verbosity=0)
    (letter,) = mail.outbox
    assert letter.to == ["nan@example.org"]
    assert words in letter.body
    assert f"{settings.WAGTAILADMIN_BASE_URL}/desk/consent/" in letter.body
    for kept in ("Rita", nan.display_name, nan.username, str(nan.school)):
        assert kept not in letter.subject + letter.body


def test_each_end_is_told_once_before_and_once_behind(
    nan: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    yes(nan, 340)
    assert [reminding.remind() for _ in range(3)] == [1, 0, 0]
    later = timezone.localdate() + timedelta(days=40)
    monkeypatch.setattr(renewal.timezone, "localdate", lambda *_: later)
    assert [reminding.remind() for _ in range(3)] == [1, 0, 0]
    entries = ModelLogEntry.objects.for_instance(nan).filter(action="families.remind")
    assert {entry.data["over"] for entry in entries} == {True, False}


def test_whoever_has_answered_hears_nothing(nan: User) -> None:
    agree(yes(nan, 340), Scope.WEB)
    assert reminding.remind() == 0


@pytest.mark.parametrize(
    "traits",
    [
        {"family_member": True, "email": ""},
        {"family_member": True, "email": "gone@example.org", "is_active": False},
        {"student": True, "email": "child@example.org"},
        {"teacher": True, "email": "staff@example.org"},
    ],
)
def test_who_gets_no_letter(school: School, traits: dict[str, Any]) -> None:
    yes(UserFactory(school=school, **traits), 340)
    assert reminding.remind() == 0


def test_a_closed_post_office_is_tried_again(nan: User, monkeypatch: pytest.MonkeyPatch) -> None:
    yes(nan, 340)

    def closed(*_: Any) -> None:
        raise OSError("closed")

    with monkeypatch.context() as broken:
        broken.setattr(reminding, "send_mail", closed)
        assert reminding.remind() == 0
    assert reminding.remind() == 1


def test_without_a_post_office_nothing_is_tried(nan: User, settings: Any) -> None:
    settings.SENDS_MAIL = False
    yes(nan, 370)
    assert reminding.remind() == 0
