"""A student asks for a family; nobody is in it before a teacher of the school says yes."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from families.models import Family, Invitation, School, User
from tests.factories import FamilyFactory, PersonFactory, UserFactory

pytestmark = pytest.mark.django_db

QUESTION = {"name": "Aisha’s family", "at_home": "Nan and my mum"}
ASK = "/desk/family/ask/"


@pytest.fixture
def desk(client: Client, student: User) -> Client:
    client.force_login(student)
    return client


@pytest.fixture
def asked(desk: Client) -> Family:
    desk.post(ASK, QUESTION)
    return Family.objects.get(pending=True)


@pytest.fixture
def staff_room(teacher: User) -> Client:
    browser = Client()
    browser.force_login(teacher)
    return browser


def answer_page(family: Family) -> str:
    return reverse("families:asked_for", args=[family.pk])


def test_asking(desk: Client, student: User) -> None:
    assert ASK in desk.get("/desk/family/").content.decode()
    done = desk.post(ASK, QUESTION, follow=True)
    page = done.content.decode()
    assert "Your teacher has your question." in page and "Waiting for your teacher" in page
    family = Family.objects.get()
    assert (family.pending, family.asked_by, family.school) == (True, student, student.school)
    assert not family.memberships.exists()
    assert ModelLogEntry.objects.get(action="families.ask").user == student


@pytest.mark.parametrize("missing", ["name", "at_home"])
def test_an_answer_is_missing(desk: Client, missing: str) -> None:
    answer = desk.post(ASK, QUESTION | {missing: ""})
    assert answer.status_code == 422
    kept = next(value for key, value in QUESTION.items() if key != missing)
    assert kept in answer.content.decode()


def test_one_question_at_a_time(desk: Client, asked: Family) -> None:
    assert desk.get(ASK).url == "/desk/family/"
    assert desk.post(ASK, QUESTION).url == "/desk/family/"
    assert Family.objects.count() == 1


def test_it_invites_nobody(desk: Client, asked: Family, staff_room: Client) -> None:
    form = {"for_whom": "Nan", "places": "1", "once": "a"}
    assert desk.post(f"/desk/family/{asked.pk}/invite/", form).status_code == 404
    there = reverse("families:invite", args=[asked.pk])
    assert staff_room.post(there, form).status_code == 404
    assert not Invitation.objects.exists()


def test_a_teacher_says_yes(desk: Client, student: User, asked: Family, staff_room: Client) -> None:
    person = PersonFactory(user=student, school=student.school, child=True)
    assert "asks for it" in staff_room.get(reverse("families:index")).content.decode()
    edit = staff_room.get(reverse("families:edit", args=[asked.pk]))
    assert edit.url == answer_page(asked)
    page = staff_room.get(answer_page(asked)).content.decode()
    assert QUESTION["at_home"] in page
    staff_room.post(answer_page(asked), {"answer": "yes", "name": "The family at number 4"})
    asked.refresh_from_db()
    person.refresh_from_db()
    assert (asked.pending, asked.name) == (False, "The family at number 4")
    assert asked.memberships.get().user == student
    assert person.family == asked
    assert "Invite somebody" in desk.get("/desk/family/").content.decode()
    assert staff_room.get(answer_page(asked)).status_code == 404


def test_a_teacher_says_no(desk: Client, asked: Family, staff_room: Client) -> None:
    staff_room.post(answer_page(asked), {"answer": "no"})
    assert not Family.objects.exists()
    assert ModelLogEntry.objects.filter(action="families.turn_down_family").exists()
    assert "Ask for a family" in desk.get("/desk/family/").content.decode()


@pytest.mark.parametrize("said", [{}, {"answer": "perhaps"}, {"answer": "yes", "name": ""}])
def test_anything_else_decides_nothing(asked: Family, staff_room: Client, said: Any) -> None:
    staff_room.post(answer_page(asked), said)
    assert Family.objects.get().pending


@pytest.mark.parametrize(
    "who", [{"family_member": True}, {"teacher": True}, {"lead": True}, {"school": None}]
)
def test_only_students_ask(client: Client, school: School, who: Any) -> None:
    client.force_login(UserFactory(**{"school": school, **who}))
    assert client.get(ASK).url == "/desk/family/"
    client.post(ASK, QUESTION)
    assert not Family.objects.exists()


@pytest.mark.parametrize(
    "who", [{"student": True}, {"family_member": True}, {"administrator": True}]
)
def test_only_staff_answer(asked: Family, school: School, who: Any) -> None:
    browser = Client()
    browser.force_login(UserFactory(school=school, **who))
    browser.post(answer_page(asked), {"answer": "yes", "name": "Mine"})
    assert Family.objects.get().pending


def test_staff_of_another_school_find_nothing(asked: Family) -> None:
    browser = Client()
    browser.force_login(UserFactory(teacher=True))
    for answer in (
        browser.get(answer_page(asked)),
        browser.post(answer_page(asked), {"answer": "no"}),
    ):
        assert answer.status_code == 404
    assert Family.objects.get() == asked


def test_a_student_with_a_family_may_ask_for_another(desk: Client, student: User) -> None:
    FamilyFactory(school=student.school, members=[student])
    assert "Ask for another family" in desk.get("/desk/family/").content.decode()
