"""A title, and the memory exists."""

import pytest
from django.test import Client
from django.urls import reverse

from families.models import Person, User
from stories.models import Story
from stories.models.states import Audience, Status
from tests.factories import FamilyFactory, UserFactory

pytestmark = pytest.mark.django_db

NEW = "/desk/stories/new/"


def start(client: Client) -> str:
    return str(client.get(NEW).context["form"]["start"].value())


def test_a_title_makes_a_draft_and_opens_it(desk: Client, student: User) -> None:
    response = desk.post(NEW, {"title": "Nan’s first job", "start": start(desk)})
    story = Story.objects.get()
    assert response["Location"] == reverse("desk_story", args=[story.ref])
    assert (story.title, story.author, story.status) == ("Nan’s first job", student, Status.DRAFT)
    assert (story.school, story.reporter_class) == (student.school, student.reporter_class)
    assert story.audience == Audience.JUST_ME
    assert story.parts.count() == 1


def test_pressing_twice_makes_one(desk: Client) -> None:
    data = {"title": "Twice", "start": start(desk)}
    first, second = desk.post(NEW, data), desk.post(NEW, data)
    assert first["Location"] == second["Location"]
    assert Story.objects.count() == 1


@pytest.mark.parametrize("tampered", ["", "aaaaaaaaaa", "aaaaaaaaaa:forged"])
def test_nobody_chooses_the_ref(desk: Client, tampered: str) -> None:
    desk.post(NEW, {"title": "Mine", "start": tampered})
    assert Story.objects.get().ref != "aaaaaaaaaa"


@pytest.mark.parametrize("title", ["", "   ", "x" * 121])
def test_a_title_that_does_not_do_says_so_in_the_page(desk: Client, title: str) -> None:
    response = desk.post(NEW, {"title": title})
    assert response.status_code == 422
    assert response.context["form"].errors["title"]
    assert title.strip() in response.content.decode()
    assert not Story.objects.exists()


def test_a_student_is_a_child_by_first_name(client: Client, school: object) -> None:
    amira = UserFactory(student=True, school=school, display_name="Amira Khan")
    client.force_login(amira)
    client.post(NEW, {"title": "Mine"})
    person = Person.objects.get(user=amira)
    assert (person.public_name, person.is_child) == ("Amira", True)


def test_a_grown_up_keeps_the_name_on_screen(client: Client, school: object) -> None:
    nan = UserFactory(family_member=True, school=school, display_name="Nan Joan")
    family = FamilyFactory(school=school, members=[nan])
    client.force_login(nan)
    client.post(NEW, {"title": "Mine"})
    person = Person.objects.get(user=nan)
    assert (person.public_name, person.is_child) == ("Nan Joan", False)
    assert Story.objects.get().family == family
