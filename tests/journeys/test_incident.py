"""The safeguarding lead presses the incident button; everything of one child is gone at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from families.models import Person
from stories.models import Incident, Story, StoryPerson
from tests.factories import ItemFactory, PersonFactory, StoryFactory
from tests.journeys.accessibility import OUR_PART_OF_WAGTAIL, faults
from tests.journeys.cast import Cast
from tests.journeys.screens import PHONE, Screen

pytestmark = pytest.mark.django_db(transaction=True)

CALLED = ("999", "101", "LADO")


@pytest.fixture
def child(cast: Cast) -> Person:
    made: Person = PersonFactory(
        child=True, consenting=True, school=cast.school, name="Amina", user=cast.amina
    )
    return made


def shown(cast: Cast, child: Person, title: str) -> Story:
    picture = ItemFactory(uploaded_by=cast.amina)
    people = [(child, StoryPerson.Role.SHOWN)]
    teller = PersonFactory(consenting=True, school=cast.school)
    story: Story = StoryFactory(
        published=True,
        author=cast.amina,
        title=title,
        parts=["The tram.", picture],
        people=people,
        teller=teller,
    )
    return story


def test_the_button(
    desktop: Screen, screen: Callable[..., Screen], cast: Cast, child: Person
) -> None:
    stories = [shown(cast, child, title) for title in ("The tram depot", "The wash house")]
    other: Story = StoryFactory(published=True, author=cast.amina, title="The mill hooter")
    pictures = [story.parts.get(kind="item").item.url("w480.webp") for story in stories]
    visitor = screen(**PHONE)
    gone = [*pictures, *(story.get_absolute_url() for story in stories)]
    assert [visitor.answer(address) for address in gone] == [200] * 4

    desktop.sign_in("lead")
    desktop.page.goto(f"{desktop.address}/admin/incidents/")
    assert faults(desktop, OUR_PART_OF_WAGTAIL) == []
    desktop.page.get_by_label("A name").fill("Ami")
    desktop.press("Find")
    desktop.page.get_by_role("main").get_by_role("link", name="Amina").click()
    expect(desktop.page.get_by_text("(2 on the web now)")).to_be_visible()
    assert faults(desktop, OUR_PART_OF_WAGTAIL) == []
    desktop.page.get_by_role("button", name="off the web now").click()
    expect(desktop.heading("Whom to call now")).to_be_visible()
    assert faults(desktop, OUR_PART_OF_WAGTAIL) == []
    for whom in CALLED:
        expect(desktop.main.get_by_text(whom).first).to_be_visible()
    expect(desktop.page.get_by_text("The copy is unchanged.")).to_be_visible()

    assert not {200} & {visitor.answer(address) for address in gone}
    assert visitor.answer(other.get_absolute_url()) == 200
    visitor.open("/stories/")
    expect(visitor.page.get_by_role("link", name="The mill hooter")).to_be_visible()
    expect(visitor.page.get_by_text("The tram depot")).to_have_count(0)
    assert Incident.objects.get().child == child

    desktop.press(
        "Release it", within=desktop.page.get_by_role("listitem").filter(has_text="The tram depot")
    )
    expect(desktop.page.get_by_text("“The tram depot” is released.")).to_be_visible()
    assert visitor.answer(stories[0].get_absolute_url()) == 200
    assert visitor.answer(stories[1].get_absolute_url()) != 200


def test_nobody_else_finds_it(desktop: Screen, cast: Cast, child: Person) -> None:
    desktop.sign_in("hale")
    for address in ("/admin/incidents/", f"/admin/incidents/child/{child.pk}/"):
        assert desktop.answer(address) == 404
    expect(desktop.page.get_by_role("link", name="Incident")).to_have_count(0)
