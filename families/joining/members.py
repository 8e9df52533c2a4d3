"""Coming into a family: the account, its place, and the person whose consent can be asked."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from families import invitations
from families.models import Family, FamilyMember, Invitation, Person, User
from families.roles import (
    Role,
    is_administrator,
    is_family_member,
    is_lead,
    is_student,
    is_teacher,
)


class NotForThem(Exception):
    """This account may not join by this invitation. ``str()`` is for the screen."""


@dataclass(frozen=True)
class Newcomer:
    """What somebody says about themselves before they have an account."""

    name: str
    relation: str
    username: str
    password: str | None = None
    email: str = ""


@transaction.atomic
def welcome(invitation: Invitation, newcomer: Newcomer) -> User:
    """Make the account of a newcomer, and their place in the family.

    Raises ``invitations.UsedUp``, and then there is no account either.
    """
    user = User(
        username=newcomer.username,
        display_name=newcomer.name,
        email=newcomer.email,
        school=invitation.school,
    )
    user.set_password(newcomer.password)
    user.save()
    user.groups.add(Group.objects.get_or_create(name=Role.FAMILY.value)[0])
    join(invitation, user=user, relation=newcomer.relation)
    return user


@transaction.atomic
def join(invitation: Invitation, *, user: User, relation: str) -> FamilyMember:
    """Put an account into one more family; whoever is in it already uses no invitation up.

    Raises ``NotForThem`` and ``invitations.UsedUp``.
    """
    if reason := why_not(invitation, user):
        raise NotForThem(reason)
    member, is_new = FamilyMember.objects.get_or_create(
        family=_family_of(invitation), user=user, defaults={"relation": relation}
    )
    if is_new:
        invitations.use(invitation)
        _known_as_a_person(user, member.family)
        log(instance=member.family, action="families.join", user=user)
    return member


def why_not(invitation: Invitation, user: User) -> str:
    """Why this account may not join, as a sentence; empty where it may."""
    if is_student(user):
        return _("You are signed in as a student. This invitation is for a grown-up of the family.")
    if is_teacher(user) or is_lead(user) or is_administrator(user):
        return _("You are signed in with an account for work. Families join with one of their own.")
    if not is_family_member(user):
        return _("This account cannot join a family.")
    if user.school_id != invitation.school_id:
        return _("Your account is at another school, and each school keeps its own families.")
    return ""


def _family_of(invitation: Invitation) -> Family:
    """The family that a family's invitation always has."""
    assert invitation.family is not None  # noqa: S101
    return invitation.family


def _known_as_a_person(user: User, family: Family) -> None:
    """Somebody grown up whose consent can be asked: one person, in however many families."""
    name = user.get_full_name()
    Person.objects.get_or_create(
        user=user,
        defaults={
            "name": name,
            "public_name": name[:60],
            "is_child": False,
            "school": family.school,
            "family": family,
            "added_by": user,
        },
    )
