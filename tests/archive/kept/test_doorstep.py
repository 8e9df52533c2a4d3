"""Kept pages go out before Django is asked, and say the same as it would."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import DatabaseError
from django.test import Client, RequestFactory

from archive.kept.doorstep import Doorstep
from families.models import User
from stories import lifecycle
from tests.factories import StoryFactory

pytestmark = pytest.mark.django_db


class Door:
    """A server's side of it: what it was told, and whether Django was asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.status = ""
        self.headers: dict[str, str] = {}
        self.application = Doorstep(self._django)

    def _django(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        self.asked += 1
        start("200 OK", [])
        return [b"Django"]

    def start(self, status: str, headers: list[tuple[str, str]]) -> None:
        self.status, self.headers = status, dict(headers)

    def get(self, path: str, method: str = "GET", **headers: str) -> bytes:
        environ = RequestFactory().generic(method, path, **headers).environ
        return b"".join(self.application(environ, self.start))


def test_a_kept_page_goes_out_at_the_door(client: Client, student: User) -> None:
    story = StoryFactory(published=True, author=student)
    page, door = client.get("/stories/"), Door()
    assert door.get("/stories/") == page.content
    assert door.status == "200 OK"
    assert door.headers["Content-Security-Policy"] == page["Content-Security-Policy"]
    assert door.get("/stories/", method="HEAD") == b""
    assert door.headers["Content-Length"] == str(len(page.content))
    assert door.get("/stories/", HTTP_IF_NONE_MATCH=door.headers["ETag"]) == b""
    assert door.status == "304 Not Modified"
    assert "Content-Length" not in door.headers
    assert door.asked == 0
    lifecycle.withdraw(story, by=student)
    assert door.get("/stories/") == b"Django"


def test_all_else_is_django_s(
    client: Client, student: User, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    StoryFactory(published=True, author=student)
    client.get("/stories/")
    door = Door()
    assert door.get("/funds/") == b"Django"
    assert door.get("/stories/", method="POST") == b"Django"
    assert door.get("/stories/", HTTP_COOKIE="sessionid=x") == b"Django"

    def broken() -> None:
        raise DatabaseError

    closed = []
    with monkeypatch.context() as patch:
        patch.setattr("archive.kept.pages.stamps.now", broken)
        patch.setattr("archive.kept.doorstep.connection.close", lambda: closed.append(True))
        assert door.get("/stories/") == b"Django"
    assert closed
    settings.KEPT_PAGES = 0
    assert door.get("/stories/") == b"Django"
