"""Who somebody is, and that belonging to no school is belonging nowhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Permission

from families import groups, roles
from families.models import FamilyMember
from families.roles import Role
from tests.factories import FamilyFactory, ReporterClassFactory, SchoolFactory, UserFactory

pytestmark = pytest.mark.django_db

PREDICATES: dict[str, Callable[[Any], bool]] = {
    "student": roles.is_student,
    "family_member": roles.is_family_member,
    "teacher": roles.is_teacher,
    "lead": roles.is_lead,
    "administrator": roles.is_administrator,
}


@pytest.mark.parametrize("role", PREDICATES)
def test_one_role_is_one_answer(role: str) -> None:
    user = UserFactory(**{role: True})
    assert {name for name, holds in PREDICATES.items() if holds(user)} == {role}
    assert roles.is_contributor(user) == (role in ("student", "family_member"))


@pytest.mark.parametrize("role", PREDICATES)
def test_a_closed_account_is_nobody(role: str) -> None:
    user = UserFactory(**{role: True}, is_active=False)
    assert not any(holds(user) for holds in PREDICATES.values())
    assert not roles.is_staff_of(user, user.school)


@pytest.mark.parametrize("nobody", [AnonymousUser(), None])
def test_nobody_has_no_role(nobody: Any) -> None:
    assert not any(holds(nobody) for holds in PREDICATES.values())
    assert not roles.is_staff_of(nobody, SchoolFactory())
    assert not roles.belongs_to(nobody, None)


def test_an_account_without_a_group_has_no_role() -> None:
    user = UserFactory()
    assert not any(holds(user) for holds in PREDICATES.values())
    assert not roles.is_contributor(user)


def test_a_superuser_is_an_administrator_and_nothing_else() -> None:
    user = UserFactory(is_superuser=True)
    assert {name for name, holds in PREDICATES.items() if holds(user)} == {"administrator"}
    assert not roles.is_administrator(UserFactory(is_superuser=True, is_active=False))


@pytest.mark.parametrize(
    ("role", "staff", "lead"),
    [
        ("student", False, False),
        ("family_member", False, False),
        ("teacher", True, False),
        ("lead", True, True),
        ("administrator", False, False),
    ],
)
def test_staff_of_exactly_one_school(role: str, staff: bool, lead: bool) -> None:
    user, elsewhere = UserFactory(**{role: True}), SchoolFactory()
    for here in (user.school, user.school_id):
        assert roles.is_staff_of(user, here) == staff
        assert roles.is_lead_of(user, here) == lead
    for there in (elsewhere, elsewhere.pk, None):
        assert not roles.is_staff_of(user, there)
        assert not roles.is_lead_of(user, there)


def test_no_school_is_nobodys_school() -> None:
    wanderer = UserFactory(teacher=True, school=None)
    assert not roles.is_staff_of(wanderer, None)
    assert not roles.belongs_to(wanderer, None)


class TestGroups:
    def test_every_role_has_one(self) -> None:
        groups.install({})
        groups.install({})
        assert set(groups.Group.objects.values_list("name", flat=True)) >= set(Role.values)

    def test_permissions_are_added(self) -> None:
        groups.install({Role.TEACHER: ["families.add_person"]})
        groups.install({Role.TEACHER: ["families.change_person"]})
        teachers = groups.Group.objects.get(name=Role.TEACHER.value)
        names = set(teachers.permissions.values_list("codename", flat=True))
        assert {"add_person", "change_person"} <= names

    def test_a_permission_that_nobody_has_is_a_mistake(self) -> None:
        with pytest.raises(Permission.DoesNotExist):
            groups.install({Role.TEACHER: ["families.fly"]})


def test_names_on_screen() -> None:
    school = SchoolFactory(name="Irk Valley")
    user = UserFactory(display_name="Nell", school=school)
    assert (str(user), user.get_short_name()) == ("Nell", "Nell")
    assert str(UserFactory(display_name="", username="starling-7")) == "starling-7"
    assert str(school) == "Irk Valley"
    assert str(ReporterClassFactory(name="9B", school=school)) == "9B, Irk Valley"
    family = FamilyFactory(name="The Byrnes", members=[user])
    assert str(family) == "The Byrnes"
    assert str(FamilyMember.objects.get()) == "Nell (member)"
