"""Consent given on a phone that was handed over, and on paper that a teacher photographed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from families import guardians
from families.giving import paper_form
from families.models import Consent, Person
from families.models.consents import Giver, Method, Scope
from media.models import ConsentEvidence
from stories.models import Story
from tests.factories import PASSWORD, FamilyFactory, PersonFactory, StoryFactory, UserFactory
from tests.journeys.accessibility import OUR_PART_OF_WAGTAIL, faults
from tests.journeys.cast import Cast
from tests.journeys.files import Files
from tests.journeys.screens import PHONE, Screen

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def story(cast: Cast) -> Story:
    made: Story = StoryFactory(
        author=cast.amina,
        family=cast.family,
        title="The tram to Heaton Park",
        parts=["The tram went past our door."],
        teller=cast.nan,
        heard_back=False,
    )
    return made


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_on_a_handed_over_phone(
    screen: Callable[..., Screen], cast: Cast, story: Story, script: bool
) -> None:
    phone = screen(**PHONE, java_script_enabled=script)
    phone.sign_in("amina")
    phone.open(f"/desk/stories/{story.ref}/")
    phone.page.get_by_role("link", name="Now hand the phone over").click()
    phone.follow("Hand this phone to Mary")
    phone.press("Close my desk and begin")
    expect(phone.heading("Hello, Mary")).to_be_visible()
    assert phone.answer("/desk/") == 302
    nan_answers(phone)
    phone.press("I have read it. I give this back now")
    expect(phone.heading("Please give this back now")).to_be_visible()
    phone.page.go_back()
    expect(phone.page.get_by_text("You said yes to")).to_have_count(0)
    amina_has_it_back(phone, story)
    assert {c.scope for c in Consent.objects.filter(person=cast.nan, decision="no")} == {"web"}
    row = Consent.objects.get(scope=Scope.SCHOOL)
    assert (row.method, row.recorded_by, row.story_ref) == (Method.SCREEN, cast.amina, story.ref)


def nan_answers(phone: Screen) -> None:
    phone.follow("Start")
    phone.press("Yes")
    expect(phone.page.get_by_text("The tram went past our door.")).to_be_visible()
    phone.press("I have heard it or read it")
    phone.press("Yes")
    yes, no = (phone.page.get_by_role("button", name=n, exact=True) for n in ("Yes", "No"))
    assert size(yes) == size(no), "No is as easy as yes."
    phone.press("No")
    expect(phone.page.get_by_text("Question 4")).to_be_visible()
    phone.page.go_back()
    expect(phone.page.get_by_text("put your memory on the web")).to_be_visible()
    phone.press("No")
    while phone.page.get_by_role("heading", name="Is this right?").count() == 0:
        phone.press("I don’t want to answer this")
    phone.press("Yes, keep my answers")
    expect(phone.heading("Thank you")).to_be_visible()


def size(button: object) -> tuple[float, float]:
    box = button.bounding_box()  # type: ignore[attr-defined]
    return box["width"], box["height"]


def amina_has_it_back(phone: Screen, story: Story) -> None:
    phone.open("/desk/")
    phone.page.get_by_label("Username").fill("amina")
    phone.page.get_by_label("Password").fill(PASSWORD)
    phone.press("Sign in")
    expect(phone.page.get_by_text(story.title)).to_be_visible()


def test_every_screen_of_it_is_accessible(device: Screen, cast: Cast, story: Story) -> None:
    device.sign_in("amina")
    found = []
    for page in ("/desk/consent/", f"/desk/consent/?story={story.ref}"):
        device.open(page)
        found += faults(device)
    device.open(f"/desk/consent/hand-over/{cast.nan.pk}/?story={story.ref}")
    found += faults(device)
    device.press("Close my desk and begin")
    found += faults(device)
    device.follow("Start")
    found += faults(device)
    device.press("Yes")
    found += faults(device)
    device.press("I have heard it or read it")
    for _ in range(5):
        device.press("Yes")
    expect(device.page.get_by_label("The name to show")).to_be_visible()
    found += faults(device)
    device.press("No name at all")
    found += faults(device)
    device.press("Yes, keep my answers")
    found += faults(device)
    device.press("I have read it. I give this back now")
    assert found + faults(device) == []


def child_of(cast: Cast) -> Person:
    child: Person = PersonFactory(
        child=True,
        user=cast.amina,
        name="Amina Private",
        public_name="Amina",
        school=cast.school,
        family=cast.family,
    )
    return child


def test_a_guardians_paper(
    desktop: Screen,
    screen: Callable[..., Screen],
    cast: Cast,
    files: Files,
    worker: Callable[[], None],
) -> None:
    amina = child_of(cast)
    mum = guardians.named(amina, "Ann Private", by=cast.hale)
    form = paper_form.new(amina, mum, None)
    a_teacher_photographs_it(desktop, form, files, worker)
    row, evidence = Consent.objects.get(), ConsentEvidence.objects.get()
    assert (row.giver, row.given_by, row.method) == (Giver.GUARDIAN, mum, Method.PAPER)
    paper = evidence.item.url("w480.jpg")
    stranger = UserFactory(family_member=True, school=cast.school, username="stranger")
    FamilyFactory(school=cast.school, members=[stranger])
    for username, status in (("mary", 200), ("amina", 200), ("okafor", 200), ("stranger", 404)):
        theirs = screen()
        theirs.sign_in(username)
        assert theirs.answer(paper) == status, username
    assert screen().answer(paper) == 404


def a_teacher_photographs_it(
    desktop: Screen, form: paper_form.PaperForm, files: Files, worker: Callable[[], None]
) -> None:
    desktop.sign_in("hale", at=f"/sign-in/?next={paper_form.entry_address(form)}")
    desktop.open(paper_form.entry_address(form))
    desktop.page.get_by_label("Photos, scans or a PDF").set_input_files(files.photo)
    desktop.page.get_by_role("radio", name="Yes").check()
    desktop.page.get_by_label("The day on the paper").fill("2026-01-05")
    assert faults(desktop, OUR_PART_OF_WAGTAIL) == []
    desktop.press("Keep the paper and these answers")
    expect(desktop.page.get_by_text("Recorded, with the paper behind it.")).to_be_visible()
    worker()


def test_the_way_to_it(desktop: Screen, cast: Cast) -> None:
    amina = child_of(cast)
    desktop.sign_in("hale")
    desktop.open(reverse("people:ask", args=[amina.pk]))
    assert faults(desktop, OUR_PART_OF_WAGTAIL) == []
    desktop.page.get_by_role("radio", name="Amina Private, in person").check()
    desktop.press("Make a link and a code")
    expect(desktop.page.get_by_text("For Amina alone")).to_be_visible()
    assert faults(desktop, OUR_PART_OF_WAGTAIL) == []
