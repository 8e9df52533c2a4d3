"""Boxes are drawn over faces with a mouse, with a finger and with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.base import File
from django.urls import reverse
from playwright.sync_api import Locator, expect

from media.accession import accession
from media.models import Item
from media.processing import process
from tests.factories import StoryFactory
from tests.journeys.accessibility import OUR_PART_OF_WAGTAIL, WHOLE_PAGE, faults, look_at
from tests.journeys.cast import Cast
from tests.journeys.screens import Screen
from tests.media import samples
from tests.media.drawn_faces import two_people


@pytest.fixture
def picture(cast: Cast, tmp_path: Path) -> Item:
    """A picture in a memory that Amina handed in."""
    with samples.photo(tmp_path / "photo.jpg").open("rb") as file:
        item = process(accession(upload=File(file), filename="photo.jpg", by=cast.amina))
    StoryFactory(author=cast.amina, submitted=True, parts=["Nan told me this.", item])
    return item


def at_desk(item: Item) -> str:
    return reverse("desk_item_hide", args=[item.ref])


def in_admin(item: Item) -> str:
    return reverse("admin_item_hide", args=[item.ref])


def stage(screen: Screen) -> dict[str, float]:
    """Where the picture is on the screen, in pixels."""
    place = screen.page.locator("[data-hide-stage]")
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    assert box is not None
    return {key: float(value) for key, value in box.items()}


def box(screen: Screen, number: int) -> Locator:
    return screen.page.get_by_role("button", name=f"Box {number}.")


def numbers(screen: Screen, number: int) -> list[float]:
    """The four fields of a box, in per cent."""
    group = screen.page.get_by_role("group", name=f"Box {number}", exact=True)
    return [float(group.get_by_role("spinbutton").nth(at).input_value()) for at in range(4)]


def kept(item: Item) -> list[list[int]]:
    """The boxes that are kept, in whole per cent."""
    return [
        [round(100 * share) for share in (area.left, area.top, area.width, area.height)]
        for area in item.hidden_areas.all()
    ]


def test_with_a_mouse(desktop: Screen, picture: Item, worker: Callable[[], None]) -> None:
    desktop.sign_in("amina")
    desktop.open(at_desk(picture))
    place, mouse = stage(desktop), desktop.page.mouse

    def drag(start: tuple[float, float], end: tuple[float, float]) -> None:
        (x, y), (to_x, to_y) = (
            (place["x"] + place["width"] * across, place["y"] + place["height"] * down)
            for across, down in (start, end)
        )
        mouse.move(x, y)
        mouse.down()
        mouse.move((x + to_x) / 2, (y + to_y) / 2)
        mouse.move(to_x, to_y)
        mouse.up()

    drag((0.2, 0.3), (0.4, 0.6))
    expect(box(desktop, 1)).to_be_visible()
    assert numbers(desktop, 1) == pytest.approx([20, 30, 20, 30], abs=1)
    drag((0.3, 0.45), (0.5, 0.55))
    assert numbers(desktop, 1) == pytest.approx([40, 40, 20, 30], abs=1)
    drag((0.6, 0.7), (0.7, 0.8))
    assert numbers(desktop, 1) == pytest.approx([40, 40, 30, 40], abs=2)
    desktop.press("Hide what is in the boxes")
    expect(desktop.page.get_by_text("This picture is being made again.")).to_be_visible()
    assert desktop.page.locator("main img").count() == 0
    worker()
    desktop.follow("Look again")
    expect(box(desktop, 1)).to_be_visible()
    assert kept(picture) == [pytest.approx([40, 40, 30, 40], abs=2)]


def test_with_a_finger(phone: Screen, picture: Item) -> None:
    phone.sign_in("amina")
    phone.open(at_desk(picture))
    place = stage(phone)
    phone.page.touchscreen.tap(
        place["x"] + place["width"] * 0.5, place["y"] + place["height"] * 0.5
    )
    expect(box(phone, 1)).to_be_visible()
    assert numbers(phone, 1) == pytest.approx([43, 43, 14, 14], abs=1)


def test_with_the_keyboard_alone(device: Screen, picture: Item) -> None:
    device.sign_in("amina")
    device.open(at_desk(picture))
    add = device.page.get_by_role("button", name="Add a box")
    add.focus()
    device.page.keyboard.press("Enter")
    expect(box(device, 1)).to_be_focused()
    before = numbers(device, 1)
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "Shift+ArrowRight", "Shift+ArrowUp"):
        device.page.keyboard.press(key)
    wanted = [before[0] + 2, before[1] + 1, before[2] + 1, before[3] - 1]
    assert numbers(device, 1) == pytest.approx(wanted)
    for _ in range(4):
        add.focus()
        device.page.keyboard.press("Enter")
    expect(box(device, 5)).to_be_focused()
    device.page.keyboard.press("Delete")
    expect(box(device, 5)).to_be_hidden()
    expect(add).to_be_focused()
    device.press("Hide what is in the boxes")
    expect(device.page.get_by_text("This picture is being made again.")).to_be_visible()
    assert kept(picture)[0] == pytest.approx(wanted, abs=1)
    assert picture.hidden_areas.count() == 2, "Three boxes in the same place are one box."


def test_a_computer_proposes_and_a_person_decides(
    device: Screen, cast: Cast, tmp_path: Path
) -> None:
    with two_people(tmp_path / "people.jpg").open("rb") as file:
        item = process(accession(upload=File(file), filename="people.jpg", by=cast.amina))
    StoryFactory(author=cast.amina, submitted=True, parts=["Nan told me this.", item])
    device.sign_in("amina")
    device.open(at_desk(item))
    device.press("Find faces for me")
    expect(device.page.get_by_text("Nothing new is hidden yet.")).to_be_visible()
    expect(box(device, 2)).to_be_visible()
    assert faults(device, WHOLE_PAGE) == []
    assert not item.hidden_areas.exists()
    box(device, 1).press("Delete")
    device.press("Hide what is in the boxes")
    expect(device.page.get_by_text("This picture is being made again.")).to_be_visible()
    assert item.hidden_areas.count() == 1


def test_without_a_script(screen: Callable[..., Screen], picture: Item) -> None:
    plain = screen(java_script_enabled=False)
    plain.sign_in("amina")
    plain.open(at_desk(picture))
    group = plain.page.get_by_role("group", name="Box 1", exact=True)
    for field, number in zip(group.get_by_role("spinbutton").all(), (10, 20, 30, 40), strict=True):
        field.fill(str(number))
    plain.press("Hide what is in the boxes")
    assert kept(picture) == [[10, 20, 30, 40]]


def test_what_stays_in_sight_is_pressed_on(desktop: Screen, picture: Item) -> None:
    # As large as a photograph is: the page shows it smaller, and the point has to fit it still.
    wide, high = (20 * (side or 0) for side in (picture.width, picture.height))
    Item.objects.filter(pk=picture.pk).update(width=wide, height=high)
    desktop.sign_in("hale")
    desktop.open(in_admin(picture))
    place = desktop.page.locator("[data-focal-stage] img")
    place.scroll_into_view_if_needed()
    size = place.bounding_box()
    assert size is not None
    place.click(position={"x": size["width"] * 0.25, "y": size["height"] * 0.75})
    expect(desktop.page.get_by_label("From left to right")).to_have_value("25")
    desktop.press("Keep this in sight")
    picture.refresh_from_db()
    assert (picture.focal_x, picture.focal_y) == pytest.approx((0.25, 0.75), abs=0.02)


def test_the_pages_pass_axe(device: Screen, picture: Item) -> None:
    device.sign_in("amina")
    found = look_at(device, [at_desk(picture)])
    device.press("Add a box")
    found += faults(device, WHOLE_PAGE)
    device.sign_out()
    device.sign_in("hale")
    found += look_at(device, [in_admin(picture)], OUR_PART_OF_WAGTAIL)
    device.press("Add a box")
    device.page.mouse.move(0, 0)
    assert found + faults(device, OUR_PART_OF_WAGTAIL) == []
