"""Every page of those who sign in passes axe, by day and by night."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone

from archive.models import Proposal
from stories.models import Deck, Fund, Place, Story
from tests.factories import AssignmentFactory
from tests.journeys.accessibility import OUR_PART_OF_WAGTAIL, look_at
from tests.journeys.cast import Cast
from tests.journeys.screens import Screen
from tests.journeys.wall import Wall, desk_pages, quick_pages, tools


def test_what_a_student_sees(device: Screen, wall: Wall) -> None:
    device.sign_in("amina")
    others = [
        reverse("desk_story", args=[s.ref]) for s in (wall.changes, wall.published, wall.held)
    ]
    check = reverse("desk_story_check", args=[wall.submitted.ref])
    begin = [f"/desk/stories/new/?step={step}" for step in ("who", "name", "what", "title")]
    quick = ["/desk/stories/new/quick/", *quick_pages(wall.draft)]
    pages = ["/desk/", *begin, *quick, "/desk/family/", *desk_pages(wall.draft), *others]
    assert look_at(device, [*pages, check]) == []


def test_what_a_student_works_on_files_with(device: Screen, wall: Wall) -> None:
    device.sign_in("amina")
    assert look_at(device, tools(wall.draft, "desk_item")) == []


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


def test_what_a_teacher_looks_after(desktop: Screen, cast: Cast, wall: Wall) -> None:
    desktop.sign_in("hale")
    rooms = ("accounts", "classes", "families", "decks", "assignments")
    set_for = AssignmentFactory(reporter_class=cast.amina.reporter_class)
    pages = [
        *(reverse(f"{room}:index") for room in rooms),
        *(reverse(f"{room}:add") for room in rooms),
        reverse("decks:look", args=[Deck.objects.get(key="journeys").pk]),
        reverse("decks:edit", args=[set_for.deck_id]),
        reverse("assignments:edit", args=[set_for.pk]),
        reverse("accounts:edit", args=[cast.amina.pk]),
        reverse("families:edit", args=[cast.family.pk]),
        reverse("moderation:edit", args=[wall.submitted.pk]),
        reverse("tray"),
        reverse("tray_add", args=[wall.published.ref]),
        reverse("showcases_shared"),
        reverse("showcase_sharing", args=[wall.showcase.pk]),
        reverse("showcase_proposals", args=[wall.showcase.pk]),
    ]
    assert look_at(desktop, pages, OUR_PART_OF_WAGTAIL) == []


def test_what_a_teacher_looks_after_once_in_a_while(
    desktop: Screen, cast: Cast, wall: Wall
) -> None:
    desktop.sign_in("hale")
    old, into = Place.objects.filter(basis="sourced")[:2]
    proposal = Proposal.objects.create(
        showcase=wall.showcase, proposed_by=cast.amina, state=Proposal.State.SENT
    )
    # It was taken back once, and has come back since.
    Story.objects.filter(pk=wall.published.pk).update(withdrawn_at=timezone.now())
    reports = ("taking-part", "covered", "children-shown", "yeses")
    pages = [
        reverse("places:index"),
        reverse("places:edit", args=[old.pk]),
        f"{reverse('places:merge', args=[old.pk])}?into={into.pk}",
        reverse("look:index"),
        *(reverse(report) for report in reports),
        reverse("showcase_proposal", args=[wall.showcase.pk, proposal.pk]),
        reverse("showcase_again", args=[wall.showcase.pk, wall.published.ref]),
        reverse("moderation:content_note", args=[wall.submitted.ref]),
    ]
    assert look_at(desktop, pages, OUR_PART_OF_WAGTAIL) == []


def test_what_whoever_presents_sees(device: Screen, wall: Wall) -> None:
    """Their notes, in a window of their own beside the slides."""
    device.sign_in("hale")
    assert look_at(device, [f"{wall.showcase.slides_url}notes/", wall.showcase.slides_url]) == []


def test_what_a_teacher_works_on_files_with(device: Screen, wall: Wall) -> None:
    device.sign_in("hale")
    hide_and_write_down = tools(wall.published, "admin_item")
    pages = [*hide_and_write_down, *tools(wall.submitted, "admin_item"), reverse("files:index")]
    assert look_at(device, pages, OUR_PART_OF_WAGTAIL) == []


def test_what_an_administrator_looks_after(desktop: Screen, wall: Wall) -> None:
    desktop.sign_in("admin")
    rooms = ("schools", "places", "funds", "navigation")
    pages = [
        *(reverse(f"{room}:index") for room in rooms),
        *(reverse(f"{room}:add") for room in rooms),
        reverse("places:edit", args=[Place.objects.filter(basis="estimate")[0].pk]),
        reverse("funds:edit", args=[Fund.objects.all()[0].pk]),
    ]
    assert look_at(desktop, pages, OUR_PART_OF_WAGTAIL) == []
