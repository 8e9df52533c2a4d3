"""Guessing stops; a class behind one address comes in; nobody locks anybody else out."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from config.settings import production
from families.models import User
from families.sign_in import limits
from tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def as_on_a_server(settings: Any) -> None:
    """With allauth's limits as production sets them; the other tests run without any."""
    settings.ACCOUNT_RATE_LIMITS = production.ACCOUNT_RATE_LIMITS


def attempt(client: Client, name: str, password: str, address: str = "10.0.0.1") -> Any:
    return client.post("/sign-in/", {"login": name, "password": password}, REMOTE_ADDR=address)


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_the_sixth_guess_is_not_looked_at(student: User) -> None:
    for _ in range(5):
        assert (
            str(limits.TOO_OFTEN)
            not in attempt(Client(), student.username, "guess").content.decode()
        )
    last = Client()
    answer = attempt(last, student.username, PASSWORD)
    assert "Wait five minutes, then try again." in answer.content.decode()
    assert not is_in(last)


def test_thirty_come_in_from_one_address_though_ten_mistype_twice() -> None:
    names = [UserFactory(student=True).username for _ in range(30)]
    for number, name in enumerate(names):
        browser = Client()
        for _ in range(2 if number % 3 == 0 else 0):
            attempt(browser, name, "mistyped")
        assert attempt(browser, name, PASSWORD).status_code == 302
        assert is_in(browser)


def test_guessing_elsewhere_locks_nobody_out_here(student: User) -> None:
    for _ in range(5):
        attempt(Client(), student.username, "guess", "203.0.113.9")
    here = Client()
    attempt(here, student.username, PASSWORD)
    assert is_in(here)


def test_a_classmate_cannot_lock_somebody_out_of_the_browser_they_know(student: User) -> None:
    own = Client()
    attempt(own, student.username, PASSWORD)
    own.post("/sign-out/")
    for _ in range(7):
        attempt(Client(), student.username, "a prank")
    attempt(own, student.username, PASSWORD)
    assert is_in(own)


def test_a_known_browser_may_not_guess_either(student: User) -> None:
    own = Client()
    attempt(own, student.username, PASSWORD)
    own.post("/sign-out/")
    for _ in range(5):
        attempt(own, student.username, "guess")
    attempt(own, student.username, PASSWORD)
    assert not is_in(own)


def test_a_browser_known_for_one_name_is_a_stranger_to_another(student: User) -> None:
    own, other = Client(), UserFactory(student=True)
    attempt(own, student.username, PASSWORD)
    own.post("/sign-out/")
    for _ in range(5):
        attempt(Client(), other.username, "guess")
    attempt(own, other.username, PASSWORD)
    assert not is_in(own)


def test_a_forged_cookie_knows_nobody(student: User) -> None:
    for _ in range(5):
        attempt(Client(), student.username, "guess")
    forger = Client()
    forger.cookies[limits.COOKIE] = "eyJpZCI6IngifQ:forged:signature"
    attempt(forger, student.username, PASSWORD)
    assert not is_in(forger)


def test_many_names_from_one_address_stop_too(student: User) -> None:
    for number in range(60):
        attempt(Client(), f"nobody-{number}", "spray")
    stranger = Client()
    attempt(stranger, student.username, PASSWORD)
    assert not is_in(stranger)


def test_one_name_from_many_addresses_stops_too(student: User) -> None:
    for number in range(60):
        attempt(Client(), student.username, "guess", f"198.51.100.{number + 1}")
    stranger = Client()
    attempt(stranger, student.username, PASSWORD, "203.0.113.77")
    assert not is_in(stranger)


def test_the_cookie_holds_no_name(student: User) -> None:
    own = Client()
    attempt(own, student.username, PASSWORD)
    cookie = own.cookies[limits.COOKIE]
    assert student.username not in cookie.value
    assert cookie["httponly"]
