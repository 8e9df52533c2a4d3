"""The box for a place that is not on the list, and the answer on the desk."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from families.models import User
from stories import suggesting
from stories.models import Place, PlaceSuggestion, Story
from tests.factories import PlaceFactory
from tests.stories.contribute.screen import Screen

pytestmark = pytest.mark.django_db

NAME = "new-place-name"


@pytest.mark.parametrize("button", ["place", "save", "next-about"])
def test_it_is_asked_for_by_whichever_button(screen: Screen, story: Story, button: str) -> None:
    screen.fields |= {NAME: ["The Flash"], "new-place-whereabouts": ["behind the baths"]}
    assert screen.press(button).status_code == 302
    asked = PlaceSuggestion.objects.get()
    assert (asked.name, asked.whereabouts, asked.story) == ("The Flash", "behind the baths", story)
    screen.shows(screen.client.get(screen.address))
    assert "You asked for “The Flash”. A teacher will look at it." in screen.text


def test_saving_by_itself_asks_for_nothing(screen: Screen) -> None:
    screen.fields[NAME] = ["The Fla"]
    assert screen.press("", json=True).json()["errors"] == {}
    assert not PlaceSuggestion.objects.exists()


def test_a_home_is_refused_and_stays_typed(screen: Screen, story: Story) -> None:
    screen.fields[NAME] = ["14 Moston Lane"]
    screen.type(summary="Kept all the same.")
    response = screen.shows(screen.press("place"))
    assert response.status_code == 422
    assert "This looks like somebody’s home." in screen.text
    assert screen.fields[NAME] == ["14 Moston Lane"]
    assert Story.objects.get().summary == "Kept all the same."


def test_the_script_gets_the_box_again(screen: Screen) -> None:
    screen.fields[NAME] = ["14 Moston Lane"]
    assert (
        "This looks like somebody’s home."
        in screen.press("place", json=True).json()["html"]["suggest"]
    )
    screen.shows(screen.client.get(screen.address))
    screen.fields[NAME] = ["The Flash"]
    assert "You asked for" in screen.press("place", json=True).json()["html"]["suggest"]


def test_a_screen_that_was_open_does_not_take_the_new_place_away(
    screen: Screen, story: Story, teacher: User
) -> None:
    asked = suggesting.suggest(story, name="The Flash", whereabouts="", by=story.author)
    suggesting.merge(asked, PlaceFactory(name="Boggart Pond"), by=teacher)
    assert screen.press("", json=True).status_code == 200
    assert [place.name for place in Story.objects.get().places.all()] == ["Boggart Pond"]
    screen.shows(screen.client.get(screen.address))
    assert "This memory has “Boggart Pond” now." in screen.text
    screen.type(places=None).press()
    assert not Story.objects.get().places.exists()


@pytest.mark.parametrize("opened", ["", "x", "2026-13-45T00:00:00Z", "2026-01-01T00:00:00"])
def test_a_screen_that_lies_about_when_it_was_opened(
    screen: Screen, story: Story, opened: str
) -> None:
    assert screen.type(opened=opened).press().status_code == 302


class TestTheDesk:
    def settled(self, story: Story, teacher: User) -> PlaceSuggestion:
        asked = suggesting.suggest(story, name="The Flash", whereabouts="", by=story.author)
        return suggesting.decline(asked, "That is a home.", by=teacher)

    def test_it_says_what_became_of_it(self, desk: Client, story: Story, teacher: User) -> None:
        self.settled(story, teacher)
        page = desk.get(reverse("desk")).content.decode()
        assert "“The Flash” is not on the map." in page
        assert "That is a home." in page

    def test_a_new_place_is_theirs_to_be_proud_of(
        self, desk: Client, story: Story, teacher: User
    ) -> None:
        asked = suggesting.suggest(story, name="The Flash", whereabouts="", by=story.author)
        built: Place = PlaceFactory.build(name="The Flash", slug="")
        suggesting.accept(asked, built, by=teacher)
        assert "You put “The Flash” on the map." in desk.get(reverse("desk")).content.decode()

    def test_it_is_said_for_a_month(self, desk: Client, story: Story, teacher: User) -> None:
        asked = self.settled(story, teacher)
        PlaceSuggestion.objects.filter(pk=asked.pk).update(
            settled_at=timezone.now() - timedelta(days=31)
        )
        assert "The Flash" not in desk.get(reverse("desk")).content.decode()
