"""A memory begins with people and question cards; and a photograph alone is enough."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from stories.models import Story
from tests.factories import AssignmentFactory
from tests.journeys.accessibility import faults
from tests.journeys.cast import Cast
from tests.journeys.desk import Desk
from tests.journeys.files import Files
from tests.journeys.screens import PHONE, Screen

FIRST, SECOND = "How did our family come to Manchester?", "What was your first day here like?"


def card(screen: Screen, words: str) -> Locator:
    return screen.page.locator("[data-card]").filter(has_text=words)


def test_amina_asks_nan_with_the_cards(cast: Cast, phone: Screen) -> None:
    set_for = AssignmentFactory(reporter_class=cast.amina.reporter_class, set_by=cast.hale)
    phone.sign_in("amina")
    expect(phone.page.get_by_text(set_for.sentence)).to_be_visible()
    desk = Desk(phone)
    ref = desk.begin("The boat", who="Mary (member)", deck="Journeys")
    phone.follow("Question cards")
    expect(card(phone, FIRST)).to_be_in_viewport(ratio=0.3)
    phone.follow("Next", within=card(phone, FIRST))
    expect(card(phone, SECOND)).to_be_in_viewport(ratio=0.3)
    expect(card(phone, FIRST)).not_to_be_in_viewport(ratio=0.3)
    phone.page.keyboard.press("ArrowLeft")
    expect(card(phone, FIRST)).to_be_in_viewport(ratio=0.3)
    card(phone, FIRST).get_by_text("Say it another way").click()
    expect(phone.page.get_by_text("Who was the first of us to live here?")).to_be_visible()
    card(phone, FIRST).get_by_text("اردو").click()
    expect(card(phone, FIRST).locator("[dir=rtl] [data-said]")).to_be_visible()
    assert faults(phone) == []
    it_is_ticked_without_wifi(phone, ref)


def it_is_ticked_without_wifi(phone: Screen, ref: str) -> None:
    asked = card(phone, FIRST).get_by_role("button", name="I asked this")
    questions = Story.objects.get(ref=ref).questions.filter(is_asked=True)
    with phone.expecting("net::ERR_INTERNET_DISCONNECTED"):
        phone.context.set_offline(True)
        asked.click()
        expect(asked).to_have_attribute("aria-pressed", "true")
        assert not questions.exists()
    with phone.page.expect_response(lambda answer: answer.url.endswith("/cards/")):
        phone.context.set_offline(False)
    phone.page.reload()
    expect(asked).to_have_attribute("aria-pressed", "true")
    assert [question.shown_words for question in questions] == [FIRST]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_photograph_is_enough(
    cast: Cast, screen: Callable[..., Screen], files: Files, script: bool
) -> None:
    phone = screen(**PHONE, java_script_enabled=script)
    phone.sign_in("mary")
    phone.follow("I only have a photo")
    phone.page.get_by_label("Choose your picture").set_input_files(files.photo)
    phone.press("Next")
    phone.page.get_by_label("What is in the picture?").fill("My sister at the baths.")
    phone.press("Next")
    phone.page.get_by_role("checkbox", name="Harpurhey Baths").check()
    phone.press("Next")
    expect(phone.heading("Done. It is safe at school.")).to_be_visible()
    story = Story.objects.get()
    assert (story.title, story.author) == ("My sister at the baths", cast.mary)
    assert [place.slug for place in story.places.all()] == ["harpurhey-baths"]
    phone.follow("Check and hand in")
    expect(phone.page.get_by_role("button", name="Hand it in to my teacher")).to_be_visible()


def test_the_way_to_a_memory_without_script(cast: Cast, screen: Callable[..., Screen]) -> None:
    phone = screen(**PHONE, java_script_enabled=False)
    phone.sign_in("amina")
    phone.follow("Add a memory")
    phone.page.get_by_role("radio", name="Somebody else", exact=True).check()
    phone.press("Next")
    phone.page.get_by_label("What do you call them?").fill("Mr Grant")
    phone.page.get_by_role("radio", name="16 or older").check()
    phone.press("Next")
    phone.page.get_by_label("Your own question").fill("Who came into your shop?")
    phone.page.keyboard.press("Enter")
    expect(phone.page.get_by_label("What shall we call it?")).to_have_value("What Mr Grant told me")
    phone.page.go_back()
    phone.page.go_back()
    expect(phone.page.get_by_label("What do you call them?")).to_have_value("Mr Grant")
    phone.press("Next")
    phone.press("Ask my own question")
    phone.press("Start")
    phone.follow("Question cards")
    expect(card(phone, "Who came into your shop?")).to_be_visible()
    phone.press("I asked this")
    expect(phone.page.locator("[aria-pressed=true]")).to_be_visible()
    assert Story.objects.count() == 1
