"""A change asked for with a phrase, made on a phone, seen side by side, published by a second."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from stories import lifecycle, mendings
from stories.models import Story
from tests.factories import ItemFactory, PersonFactory, StoryFactory
from tests.journeys.accessibility import OUR_PART_OF_WAGTAIL, faults, look_at
from tests.journeys.cast import Cast
from tests.journeys.conftest import Open
from tests.journeys.desk import Desk
from tests.journeys.screens import DESKTOP, PHONE, Screen
from tests.journeys.staff_room import StaffRoom

TITLE, WORDS = "The loud looms", "The looms were loud."
THANKS, STEP = "I could see it as I read it.", "Ask them: what happened next?"
MENDED = "The looms were so loud that we read lips."


@pytest.fixture
def story(cast: Cast) -> Story:
    """Handed in by Amina, who can be heard in it."""
    return told(cast, TITLE)


def told(cast: Cast, title: str) -> Story:
    amina = PersonFactory(child=True, consenting=True, school=cast.school, public_name="Amina")
    sound = ItemFactory(audio=True, uploaded_by=cast.amina)
    people = [(amina, "heard")]
    made: Story = StoryFactory(
        submitted=True, author=cast.amina, title=title, parts=[WORDS, sound], people=people
    )
    return made


def test_two_adults_and_a_change_between_them(screen: Open, cast: Cast, story: Story) -> None:
    desktop, phone = screen(**DESKTOP), screen(**PHONE)
    a_teacher_asks_with_a_phrase_and_thinks_better_of_it(desktop)
    the_student_makes_the_change(phone)
    the_teacher_sees_it_side_by_side_and_recommends_it(desktop)
    a_second_teacher_publishes(screen(**DESKTOP), story)


def a_teacher_asks_with_a_phrase_and_thinks_better_of_it(desktop: Screen) -> None:
    desktop.sign_in("hale")
    room = StaffRoom(desktop)
    room.read(TITLE)
    ask = desktop.page.locator("#request_changes")
    expect(ask.get_by_role("button", name="Put it in")).to_be_hidden()
    ask.locator("[name=thanks_phrase]").select_option(THANKS)
    ask.locator("[name=step_phrase]").select_option(STEP)
    box = ask.locator("[name=feedback]")
    expect(box).to_have_value(STEP)
    expect(ask.locator("[name=thanks]")).to_have_value(THANKS)
    box.press_sequentially(" Was it dark?")
    desktop.press("Ask for a change", within=ask)
    room.said("Sent back.")
    desktop.press("Undo", within=desktop.page.locator(".messages"))
    room.said("Undone.")
    kept = desktop.page.locator("#request_changes")
    expect(kept).to_contain_text("Your kept points go with it.")
    assert faults(desktop, OUR_PART_OF_WAGTAIL) == []
    desktop.press("Ask for a change", within=kept)
    room.said("Sent back.")


def the_student_makes_the_change(phone: Screen) -> None:
    phone.sign_in("amina")
    phone.follow("Mend it now")
    said = phone.page.get_by_role("region", name="From Mr Hale")
    expect(said).to_contain_text(THANKS)
    expect(said).to_contain_text(f"{STEP} Was it dark?")
    desk = Desk(phone)
    desk.words.fill(MENDED)
    said.get_by_label("Your answer").fill("We went home in the dark.")
    phone.press("I have changed it", within=said)
    desk.is_safe()
    desk.hand_in()


def the_teacher_sees_it_side_by_side_and_recommends_it(desktop: Screen) -> None:
    room = StaffRoom(desktop)
    room.read(TITLE)
    changed = room.panel("What changed since last time")
    expect(changed).to_contain_text("We went home in the dark.")
    expect(changed.locator("ins").first).to_contain_text("read lips")
    decide = room.panel("Decide")
    expect(decide).to_contain_text("A child can be heard in it. So two adults have to agree.")
    expect(decide.get_by_role("button", name="Publish", exact=True)).to_have_count(0)
    desktop.press("Recommend it", within=decide)
    room.said("You said the first yes.")
    expect(decide).to_contain_text("so somebody else has to publish it.")
    assert faults(desktop, OUR_PART_OF_WAGTAIL) == []


def a_second_teacher_publishes(desktop: Screen, story: Story) -> None:
    desktop.sign_in("okafor")
    room = StaffRoom(desktop)
    room.read(TITLE)
    expect(room.panel("Decide")).to_contain_text("Mr Hale said the first yes.")
    desktop.press("Publish", within=desktop.page.locator("#publish"))
    room.said("It is published.")
    desktop.open(story.get_absolute_url())
    expect(desktop.main).to_contain_text(MENDED)


def test_each_state_of_the_column_passes_axe(screen: Open, cast: Cast) -> None:
    """As a teacher sees it, and as the writer reads what was decided and mended."""
    declined = lifecycle.decline(told(cast, "A letter"), by=cast.hale, words="Lovely as a letter.")
    plain: Story = StoryFactory(submitted=True, author=cast.amina, parts=[WORDS])
    tomorrow = timezone.localdate() + timedelta(days=1)
    planned = lifecycle.plan(plain, by=cast.hale, on=tomorrow)
    before = mendings.wording_before(planned)
    planned.title = "The very loud looms"
    after = planned.save_revision(user=cast.okafor)
    mendings.note(planned, before=before, after=after, by=cast.okafor)
    desktop, phone = screen(**DESKTOP), screen(**PHONE)
    desktop.sign_in("hale")
    columns = [reverse("moderation:review", args=[each.ref]) for each in (declined, planned)]
    rooms = [reverse("phrases:index"), reverse("phrases:add")]
    history = reverse("moderation:history", args=[planned.pk])
    assert look_at(desktop, ["/admin/", *columns, *rooms, history], OUR_PART_OF_WAGTAIL) == []
    # Wagtail's own list of time zones knows one that this browser does not.
    with desktop.expecting("Invalid time zone"):
        assert look_at(desktop, [reverse("wagtailadmin_account")], OUR_PART_OF_WAGTAIL) == []
    phone.sign_in("amina")
    writer = [
        reverse("desk_story", args=[declined.ref]),
        reverse("desk_story_mended", args=[planned.ref]),
    ]
    assert look_at(phone, writer) == []
