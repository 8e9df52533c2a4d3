"""A phone that is handed over: the desk is closed, and only grown-ups answer, for themselves."""

from __future__ import annotations

import pytest

from families.models import Consent, Person, School, User
from families.models.consents import Method, Scope
from stories.models import Story
from tests.factories import PASSWORD, FamilyFactory, PersonFactory, StoryFactory, UserFactory
from tests.families.giving.phone import Phone

pytestmark = pytest.mark.django_db


def to(person: Person, story: Story | None = None) -> str:
    about = f"?story={story.ref}" if story else ""
    return f"/desk/consent/hand-over/{person.pk}/{about}"


@pytest.fixture
def desk(phone: Phone, student: User) -> Phone:
    phone.client.force_login(student)
    return phone


def test_the_desk_is_closed_until_its_owner_signs_in_again(
    desk: Phone, student: User, mary: Person
) -> None:
    desk.open(to(mary))
    assert "Now hand it to Mary" in desk.says
    desk.press()
    assert "Hello, Mary" in desk.says
    for address in ("/desk/", "/desk/consent/", "/desk/family/"):
        assert desk.client.get(address).status_code == 302
    desk.open("/agree/").start().press("yes").press().press(at="/agree/stop/")
    assert "Please give this back now" in desk.says
    row = Consent.objects.get()
    assert (row.method, row.recorded_by, row.given_by) == (Method.SCREEN, student, mary)
    assert desk.client.get("/agree/done/").status_code == 302
    typed = {"login": student.username, "password": PASSWORD, "next": "/desk/consent/"}
    assert desk.client.post("/sign-in/", typed)["Location"] == "/desk/consent/"


def test_about_a_memory(desk: Phone, mary: Person, story: Story) -> None:
    desk.open(f"/desk/consent/?story={story.ref}")
    assert "Hand this phone to Mary" in desk.says
    desk.open(to(mary, story)).press(at=to(mary, story))
    desk.start().press("yes").press().press("yes")
    desk.open("/agree/check/").press()
    assert Consent.objects.get(scope=Scope.SCHOOL).story_ref == story.ref
    desk.press(at="/agree/stop/")
    assert f"next=/desk/consent/%3Fstory%3D{story.ref}" in desk.html


def nobody(who: str, student: User, school: School, other_school: School) -> Person:
    match who:
        case "a child":
            return PersonFactory(school=school, child=True, added_by=student)
        case "oneself":
            return PersonFactory(school=school, user=student, added_by=student)
        case "somebody of another family":
            return PersonFactory(school=school, family=FamilyFactory(school=school))
        case "somebody of another school":
            return PersonFactory(school=other_school, added_by=student)
    raise LookupError(who)


@pytest.mark.parametrize(
    "who",
    ["a child", "oneself", "somebody of another family", "somebody of another school"],
)
def test_not_to_everybody(
    desk: Phone, student: User, school: School, other_school: School, who: str
) -> None:
    person = nobody(who, student, school, other_school)
    for answer in (desk.client.get(to(person)), desk.client.post(to(person))):
        assert answer.status_code == 404
    assert desk.client.get("/desk/").status_code == 200


def test_somebody_in_ones_memory_whom_a_teacher_added(
    desk: Phone, student: User, school: School
) -> None:
    tom = PersonFactory(school=school, public_name="Tom")
    story = StoryFactory(author=student, teller=tom)
    assert desk.client.get(to(tom)).status_code == 404
    assert "Now hand it to Tom" in desk.open(to(tom, story)).says


def test_not_about_somebody_elses_memory(
    desk: Phone, school: School, mary: Person, story: Story
) -> None:
    theirs = StoryFactory(author=UserFactory(student=True, school=school))
    assert desk.client.get(to(mary, theirs)).status_code == 404
    assert desk.client.get(f"/desk/consent/?story={theirs.ref}").status_code == 404


def test_a_child_in_it_is_not_handed_the_phone(desk: Phone, student: User, school: School) -> None:
    ada = PersonFactory(school=school, public_name="Ada", child=True)
    story = StoryFactory(author=student, people=[(ada, "shown")])
    desk.open(f"/desk/consent/?story={story.ref}")
    assert "Ada is under 16" in desk.says
    assert f"hand-over/{ada.pk}/" not in desk.html
    assert desk.client.get(to(ada, story)).status_code == 404


@pytest.mark.parametrize("role", ["teacher", "lead", "administrator"])
def test_staff_ask_from_their_own_room(
    phone: Phone, school: School, mary: Person, role: str
) -> None:
    phone.client.force_login(UserFactory(**{role: True}, school=school))
    assert phone.client.get(to(mary)).status_code == 404


def test_nobody_without_an_account(phone: Phone, mary: Person) -> None:
    assert phone.client.get(to(mary))["Location"].startswith("/sign-in/")


def test_it_was_not_them(desk: Phone, mary: Person) -> None:
    desk.open(to(mary)).press().press(at="/agree/stop/")
    assert "Please give this back now" in desk.says
    assert not Consent.objects.exists()
