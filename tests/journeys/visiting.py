"""The public archive, as somebody walks through it who has never been here."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from tests.journeys.screens import Screen

FILE = re.compile(r"/files/[\w-]+/[\w.-]+")


class Visitor:
    """Reads, follows, and remembers the addresses of what was seen."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.page = screen.page

    def files(self) -> set[str]:
        """The address of every picture, sound, film and paper of this page."""
        return set(FILE.findall(self.page.content()))

    def finds(self, title: str, *, at: str) -> None:
        self.screen.open(at)
        expect(self.link(title)).to_be_visible()

    def does_not_find(self, title: str, *, at: str) -> None:
        self.screen.open(at)
        expect(self.screen.main).not_to_contain_text(title)

    def link(self, name: str) -> Locator:
        return self.screen.main.get_by_role("link", name=name, exact=True).first

    def goes_to(self, name: str) -> str:
        """Follow a link to a page of that name, and return its address."""
        self.link(name).click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text(name)
        return self.screen.path

    def walks_through(self) -> list[str]:
        """Every slide in turn by the arrow keys, from the first to the last: their headings."""
        place = self.page.locator("[data-place]")
        expect(place).to_contain_text("1 of ")
        last = int(place.inner_text().split()[-1])
        seen = [self._slide()]
        for number in range(2, last + 1):
            self.page.keyboard.press("ArrowRight")
            expect(place).to_have_text(f"{number} of {last}")
            seen.append(self._slide())
        return seen

    def _slide(self) -> str:
        slide = self.page.locator(".slide:visible")
        expect(slide).to_have_count(1)
        return slide.inner_text()
