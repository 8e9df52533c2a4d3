"""Students come into a class, get a new card, move to another class, leave and come back.

A password is returned once, to be printed, and stored only as a hash.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.views.decorators.debug import sensitive_variables
from wagtail.log_actions import log

from families.classes import usernames
from families.models import ReporterClass, User
from families.own_person import person_of
from families.roles import Role
from families.three_words import three_words


@dataclass(frozen=True)
class Card:
    """What is printed for one student, and afterwards known to nobody."""

    name: str
    username: str
    password: str


class MadeAlready(Exception):
    """Somebody pressed twice, or in two windows. Nothing was made again."""


def students_of(reporter_class: ReporterClass) -> QuerySet[User]:
    """Everybody in the class, also those who have left."""
    students = User.objects.filter(
        reporter_class=reporter_class,
        school=reporter_class.school_id,
        groups__name=Role.STUDENT.value,
        is_superuser=False,
    )
    staff = [Role.TEACHER.value, Role.LEAD.value, Role.ADMINISTRATOR.value]
    return students.exclude(groups__name__in=staff).order_by("display_name", "username").distinct()


@sensitive_variables()
def enrol(
    reporter_class: ReporterClass, wanted: Iterable[tuple[str, str]], *, by: User
) -> list[Card]:
    """Make an account and a person for each first name, with the username that was shown.

    A username that somebody else was given meanwhile is replaced by another. Raises
    ``MadeAlready`` where one of them is a student of this class with that name.
    """
    wanted = list(wanted)
    passwords = [three_words() for _ in wanted]
    hashes = _hashed(passwords)
    cards = []
    with transaction.atomic():
        ReporterClass.objects.select_for_update().get(pk=reporter_class.pk)
        for (name, username), password, stored in zip(wanted, passwords, hashes, strict=True):
            made = _open(reporter_class, name, _still_free(reporter_class, name, username), stored)
            person_of(made, added_by=by)
            log(instance=made, action="families.enrol", user=by)
            cards.append(Card(name, made.username, password))
    return cards


def _hashed(passwords: Collection[str]) -> list[str]:
    """A hash takes a third of a second by design, so the machine's cores share them."""
    with ThreadPoolExecutor(max_workers=4) as threads:
        return list(threads.map(make_password, passwords))


def _still_free(reporter_class: ReporterClass, name: str, username: str) -> str:
    there = User.objects.filter(username__iexact=username).first()
    if there is None and usernames.fits(username, name):
        return username
    if there and there.reporter_class_id == reporter_class.pk and there.display_name == name:
        raise MadeAlready
    return usernames.for_names([name])[0]


def _open(reporter_class: ReporterClass, name: str, username: str, stored: str) -> User:
    user = User.objects.create(
        username=username,
        display_name=name,
        password=stored,
        school=reporter_class.school,
        reporter_class=reporter_class,
    )
    user.groups.add(Group.objects.get_or_create(name=Role.STUDENT.value)[0])
    return user


def moment_of(students: Iterable[User]) -> str:
    """A mark that changes with any of their passwords, so that one page makes cards once."""
    state = "|".join(f"{student.pk}:{student.password}" for student in students)
    return salted_hmac("families.classes.cards", state, algorithm="sha256").hexdigest()


@sensitive_variables()
def new_cards(students: Iterable[User], *, moment: str, by: User) -> list[Card]:
    """Give each a new password, which ends every session that began with the old one.

    Raises ``MadeAlready`` where a password has changed since `moment`.
    """
    asked = list(students)
    passwords = [three_words() for _ in asked]
    hashes = _hashed(passwords)
    cards = []
    with transaction.atomic():
        rows = User.objects.filter(pk__in=[student.pk for student in asked])
        now = list(rows.select_for_update().order_by("display_name", "username"))
        if moment_of(now) != moment:
            raise MadeAlready
        for student, password, stored in zip(now, passwords, hashes, strict=True):
            student.password = stored
            student.save(update_fields=["password"])
            log(instance=student, action="families.new_card", user=by)
            cards.append(Card(student.display_name, student.username, password))
    return cards


@transaction.atomic
def move(students: Iterable[User], *, to: ReporterClass, by: User) -> None:
    """Put them into another class. What they wrote stays with the class it was written in."""
    for student in students:
        data = {"from": student.reporter_class_id, "to": to.pk}
        student.reporter_class = to
        student.save(update_fields=["reporter_class"])
        log(instance=student, action="families.move", user=by, data=data)


@transaction.atomic
def leave(students: Iterable[User], *, by: User) -> None:
    """Close their accounts and end their sessions, for good: the password is gone too.

    Their memories stay theirs, in their class. What they agreed to lapses by itself.
    """
    for student in students:
        student.is_active = False
        student.set_unusable_password()
        student.save(update_fields=["is_active", "password"])
        person = person_of(student, added_by=by)
        if person.left_on is None:
            person.left_on = timezone.localdate()
            person.save(update_fields=["left_on"])
        log(instance=student, action="families.leave", user=by)


@transaction.atomic
def come_back(students: Iterable[User], *, by: User) -> None:
    """Open their accounts again. They need a new card, because the old password is gone."""
    for student in students:
        student.is_active = True
        student.save(update_fields=["is_active"])
        person = person_of(student, added_by=by)
        if person.left_on is not None:
            person.left_on = None
            person.save(update_fields=["left_on"])
        log(instance=student, action="families.come_back", user=by)
