"""Pages that say no: with the right number, one heading, kind words, and a way on."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import connection
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.views import defaults

from families.models import User
from stories import lifecycle
from tests.factories import StoryFactory

HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>")


def says(answer: Any, status: int, heading: str) -> str:
    html: str = answer.content.decode()
    assert answer.status_code == status
    assert HEADING.findall(html) == [heading]
    assert '<meta name="robots" content="noindex">' in html
    assert 'media="print"' in html
    return html


@pytest.mark.django_db
def test_nothing_there(client: Client) -> None:
    html = says(client.get("/nowhere/"), 404, "We cannot find that page")
    assert 'action="/stories/"' in html
    assert 'name="q"' in html
    for way in ("/stories/", "/places/", "/funds/", "/showcases/", "/about/"):
        assert f'<a href="{way}">' in html


@pytest.mark.django_db
def test_taken_back(client: Client, student: User) -> None:
    story = StoryFactory(published=True, author=student, title="The hooter")
    lifecycle.withdraw(story, by=student)
    html = says(client.get(story.get_absolute_url()), 410, "This memory has been taken back")
    assert "The hooter" not in html
    assert 'action="/stories/"' in html


@pytest.mark.django_db
def test_not_yours(client: Client, rf: RequestFactory) -> None:
    request = asked(client, rf)
    html = says(
        defaults.permission_denied(request, PermissionDenied("secret")),
        403,
        "This page is not yours to open",
    )
    assert "secret" not in html


@pytest.mark.django_db
def test_a_form_that_was_open_for_long() -> None:
    strict = Client(enforce_csrf_checks=True)
    says(strict.post("/worry/", {"words": "x"}), 403, "Please send that again")


@pytest.mark.parametrize(
    ("view", "status", "heading"),
    [
        (defaults.server_error, 500, "Something broke, and it is our fault"),
        (
            lambda r: defaults.bad_request(r, SuspiciousOperation("secret")),
            400,
            "We could not read that",
        ),
    ],
    ids=["500", "400"],
)
def test_what_stands_when_nothing_else_does(
    rf: RequestFactory, view: Any, status: int, heading: str
) -> None:
    """Without a database: this test may not touch one. Nor is anything read of the request."""
    html = says(view(rf.get("/", headers={"host": "nobody.example"})), status, heading)
    assert "secret" not in html
    assert 'href="/"' in html


def test_it_is_the_same_page_without_any_context() -> None:
    assert "<h1>" in render_to_string("500.html")
    assert "<h1>" in render_to_string("400.html")


@pytest.mark.django_db
def test_a_host_that_is_not_ours(client: Client, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["testserver"]
    with CaptureQueriesContext(connection) as queries:
        answer = client.get("/", headers={"host": "nobody.example"})
    says(answer, 400, "We could not read that")
    assert len(queries) == 0


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/stories/", "/about/", "/nowhere/", "/worry/"])
def test_a_page_in_a_language_that_is_read_from_the_right(
    client: Client, settings: Any, address: str
) -> None:
    settings.KEPT_PAGES = 0  # A server reads its settings once.
    settings.LANGUAGES = [*settings.LANGUAGES, ("ar", "العربية")]
    settings.LANGUAGE_CODE = "ar"
    html = client.get(address).content.decode()
    assert '<html lang="ar" dir="rtl"' in html
    settings.LANGUAGE_CODE = "en-gb"
    assert "dir=" not in client.get(address).content.decode().split(">", 2)[1]


def asked(client: Client, rf: RequestFactory) -> HttpRequest:
    """A request as the middleware leaves it, from a visitor."""
    return client.get("/about/").wsgi_request
