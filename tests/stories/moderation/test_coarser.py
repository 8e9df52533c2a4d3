"""A place that stands too near to a home is made coarser, and another adult publishes that."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from families.models import User
from stories.models import Place, Story
from tests.factories import PlaceFactory, StoryFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


@pytest.fixture
def corner() -> Place:
    made: Place = PlaceFactory(name="The corner of our street", area="Irkside", latitude=53.51)
    return made


@pytest.fixture
def story(student: User, corner: Place) -> Story:
    made: Story = StoryFactory(submitted=True, author=student, places=[corner])
    return made


def address(story: Story, place: Place) -> str:
    return reverse("moderation:coarser", args=[story.ref, place.pk])


def review(story: Story) -> str:
    return reverse("moderation:review", args=[story.ref])


def names(story: Story) -> list[str]:
    return [place.name for place in Story.objects.get(pk=story.pk).places.all()]


def test_the_review_page_leads_there_and_back(desk: Client, story: Story, corner: Place) -> None:
    here = address(story, corner)
    assert f'href="{here}"' in desk.get(review(story)).content.decode()
    html = desk.get(here).content.decode()
    assert "Only the area: Irkside" in html
    assert f'href="{review(story)}#facts"' in html
    assert desk.post(here, {"instead": "area"}).url == f"{review(story)}#facts"


def test_the_area_stands_there_and_is_made_once(
    desk: Client, story: Story, corner: Place, student: User, teacher: User
) -> None:
    PlaceFactory(area="Irkside", latitude=53.53)
    desk.post(address(story, corner), {"instead": "area"})
    assert names(story) == ["Irkside"]
    made = Place.objects.get(name="Irkside")
    assert (made.latitude, made.basis) == (53.52, Place.Basis.ESTIMATE)
    again = StoryFactory(submitted=True, author=student, places=[corner])
    desk.post(address(again, corner), {"instead": "area"})
    assert names(again) == ["Irkside"]
    assert Place.objects.filter(name="Irkside").count() == 1
    log = ModelLogEntry.objects.for_instance(story).filter(action="wagtail.edit", user=teacher)
    assert log.exists()


def test_four_eyes_see_it(desk: Client, story: Story, corner: Place, teacher: User) -> None:
    desk.post(address(story, corner), {"instead": "area"})
    story.refresh_from_db()
    assert story.last_edited_by == teacher
    shown = desk.get(review(story)).content.decode()
    assert "You edited this one last, so somebody else has to publish it." in shown


def test_another_public_place(desk: Client, student: User, corner: Place) -> None:
    park, pond = PlaceFactory(name="The park"), PlaceFactory(name="The pond")
    story = StoryFactory(submitted=True, author=student, places=[corner, pond])
    desk.post(address(story, corner), {"instead": "other", "other": park.pk})
    assert sorted(names(story)) == ["The park", "The pond"]
    desk.post(address(story, park), {"instead": "other", "other": pond.pk})
    assert names(story) == ["The pond"]


def test_in_a_public_memory_it_waits_as_a_draft(
    desk: Client, student: User, teacher: User, corner: Place
) -> None:
    story = StoryFactory(published=True, author=student, places=[corner])
    desk.post(address(story, corner), {"instead": "area"})
    assert names(story) == [corner.name]
    now = Story.objects.get(pk=story.pk)
    assert now.last_edited_by == teacher
    assert [p.name for p in now.latest_revision.as_object().places.all()] == ["Irkside"]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({}, "This field is required."),
        ({"instead": "other"}, "Choose a place from the list."),
        ({"instead": "other", "other": "987654"}, "Select a valid choice."),
    ],
)
def test_what_is_missing_is_said(
    desk: Client, story: Story, corner: Place, said: dict[str, str], sentence: str
) -> None:
    again = desk.post(address(story, corner), said)
    assert again.status_code == 200
    assert sentence in again.content.decode()
    assert names(story) == [corner.name]


def test_an_area_is_not_made_coarser_by_itself(desk: Client, student: User) -> None:
    area = PlaceFactory(name="Irkside", area="Irkside")
    story = StoryFactory(submitted=True, author=student, places=[area])
    html = desk.get(address(story, area)).content.decode()
    assert "Only the area" not in html
    assert desk.post(address(story, area), {"instead": "area"}).status_code == 200


def test_a_place_of_another_memory_is_not_found(desk: Client, story: Story) -> None:
    assert desk.get(address(story, PlaceFactory())).status_code == 404
    assert desk.post(address(story, PlaceFactory()), {"instead": "area"}).status_code == 404


@pytest.mark.parametrize("where", [{"changes_requested": True}, {"withdrawn": True}])
def test_not_while_it_is_with_its_writer(
    desk: Client, student: User, corner: Place, where: dict[str, Any]
) -> None:
    story = StoryFactory(author=student, places=[corner], **where)
    assert desk.post(address(story, corner), {"instead": "area"}).status_code in (302, 403)
    assert names(story) == [corner.name]
    assert address(story, corner) not in desk.get(review(story)).content.decode()


def test_another_school_does_nothing(client: Client, story: Story, corner: Place) -> None:
    client.force_login(UserFactory(teacher=True))
    assert client.post(address(story, corner), {"instead": "area"}).status_code == 404
    assert names(story) == [corner.name]
