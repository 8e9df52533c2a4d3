"""The staff's page of suggested places."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from families.models import User
from stories import suggesting
from stories.models import Place, PlaceSuggestion, Story
from tests.factories import PlaceFactory, StoryFactory

pytestmark = pytest.mark.django_db

NEW = {
    "accept-name": "The Flash",
    "accept-area": "Harpurhey",
    "accept-latitude": "53.51",
    "accept-longitude": "-2.21",
    "accept-basis": "estimate",
    "accept-note": "",
}


@pytest.fixture
def asked(student: User) -> PlaceSuggestion:
    story: Story = StoryFactory(author=student, title="Skating")
    return suggesting.suggest(story, name="The Flash", whereabouts="by the baths", by=student)


@pytest.fixture
def room(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


def address(asked: PlaceSuggestion) -> str:
    return reverse("place_suggestions:edit", args=[asked.pk])


def answer(room: Client, asked: PlaceSuggestion, verb: str, **said: Any) -> Any:
    return room.post(address(asked), {"verb": verb, **said})


def test_it_is_in_the_list_and_has_a_page(room: Client, asked: PlaceSuggestion) -> None:
    listed = room.get(reverse("place_suggestions:index")).content.decode()
    page = room.get(address(asked)).content.decode()
    assert "The Flash" in listed
    for said in ("Skating", "by the baths", 'value="The Flash"'):
        assert said in page


def test_it_becomes_a_place(room: Client, asked: PlaceSuggestion) -> None:
    assert answer(room, asked, "accept", **NEW).status_code == 302
    place = Place.objects.get(name="The Flash")
    assert (place.slug, place.area, place.basis) == ("the-flash", "Harpurhey", "estimate")
    assert list(asked.story.places.all()) == [place]


def test_a_pin_that_is_nowhere_is_asked_for_again(room: Client, asked: PlaceSuggestion) -> None:
    assert answer(room, asked, "accept", **{**NEW, "accept-latitude": "x"}).status_code == 422
    assert not Place.objects.filter(name="The Flash").exists()


def test_a_home_is_not_put_on_the_map(room: Client, asked: PlaceSuggestion) -> None:
    home = {**NEW, "accept-name": "12 Conran Street"}
    assert answer(room, asked, "accept", **home).status_code == 422
    assert not Place.objects.filter(name="12 Conran Street").exists()


def test_it_was_there_already(room: Client, asked: PlaceSuggestion) -> None:
    place = PlaceFactory()
    answer(room, asked, "merge", **{"merge-place": place.pk})
    assert list(asked.story.places.all()) == [place]


def test_it_is_declined_with_a_word(room: Client, asked: PlaceSuggestion) -> None:
    assert answer(room, asked, "decline", **{"decline-answer": ""}).status_code == 422
    answer(room, asked, "decline", **{"decline-answer": "That is a home."})
    asked.refresh_from_db()
    assert asked.answer == "That is a home."
    assert "Put it on the map" not in room.get(address(asked)).content.decode()


def test_two_teachers_answer_once(room: Client, asked: PlaceSuggestion, teacher: User) -> None:
    suggesting.decline(asked, "No.", by=teacher)
    response = room.post(
        address(asked), {"verb": "merge", "merge-place": PlaceFactory().pk}, follow=True
    )
    assert "has answered this already" in response.content.decode()
    assert not asked.story.places.exists()


def test_a_verb_that_is_none(room: Client, asked: PlaceSuggestion) -> None:
    assert answer(room, asked, "burn").status_code == 404
