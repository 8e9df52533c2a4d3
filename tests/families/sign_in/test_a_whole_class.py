"""Thirty students press "Sign in" in the same moment, from one address, on the real database."""

from __future__ import annotations

from threading import Barrier, Thread
from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.db import connection
from django.test import Client

from config.settings import production
from families.models import User
from tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)

STUDENTS = 30


def test_they_all_come_in(settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = production.ACCOUNT_RATE_LIMITS
    students = [UserFactory(student=True) for _ in range(STUDENTS)]
    gate, outside = Barrier(STUDENTS), list[str]()

    def comes_in(number: int, student: User) -> None:
        gate.wait()
        try:
            client = Client(REMOTE_ADDR="203.0.113.7")
            for password in ["mistyped", "again"] * (number % 3 == 0) + [PASSWORD]:
                client.post("/sign-in/", {"login": student.username, "password": password})
            if client.get("/desk/").status_code != 200:
                outside.append(student.username)
        except Exception as wrong:
            outside.append(repr(wrong))
        finally:
            connection.close()

    threads = [Thread(target=comes_in, args=pair) for pair in enumerate(students)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outside == []
    assert UserSession.objects.count() == STUDENTS
