"""A showcase in a hall: notes in a second window, a screen that goes on alone, no line."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from archive.models import ShowcasePage
from families.models import User
from stories import lifecycle
from stories.models import Story
from tests.archive.making import showcase
from tests.factories import ItemFactory, StoryFactory, UserFactory
from tests.journeys.accessibility import faults
from tests.journeys.screens import DESKTOP, Screen
from tests.line import Line, line_to

LOST = ("net::ERR_", "Failed to load resource", "404")
DRAWN = """() => [...document.querySelectorAll(".slide:not([hidden]) img")]
  .every((one) => one.complete && one.naturalWidth)"""
KEPT = "Kept on this device"


@pytest.fixture
def teacher() -> User:
    made: User = UserFactory(teacher=True, username="hale")
    return made


@pytest.fixture
def stories(teacher: User) -> list[Story]:
    author = UserFactory(student=True, school=teacher.school)
    picture = ItemFactory(uploaded_by=author)
    return [
        StoryFactory(published=True, author=author, title="The looms", parts=["Loud.", picture]),
        StoryFactory(published=True, author=author, title="The ovens"),
    ]


@pytest.fixture
def page(stories: list[Story], teacher: User) -> ShowcasePage:
    body = [("story", stories[0]), ("notes", "Say it loud."), ("story", stories[1])]
    return showcase(by=teacher, title="Mill days", body=body)


@pytest.fixture
def hall(browser: Browser, archive: str) -> Iterator[tuple[Screen, Line]]:
    """A computer in a hall, on a line that can die."""
    with line_to(archive) as line:
        screen = Screen(browser.new_context(**DESKTOP), line.address)
        with screen.expecting(*LOST):
            yield screen, line
            complaints = screen.complaints()
        screen.context.close()
    assert complaints == []


def test_notes_keep_step(page: ShowcasePage, desktop: Screen) -> None:
    """The hall sees the slides, the presenter the notes; either turns both."""
    desktop.sign_in("hale")
    desktop.open(page.slides_url)
    place = desktop.page.locator("[data-place]")
    with desktop.context.expect_page() as opened:
        desktop.follow("Notes")
    notes = opened.value
    shown = notes.locator("[data-spoken]:visible")
    expect(notes.locator("[data-coming]")).to_have_text("Next: The looms")
    desktop.page.keyboard.press("PageDown")
    expect(shown).to_contain_text("Say it loud.")
    expect(notes.locator("[data-clock]")).to_contain_text(":")
    notes.get_by_role("button", name="Next slide").click()
    expect(place).to_contain_text("3 of")
    notes.keyboard.press("b")
    expect(desktop.page.locator("[data-blank]")).to_be_visible()
    desktop.page.keyboard.press("PageDown")
    expect(desktop.page.locator("[data-blank]")).to_be_hidden()
    expect(place).to_contain_text("3 of")
    desktop.page = notes
    assert faults(desktop) == []


def test_a_screen_that_goes_on_alone(page: ShowcasePage, desktop: Screen) -> None:
    """Round and round; it can be stopped; and it stands still for who wants less motion."""
    browser = desktop.page
    place, button = browser.locator("[data-place]"), browser.locator("[data-alone]")
    browser.clock.install()
    desktop.open(f"{page.slides_url}?autoplay=12")
    expect(browser.locator("[data-alone-told]")).to_have_text("A new slide every 12 seconds")
    browser.clock.run_for(12_000)
    expect(place).to_contain_text("2 of")
    browser.keyboard.press("End")
    browser.clock.run_for(12_000)
    expect(place).to_contain_text("1 of")
    button.click()
    browser.clock.run_for(60_000)
    expect(place).to_contain_text("1 of")
    browser.emulate_media(reduced_motion="reduce")
    desktop.open(f"{page.slides_url}?autoplay=12")
    browser.clock.run_for(60_000)
    expect(place).to_contain_text("1 of")
    button.click()
    browser.clock.run_for(12_000)
    expect(place).to_contain_text("2 of")


def test_what_is_hard_to_hear_waits(
    page: ShowcasePage, stories: list[Story], desktop: Screen
) -> None:
    """Opened once, it is open on all its slides; from the first slide on it is covered again."""
    Story.objects.filter(pk=stories[0].pk).update(content_note="A hand is hurt in it.")
    slides, shown = desktop.page, desktop.page.locator(".slide:visible")
    desktop.open(f"{page.slides_url}#slide-3")
    expect(shown.get_by_text("Loud.")).to_be_hidden()
    slides.keyboard.press("Tab")
    slides.keyboard.press("Enter")
    expect(shown.get_by_text("Loud.")).to_be_visible()
    assert faults(desktop) == []
    slides.keyboard.press("ArrowRight")
    expect(shown.locator("figure img")).to_be_visible()
    slides.keyboard.press("Home")
    slides.keyboard.press("ArrowRight")
    slides.keyboard.press("ArrowRight")
    expect(shown.get_by_text("Loud.")).to_be_hidden()
    assert faults(desktop) == []


def test_slides_without_a_line(
    page: ShowcasePage, stories: list[Story], hall: tuple[Screen, Line]
) -> None:
    """Kept once opened; without what was taken back as soon as there is a line; gone with it."""
    screen, line = hall
    told = screen.page.locator("[data-kept-told]")
    screen.open(page.slides_url)
    expect(told).to_contain_text(KEPT)
    away(screen, line)
    screen.page.reload()
    expect(told).to_contain_text("You see what this device kept on")
    screen.page.keyboard.press("ArrowRight")
    expect(screen.page.locator(".slide:visible")).to_contain_text("The looms")
    for _ in range(2):
        screen.page.keyboard.press("ArrowRight")
    expect(screen.page.locator(".slide:visible img")).not_to_have_count(0)
    screen.page.wait_for_function(DRAWN)
    lifecycle.withdraw(stories[0], by=stories[0].author)
    back(screen, line)
    screen.open(page.slides_url)
    expect(told).to_contain_text(KEPT)
    away(screen, line)
    screen.page.reload()
    expect(told).to_contain_text("You see what this device kept on")
    assert "The ovens" in screen.page.content()
    assert "The looms" not in screen.page.content()
    page.unpublish()
    back(screen, line)
    # What is on the screen goes by itself.
    screen.page.wait_for_function("() => !document.querySelector('[data-slides]')")
    screen.page.wait_for_function("async () => !(await caches.keys()).length")


def away(screen: Screen, line: Line) -> None:
    line.die()
    screen.context.set_offline(True)


def back(screen: Screen, line: Line) -> None:
    line.mend()
    screen.context.set_offline(False)
