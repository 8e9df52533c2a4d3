"""Somebody's browser, which notes everything that no page of ours may do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, Request, expect

from tests.factories import PASSWORD

PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 640},
    "has_touch": True,
    "is_mobile": True,
    "device_scale_factor": 2,
}
DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
STATUS = re.compile(r"responded with a status of (\d{3})")


def seen_as(name: str) -> re.Pattern[str]:
    """The name of a control, with or without the words after it that only screen readers say."""
    return re.compile(rf"^\s*{re.escape(name)}(\s*[:,].*)?$")


class Screen:
    """A phone or a desk, and whoever sits at it.

    Every request that leaves the archive and every error on the console is noted,
    and the test that used the screen fails for it at its end.
    """

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.address = address
        self.host = urlsplit(address).netloc
        self.strangers: list[str] = []
        self.errors: list[str] = []
        self._expected: set[str] = set()
        context.set_default_timeout(15_000)
        context.on("request", self._note_request)
        context.on("console", self._note_console)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        self.page: Page = context.new_page()

    def open(self, path: str) -> Any:
        """Go to an address of the archive, and return what it answered."""
        return self.page.goto(f"{self.address}{path}")

    def answer(self, path: str) -> int:
        """The status of an address, asked with this person's session."""
        response = self.context.request.get(f"{self.address}{path}", max_redirects=0)
        return int(response.status)

    def sign_in(self, username: str, *, at: str = "/sign-in/") -> None:
        """Through the form, as everybody does."""
        self.open(at)
        self.page.get_by_label("Username").fill(username)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.press("Sign in")
        expect(self.page).not_to_have_url(re.compile("/sign-in/"))

    def sign_out(self) -> None:
        self.open("/desk/")
        self.press("Sign out")
        expect(self.page).to_have_url(f"{self.address}/")

    def press(self, name: str, *, within: Locator | None = None) -> None:
        """A button, by the name one sees."""
        (within or self.page).get_by_role("button", name=seen_as(name)).click()

    def follow(self, name: str, *, within: Locator | None = None) -> None:
        """A link, by the name one sees."""
        (within or self.page).get_by_role("link", name=seen_as(name)).click()

    def heading(self, name: str) -> Locator:
        return self.page.get_by_role("heading", name=name)

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    @property
    def main(self) -> Locator:
        return self.page.get_by_role("main")

    @contextmanager
    def expecting(self, *complaints: int | str) -> Iterator[None]:
        """A browser writes an error on its console for a 410, also where 410 is right.

        A number is the status of an answer, words are what else the browser says.
        """
        self._expected |= {str(complaint) for complaint in complaints}
        yield
        # What the browser said before it answers this has been heard.
        self.page.evaluate("1")
        self._expected.clear()

    def complaints(self) -> list[str]:
        """Everything that went wrong on this screen, as sentences."""
        return [*(f"asked a stranger: {url}" for url in self.strangers), *self.errors]

    def _note_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss") and address.netloc != self.host:
            self.strangers.append(request.url)

    def _note_console(self, message: ConsoleMessage) -> None:
        status = STATUS.search(message.text)
        said = status[1] if status else message.text
        if message.type == "error" and not any(known in said for known in self._expected):
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")
