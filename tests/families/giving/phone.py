"""Somebody with a phone in their hand, who presses what is on its screen."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from django.test import Client

HIDDEN = re.compile(r'name="(sitting|person|story|scope|answer)" value="([^"]*)"')
TAG = re.compile(r"<[^>]+>")


class Phone:
    """A browser without script: it follows every redirect and knows the page it is on."""

    def __init__(self, client: Client | None = None) -> None:
        self.client = client or Client()
        self.answer: Any = None

    def open(self, address: str) -> Phone:
        self.answer = self.client.get(address, follow=True)
        return self

    @property
    def html(self) -> str:
        return str(self.answer.content.decode()) if self.answer else ""

    @property
    def says(self) -> str:
        """The words of the main part of the page."""
        main = self.html.split("<main")[1].split("</main")[0]
        return " ".join(unescape(TAG.sub(" ", f"<{main}")).split())

    @property
    def path(self) -> str:
        return str(self.answer.request["PATH_INFO"])

    @property
    def token(self) -> str:
        return dict(HIDDEN.findall(self.html)).get("sitting", "")

    def press(self, answer: str = "", *, at: str = "", **typed: str) -> Phone:
        """Send the form of this page, or one that leads elsewhere."""
        data = {"sitting": self.token, "answer": answer, **typed}
        self.answer = self.client.post(at or self.path, data, follow=True)
        return self

    def start(self) -> Phone:
        """From the first page to what comes next."""
        link = re.search(r'href="(/agree/[^"]+)">Start', self.html)
        assert link is not None, self.says
        return self.open(link[1])
