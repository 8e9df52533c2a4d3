"""A teacher makes a showcase of twelve memories from the tray; a class helps; all can be read."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from archive import permissions
from archive.curating import tray
from archive.models import ShowcaseOpening, ShowcasePage
from archive.palettes import Palette
from stories.models import Fund, Place, Story
from tests.archive.making import picture, showcase
from tests.archive.voices import spoken
from tests.factories import ItemFactory, StoryFactory
from tests.journeys.accessibility import OUR_PART_OF_WAGTAIL, WHOLE_PAGE, faults, look_at
from tests.journeys.cast import Cast
from tests.journeys.screens import Screen
from tests.journeys.staff_room import ShowcaseEditor

THE_PANEL = {"include": [[".looking-over"]]}
SLIDES = {"include": [["main"]]}


@pytest.fixture
def twelve(cast: Cast) -> list[Story]:
    """Of one place and fund, so that they stand beside each other."""
    subjects = {
        "places": Place.objects.filter(slug="rochdale-road"),
        "funds": Fund.objects.filter(slug="work-and-trades"),
    }
    permissions.install()
    return [
        StoryFactory(published=True, author=cast.amina, title=f"Morning {number}", **subjects)
        for number in range(1, 14)
    ][:12]


def test_a_showcase_of_twelve(cast: Cast, desktop: Screen, twelve: list[Story]) -> None:
    page = desktop.page
    tray.add(cast.hale, twelve[:10])
    desktop.sign_in("hale")
    desktop.open("/stories/?q=morning+11")
    desktop.press("Add to my tray", within=desktop.main)
    expect(desktop.main).to_contain_text("In your tray")
    desktop.open(twelve[11].get_absolute_url())
    page.get_by_role("button", name="View Wagtail quick actions").click()
    page.get_by_role("menuitem", name="Add to my tray").click()
    desktop.press("Add to my tray")
    desktop.open("/admin/tray/")
    rows = page.locator("[data-row]")
    expect(rows).to_have_count(12)
    last_comes_first(desktop)
    expect(rows.first).to_contain_text("Morning 12")
    desktop.press("Down", within=rows.first)
    expect(rows.first.get_by_role("link")).to_have_text("Morning 1")
    expect(page.locator("[data-saved]")).to_have_text("The order is saved.")
    expect(page.get_by_role("heading", name="These would fit")).to_be_visible()
    assert faults(desktop, OUR_PART_OF_WAGTAIL) == []
    page.get_by_label("What is it called?*").fill("Twelve mornings")
    page.get_by_label("What is it about?*").fill("How the day began.")
    desktop.press("Make a showcase of these")
    it_is_looked_over_and_previewed(desktop)
    made = ShowcasePage.objects.get()
    titles = Story.objects.in_bulk(made.story_ids())
    told = [titles[pk].title for pk in made.story_ids()]
    assert told == ["Morning 1", "Morning 12", *(f"Morning {n}" for n in range(2, 12))]


def last_comes_first(desktop: Screen) -> None:
    """Dragged by its grip, over the rows above it."""
    page = desktop.page
    grip = page.locator("[data-row]").last.locator("[data-grip]")
    grip.scroll_into_view_if_needed()
    box = grip.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 10, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 10, 5, steps=4)
    expect(page.locator("[data-row]").first).to_contain_text("Morning 12")
    page.mouse.up()


def it_is_looked_over_and_previewed(desktop: Screen) -> None:
    page = desktop.page
    panel = page.locator(".looking-over")
    expect(panel).to_contain_text("It has no cover yet.")
    expect(panel).to_contain_text("All of it comes from one place")
    assert faults(desktop, THE_PANEL) == []
    preview = ShowcaseEditor(desktop).preview()
    expect(preview.get_by_role("heading", name="Morning 12")).to_be_visible()
    page.get_by_label("Preview mode").select_option(label="As slides")
    expect(preview.get_by_role("heading", name="Twelve mornings").first).to_be_visible()
    expect(preview.locator(".slides")).to_have_count(1)


def test_every_palette_can_be_read(cast: Cast, device: Screen) -> None:
    page = with_every_block(cast)
    for palette in Palette.values:
        ShowcasePage.objects.filter(pk=page.pk).update(palette=palette)
        assert look_at(device, [page.url]) == []
        assert look_at(device, [page.slides_url], SLIDES) == []


def with_every_block(cast: Cast) -> ShowcasePage:
    seen = StoryFactory(
        published=True,
        author=cast.amina,
        title="The oven",
        parts=[
            "Hot.",
            *(ItemFactory(uploaded_by=cast.amina, video=film) for film in (False, True)),
        ],
        places=Place.objects.filter(slug="rochdale-road"),
        when_text="1963",
    )
    voice = spoken(cast.amina, title="Over the shop")
    cover = picture(by=cast.hale)
    side = {"story": seen, "which": 1, "caption": "Then"}
    body = [
        ("chapter", {"title": "Bread", "text": "Before the light."}),
        ("story", seen),
        ("picture_story", {"story": seen, "caption": "Our line"}),
        ("pull_quote", {"story": voice, "text": "Words of it"}),
        ("clip", {"story": voice, "which": 1, "start": "0:04", "end": "0:09", "caption": "Hot"}),
        ("film", {"story": seen, "which": 1, "caption": "The oven"}),
        ("chapter", {"title": "All of it", "text": ""}),
        ("gallery", {"title": "Ovens", "pictures": [side, side]}),
        ("pair", {"then": side, "now": {"picture": cover, "caption": "Now"}}),
        ("map", {"title": "Where it was"}),
        ("timeline", {"title": "When it was"}),
        ("heading", "And"),
        ("text", "<p>Read them <b>slowly</b>.</p>"),
    ]
    return showcase(by=cast.hale, title="Bread", cover=cover, opening_line="Who baked?", body=body)


def test_a_class_proposes(cast: Cast, phone: Screen, twelve: list[Story]) -> None:
    page = showcase(*twelve[:3], by=cast.hale, live=False, school=cast.school, title="Mornings")
    ShowcaseOpening.objects.create(showcase=page, reporter_class=cast.amina.reporter_class)
    phone.sign_in("amina")
    phone.open("/desk/")
    phone.follow("Showcases of my class")
    assert look_at(phone, ["/desk/showcases/"], WHOLE_PAGE) == []
    phone.follow("Mornings")
    rows = phone.page.locator("[data-row]")
    phone.press("Move down", within=rows.first)
    expect(rows.first).to_contain_text("Morning 2")
    saved = phone.page.locator("[data-saved]")
    expect(saved).to_have_text("Safe at school.")
    where = phone.page.locator("[data-work]")
    with phone.expecting("net::ERR_"):
        phone.context.set_offline(True)
        rows.first.get_by_label("A line to it").fill("We begin with this.")
        expect(saved).to_contain_text("Not at school yet.")
        expect(where).to_contain_text("On this phone")
        phone.context.set_offline(False)
        expect(saved).to_have_text("Safe at school.")
    expect(where).to_contain_text("Safe at school")
    phone.page.reload()
    expect(rows.first.get_by_label("A line to it")).to_have_value("We begin with this.")
    assert faults(phone) == []
    phone.press("Send it to my teacher")
    expect(phone.main).to_contain_text("Your teacher reads it")
