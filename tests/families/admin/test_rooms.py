"""People, consent, classes, families and accounts: the school boundary, and what staff do there."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from families.models import Family, Person, ReporterClass, School, User
from families.roles import Role
from tests.factories import (
    FamilyFactory,
    PersonFactory,
    ReporterClassFactory,
    UserFactory,
)
from tests.stories.moderation.addresses import addresses, names
from tests.stories.moderation.filled import filled

pytestmark = pytest.mark.django_db

SECRET = "Zebedee"


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


def person(school: School) -> Person:
    return PersonFactory(school=school, name=f"{SECRET} Private", public_name=SECRET)


def reporter_class(school: School) -> ReporterClass:
    return ReporterClassFactory(school=school, name=SECRET)


def family(school: School) -> Family:
    return FamilyFactory(school=school, name=SECRET)


def account(school: School) -> User:
    return UserFactory(student=True, school=school, display_name=SECRET, username=SECRET)


ROOMS = {"people": person, "classes": reporter_class, "families": family, "accounts": account}
CLOSED = {"accounts": {"usage"}, "families": {"asked_for"}}
"""What is not there beside deleting and copying; this family has been answered."""
ONLY_POSTED = {"call_back", "card"}
STRANGERS: dict[str, dict[str, Any]] = {
    "teacher of another school": {"teacher": True},
    "lead of another school": {"lead": True},
    "administrator": {"administrator": True, "school": None},
    "superuser": {"administrator": True, "is_superuser": True, "school": None},
    "student": {"student": True},
    "family member": {"family_member": True},
    "staff without a school": {"teacher": True, "school": None},
}


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("stranger", STRANGERS)
def test_beyond_the_boundary(client: Client, school: School, room: str, stranger: str) -> None:
    row = ROOMS[room](school)
    client.force_login(UserFactory(**STRANGERS[stranger]))

    for name, url in addresses(room, {"pk": row.pk, "number": 0}):
        for answer in (client.get(url, {"q": SECRET[:3]}), client.post(url)):
            assert SECRET not in answer.content.decode(), name
        if "pk" in dict(names(room))[name]:
            assert client.get(url).status_code in (302, 404), name


@pytest.mark.parametrize("room", ROOMS)
def test_strangers_sign_in_first(client: Client, school: School, room: str) -> None:
    row = ROOMS[room](school)

    for name, url in addresses(room, {"pk": row.pk, "number": 0}):
        assert client.get(url).url.startswith("/admin/login/"), name


@pytest.mark.parametrize("room", ROOMS)
def test_a_teacher_of_the_school(desk: Client, school: School, room: str) -> None:
    row = ROOMS[room](school)
    closed = {"delete", "copy"} | CLOSED.get(room, set())

    for name, url in addresses(room, {"pk": row.pk, "number": 0}):
        answer = desk.get(url)
        opened = 405 if name in ONLY_POSTED else 200
        assert answer.status_code == (404 if name in closed else opened), name
        if name in ("index", "edit", "consents"):
            assert SECRET in answer.content.decode(), name


@pytest.mark.parametrize("trait", ["student", "family_member"])
def test_contributors_are_sent_back_to_their_desk_kindly(
    client: Client, school: School, trait: str
) -> None:
    client.force_login(UserFactory(school=school, **{trait: True}))

    answer = client.get("/admin/", follow=True)

    assert answer.redirect_chain[-1][0] == "/desk/"
    assert (
        "That room is for teachers. This is your desk."
        in [str(message) for message in answer.context["messages"]]
        or "That room is for teachers" in answer.content.decode()
    )


def test_strangers_are_sent_to_sign_in_and_back(client: Client) -> None:
    answer = client.get("/admin/moderation/", follow=True)

    assert answer.redirect_chain[-1][0] == "/sign-in/?next=/admin/moderation/"
    assert client.get("/admin/login/").url == "/sign-in/?next=/admin/"


def test_a_person_is_added_to_the_own_school(desk: Client, school: School, teacher: User) -> None:
    answer = desk.post(
        reverse("people:add"), {"name": "Mary Ann Sharples", "public_name": "Mary Ann"}
    )

    made = Person.objects.get(name="Mary Ann Sharples")
    assert (made.school, made.added_by) == (school, teacher)
    assert answer.url == reverse("people:consents", args=[made.pk])


def test_a_childs_surname_is_refused(desk: Client) -> None:
    answer = desk.post(
        reverse("people:add"),
        {"name": "Kai Sharples", "public_name": "Kai Sharples", "is_child": "on"},
    )

    assert "Leave the surname out." in answer.content.decode()
    assert not Person.objects.filter(name="Kai Sharples").exists()


def test_a_person_points_only_within_the_school(desk: Client, school: School) -> None:
    elsewhere = FamilyFactory()
    mine = person(school)

    answer = desk.post(
        reverse("people:edit", args=[mine.pk]),
        {"name": "A B", "public_name": "A", "family": elsewhere.pk},
    )

    assert answer.status_code == 200
    mine.refresh_from_db()
    assert mine.family is None


def test_a_class_has_its_name_once_in_a_school(desk: Client, school: School) -> None:
    ReporterClassFactory(school=school, name="9X")
    ReporterClassFactory(name="9Y")

    again = desk.post(reverse("classes:add"), {"name": "9X"})
    new = desk.post(reverse("classes:add"), {"name": "9Y"})

    assert again.status_code == 200
    assert new.status_code == 302
    assert ReporterClass.objects.filter(school=school).count() == 2


def test_a_family_with_its_members(desk: Client, school: School, student: User) -> None:
    nan = UserFactory(family_member=True, school=school)
    stranger = UserFactory(family_member=True)
    form = filled(desk.get(reverse("families:add")))
    members = {
        "name": "The Whites",
        "members-0-user": nan.pk,
        "members-0-relation": "nan",
        "members-1-user": student.pk,
        "members-1-relation": "student",
    }
    desk.post(reverse("families:add"), form | members)

    made = Family.objects.get(name="The Whites")
    assert (made.school, set(made.members.all())) == (school, {nan, student})

    here = reverse("families:edit", args=[made.pk])
    form = filled(desk.get(here))
    desk.post(here, form | {"members-0-DELETE": "on"})
    assert made.members.count() == 1
    form = filled(desk.get(here))
    refused = desk.post(here, form | {"members-1-user": stranger.pk, "members-1-relation": "x"})
    assert refused.status_code == 200
    assert made.members.count() == 1


NEW = {
    "username": "nan-doris",
    "display_name": "Doris",
    "role": Role.FAMILY.value,
    "password": "tram tea cobbles",
    "is_active": "on",
}


def test_a_teacher_makes_an_account(desk: Client, school: School) -> None:
    desk.post(reverse("accounts:add"), NEW)

    made = User.objects.get(username="nan-doris")
    assert made.school == school
    assert made.group_names == {Role.FAMILY.value}
    assert made.check_password("tram tea cobbles")
    assert not (made.is_staff or made.is_superuser)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"password": "1234"}, "This password is too short."),
        ({"role": Role.TEACHER.value}, "Select a valid choice."),
        ({"role": ""}, "This field is required."),
        ({"username": "taken"}, "already exists"),
    ],
)
def test_what_an_account_cannot_be(desk: Client, changes: dict[str, str], sentence: str) -> None:
    UserFactory(username="taken")

    answer = desk.post(reverse("accounts:add"), NEW | changes)

    assert sentence in answer.content.decode()
    assert not User.objects.filter(username="nan-doris").exists()


def test_only_students_are_in_a_class(desk: Client, school: School) -> None:
    nine = ReporterClassFactory(school=school)

    answer = desk.post(reverse("accounts:add"), NEW | {"reporter_class": nine.pk})

    assert "Only students are in a class." in answer.content.decode()


def test_an_account_keeps_its_password_unless_a_new_one_is_given(
    desk: Client, school: School
) -> None:
    made = account(school)
    here = reverse("accounts:edit", args=[made.pk])
    form = filled(desk.get(here))
    assert form["role"] == Role.STUDENT.value

    desk.post(here, form | {"display_name": "Zeb"})
    made.refresh_from_db()
    kept = made.password
    desk.post(here, form | {"password": "three new words"})

    made.refresh_from_db()
    assert made.password != kept
    assert made.check_password("three new words")


@pytest.mark.parametrize("trait", ["teacher", "lead", "administrator"])
def test_staff_accounts_are_not_a_teachers_to_change(
    desk: Client, school: School, trait: str
) -> None:
    other = UserFactory(school=school, **{trait: True})
    other.groups.add(Group.objects.get_or_create(name=Role.STUDENT.value)[0])

    assert desk.get(reverse("accounts:edit", args=[other.pk])).status_code == 404


def test_users_groups_and_schools_are_the_administrators(desk: Client) -> None:
    rooms = ("wagtailusers_users:index", "wagtailusers_groups:index", "schools:index")
    for room in rooms:
        assert desk.get(reverse(room)).status_code in (302, 404)
    desk.force_login(UserFactory(administrator=True, school=None))
    for room in rooms:
        assert desk.get(reverse(room)).status_code == 200


def test_an_administrator_makes_a_school_and_its_first_teacher(client: Client) -> None:
    client.force_login(UserFactory(administrator=True, school=None))
    client.post(reverse("schools:add"), {"name": "New School"})
    school = School.objects.get(name="New School")
    teachers = Group.objects.get(name=Role.TEACHER.value)

    client.post(
        reverse("wagtailusers_users:add"),
        {
            "username": "ms-new",
            "display_name": "Ms New",
            "school": school.pk,
            "groups": [teachers.pk],
            "password1": "tram tea cobbles",
            "password2": "tram tea cobbles",
        },
    )

    made = User.objects.get(username="ms-new")
    assert (made.school, made.group_names) == (school, {Role.TEACHER.value})
    edit = client.get(reverse("wagtailusers_users:edit", args=[made.pk])).content.decode()
    assert "Ms New" in edit
    assert "Email" not in edit
