"""Finished answers in the memory of this process: the least recently asked for goes first."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from threading import Lock
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone

from archive import stamps
from archive.stamps import Reading

OVERHEAD = 2_000
"""Bytes that an answer takes up besides its body, on average: its headers and its tags."""

BETWEEN = re.compile(r"\s*,\s*")
TAKES_GZIP = re.compile(r"\bgzip\b")
HARMLESS = frozenset({settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME})
"""Cookies that change nothing on a public page. Any other may: its owner is served anew."""

PARTIAL = ("HTTP_HX_REQUEST", "HTTP_AUTHORIZATION")
"""What asks for something else than the page as it is."""

MAY_VARY = frozenset({"accept-encoding", "cookie", "hx-request"})
"""What an answer may depend on: all of it is asked before one is kept, or found."""

READS = ("GET", "HEAD")
OK = 200


class Address(NamedTuple):
    """What tells one answer from another."""

    scheme: str
    forwarded: str
    host: str
    path: str
    asked: str
    gzip: bool


@dataclass
class Page:
    """An answer as it goes over the wire; ``moment`` is when it was last known to be true."""

    headers: tuple[tuple[str, str], ...]
    body: bytes
    etag: str
    tags: frozenset[str]
    moment: int
    today: date | None

    @property
    def size(self) -> int:
        return len(self.body) + OVERHEAD

    def is_known_by(self, asked: Mapping[str, Any]) -> bool:
        """Whether the browser that asks has this very answer (RFC 9110, section 13.1.2)."""
        told = asked.get("HTTP_IF_NONE_MATCH", "")
        return bool(told) and self.etag in BETWEEN.split(told.replace("W/", ""))


def address_of(asked: Mapping[str, Any]) -> Address | None:
    """The address in a WSGI environment; None where whoever asks may be somebody."""
    if asked["REQUEST_METHOD"] not in READS or any(name in asked for name in PARTIAL):
        return None
    if cookies := asked.get("HTTP_COOKIE"):
        names = {one.partition("=")[0].strip() for one in cookies.split(";")}
        if not names <= HARMLESS:
            return None
    return Address(
        asked.get("wsgi.url_scheme", ""),
        asked.get("HTTP_X_FORWARDED_PROTO", ""),
        asked.get("HTTP_HOST") or asked.get("SERVER_NAME", ""),
        asked.get("PATH_INFO", ""),
        asked.get("QUERY_STRING", ""),
        bool(TAKES_GZIP.search(asked.get("HTTP_ACCEPT_ENCODING", ""))),
    )


class Pages:
    """At most so many bytes of answers."""

    def __init__(self) -> None:
        self.known: OrderedDict[Address, Page] = OrderedDict()
        self.size = 0
        self.lock = Lock()

    def find(self, address: Address) -> Page | None:
        """The answer to that address, if it is true at this moment."""
        page = self.known.get(address)
        if page is None:
            return None
        if not _is_true(page, stamps.now()):
            self.drop(address)
            return None
        with self.lock:
            if address in self.known:
                self.known.move_to_end(address)
        return page

    def put(self, address: Address, page: Page) -> None:
        self.drop(address)
        if page.size > settings.KEPT_PAGES:
            return
        with self.lock:
            self.known[address] = page
            self.size += page.size
            while self.size > settings.KEPT_PAGES:
                _, oldest = self.known.popitem(last=False)
                self.size -= oldest.size

    def drop(self, address: Address) -> None:
        with self.lock:
            if page := self.known.pop(address, None):
                self.size -= page.size

    def clear(self) -> None:
        with self.lock:
            self.known.clear()
            self.size = 0


PAGES = Pages()


def made(response: HttpResponse, reading: Reading) -> Page | None:
    """The answer as it may be kept; None for one that is anybody's own or that is no page."""
    moment = reading.moment
    if moment is None or response.status_code != OK or response.streaming or response.cookies:
        return None
    varies = {name.strip().lower() for name in response.get("Vary", "").split(",") if name.strip()}
    if not varies <= MAY_VARY or "no-cache" not in response.get("Cache-Control", ""):
        return None
    body = response.content
    etag = f'"{sha256(body).hexdigest()[:32]}"'
    response["ETag"] = etag
    headers = tuple((*response.items(), ("Content-Length", str(len(body)))))
    once = tuple(dict(headers).items())
    return Page(once, body, etag, frozenset(reading.tags), moment, reading.today)


def _is_true(page: Page, moment: int | None) -> bool:
    """Whether nothing on it has changed. A clock that went back is that of another database."""
    if moment is None or moment < page.moment:
        return False
    if page.today not in (None, timezone.localdate()):
        return False
    if moment > page.moment:
        if stamps.have_changed(page.tags, page.moment):
            return False
        page.moment = moment
    return True
