"""A pen name is given where one reads the memory, within the rules for names of children."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from families import naming
from families.models import Person, User
from families.models.consents import Decision, Scope
from stories.models import Story, StoryPerson
from tests.factories import PersonFactory, StoryFactory, UserFactory, answer

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


@pytest.fixture
def nell(student: User) -> Person:
    made: Person = PersonFactory(
        school=student.school, child=True, name="Nell Byrne", public_name="Nell", consenting=True
    )
    return made


@pytest.fixture
def story(student: User, nell: Person) -> Story:
    made: Story = StoryFactory(submitted=True, author=student, people=[(nell, "mentioned")])
    return made


def address(story: Story, person: Person) -> str:
    return reverse("moderation:pen_name", args=[story.ref, person.pk])


def name_of(person: Person) -> str:
    return Person.objects.get(pk=person.pk).public_name


def test_from_the_review_page_and_back_to_the_person(
    desk: Client, story: Story, nell: Person
) -> None:
    review = reverse("moderation:review", args=[story.ref])
    assert f'href="{address(story, nell)}"' in desk.get(review).content.decode()
    assert "leave the surname out" in desk.get(address(story, nell)).content.decode()
    done = desk.post(address(story, nell), {"public_name": "Skylark"})
    assert done.url == f"{review}#person-{nell.pk}"
    assert name_of(nell) == "Skylark"
    assert "Readers see “Skylark” now." in desk.get(review).content.decode()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("Nell Byrne", "Leave the surname out."), ("", "This field is required.")],
)
def test_no_surname_and_no_empty_name(
    desk: Client, story: Story, nell: Person, name: str, sentence: str
) -> None:
    again = desk.post(address(story, nell), {"public_name": name})
    assert sentence in again.content.decode()
    assert name_of(nell) == "Nell"


def test_whoever_wants_no_name_gets_none(desk: Client, story: Story, nell: Person) -> None:
    answer(nell, Scope.NAME, Decision.NO)
    desk.post(address(story, nell), {"public_name": "Skylark"})
    assert name_of(nell) == naming.NO_NAME


def test_somebody_who_is_not_in_it(desk: Client, story: Story) -> None:
    other = PersonFactory(school=story.school, public_name="Kai")
    assert desk.get(address(story, other)).status_code == 404
    assert desk.post(address(story, other), {"public_name": "Skylark"}).status_code == 404
    assert name_of(other) == "Kai"


def test_somebody_of_another_school_in_it(desk: Client, story: Story) -> None:
    """It cannot come about on our pages; if it did, the boundary would hold."""
    other = PersonFactory(public_name="Kai")
    StoryPerson.objects.create(story=story, person=other, role="mentioned")
    assert desk.post(address(story, other), {"public_name": "Skylark"}).status_code == 404
    assert name_of(other) == "Kai"


def test_another_school_does_nothing(client: Client, story: Story, nell: Person) -> None:
    client.force_login(UserFactory(teacher=True))
    assert client.post(address(story, nell), {"public_name": "Skylark"}).status_code == 404
    assert name_of(nell) == "Nell"
