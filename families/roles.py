"""Who somebody is: short named predicates, and the groups that stand behind them."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db import models

from families.models import School, User

Anybody = User | AnonymousUser


class Role(models.TextChoices):
    """The value is the name of the group."""

    STUDENT = "Students", "student"
    FAMILY = "Family members", "family member"
    TEACHER = "Teachers", "teacher"
    LEAD = "Safeguarding leads", "safeguarding lead"
    ADMINISTRATOR = "Administrators", "administrator"


def has_role(user: Anybody, role: Role) -> bool:
    """Whether this active account is in the group of that role."""
    return isinstance(user, User) and user.is_active and role.value in user.group_names


def is_student(user: Anybody) -> bool:
    return has_role(user, Role.STUDENT)


def is_family_member(user: Anybody) -> bool:
    return has_role(user, Role.FAMILY)


def is_teacher(user: Anybody) -> bool:
    return has_role(user, Role.TEACHER)


def is_lead(user: Anybody) -> bool:
    return has_role(user, Role.LEAD)


def is_administrator(user: Anybody) -> bool:
    return has_role(user, Role.ADMINISTRATOR) or (
        isinstance(user, User) and user.is_active and user.is_superuser
    )


def is_staff(user: Anybody) -> bool:
    """Teachers, safeguarding leads and administrators, of whatever school."""
    return is_teacher(user) or is_lead(user) or is_administrator(user)


def is_contributor(user: Anybody) -> bool:
    """Students and family members: the people of the desk."""
    return is_student(user) or is_family_member(user)


def is_staff_of(user: Anybody, school: School | int | None) -> bool:
    """A teacher or safeguarding lead of exactly this school."""
    return (is_teacher(user) or is_lead(user)) and belongs_to(user, school)


def is_lead_of(user: Anybody, school: School | int | None) -> bool:
    """The safeguarding lead of exactly this school."""
    return is_lead(user) and belongs_to(user, school)


def belongs_to(user: Anybody, school: School | int | None) -> bool:
    """Whether the account is of this school; nobody belongs to no school."""
    school_pk = school.pk if isinstance(school, School) else school
    return isinstance(user, User) and school_pk is not None and user.school_id == school_pk
