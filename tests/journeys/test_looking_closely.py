"""Somebody looks at a picture and reads a paper closely; without a script all of it is there."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.cast import Cast
from tests.journeys.conftest import Open
from tests.journeys.screens import DESKTOP, PHONE, Screen
from tests.journeys.wall import PRINTED, Wall, filled

TRANSFORM = "image => new DOMMatrix(getComputedStyle(image).transform).a"


def test_pictures_papers_and_what_is_covered(cast: Cast, screen: Open) -> None:
    wall = filled(cast)
    desk = screen(**DESKTOP)
    desk.open(wall.published.get_absolute_url())
    a_picture_opens_and_comes_closer_by_keys(desk)
    the_pages_of_a_paper_turn_by_keys(desk)
    letters_stay_as_large_as_they_were_made(desk, wall)
    without_a_script(screen(**PHONE, java_script_enabled=False), wall)


def a_picture_opens_and_comes_closer_by_keys(desk: Screen) -> None:
    page = desk.page
    link = desk.main.get_by_role("link", name="A shop with a queue. See it large")
    link.press("Enter")
    viewer = page.get_by_role("dialog", name="The picture, large")
    image = viewer.get_by_role("img", name="A shop with a queue.")
    expect(image).to_be_visible()
    expect(viewer).to_contain_text("The shop")
    expect(viewer.get_by_role("button", name="The next picture")).to_be_hidden()
    page.keyboard.press("+")
    assert image.evaluate(TRANSFORM) == 1.5
    viewer.get_by_role("button", name="Smaller").click()
    assert image.evaluate(TRANSFORM) == 1
    page.keyboard.press("Escape")
    expect(viewer).to_be_hidden()
    expect(link).to_be_focused()


def the_pages_of_a_paper_turn_by_keys(desk: Screen) -> None:
    paper = desk.main.get_by_role("group", name="A bill, 2 pages")
    first, second = (paper.get_by_role("region", name=f"Page {n} of 2") for n in (1, 2))
    expect(first).to_contain_text("Twelve barm cakes.")
    expect(second).to_be_hidden()
    paper.press("ArrowRight")
    expect(second).to_contain_text(PRINTED[1])
    expect(first).to_be_hidden()
    expect(desk.page.get_by_role("status").filter(has_text="Page 2 of 2")).to_be_visible()
    expect(desk.page.get_by_role("button", name="Next page")).to_be_disabled()
    desk.press("Page before")
    expect(first).to_be_visible()


def letters_stay_as_large_as_they_were_made(desk: Screen, wall: Wall) -> None:
    desk.page.get_by_label("Letters").select_option("Bigger")
    desk.open(wall.noted.get_absolute_url())
    expect(desk.page.get_by_label("Letters")).to_have_value("larger")
    expect(desk.page.locator("html.reading-size-larger")).to_have_count(1)


def without_a_script(phone: Screen, wall: Wall) -> None:
    phone.open(wall.published.get_absolute_url())
    large = phone.page.locator("a.opens").get_attribute("href")
    assert large is not None
    assert phone.answer(large) == 200
    paper = phone.main.get_by_role("group", name="A bill, 2 pages")
    phone.main.get_by_role("link", name="Page 2", exact=True).click()
    expect(paper.get_by_role("region", name="Page 2 of 2")).to_be_in_viewport()
    phone.open(wall.noted.get_absolute_url())
    words = phone.main.get_by_text("We walked all the way.")
    expect(words).to_be_hidden()
    phone.main.get_by_text("A little boy is lost").click()
    expect(words).to_be_visible()
