"""A relative joins, and answers a memory with one of their own, in words alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from stories.models import Story, StoryPerson
from stories.models.states import Audience
from tests.factories import StoryFactory
from tests.journeys.accessibility import faults
from tests.journeys.cast import Cast
from tests.journeys.desk import Desk
from tests.journeys.screens import PHONE, Screen
from tests.journeys.test_joining import LINK, comes_in, invites, says_who

TITLE, ANSWER = "The tram to Heaton Park", "The tram that stopped for us"
WORDS = "I was on that tram. The driver waited for your nan every single day."


@pytest.fixture
def shared(cast: Cast) -> Story:
    made: Story = StoryFactory(
        author=cast.amina,
        family=cast.family,
        title=TITLE,
        submitted=True,
        audience=Audience.FAMILY,
        people=[(cast.nan, StoryPerson.Role.SHOWN)],
    )
    return made


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_relative_answers_with_words_alone(
    cast: Cast, screen: Callable[..., Screen], shared: Story, script: bool
) -> None:
    amina = screen(**PHONE, java_script_enabled=script)
    bill = screen(**PHONE, java_script_enabled=script)
    amina.sign_in("amina")
    invites(amina, whom="Grandad")
    link = LINK.search(amina.page.get_by_label("Copy this").input_value())
    assert link is not None
    bill.open(link[1])
    says_who(bill, "Bill", "Grandad")
    comes_in(bill, "Bill")
    he_reads_it(bill, looks=script)
    he_tells_it_his_way(bill, script=script)
    story = Story.objects.get(title=ANSWER)
    assert (story.answers, story.family, story.audience) == (shared, cast.family, "family")
    assert not story.parts.filter(item__isnull=False).exists()
    amina_finds_it(amina, shared, looks=script)


def he_reads_it(bill: Screen, *, looks: bool) -> None:
    bill.follow("My family")
    expect(bill.heading("Shared with you")).to_be_visible()
    assert not looks or faults(bill) == []
    bill.follow(TITLE)
    expect(bill.heading("Do you remember it too?")).to_be_visible()
    bill.follow("Tell it your way")
    expect(bill.main).to_contain_text(f"You answer “{TITLE}”.")


def he_tells_it_his_way(bill: Screen, *, script: bool) -> None:
    desk = Desk(bill)
    desk.choose("Me. I will tell it myself")
    bill.press("Next")
    bill.page.get_by_label("What shall we call it?").fill(ANSWER)
    assert not script or faults(bill) == []
    bill.press("Start")
    expect(bill.main).to_contain_text(f"It answers: {TITLE}")
    desk.words.fill(WORDS)
    if script:
        desk.go_to("who")
    desk.choose("My family and my teachers")
    bill.press("Check and hand in")
    bill.press("Hand it in to my teacher")
    expect(bill.page.get_by_role("status")).to_contain_text("is with your teacher now")


def amina_finds_it(amina: Screen, shared: Story, *, looks: bool) -> None:
    amina.open("/desk/family/")
    expect(amina.page.get_by_role("link", name=ANSWER).first).to_be_visible()
    amina.open(f"/desk/stories/{shared.ref}/preview/")
    expect(amina.heading("Somebody answered this")).to_be_visible()
    assert not looks or faults(amina) == []
    amina.follow(ANSWER)
    expect(amina.main).to_contain_text(WORDS)
    expect(amina.main).to_contain_text(f"It answers: {TITLE}")


def test_yes_or_no_from_the_room(cast: Cast, phone: Screen, shared: Story) -> None:
    """Nan said neither yet; no is as good as yes, and she comes back to where she was."""
    phone.sign_in("mary")
    phone.open("/desk/family/")
    expect(phone.heading("You are in this one")).to_be_visible()
    assert faults(phone) == []
    phone.press("Hear it, then say yes or no")
    phone.follow("Start")
    phone.press("Yes")
    phone.press("I have heard it or read it")
    while phone.page.get_by_role("heading", name="Is this right?").count() == 0:
        is_web = phone.page.get_by_text("on the web").count()
        phone.press("No" if is_web else "I don’t want to answer this")
    phone.press("Yes, keep my answers")
    phone.press("I have read it")
    expect(phone.page).to_have_url(f"{phone.address}/desk/family/")
    expect(phone.main).to_contain_text("You said no. It stays off the web.")
