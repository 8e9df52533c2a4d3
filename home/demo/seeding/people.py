"""Schools, classes, families, accounts, people and what they agreed to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import product

from django.contrib.auth.models import Group
from django.utils import timezone

from families import consent, guardians
from families.models import Family, FamilyMember, Person, ReporterClass, School, User
from families.models.consents import Decision, Method, Scope
from families.roles import Role
from home.demo.content.people import CLASSES, CLOUGH, FAMILIES, PEOPLE, USERS
from home.demo.content.shapes import DemoPerson, DemoUser

PASSWORD = "collyhurst-and-harpurhey"  # noqa: S105  # Printed by `make run`; never in production.
AGREED_AGO = timedelta(days=80)
ROLES = {
    "student": Role.STUDENT,
    "family": Role.FAMILY,
    "teacher": Role.TEACHER,
    "lead": Role.LEAD,
    "administrator": Role.ADMINISTRATOR,
}
WITNESS = {CLOUGH: "demo-teacher-3"}
"""Who wrote down what the people of a school agreed to; Irk Valley's is demo-teacher."""


def plant() -> None:
    """Make everybody who is missing. Whoever is there stays as somebody may have left them."""
    for school, name in CLASSES:
        ReporterClass.objects.get_or_create(school=_school(school), name=name)
    for name, school in FAMILIES.values():
        Family.objects.get_or_create(school=_school(school), name=name)
    known = set(User.objects.values_list("username", flat=True))
    for account in USERS:
        if account.username not in known:
            _open(account)
    for person in PEOPLE:
        if find(person.key) is None:
            _agree(person, _introduce(person))


def find(key: str) -> Person | None:
    """The person of the demonstration by their key, if they are there."""
    person = next(person for person in PEOPLE if person.key == key)
    return Person.objects.filter(name=person.name, school__name=person.school).first()


def _school(name: str) -> School:
    return School.objects.get_or_create(name=name)[0]


def _family(key: str) -> Family | None:
    if not key:
        return None
    name, school = FAMILIES[key]
    return Family.objects.get(name=name, school__name=school)


def _open(account: DemoUser) -> None:
    school = _school(account.school)
    user = User(
        username=account.username,
        display_name=account.display_name,
        school=school,
        reporter_class=school.classes.filter(name=account.reporter_class).first(),
    )
    if account.signs_in:
        user.set_password(PASSWORD)
    else:
        user.set_unusable_password()
    user.save()
    user.groups.add(Group.objects.get(name=ROLES[account.role].value))
    family = _family(account.family)
    if family is not None:
        FamilyMember.objects.create(family=family, user=user, relation=account.relation)


def _introduce(person: DemoPerson) -> Person:
    introduced = Person(
        name=person.name,
        public_name=person.public_name,
        is_child=person.is_child,
        school=_school(person.school),
        family=_family(person.family),
        user=User.objects.filter(username=person.username).first() if person.username else None,
        added_by=_witness(person),
    )
    introduced.full_clean()
    introduced.save()
    return introduced


def _witness(person: DemoPerson) -> User:
    return User.objects.get(username=WITNESS.get(person.school, "demo-teacher"))


def hear_back(key: str, story_ref: str) -> None:
    """The teller hears the memory back and says yes to it, if they agree to anything at all."""
    said = next(person for person in PEOPLE if person.key == key)
    person = find(key)
    if said.agrees and person is not None:
        _say_yes(said, person, [Scope.WEB], story_ref)


def _agree(said: DemoPerson, person: Person) -> None:
    """Record every yes; somebody who was not asked has none, which is not a no."""
    if not said.agrees:
        return
    shared = set() if said.shares else {Scope.SHARE, Scope.RESEARCH}
    _say_yes(said, person, [scope for scope in Scope if scope not in shared])


def _say_yes(
    said: DemoPerson, person: Person, scopes: Iterable[Scope], story_ref: str = ""
) -> None:
    givers = [person]
    if said.is_child:
        givers.append(guardians.named(person, said.guardian, by=_witness(said)))
    for scope, giver in product(scopes, givers):
        consent.record(
            person=person,
            scope=scope,
            decision=Decision.YES,
            given_by=giver,
            by=_witness(said),
            method=Method.SCREEN if said.username else Method.PAPER,
            given_at=timezone.now() - AGREED_AGO,
            story_ref=story_ref,
        )
