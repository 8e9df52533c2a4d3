"""The key of what lies on a device is its owner's alone, and outlives a new secret."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from families.models import User
from stories.contribute.recording import locks
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def told(client: Client) -> dict[str, str]:
    keys: dict[str, str] = client.get(reverse("desk_recording_key")).json()["keys"]
    return keys


def test_it_is_256_bits_and_the_same_each_time(desk: Client, student: User) -> None:
    first = told(desk)
    assert first == told(desk) == locks.keys(student)
    assert [len(base64.b64decode(key)) for key in first.values()] == [32]


def test_everybody_has_another(student: User) -> None:
    other = UserFactory(student=True)
    assert not set(locks.marks(student)) & set(locks.marks(other))
    assert not set(locks.keys(student).values()) & set(locks.keys(other).values())


def test_a_mark_names_nobody(student: User) -> None:
    assert student.username not in locks.marks(student)[0]
    assert locks.marks(student)[0] not in locks.keys(student).values()


def test_whoever_is_signed_out_gets_none(client: Client) -> None:
    answer = client.get(reverse("desk_recording_key"), headers={"Accept": "application/json"})
    assert answer.status_code == 401
    assert "keys" not in answer.json()


def test_no_cache_keeps_it(desk: Client) -> None:
    assert desk.get(reverse("desk_recording_key"))["Cache-Control"] == "private, no-store"


def test_it_is_in_no_page(desk: Client, student: User) -> None:
    page = desk.get(reverse("desk")).content.decode()
    assert locks.marks(student)[0] in page
    assert not any(key in page for key in locks.keys(student).values())


def test_an_older_secret_still_opens_what_it_shut(student: User, settings: Any) -> None:
    before = locks.keys(student)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "a new one"
    after = locks.keys(student)
    assert len(after) == 2
    assert list(after.items())[1] == next(iter(before.items()))
    assert locks.marks(student)[0] not in before
