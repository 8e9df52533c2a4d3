"""The staff room: Wagtail's admin, as a teacher uses it."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import FrameLocator, Locator, Page, expect

from tests.journeys.screens import Screen


class StaffRoom:
    """Reading, deciding, recording consent and building a showcase."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.page = screen.page

    def read(self, title: str) -> None:
        """Find a memory by way of the menu, and open it."""
        self.screen.open("/admin/")
        menu = self.page.get_by_role("navigation", name="Main menu")
        menu.get_by_role("link", name="Moderation").click()
        self.page.get_by_role("link", name=title, exact=True).first.click()
        expect(self.memory).to_be_visible()

    @property
    def memory(self) -> Locator:
        return self.page.get_by_role("article", name="The memory")

    def panel(self, name: str) -> Locator:
        """One box beside the memory."""
        return self.page.locator("section.w-panel").filter(has=self.screen.heading(name))

    def said(self, sentence: str) -> None:
        expect(self.page.locator(".messages")).to_contain_text(sentence)

    def record_yes(self, name: str, *, guardian: bool = False, about: str = "") -> None:
        """Ask somebody every question, and note a yes to each: about one memory, or all."""
        self.page.locator("[name=about]").select_option(label=about or "All their memories")
        for scope in ("archive", "school", "web", "voice"):
            self.page.locator(f"[name={scope}][value=yes]").check()
        self.page.locator(f"[name=giver][value={'guardian' if guardian else 'self'}]").check()
        self.page.get_by_label("Their full name").fill(name)
        self.page.locator("[name=method][value=paper]").check()
        self.screen.press("Record this answer")
        self.said("Recorded. Thank you.")


class ShowcaseEditor:
    """Wagtail's page editor on a showcase."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.page: Page = screen.page

    def begin(self, title: str, introduction: str) -> None:
        self.screen.open("/admin/pages/")
        self.page.get_by_role("link", name=re.compile("Add child page")).first.click()
        self.page.get_by_role("textbox", name="Title*").fill(title)
        self.page.get_by_role("textbox", name="Introduction*").fill(introduction)

    def upload_cover(self, picture: Path, *, title: str, description: str) -> None:
        cover = self.page.locator("#panel-child-content-cover-section")
        self.screen.press("Choose an image", within=cover)
        dialog = self.page.locator(".modal-dialog")
        dialog.get_by_role("tab", name="Upload").click()
        dialog.get_by_label("File*").set_input_files(picture)
        dialog.get_by_label("Title*").fill(title)
        dialog.get_by_label("Description").fill(description)
        self.screen.press("Upload", within=dialog)
        expect(dialog).to_be_hidden()
        expect(cover).to_contain_text(title)

    def add_block(self, kind: str) -> Locator:
        """Put a block at the end, and return it."""
        body = self.page.locator("#panel-child-content-body-section")
        body.get_by_role("button", name="Insert a block").last.click()
        self.page.get_by_role("option", name=kind, exact=True).click()
        block = body.locator("[data-contentpath]:not([data-contentpath=''])").last
        expect(block).to_be_visible()
        return body.locator("[data-streamfield-child]").last

    def add_memory(self, title: str) -> None:
        block = self.add_block("Memory")
        self.screen.press("Choose a memory", within=block)
        dialog = self.page.locator(".modal-dialog")
        dialog.get_by_role("link", name=title).click()
        expect(dialog).to_be_hidden()
        expect(block).to_contain_text(title)

    def add_quote(self, text: str, who: str) -> None:
        block = self.add_block("Quote")
        block.get_by_label("Text*").fill(text)
        block.get_by_label("Who").fill(who)

    def move_up(self, kind: str) -> None:
        """Move the last block of a kind one place up."""
        body = self.page.locator("#panel-child-content-body-section")
        block = body.locator("[data-streamfield-child]").filter(has_text=kind).last
        block.get_by_role("button", name="Move up").click()

    def preview(self) -> FrameLocator:
        """The page beside the editor, as visitors will see it."""
        toggle = self.page.get_by_role("button", name="Toggle preview")
        if toggle.get_attribute("aria-expanded") != "true":
            toggle.click()
        return self.page.frame_locator("#w-preview-iframe")

    def publish(self) -> None:
        self.page.get_by_role("button", name="More actions").click()
        self.screen.press("Publish")
        expect(self.page.locator(".messages")).to_contain_text("published")
