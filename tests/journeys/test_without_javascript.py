"""Everything that has to be done can be done with JavaScript switched off."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import expect

from families.models import Person
from stories import lifecycle
from stories.models import Story
from tests.factories import agree
from tests.journeys.cast import Cast
from tests.journeys.desk import Desk
from tests.journeys.files import Files
from tests.journeys.recordings import has_its_files
from tests.journeys.screens import DESKTOP, PHONE, Screen
from tests.journeys.visiting import Visitor
from tests.journeys.wall import FUND, PLACE, another, showcase

TITLE = "The ice cream van"
WORDS = "It played a tune when it had run out."


def test_a_memory_is_told_and_read(
    cast: Cast, files: Files, screen: Callable[..., Screen], worker: Callable[[], None]
) -> None:
    phone = screen(**PHONE, java_script_enabled=False)
    ref = a_student_tells_it(phone, files, worker)
    it_becomes_public(cast, ref)
    a_visitor_reads_everything(screen(**DESKTOP, java_script_enabled=False))


def a_student_tells_it(phone: Screen, files: Files, worker: Callable[[], None]) -> str:
    phone.sign_in("amina")
    desk = Desk(phone)
    ref = desk.begin(TITLE)
    desk.words.fill(WORDS)
    desk.add(files.photo, press="Add them")
    expect(desk.words).to_have_value(WORDS)
    worker()
    phone.page.reload()
    desk.say(files.photo, caption="The van", shows="A van with a cone on its roof.")
    phone.page.get_by_label("When was it?").fill("1985")
    desk.tick("Rochdale Road")
    desk.tick("Work and trades")
    phone.press("Next: people")
    desk.tick("Told it", within=desk.unfold("Amina"))
    phone.press("Next: who may see it")
    desk.choose("Everyone, on the web")
    phone.press("Check and hand in")
    expect(phone.main).to_contain_text("It has everything.")
    phone.press("Hand it in to my teacher")
    expect(phone.page.get_by_role("status")).to_contain_text("is with your teacher now")
    return ref


def it_becomes_public(cast: Cast, ref: str) -> None:
    amina, told = Person.objects.get(user=cast.amina), Story.objects.get(ref=ref)
    agree(amina)
    agree(amina, story_ref=ref)
    story = lifecycle.publish(told, by=cast.hale)
    showcase("Days out", story, another(cast))


def a_visitor_reads_everything(screen: Screen) -> None:
    visitor = Visitor(screen)
    visitor.finds(TITLE, at="/")
    story = visitor.goes_to(TITLE)
    expect(screen.main).to_contain_text(WORDS)
    has_its_files(screen, visitor.files())
    for page in (f"/places/{PLACE}/", f"/funds/{FUND}/", "/timeline/"):
        visitor.finds(TITLE, at=page)
    for way_in, name in (("/places/", "Rochdale Road"), ("/map/", "Rochdale Road")):
        screen.open(way_in)
        screen.main.get_by_role("link", name=re.compile(name)).first.click()
        expect(screen.main).to_contain_text(TITLE)
    screen.open("/stories/")
    screen.page.get_by_label("Look for words").fill("ice cream")
    screen.press("Look")
    assert visitor.goes_to(TITLE) == story
    visitor.finds("Days out", at="/showcases/")
    visitor.goes_to("Days out")
    screen.follow("Show it full screen")
    expect(screen.page.locator(".slide", has_text=TITLE).first).to_be_visible()
    expect(screen.page.locator(".slide").last).to_be_visible()
