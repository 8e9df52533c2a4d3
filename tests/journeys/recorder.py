"""The recorder of the desk, in a browser whose microphone hears a beep each second."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Browser, BrowserType, Error, Locator, expect

from media.models import Item
from tests.journeys.conftest import QUIET
from tests.journeys.desk import Desk
from tests.journeys.screens import Screen

DEVICE = "--use-fake-device-for-media-stream"
SAYS_YES = "--use-fake-ui-for-media-stream"
"""Without this, a browser that nobody looks at refuses whatever asks."""

SAFE = "Safe at school"
KEPT_HERE = """async () => {
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open("recordings");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const all = (name) => new Promise((resolve, reject) => {
    if (!database.objectStoreNames.contains(name)) return resolve([]);
    const request = database.transaction(name).objectStore(name).getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const takes = await all("takes");
  const first = (piece) => Array.from(new Uint8Array(piece.data).slice(0, 64));
  const pieces = (await all("pieces")).map(first);
  database.close();
  return { takes, pieces };
}"""


@contextlib.contextmanager
def launched(browser_type: BrowserType, *flags: str) -> Iterator[Browser]:
    """A browser of one's own, with other flags than all the rest."""
    chromium = shutil.which("chromium")
    browser = browser_type.launch(executable_path=chromium, args=[*QUIET, *flags])
    try:
        yield browser
    finally:
        browser.close()


class Recorder:
    """One of its three screens, for one memory."""

    def __init__(self, screen: Screen, ref: str, way: str = "sound") -> None:
        self.screen = screen
        self.ref = ref
        self.way = way

    @property
    def page(self) -> Any:
        return self.screen.page

    @property
    def root(self) -> Locator:
        return self.page.locator("[data-recorder]")

    def open(self) -> Recorder:
        self.screen.open(f"/desk/stories/{self.ref}/record/{self.way}/")
        return self

    def press(self, name: str) -> None:
        self.screen.press(name, within=self.root)

    def is_in(self, state: str) -> None:
        expect(self.root).to_have_attribute("data-state", state)

    def records(self, time: str) -> None:
        """Start, or go on, and wait until so much is on the device."""
        self.is_in("recording")
        expect(self.root.locator("[data-time]")).to_have_text(time)

    def has(self, count: int) -> None:
        """So many stretches can be played back, each to its end."""
        self.is_in("review")
        players = self.root.locator("[data-stretches] > li > *")
        expect(players).to_have_count(count)

    def keep(self) -> None:
        self.press("Keep it")
        self.is_in("kept")

    @property
    def here(self) -> Locator:
        """The list of what is on this device."""
        return self.page.locator("[data-on-this-device]")

    def is_safe(self, count: int = 1) -> None:
        expect(self.here.get_by_text(SAFE)).to_have_count(count)

    def kept_here(self) -> dict[str, Any]:
        """What lies in the browser, as somebody sees it who opens its drawers."""
        found: dict[str, Any] = self.page.evaluate(KEPT_HERE)
        return found

    def crash(self) -> None:
        """The tab dies as it stands; the next one begins where a person would."""
        with self.page.expect_event("crash"), contextlib.suppress(Error):
            self.page.goto("chrome://crash")
        self._another_tab()

    def close(self) -> None:
        """The tab is closed without a question, as when a phone makes room."""
        self.page.close()
        self._another_tab()

    def _another_tab(self) -> None:
        self.screen.page = self.screen.context.new_page()


def begun(screen: Screen, title: str = "Nan and the mill") -> str:
    """A memory of Amina's, just begun; its ref."""
    screen.sign_in("amina")
    return Desk(screen).begin(title)


def lengths() -> list[float]:
    """Seconds of each sound and film at school, in the order in which they came."""
    return [item.duration or 0 for item in Item.objects.order_by("pk")]
