"""Nothing typed is lost: not to bad Wi-Fi, not to a second tab; and nothing is left behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from stories.models import Story
from tests.journeys.cast import Cast
from tests.journeys.desk import Desk
from tests.journeys.screens import Screen

LOST = "net::ERR_INTERNET_DISCONNECTED"
KEPT = "() => Object.keys(localStorage).length"


@pytest.fixture
def desk(cast: Cast, phone: Screen) -> Desk:
    """A memory that has just been begun on a phone."""
    phone.sign_in("amina")
    desk = Desk(phone)
    desk.begin("The flood")
    return desk


@pytest.fixture
def no_wifi(phone: Screen) -> Iterator[None]:
    """A browser says on its console that a request did not get through."""
    with phone.expecting(LOST):
        yield


def test_words_wait_on_the_phone_until_the_wifi_is_back(
    desk: Desk, phone: Screen, no_wifi: None
) -> None:
    phone.context.set_offline(True)
    desk.words.fill("The Irk came up to the second step.")
    expect(desk.sign).to_contain_text("On this phone. We will try again")
    phone.context.set_offline(False)
    desk.is_safe()
    assert said() == ["The Irk came up to the second step."]
    assert phone.page.evaluate(KEPT) == 0


def test_words_wait_on_the_phone_while_the_page_is_closed(
    desk: Desk, phone: Screen, no_wifi: None
) -> None:
    address = phone.path
    phone.context.set_offline(True)
    desk.words.fill("We carried the piano upstairs.")
    expect(desk.sign).to_contain_text("On this phone")
    phone.page.close()
    phone.context.set_offline(False)
    phone.page = phone.context.new_page()
    phone.open(address)
    again = Desk(phone)
    expect(again.words).to_have_value("We carried the piano upstairs.")
    again.is_safe()
    assert said() == ["We carried the piano upstairs."]


def test_two_tabs_never_overwrite_each_other_silently(desk: Desk, phone: Screen) -> None:
    first, second = phone.page, another_tab(phone)
    words_in(first).fill("It rained for a week.")
    desk.is_safe()
    with phone.expecting("409"):
        words_in(second).fill("It rained for two weeks.")
        told = second.get_by_role("alert").filter(has_text="changed on another screen")
        expect(told).to_be_visible()
    expect(words_in(second)).to_have_value("It rained for two weeks.")
    assert said() == ["It rained for a week."]
    second.get_by_role("button", name="Keep what is on this screen").click()
    expect(second.locator("[data-saved]")).to_have_text("Safe at school")
    assert said() == ["It rained for two weeks."]
    assert "It rained for a week." in str(Story.objects.get().latest_revision.content)


def test_the_other_tab_may_win(desk: Desk, phone: Screen) -> None:
    first, second = phone.page, another_tab(phone)
    words_in(first).fill("Mr Lees rowed down our street.")
    desk.is_safe()
    with phone.expecting("409"):
        words_in(second).fill("Somebody rowed.")
        second.get_by_role("button", name="Use the other one").click()
        expect(words_in(second)).to_have_value("Mr Lees rowed down our street.")
    assert said() == ["Mr Lees rowed down our street."]
    second.get_by_role("link", name="Earlier wordings").click()
    expect(second.get_by_role("main")).to_contain_text("Somebody")
    second.get_by_role("button", name="Bring this one back").click()
    expect(words_in(second)).to_have_value("Somebody rowed.")
    assert said() == ["Somebody rowed."]


def test_two_tabs_are_chosen_from_part_by_part(desk: Desk, phone: Screen) -> None:
    first, second = phone.page, another_tab(phone)
    words_in(first).fill("It rained for a week.")
    first.get_by_label("Title").fill("The great flood")
    desk.is_safe()
    with phone.expecting("409"):
        second.get_by_label("Title").fill("The wet summer")
        words_in(second).fill("It rained for two weeks.")
        title = second.get_by_role("group", name="Title")
        expect(title).to_contain_text("great flood")
    expect(second.get_by_role("group", name="Part 1: Words")).to_contain_text("a week")
    title.get_by_text("The other screen").click()
    second.get_by_role("button", name="Keep what I chose").click()
    expect(second.get_by_role("heading", name="The great flood")).to_be_visible()
    assert said() == ["It rained for two weeks."]
    assert Story.objects.get().title == "The great flood"


def test_the_back_button_shows_nothing_to_whoever_comes_next(desk: Desk, phone: Screen) -> None:
    desk.words.fill("Our cellar was full of eels.")
    desk.is_safe()
    address = phone.path
    # The page may ask how far its files are in the very moment in which its session ends.
    with phone.expecting(401):
        phone.press("Sign out")
        expect(phone.page).to_have_url(f"{phone.address}/")
        phone.page.go_back()
        expect(phone.page.get_by_role("button", name="Sign in", exact=True)).to_be_visible()
    assert "eels" not in phone.page.content()
    assert phone.answer(address) == 302
    assert phone.page.evaluate(KEPT) == 0


def another_tab(phone: Screen) -> Page:
    tab = phone.context.new_page()
    tab.goto(phone.page.url)
    expect(words_in(tab)).to_be_visible()
    return tab


def words_in(tab: Page) -> Locator:
    return tab.get_by_label("Words", exact=True)


def said() -> list[str]:
    """The words that are at school."""
    return [part.text for part in Story.objects.get().parts.all()]
