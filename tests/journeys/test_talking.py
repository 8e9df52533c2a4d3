"""A change asked for, pinned to a sentence and to a second; mended; seen by the teacher; news."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from stories.models import Story
from tests.factories import StoryFactory
from tests.journeys.accessibility import OUR_PART_OF_WAGTAIL, faults
from tests.journeys.cast import Cast
from tests.journeys.conftest import Open
from tests.journeys.desk import Desk
from tests.journeys.files import Files
from tests.journeys.screens import DESKTOP, PHONE, Screen
from tests.journeys.staff_room import StaffRoom
from tests.journeys.transcribing import a_recording

TITLE, LOUD = "The loud looms", "The looms were so loud."
MENDED = "You could not hear yourself."
SELECT = """(words, said) => {
  const text = words.querySelector("p").firstChild;
  const start = text.data.indexOf(said);
  getSelection().setBaseAndExtent(text, start, text, start + said.length);
}"""


@pytest.fixture
def story(cast: Cast, files: Files) -> Story:
    """Handed in by Amina: some words, and a sound of two seconds."""
    made: Story = StoryFactory(
        submitted=True,
        author=cast.amina,
        title=TITLE,
        parts=[f"It was red. {LOUD} We had tea.", a_recording(files, by=cast.amina)],
    )
    return made


def about(room: StaffRoom, place: int) -> Locator:
    return room.memory.locator(".review__about").nth(place)


def test_a_point_goes_to_and_fro(screen: Open, cast: Cast, story: Story) -> None:
    desktop, phone = screen(**DESKTOP), screen(**PHONE)
    a_teacher_selects_a_sentence_and_stops_at_a_second(desktop)
    news_is_on_the_desk_and_calm(phone)
    the_student_mends_one_and_leaves_the_other(phone)
    the_teacher_sees_it(desktop)
    the_student_asks_for_it_back(phone, desktop)


def a_teacher_selects_a_sentence_and_stops_at_a_second(desktop: Screen) -> None:
    desktop.sign_in("hale")
    room = StaffRoom(desktop)
    room.read(TITLE)
    words = room.memory.locator("[data-words]")
    words.evaluate(SELECT, LOUD)
    words.dispatch_event("pointerup")
    box = about(room, 0)
    expect(box.get_by_label("About which words?")).to_have_value(LOUD)
    box.get_by_label("What is good here?").fill("I can see the red.")
    box.get_by_label("What is the next step?").fill("How loud? Compare it with something.")
    desktop.press("Keep this point", within=box)
    expect(words.locator("mark")).to_have_text(LOUD)
    player = room.memory.locator("audio")
    player.evaluate("player => { player.preload = 'auto'; player.load(); }")
    player.evaluate(
        "player => new Promise((done) => { player.onseeked = done; player.currentTime = 1.2; })"
    )
    box = about(room, 1)
    box.locator("summary").click()
    desktop.press("The moment I am at", within=box)
    expect(box.get_by_label("At which moment?")).to_have_value("0:01")
    box.get_by_label("What is the next step?").fill("Who laughs here?")
    assert faults(desktop, OUR_PART_OF_WAGTAIL) == []
    desktop.press("Keep this point", within=box)
    desktop.press("Ask for a change")
    room.said("Sent back.")


def news_is_on_the_desk_and_calm(phone: Screen) -> None:
    phone.sign_in("amina")
    phone.open("/desk/news/")
    expect(phone.main).to_contain_text(f"A teacher read “{TITLE}”. They have an idea for you.")
    assert faults(phone) == []
    phone.follow("How shall we tell you?")
    expect(phone.page.get_by_role("checkbox", name="By e-mail as well")).not_to_be_checked()
    assert faults(phone) == []
    phone.open("/desk/")
    expect(phone.main).to_contain_text("It is your turn. Mend it. Then hand it in again.")


def the_student_mends_one_and_leaves_the_other(phone: Screen) -> None:
    phone.follow("Mend it now")
    desk = Desk(phone)
    first, second = (phone.page.get_by_role("region", name="From Mr Hale").nth(i) for i in (0, 1))
    expect(first.locator("p").first).to_have_text("I can see the red.")
    expect(first).to_contain_text("How loud? Compare it with something.")
    phone.press("Show me where", within=first)
    expect(desk.words).to_be_focused()
    chosen = "box => box.value.slice(box.selectionStart, box.selectionEnd)"
    assert desk.words.evaluate(chosen) == LOUD
    assert faults(phone) == []
    desk.words.fill(f"It was red. {MENDED} We had tea.")
    first.get_by_label("Your answer").fill("As loud as a train.")
    phone.press("I have changed it", within=first)
    expect(first).to_contain_text("This sentence has changed since.")
    expect(first.get_by_label("Your answer")).to_have_value("As loud as a train.")
    expect(second.locator("audio")).to_have_attribute("src", re.compile(r"sound\.m4a#t=1$"))
    phone.press("I want to leave it as it is", within=second)
    left = second.get_by_role("button", name="I want to leave it as it is")
    expect(left).to_have_attribute("aria-pressed", "true")
    assert faults(phone) == []
    desk.is_safe()
    desk.hand_in()


def the_teacher_sees_it(desktop: Screen) -> None:
    room = StaffRoom(desktop)
    room.read(TITLE)
    said = room.panel("What teachers have said")
    expect(said).to_contain_text("This sentence has changed since.")
    expect(said).to_contain_text("As loud as a train.")
    expect(said).to_contain_text("Amina wants to leave it as it is.")
    expect(room.panel("What changed since last time").locator("ins")).to_contain_text(MENDED)
    desktop.press("This is settled", within=said)
    expect(said).to_contain_text("Settled by Mr Hale.")
    expect(said.get_by_role("button", name="This is settled")).to_have_count(0)
    desktop.press("I’ll read this one")
    room.said("You are reading this one now.")


def the_student_asks_for_it_back(phone: Screen, desktop: Screen) -> None:
    phone.open("/desk/")
    phone.follow(TITLE)
    phone.follow("I want to change something")
    assert faults(phone) == []
    phone.press("Yes, ask my teacher")
    expect(phone.main).to_contain_text("You want to change something. Your teacher can see that.")
    desktop.page.reload()
    expect(desktop.page.get_by_text("Amina wants to change something.").first).to_be_visible()
    desktop.press("Give it back")
    phone.open("/desk/")
    expect(phone.main).to_contain_text(f"“{TITLE}” is back with you. You can change it now.")


def test_all_of_it_without_javascript(screen: Open, cast: Cast, story: Story) -> None:
    """The teacher's room is Wagtail's, which needs script; its forms themselves do not."""
    desktop = screen(**DESKTOP, java_script_enabled=False)
    desktop.sign_in("hale")
    desktop.open(f"/admin/moderation/review/{story.ref}/")
    room = StaffRoom(desktop)
    box = about(room, 0)
    box.locator("summary").click()
    box.get_by_label("About which words?").select_option(LOUD)
    box.get_by_label("What is the next step?").fill("How loud?")
    desktop.press("Keep this point", within=box)
    box = about(room, 1)
    box.locator("summary").click()
    box.get_by_label("At which moment?").fill("0:01")
    box.get_by_label("What is the next step?").fill("Who laughs?")
    desktop.press("Keep this point", within=box)
    desktop.press("Ask for a change")
    phone = screen(**PHONE, java_script_enabled=False)
    phone.sign_in("amina")
    phone.follow("Mend it now")
    first = phone.page.get_by_role("region", name="From Mr Hale").first
    expect(first).to_contain_text(LOUD)
    Desk(phone).words.fill(f"It was red. {MENDED}")
    phone.press("I have changed it", within=first)
    expect(first).to_contain_text("This sentence has changed since.")
    expect(Desk(phone).words).to_have_value(f"It was red. {MENDED}")
