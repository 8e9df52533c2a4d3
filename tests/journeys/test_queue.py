"""The first screen and the queue: two teachers, one memory; several memories, one teacher."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from stories.models import Story
from tests.factories import StoryFactory
from tests.journeys.accessibility import OUR_PART_OF_WAGTAIL, faults
from tests.journeys.cast import Cast
from tests.journeys.screens import DESKTOP, PHONE, Screen, seen_as

pytestmark = pytest.mark.django_db(transaction=True)

QUEUE = "/admin/moderation/"


def handed_in(cast: Cast, title: str, **state: bool) -> Story:
    made: Story = StoryFactory(author=cast.amina, title=title, **(state or {"submitted": True}))
    return made


def test_two_teachers_pick_up_the_same_memory(screen: Callable[..., Screen], cast: Cast) -> None:
    story = handed_in(cast, "The wash house")
    hale, okafor = screen(**DESKTOP), screen(**PHONE)
    for one, name in ((hale, "hale"), (okafor, "okafor")):
        one.sign_in(name)
        one.open("/admin/")
        one.page.get_by_role("link", name="The wash house").click()
        expect(one.heading("Decide")).to_be_visible()
        one.open(QUEUE)
        row = one.page.get_by_role("row").filter(has_text="The wash house")
        expect(row.get_by_text("First memory")).to_be_visible()

    hale.press("I’ll read this one")
    expect(hale.page.locator(".messages")).to_contain_text("You are reading this one now.")
    okafor.press("I’ll read this one")
    expect(okafor.page.locator(".messages")).to_contain_text("Mr Hale is already reading this one.")
    assert okafor.path == QUEUE
    expect(okafor.main.get_by_text("Mr Hale, who is reading it")).to_be_visible()
    expect(okafor.page.get_by_role("button", name="I’ll read this one")).to_have_count(0)
    assert faults(okafor, OUR_PART_OF_WAGTAIL) == []
    story.refresh_from_db()
    assert story.taken_up_by == cast.hale


def test_several_are_given_to_a_colleague_and_one_is_left_in_peace(
    desktop: Screen, cast: Cast
) -> None:
    for title in ("The tram depot", "The mill hooter"):
        handed_in(cast, title)
    handed_in(cast, "The loud looms", changes_requested=True)
    desktop.sign_in("hale")
    desktop.open("/admin/")
    expect(desktop.heading("Your classes at a glance")).to_be_visible()
    assert faults(desktop, OUR_PART_OF_WAGTAIL) == []

    desktop.open(f"{QUEUE}?reporter_class={cast.amina.reporter_class_id}")
    for title in ("The tram depot", "The mill hooter"):
        row = desktop.page.get_by_role("row").filter(has_text=title)
        row.get_by_role("checkbox", name="Select").check()
    expect(desktop.main.get_by_text("2 items selected")).to_be_visible()
    assert faults(desktop, OUR_PART_OF_WAGTAIL) == []
    desktop.page.get_by_role("link", name="Pick up the memories you ticked").click()
    desktop.page.get_by_label("Who reads them?").select_option(label="Ms Okafor")
    assert faults(desktop, OUR_PART_OF_WAGTAIL) == []
    desktop.press("Yes, give them out")
    said = desktop.page.locator(".messages")
    expect(said).to_contain_text("2 memories are for Ms Okafor to read now.")

    desktop.press("Do not remind", within=desktop.page.get_by_role("row").filter(has_text="looms"))
    expect(said).to_contain_text("No reminders go for “The loud looms” now.")
    again = desktop.page.get_by_role("button", name=seen_as("Remind again"))
    expect(again).to_be_visible()
    assert set(Story.objects.filter(taken_up_by=cast.okafor).values_list("title", flat=True)) == {
        "The tram depot",
        "The mill hooter",
    }
