"""A visitor who comes back: which pages are given to them again as they were."""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from archive import stamps
from stories.index import keeping


def read(client: Client, pages: Collection[str]) -> None:
    """Look at each page once, when all that was noticed has been read anew."""
    keeping.catch_up()
    settle()
    for page in pages:
        assert client.get(page).status_code == 200, page


def settle() -> None:
    """Let what waits for the commit come now (PostgreSQL); a test never commits."""
    connection.check_constraints()


def is_kept(client: Client, page: str) -> bool:
    """Whether it is given out after no more than asking what has changed, and nothing is drawn."""
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(page)
    return not answer.templates and len(queries) <= 2


def dropped(client: Client, pages: Collection[str]) -> set[str]:
    """Those that are made anew when somebody looks at them."""
    settle()
    return {page for page in pages if not is_kept(client, page)}


def out_of_date(client: Client, pages: Collection[str]) -> set[str]:
    """Those that a visitor is given otherwise than they would be made now, from nothing kept."""
    settle()
    given = {page: client.get(page).content for page in pages}
    with override_settings(KEPT_PAGES=0):
        stamps.forget()
        return {page for page in pages if client.get(page).content != given[page]}
