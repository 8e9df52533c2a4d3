"""Writing down what is said, as a student does it."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from families.models import User
from media.models import Item
from tests.journeys.files import Files, kept
from tests.journeys.screens import Screen


def a_recording(files: Files, *, by: User) -> Item:
    """A sound that went through the pipeline, so that it plays."""
    return kept(files.sound, by=by)


class Transcriber:
    """The page on which the lines of one recording are written."""

    def __init__(self, screen: Screen, item: Item) -> None:
        self.screen = screen
        self.page = screen.page
        self.item = item

    def open(self) -> None:
        self.screen.open(f"/desk/items/{self.item.ref}/transcript/")
        expect(self.words(1)).to_be_visible()

    def line(self, number: int) -> Locator:
        return self.page.locator("[data-line]").nth(number - 1)

    def words(self, number: int) -> Locator:
        return self.line(number).get_by_label("Words", exact=True)

    def time(self, number: int, name: str) -> Locator:
        return self.line(number).get_by_label(name, exact=True)

    def hold_box(self, number: int) -> Locator:
        return self.line(number).get_by_label("Hold back")

    @property
    def sign(self) -> Locator:
        return self.page.locator("[data-saved]")

    def is_safe(self) -> None:
        expect(self.sign).to_have_text("Safe at school")

    def press(self, number: int, name: str) -> None:
        """A button under "More"."""
        more = self.line(number).locator("[data-more]")
        if more.get_attribute("open") is None:
            more.locator("summary").click()
        self.screen.press(name, within=self.line(number))

    def press_undo(self) -> None:
        expect(self.page.get_by_role("button", name="Put it back")).to_be_focused()
        self.page.keyboard.press("Enter")

    def cut(self, number: int, *, after: str) -> None:
        """Put the cursor behind some words, and cut there."""
        self.words(number).evaluate("(box, at) => box.setSelectionRange(at, at)", len(after))
        self.press(number, "Cut here")

    def stand_at(self, seconds: float) -> None:
        """Move the recording there, once it can be moved."""
        player = self.page.locator("[data-player]")
        self.page.wait_for_function("() => document.querySelector('[data-player]').readyState > 0")
        player.evaluate("(player, at) => { player.currentTime = at; }", seconds)
        self.page.wait_for_function("() => !document.querySelector('[data-player]').seeking")

    def stands_at(self) -> float:
        return float(self.page.locator("[data-player]").evaluate("player => player.currentTime"))
