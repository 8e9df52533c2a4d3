"""Guessing is stopped; a school behind one address comes in, with all that it mistypes."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from families import limits
from families.codes import new_code
from families.models import Family, User
from tests.families.joining.conftest import ABOUT, WORDS, Letter, comes_in, write_to

pytestmark = pytest.mark.django_db

SCHOOL = "203.0.113.7"
HOME = "198.51.100.4"


def from_a(place: str) -> Client:
    """A browser that nobody has used before."""
    return Client(REMOTE_ADDR=place)


def guess(place: str, client: Client | None = None) -> Any:
    return (client or from_a(place)).post("/join/", {"do": "code", "code": new_code()})


def guesses_until_stopped(place: str) -> int:
    for number in range(200):
        if guess(place).status_code == 429:
            return number
    raise AssertionError("Nobody stopped it.")


def test_guessing_is_stopped(letter: Letter) -> None:
    assert guesses_until_stopped(SCHOOL) == 60
    stopped = from_a(SCHOOL).post("/join/", letter.typed)
    assert stopped.status_code == 429
    assert str(limits.TOO_OFTEN) in stopped.content.decode()
    assert letter.refreshed().used == 0


def test_guessing_by_links_is_stopped_too(letter: Letter) -> None:
    statuses = []
    for _ in range(62):
        client = from_a(SCHOOL)
        client.get(f"/join/{new_code()}/")
        statuses.append(client.get("/join/").status_code)
    assert statuses == [422] * 60 + [429] * 2


def test_a_right_code_is_not_even_looked_at_from_where_somebody_guesses(letter: Letter) -> None:
    guesses_until_stopped(SCHOOL)
    client = from_a(SCHOOL)
    client.get(letter.link)
    page = client.get("/join/").content.decode()
    assert "Aisha" not in page


def test_elsewhere_nobody_notices(letter: Letter) -> None:
    guesses_until_stopped(SCHOOL)
    assert comes_in(from_a(HOME), letter).url == "/desk/"


def test_thirty_people_of_one_school_come_in(family: Family) -> None:
    letters = [write_to(family) for _ in range(30)]
    for number, letter in enumerate(letters):
        client = from_a(SCHOOL)
        if number < 20:
            assert guess(SCHOOL, client).status_code == 422
        assert client.post("/join/", letter.typed).url == "/join/"
        client.post("/join/", {**ABOUT, "name": f"Reporter {number}"})
        assert client.post("/join/password/", {"password": WORDS}).url == "/desk/"
    assert User.objects.filter(display_name__startswith="Reporter").count() == 30


def test_right_codes_are_never_counted(family: Family) -> None:
    letter = write_to(family, places=8)
    for _ in range(100):
        assert from_a(SCHOOL).post("/join/", letter.typed).url == "/join/"
    assert guess(SCHOOL).status_code == 422


def test_one_browser_that_guesses_does_not_shut_the_door_for_its_school(letter: Letter) -> None:
    client = from_a(SCHOOL)
    statuses = [guess(SCHOOL, client).status_code for _ in range(80)]
    assert statuses == [422] * 12 + [429] * 68
    assert comes_in(from_a(SCHOOL), letter).url == "/desk/"


def test_many_addresses_together_are_slowed_down(
    letter: Letter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(limits.LIMITS, "everywhere", "50/h/key")
    for number in range(50):
        assert guess(f"192.0.2.{number}").status_code == 422
    assert guesses_until_stopped(SCHOOL) == 10
    assert comes_in(from_a(HOME), letter).url == "/desk/"
