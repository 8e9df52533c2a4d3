"""Signing out where there was no line ends the session with the next request that gets through."""

from __future__ import annotations

import pytest
from django.test import Client

from families.models import User
from families.sessions.leaving import LEAVING
from families.sessions.whose import name_on_device
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_the_next_page_is_nobodys(client: Client, student: User) -> None:
    client.force_login(student)
    client.cookies[LEAVING] = "1"
    answer = client.get("/desk/")
    assert answer["Location"].startswith("/sign-in/")
    assert client.cookies[LEAVING].value == ""
    assert "_auth_user_id" not in client.session


def test_what_was_sent_with_it_is_not_done_in_that_name(client: Client, student: User) -> None:
    client.force_login(student)
    client.cookies[LEAVING] = "1"
    answer = client.post("/desk/stories/new/", {"title": "Not mine any more"})
    assert answer["Location"].startswith("/sign-in/")


def test_somebody_else_may_sign_in_afterwards(client: Client, student: User) -> None:
    client.cookies[LEAVING] = "1"
    client.get("/sign-in/")
    client.force_login(student)
    assert client.get("/desk/").status_code == 200


def test_two_accounts_have_two_names_on_a_device(student: User) -> None:
    other = UserFactory(student=True, school=student.school)
    assert name_on_device(student) != name_on_device(other)
    assert str(student.pk) != name_on_device(student)


def test_a_page_says_whose_it_is_and_for_how_long(client: Client, student: User) -> None:
    client.force_login(student)
    page = client.get("/desk/").content.decode()
    assert f'data-who="{name_on_device(student)}"' in page
    assert 'data-idle="1200" data-own="0"' in page
