"""Every address, every method, every role, from one's own to another school's.

Only the cells of ``table`` are open. Everybody else is told exactly what they would be
told about a thing that does not exist.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

import pytest
from django.test import Client

from tests.access import table
from tests.access.asking import METHODS, Answer, ask
from tests.access.routes import Route, routes
from tests.access.world import NOBODYS, ROLES, World, make

pytestmark = pytest.mark.django_db

OURS = [route for route in routes() if route.is_ours]
WAGTAILS = [r for r in routes() if not r.is_ours and r.pattern.startswith("admin/")]
OUTSIDE = ("visitor", "author", "relative")
"""Those who never come into the staff's room, whatever Wagtail puts in it."""


@pytest.fixture
def world() -> Iterator[World]:
    """Thousands of refusals are meant; each in the log would only take time."""
    logging.disable(logging.CRITICAL)
    yield make()
    logging.disable(logging.NOTSET)


def enter(world: World, role: str) -> Client:
    client = Client(raise_request_exception=False)
    person = world.person(role)
    if person is not None:
        client.force_login(person)
    return client


def gets_in(client: Client, method: str, route: Route, world: World) -> bool:
    words = world.words(route)
    others = {word: NOBODYS.get(word, value) for word, value in words.items()}
    there, nowhere = route.filled(words), route.filled(others)
    answer = ask(client, method, there)
    assert answer.status != 500, f"{method} {there}"
    if there == nowhere:
        return answer.is_let_in
    if method not in ("GET", "POST") and (answer.status in (401, 404) or answer.is_shown_the_door):
        return False
    other = ask(client, method, nowhere)
    return answer.without(there, words) != other.without(nowhere, others)


@pytest.mark.parametrize("role", ROLES)
def test_only_the_cells_of_the_table_are_open(world: World, role: str) -> None:
    client = enter(world, role)
    wrong = []
    for route in OURS:
        may = role in table.allowed(route.pattern)
        # Whoever may come in shows it by reading or by sending; the others try every way.
        methods = METHODS[:2] if may or not route.words else METHODS
        did = [method for method in methods if gets_in(client, method, route, world)]
        if may != bool(did):
            wrong.append(f"{route.pattern}: {did or 'kept out'}")
    assert not wrong, f"{role}\n" + "\n".join(wrong)


@pytest.mark.parametrize("role", OUTSIDE)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_nobody_of_the_desk_comes_into_any_room_of_wagtails(
    world: World, role: str, method: str
) -> None:
    client = enter(world, role)
    for route in WAGTAILS:
        answer = _asked(client, method, route)
        assert answer.is_shown_the_door or answer.status in OUT, (route.pattern, answer)


OUT = (403, 404, 405)
FREE = re.compile(r"admin/(login/|logout/|jsi18n/|sprite|password_reset/)")
"""Wagtail's own ways in, a dictionary and its drawings: nothing of anybody's."""


def _asked(client: Client, method: str, route: Route) -> Answer:
    words = dict.fromkeys(route.words, "1")
    answer = ask(client, method, route.filled(words))
    if FREE.match(route.pattern):
        return Answer(404, "", "")
    if answer.location.split("?")[0] == "/desk/":
        return Answer(404, "", "")
    return answer


def test_every_row_is_of_an_address_that_there_is() -> None:
    for row, _ in table.TABLE:
        assert any(re.match(row, route.pattern) for route in OURS), row


def test_the_walk_finds_what_is_nested() -> None:
    found = {route.pattern for route in routes()}
    for known in (
        "desk/stories/<slug:ref>/",
        "stories/<slug>-<ref>/",
        "admin/worries/edit/<int:pk>/",
        "admin/moderation/review/<slug:ref>/<slug:verb>/",
        "files/<str:ref>/<str:derivative>",
    ):
        assert known in found
    assert len(found) > 400


def test_a_new_address_is_for_nobody() -> None:
    assert table.allowed("desk/something-new/<int:pk>/") == table.NOBODY
