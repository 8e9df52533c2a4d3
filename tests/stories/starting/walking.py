"""A walk through the screens that begin a memory."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.test import Client

NEW = "/desk/stories/new/"


class Walker:
    """Remembers the page it is on, and sends what that page would send."""

    def __init__(self, client: Client, address: str = NEW) -> None:
        self.client = client
        self.go(address)

    def go(self, address: str) -> Any:
        return self.shows(self.client.get(address))

    def shows(self, response: Any) -> Any:
        self.page = response
        self.text = response.content.decode() if response.status_code in (200, 422) else ""
        return response

    def say(self, **typed: Any) -> Any:
        """Press the button of this page, and follow where it leads."""
        context = self.page.context
        hidden = {"start": context["start"], "step": context["step"]}
        if "assignment" in context["form"].fields:
            hidden["assignment"] = context["form"]["assignment"].value() or ""
        answer = self.client.post(NEW, hidden | typed)
        self.answer = answer
        if answer.status_code == 302 and answer["Location"].startswith(NEW):
            return self.go(answer["Location"])
        return self.shows(answer)

    @property
    def step(self) -> str:
        return str(self.page.context["step"])

    @property
    def address(self) -> str:
        """Of another step of the same way."""
        return f"{NEW}?start={self.page.context['start']}&step="

    def choice(self, words: str) -> str:
        """The value of the answer with these words."""
        field = self.page.context["form"].fields["who"]
        return str(next(value for value, label in field.choices if words in str(label)))


def ref_in(address: str) -> str:
    return urlsplit(address).path.split("/")[-2]


def query_of(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query)
