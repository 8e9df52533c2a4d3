"""The desk, as a student or somebody's nan uses it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.journeys.screens import Screen

FILES = "Add pictures, sound, films or papers"


class Desk:
    """One memory being written, step by step, on one screen."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.page = screen.page

    def begin(self, title: str, *, who: str = "Me. I will tell it myself", deck: str = "") -> str:
        """Start a memory with whoever tells it and perhaps a deck, and return its ref."""
        self.screen.open("/desk/")
        self.screen.follow("Add a memory")
        self.choose(who)
        self.screen.press("Next")
        self.page.get_by_role("button", name=deck or "I know what to tell").click()
        self.page.get_by_label("What shall we call it?").fill(title)
        self.screen.press("Start")
        expect(self.words).to_be_visible()
        return self.screen.path.split("/")[-2]

    @property
    def words(self) -> Locator:
        return self.page.get_by_label("Words", exact=True)

    @property
    def sign(self) -> Locator:
        """The line that says where one's words are."""
        return self.page.locator("[data-saved]")

    def is_safe(self) -> None:
        expect(self.sign).to_have_text("Safe at school")

    def go_to(self, step: str) -> None:
        """One of tell, when, about, people, who."""
        steps = self.page.get_by_role("navigation", name="Steps of this memory")
        link = steps.locator(f"[href='#{step}']")
        link.click()
        expect(link).to_have_attribute("aria-current", "step")

    def go_on(self, button: str, heading: str) -> None:
        self.screen.press(button)
        expect(self.screen.heading(heading)).to_be_focused()

    def add(self, *files: Path, press: str = "") -> None:
        """Pick files on the device, and wait until each is at school."""
        self.page.get_by_label(FILES).set_input_files(files)
        if press:
            self.screen.press(press)
        for file in files:
            expect(self.thing(file)).to_contain_text("Safe at school")

    def thing(self, file: Path) -> Locator:
        """The place of a file in the memory."""
        return self.page.get_by_role("listitem").filter(has_text=f": {file.name}")

    def say(self, file: Path, *, caption: str, shows: str = "") -> None:
        thing = self.thing(file)
        thing.get_by_label("Caption").fill(caption)
        if shows:
            thing.get_by_label("What does the picture show?").fill(shows)

    def tick(self, label: str, *, within: Locator | None = None) -> None:
        (within or self.page).get_by_role("checkbox", name=label).check()

    def choose(self, label: str, *, within: Locator | None = None) -> None:
        (within or self.page).get_by_role("radio", name=label, exact=True).check()

    def press_pin(self, slug: str) -> None:
        self.page.locator(f"[data-pin={slug}] .pin__head").click()

    def unfold(self, name: str) -> Locator:
        """Open the box of a person, by the name on it."""
        box = self.page.locator("details.person").filter(has_text=name)
        if box.get_attribute("open") is None:
            box.locator("summary").click()
        return box

    def add_somebody(self, name: str, *, shown_as: str, doing: str) -> None:
        """A grown-up whom nobody has added before."""
        box = self.unfold("Add somebody else")
        box.get_by_label("Full name").fill(name)
        box.get_by_label("Name to show").fill(shown_as)
        self.choose("16 or older", within=box)
        self.tick(doing, within=box)
        self.screen.press("Add this person")
        expect(self.page.locator("details.person[open]").filter(has_text=shown_as)).to_be_visible()

    def hand_in(self) -> None:
        self.go_to("who")
        self.screen.press("Check and hand in")
        self.screen.press("Hand it in to my teacher")
        expect(self.page.get_by_role("status")).to_contain_text("is with your teacher now")
