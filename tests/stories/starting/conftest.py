"""Somebody who begins a memory, step by step, as a browser without script does."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from families.models import User
from tests.stories.starting.walking import Walker


@pytest.fixture
def desk(client: Client, student: User) -> Client:
    client.force_login(student)
    return client


@pytest.fixture
def walker(desk: Client) -> Walker:
    return Walker(desk)


@pytest.fixture
def family(student: User) -> Any:
    """Amina’s nan has an account; her grandad is a person without one."""
    from tests.factories import FamilyFactory, PersonFactory, UserFactory

    nan = UserFactory(family_member=True, school=student.school, display_name="Joan")
    made = FamilyFactory(school=student.school, members=[student, nan])
    made.memberships.filter(user=nan).update(relation="nan")
    PersonFactory(school=student.school, family=made, name="Bill Old", public_name="Bill")
    return made
