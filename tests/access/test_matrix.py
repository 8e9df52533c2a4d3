"""Every address, every method, every role, from one's own to another school's.

Only the cells of ``table`` are open. Everybody else is told exactly what they would be
told about a thing that does not exist.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from tests.access import table
from tests.access.asking import METHODS, ask
from tests.access.routes import Route, routes
from tests.access.world import NOBODYS, ROLES, World, make

pytestmark = pytest.mark.django_db

ALL = routes()
CRASHES = {
    "admin/choose-external-link/",
    "admin/failwhale/",
    "admin/pages/<int:page_id>/copy/",
    "admin/pages/<int:page_id>/edit/",
}
"""Pages of Wagtail's own that fall over an empty form, which no browser sends."""


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
    """Whether a thing is told from one that does not exist; or where none is named, let in."""
    words, sent = world.words(route), world.sent(route)
    there, nowhere = route.filled(words), route.filled(words | others(words))
    answer = ask(client, method, there, sent)
    assert answer.status != 500 or route.pattern in CRASHES, f"{method} {there}"
    if there == nowhere and not sent:
        return answer.is_let_in
    if method not in ("GET", "POST") and (answer.status in (401, 404) or answer.is_shown_the_door):
        return False
    other = ask(client, method, nowhere, others(sent))
    return answer.without(there, words) != other.without(nowhere, words | others(words))


def others(words: dict[str, Any]) -> dict[str, Any]:
    """The same words for things that do not exist."""
    return {word: NOBODYS.get(word, value) for word, value in words.items()}


@pytest.mark.parametrize("role", ROLES)
def test_only_the_cells_of_the_table_are_open(world: World, role: str) -> None:
    client = enter(world, role)
    wrong = []
    for route in ALL:
        may = role in table.allowed(route.pattern)
        # Whoever may come in shows it by reading or by sending; the others try every way.
        methods = METHODS[:2] if may or not route.words else METHODS
        did = next((method for method in methods if gets_in(client, method, route, world)), None)
        if may != bool(did):
            wrong.append(f"{route.pattern}: {did or 'kept out'}")
    assert not wrong, f"{role}\n" + "\n".join(wrong)


def test_every_row_is_of_an_address_that_there_is() -> None:
    for row, _ in table.TABLE:
        assert any(re.match(row, route.pattern) for route in ALL), row


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
