"""Roles, accounts, visibility: changed by whatever way, and in the log."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from families.models import User
from families.roles import Role
from stories import writing
from stories.models.states import Audience
from tests.factories import PersonFactory, StoryFactory, UserFactory
from tests.stories.moderation.filled import filled

pytestmark = pytest.mark.django_db


def told(word: str) -> list[dict[str, Any]]:
    entries = ModelLogEntry.objects.filter(action=word).order_by("pk")
    return list(entries.values_list("data", flat=True))


@pytest.fixture
def nothing_yet(student: User, teacher: User) -> None:
    ModelLogEntry.objects.all().delete()


def test_a_role_given_in_our_accounts(client: Client, teacher: User, nothing_yet: None) -> None:
    client.force_login(teacher)
    typed = {
        "username": "new-nan",
        "display_name": "Nan",
        "role": Role.FAMILY,
        "password": "three-plain-words",
        "is_active": "on",
    }
    assert client.post(reverse("accounts:add"), typed).status_code == 302
    entry = ModelLogEntry.objects.get(action="families.role")
    assert entry.user == teacher
    assert entry.data == {"given": ["Family members"]}
    assert entry.message == "Is now a family member"
    assert entry.filed.school == teacher.school


def test_a_role_changed_in_wagtails_users(client: Client, teacher: User) -> None:
    chief = UserFactory(administrator=True, is_superuser=True, school=None)
    ModelLogEntry.objects.all().delete()
    client.force_login(chief)
    here = reverse("wagtailusers_users:edit", args=[teacher.pk])
    page = client.get(here)
    typed = filled(page, "tabs-users") if b'id="tabs-users"' in page.content else {}
    lead = Group.objects.get_or_create(name=Role.LEAD.value)[0]
    typed |= {
        "username": teacher.username,
        "display_name": teacher.display_name,
        "school": teacher.school_id,
        "groups": [lead.pk],
        "is_active": "on",
    }
    assert client.post(here, typed).status_code == 302
    changes = {(key, *names) for data in told("families.role") for key, names in data.items()}
    assert changes == {("taken", "Teachers"), ("given", "Safeguarding leads")}
    entries = ModelLogEntry.objects.filter(action="families.role")
    assert {(entry.user, entry.filed.school) for entry in entries} == {(chief, teacher.school)}


def by_the_group(user: User) -> None:
    Group.objects.get(name=Role.STUDENT.value).user_set.add(user)
    Group.objects.get(name=Role.STUDENT.value).user_set.remove(user)


def by_clearing(user: User) -> None:
    user.groups.clear()
    user.groups.add(Group.objects.get(name=Role.STUDENT.value))


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        (by_the_group, [{"given": ["Students"]}, {"taken": ["Students"]}]),
        (by_clearing, [{"taken": ["Teachers"]}, {"given": ["Students"]}]),
    ],
)
def test_every_other_way(
    student: User, teacher: User, way: Any, expected: Any, nothing_yet: None
) -> None:
    way(teacher)
    assert told("families.role") == expected


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("is_active", False, "May no longer sign in"),
        ("is_superuser", True, "May do everything"),
        ("school", None, "Changed school"),
    ],
)
def test_an_account_changes(
    student: User, field: str, value: Any, message: str, nothing_yet: None
) -> None:
    setattr(student, field, value)
    student.save()
    student.save()
    entry = ModelLogEntry.objects.get(action="families.account")
    assert entry.message == message


def test_signing_in_is_no_change_of_an_account(student: User, nothing_yet: None) -> None:
    student.display_name = "Another name"
    student.save(update_fields=["last_login", "display_name"])
    assert told("families.account") == []


def test_a_child_is_never_to_be_shown(client: Client, teacher: User) -> None:
    child = PersonFactory(child=True, school=teacher.school)
    client.force_login(teacher)
    here = reverse("people:edit", args=[child.pk])
    client.post(here, filled(client.get(here)) | {"never_publish": "on"})
    entry = ModelLogEntry.objects.get(action="families.shown")
    assert (entry.user, entry.data) == (teacher, {"never_publish": True})


def test_a_teller_who_changes_their_mind_about_who_may_see_it(student: User) -> None:
    story = StoryFactory(author=student, audience=Audience.EVERYONE)
    story.audience = Audience.FAMILY
    writing.save(story, by=student, edition=story.edition)
    writing.save(story, by=student, edition=story.edition)
    entry = ModelLogEntry.objects.get(action="stories.audience")
    assert (entry.user, entry.data) == (student, {"from": "everyone", "to": "family"})
    assert entry.message == "Chose who may see it: “My family and my teachers”"
