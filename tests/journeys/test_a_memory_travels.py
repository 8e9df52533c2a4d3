"""The main job: a memory goes from a student's phone to a showcase, and home again."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from stories.models import Fund, Place
from tests.factories import StoryFactory
from tests.journeys import teaching, telling
from tests.journeys.a_memory import FUND, OTHER, PLACE, QUOTE, SHOWCASE, TITLE
from tests.journeys.cast import Cast
from tests.journeys.files import Files
from tests.journeys.recordings import is_seen, plays, shows_moving_pictures
from tests.journeys.screens import DESKTOP, PHONE, Screen
from tests.journeys.staff_room import StaffRoom
from tests.journeys.visiting import Visitor


def test_a_memory_travels(
    cast: Cast, files: Files, screen: Callable[..., Screen], worker: Callable[[], None]
) -> None:
    phone, desktop = screen(**PHONE), screen(**DESKTOP)
    ref = telling.a_student_tells_it(phone, files, worker)
    telling.it_is_all_there_when_she_comes_back(phone, files, ref)
    teaching.a_teacher_asks_for_a_change(desktop)
    telling.the_student_mends_it(phone)
    teaching.nobody_can_publish_it_without_consent(desktop)
    visitor = Visitor(screen(**DESKTOP))
    nobody_outside_finds_it(visitor, desktop)
    teaching.the_teacher_publishes_it(desktop)
    another_memory_of_the_same_place(cast)
    teaching.the_teacher_builds_a_showcase(desktop, files)
    story, seen = a_visitor_explores(visitor)
    telling.the_teller_takes_it_back(screen(**PHONE))
    it_is_gone_everywhere(visitor, story, seen)


def nobody_outside_finds_it(visitor: Visitor, desktop: Screen) -> None:
    StaffRoom(desktop).read(TITLE)
    files = Visitor(desktop).files()
    assert files
    assert {visitor.screen.answer(file) for file in files} == {404}
    visitor.does_not_find(TITLE, at="/stories/")


def another_memory_of_the_same_place(cast: Cast) -> None:
    StoryFactory(
        published=True,
        author=cast.amina,
        title=OTHER,
        places=Place.objects.filter(name=PLACE),
        funds=Fund.objects.filter(name=FUND),
    )


def a_visitor_explores(visitor: Visitor) -> tuple[str, set[str]]:
    visitor.finds(SHOWCASE, at="/")
    story = visitor.goes_to(TITLE)
    is_seen(visitor.page.get_by_role("img", name="A young woman beside a tall loom."))
    plays(visitor.page.locator("audio"))
    shows_moving_pictures(visitor.page.locator("video"))
    visitor.screen.press("Next page")
    is_seen(visitor.page.get_by_role("img", name="Page 2 of Her first payslip"))
    seen = visitor.files()
    for follow in (PLACE, FUND):
        visitor.screen.open(story)
        visitor.goes_to(follow)
        expect(visitor.link(OTHER)).to_be_visible()
        expect(visitor.link(TITLE)).to_be_visible()
    visitor.screen.open("/")
    visitor.goes_to(SHOWCASE)
    expect(visitor.screen.main).to_contain_text(QUOTE)
    visitor.screen.follow("Show it full screen")
    slides = visitor.walks_through()
    assert_in_order(slides, SHOWCASE, OTHER, TITLE, QUOTE)
    return story, seen


def it_is_gone_everywhere(visitor: Visitor, story: str, seen: set[str]) -> None:
    with visitor.screen.expecting(410):
        assert visitor.screen.open(story).status == 410
    expect(visitor.page.get_by_role("heading", level=1)).to_contain_text("taken back")
    assert {visitor.screen.answer(file) for file in seen} == {404}
    for page in ("/", "/stories/", "/places/rochdale-road/", "/funds/work-and-trades/"):
        visitor.does_not_find(TITLE, at=page)
        expect(visitor.link(OTHER)).to_be_visible()
    visitor.does_not_find(TITLE, at="/showcases/what-the-mills-taught-us/")
    expect(visitor.screen.main).to_contain_text(QUOTE)
    visitor.screen.follow("Show it full screen")
    assert TITLE not in " ".join(visitor.walks_through())


def assert_in_order(slides: list[str], *words: str) -> None:
    """Each is on a slide, and the first of it comes after the first of the one before."""
    first = [next(n for n, slide in enumerate(slides) if word in slide) for word in words]
    assert first == sorted(first)
