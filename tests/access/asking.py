"""Asking an address as somebody, leaving no trace, and telling one answer from another."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.test import Client

METHODS = ("GET", "POST", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS")

CSRF = re.compile(r'name="csrfmiddlewaretoken" value="\w+"|"CSRF_TOKEN": "\w+"')
TURNED_AWAY = re.compile(r"^(/sign-in/|/admin/login/|/admin/$|/account/second-step/)")


@dataclass(frozen=True)
class Answer:
    """What came back, read to its end."""

    status: int
    location: str
    said: str

    @property
    def is_let_in(self) -> bool:
        """Whether somebody got anywhere, by an address that names nothing."""
        if self.status in (301, 302):
            return not self.is_shown_the_door
        return self.status not in (401, 403, 404, 405, 410)

    @property
    def is_shown_the_door(self) -> bool:
        """Sent to sign in or back to the room one came from, before anything was looked up."""
        return bool(TURNED_AWAY.match(self.location.split("?")[0]))

    def without(self, address: str, words: dict[str, Any]) -> Answer:
        """The same without what only repeats the question."""
        location, said = self.location, self.said
        for word in (address, *sorted(map(str, words.values()), key=len, reverse=True)):
            if len(word) > 3:
                location, said = location.replace(word, "…"), said.replace(word, "…")
        return Answer(self.status, re.sub(r"%2F[^&\s]*", "…", location), CSRF.sub("", said))


def ask(client: Client, method: str, address: str, sent: dict[str, Any] | None = None) -> Answer:
    """One request; whatever it wrote is taken back, a sign-out as well."""
    cookies = copy.deepcopy(client.cookies)
    mark = transaction.savepoint()
    try:
        if method == "POST":
            got = client.post(address, sent or {})
        else:
            got = client.generic(method, address)
        said = b"".join(got.streaming_content) if got.streaming else got.content
        return Answer(got.status_code, got.get("Location", ""), said.decode(errors="replace"))
    finally:
        transaction.savepoint_rollback(mark)
        client.cookies = cookies
