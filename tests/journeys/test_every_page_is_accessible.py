"""Every page of every role passes axe, by day and by night, and fits a phone of 360 pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from django.urls import reverse

from tests.journeys.accessibility import OUR_PART_OF_WAGTAIL, WHOLE_PAGE, faults
from tests.journeys.cast import Cast
from tests.journeys.screens import DESKTOP, PHONE, Screen
from tests.journeys.wall import Wall, desk_pages, filled, public_pages


@pytest.fixture
def wall(cast: Cast) -> Wall:
    return filled(cast)


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def device(request: pytest.FixtureRequest, screen: Callable[..., Screen]) -> Screen:
    made: Screen = screen(**request.param)
    return made


def look_at(screen: Screen, pages: Iterable[str], part: dict[str, Any] = WHOLE_PAGE) -> list[str]:
    """Open each page; everything that is wrong with any of them."""
    found = []
    for page in pages:
        answer = screen.open(page)
        assert answer is None or answer.ok, f"{page} answered {answer.status}"
        found += faults(screen, part)
    return found


def test_what_visitors_see(device: Screen, wall: Wall) -> None:
    assert look_at(device, public_pages(wall)) == []


def test_what_says_no(device: Screen, wall: Wall) -> None:
    found = []
    for page, status in (("/nowhere/", 404), (wall.withdrawn.get_absolute_url(), 410)):
        with device.expecting(status):
            assert device.open(page).status == status
        found += faults(device)
    device.open("/sign-in/")
    device.page.get_by_label("Username").fill("nobody")
    device.page.get_by_label("Password").fill("nothing")
    device.press("Sign in")
    assert found + faults(device) == []


def test_what_a_student_sees(device: Screen, wall: Wall) -> None:
    device.sign_in("amina")
    draft, changes, submitted = wall.draft, wall.changes, wall.submitted
    others = [reverse("desk_story", args=[s.ref]) for s in (changes, wall.published, wall.held)]
    pages = ["/desk/", "/desk/stories/new/", "/desk/family/", *desk_pages(draft)]
    pages += [reverse("desk_story_check", args=[submitted.ref]), *others]
    assert look_at(device, pages) == []


def test_what_a_family_sees(device: Screen, wall: Wall) -> None:
    device.sign_in("mary")
    read = reverse("desk_story_read", args=[wall.shared.ref])
    take_back = reverse("desk_story_withdraw", args=[wall.shared.ref])
    assert look_at(device, ["/desk/", "/desk/family/", read, take_back]) == []


def test_what_staff_see(device: Screen, cast: Cast, wall: Wall) -> None:
    device.sign_in("lead")
    reviews = (wall.submitted, wall.changes, wall.published, wall.held)
    pages = [
        "/admin/",
        reverse("moderation:list"),
        *(reverse("moderation:review", args=[story.ref]) for story in reviews),
        reverse("people:index"),
        reverse("people:edit", args=[cast.nan.pk]),
        reverse("people:consents", args=[cast.nan.pk]),
        reverse("worries:index"),
        reverse("worries:edit", args=[wall.worry.pk]),
    ]
    assert look_at(device, pages, OUR_PART_OF_WAGTAIL) == []
