"""What a student and her nan do on their phones."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.journeys.a_memory import FUND, MENDED, PLACE, TITLE, WISH, WORDS
from tests.journeys.desk import Desk
from tests.journeys.files import Files
from tests.journeys.recordings import is_seen
from tests.journeys.screens import Screen


def a_student_tells_it(phone: Screen, files: Files, worker: Callable[[], None]) -> str:
    phone.sign_in("amina")
    desk = Desk(phone)
    ref = desk.begin(TITLE, who="Mary (member)")
    desk.words.fill(WORDS)
    desk.add(*files.all)
    worker()
    desk.say(files.photo, caption="Nan at her loom", shows="A young woman beside a tall loom.")
    desk.say(files.sound, caption="Nan tells it herself")
    desk.say(files.film, caption="The loom runs")
    desk.say(files.paper, caption="Her first payslip")
    desk.go_on("Next: when and where", "When and where")
    phone.page.get_by_label("When was it?").fill("about 1972")
    desk.tick(PLACE)
    desk.press_pin("heaton-park")
    expect(phone.page.get_by_text("We read this as: about 1972")).to_be_visible()
    desk.go_on("Next: what it is about", "What it is about")
    expect(phone.page.get_by_text("Jobs people did, and the skills")).to_be_visible()
    phone.page.get_by_role("checkbox", name=FUND).check()
    desk.choose("Family")
    desk.go_on("Next: people", "People")
    desk.tick("Told it", within=desk.unfold("Mary"))
    desk.tick("Gathered it", within=desk.unfold("Amina"))
    desk.add_somebody("Eileen Surname", shown_as="Eileen", doing="Is talked about")
    desk.go_on("Next: who may see it", "Who may see it")
    desk.choose("Everyone, on the web")
    desk.is_safe()
    phone.sign_out()
    return ref


def it_is_all_there_when_she_comes_back(phone: Screen, files: Files, ref: str) -> None:
    phone.sign_in("amina")
    phone.follow(TITLE)
    desk = Desk(phone)
    expect(desk.words).to_have_value(WORDS)
    for file in files.all:
        expect(desk.thing(file)).to_contain_text("Safe at school")
    photo = desk.thing(files.photo)
    is_seen(photo.locator("img"))
    expect(photo.get_by_label("Caption")).to_have_value("Nan at her loom")
    desk.go_to("when")
    expect(phone.page.get_by_label("When was it?")).to_have_value("about 1972")
    expect(phone.page.get_by_role("checkbox", name="Heaton Park")).to_be_checked()
    expect(phone.page.get_by_role("checkbox", name=PLACE)).to_be_checked()
    desk.go_to("about")
    expect(phone.page.get_by_role("checkbox", name=FUND)).to_be_checked()
    desk.go_to("people")
    expect(phone.page.locator("details.person[open]")).to_have_count(3)
    desk.go_to("who")
    expect(phone.page.get_by_role("radio", name="Everyone, on the web")).to_be_checked()
    assert phone.answer(f"/desk/stories/{ref}/preview/") == 200
    desk.hand_in()


def the_student_mends_it(phone: Screen) -> None:
    phone.open("/desk/")
    expect(phone.page.get_by_role("region", name="From Mr Hale")).to_contain_text(WISH)
    phone.follow("Mend it now")
    desk = Desk(phone)
    desk.words.fill(f"{WORDS} {MENDED}")
    desk.is_safe()
    desk.hand_in()


def the_teller_takes_it_back(phone: Screen) -> None:
    phone.sign_in("mary")
    phone.follow(TITLE)
    phone.follow("Hide it")
    phone.press("Yes, hide it now")
    expect(phone.page.get_by_role("status")).to_contain_text("Nobody can find it any more.")
