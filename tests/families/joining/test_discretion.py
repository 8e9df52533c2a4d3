"""No invitation is left in a log, in a cache, in an address or with another site."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import Resolver404

from families.codes import for_reading
from families.discretion import WithoutCodes
from tests.families.joining.conftest import ABOUT, Letter

CODE = "bcdfghjk"
LOGGERS = (
    "django.request",
    "django.server",
    "django.security.csrf",
    "gunicorn.access",
    "gunicorn.error",
    "families.anything",
    "",
)
LINES: dict[str, tuple[Any, ...]] = {
    "an address": ("Not Found: %s", f"/join/{CODE}/"),
    "a request": ('"%s" %s', f"GET /join/{CODE}/ HTTP/1.1", 302),
    "a whole address": (f"https://archive.example/join/{CODE}?from=qr",),
    "a consent": ("Not Found: %s", f"/agree/{CODE}/"),
    "where one came from": ('"GET /" 200 "%s"', f"http://127.0.0.1/join/{CODE}"),
}


@pytest.fixture(params=LOGGERS)
def heard(request: Any) -> Iterator[tuple[logging.Logger, io.StringIO]]:
    """A logger of the archive, and all that its handlers write."""
    logger, out = logging.getLogger(request.param), io.StringIO()
    streams = [h for h in handlers_of(logger) if type(h) is logging.StreamHandler]
    assert streams, "This logger writes nothing, so nothing is tested."
    before = [handler.setStream(out) for handler in streams]
    yield logger, out
    for handler, stream in zip(streams, before, strict=True):
        handler.setStream(stream)


def handlers_of(logger: logging.Logger | None) -> Iterator[logging.Handler]:
    """Its own handlers and those above it, as a line goes."""
    while logger is not None:
        yield from logger.handlers
        logger = logger.parent if logger.propagate else None


@pytest.mark.parametrize("line", LINES)
def test_a_line(heard: tuple[logging.Logger, io.StringIO], line: str) -> None:
    logger, out = heard
    logger.error(*LINES[line])
    assert out.getvalue() and CODE not in out.getvalue()


def test_an_error_with_everything_that_it_says(
    heard: tuple[logging.Logger, io.StringIO],
) -> None:
    logger, out = heard
    try:
        raise Resolver404({"path": f"/join/{CODE}/"})
    except Resolver404:
        logger.exception("Error handling request /join/%s/", CODE)
    assert "Resolver404" in out.getvalue() and CODE not in out.getvalue()


def test_every_handler_of_the_settings_is_discreet() -> None:
    formatters = settings.LOGGING["formatters"]
    for handler in settings.LOGGING["handlers"].values():
        assert formatters[handler["formatter"]]["()"].endswith(WithoutCodes.__name__)


@pytest.mark.django_db
class TestPages:
    def test_no_page_is_kept_or_tells_another_site(self, client: Client, letter: Letter) -> None:
        steps = [
            client.get("/join/"),
            client.get(letter.link),
            client.get("/join/"),
            client.post("/join/", ABOUT),
            client.get("/join/password/"),
            client.get(f"/join/{CODE}/"),
            client.get("/join/"),
        ]
        for answer in steps:
            assert answer["Cache-Control"] == "private, no-store"
            assert answer["Referrer-Policy"] in ("no-referrer", "same-origin")
            assert answer["X-Robots-Tag"] == "noindex"
        assert client.get(letter.link)["Referrer-Policy"] == "no-referrer"

    def test_no_page_but_the_link_has_it_in_its_address(
        self, client: Client, letter: Letter
    ) -> None:
        answer = client.get(letter.link, follow=True)
        assert answer.redirect_chain == [("/join/", 302)]
        page = answer.content.decode().casefold()
        assert letter.code not in page and for_reading(letter.code).casefold() not in page

    def test_it_is_in_no_session(self, client: Client, letter: Letter) -> None:
        client.get(letter.link)
        client.get("/join/")
        client.post("/join/", letter.typed)
        client.post("/join/", ABOUT)
        kept = [str(session.get_decoded()) for session in Session.objects.all()]
        assert kept and not any(letter.code in one for one in kept)
