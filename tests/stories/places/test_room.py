"""Places in the staff's room: the map, the form that refuses homes, and the page of merging."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from families.models import User
from stories.models import Place
from tests.factories import PlaceFactory, UserFactory

pytestmark = pytest.mark.django_db

TYPED = {
    "name": "The Flash", "area": "Harpurhey", "latitude": "53.51234567", "longitude": "-2.21",
    "basis": "sourced", "note": "",
}  # fmt: skip


@pytest.fixture
def room(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


def merge_page(old: Place) -> str:
    return reverse("places:merge", args=[old.pk])


def test_the_map_shows_what_the_list_finds_and_marks_guesses(room: Client) -> None:
    PlaceFactory(name="Zeta baths", slug="zeta-baths")
    PlaceFactory(name="Zeta field", slug="zeta-field", basis=Place.Basis.ESTIMATE)
    page = room.get(reverse("places:index"), {"q": "Zeta"}).content.decode()
    assert page.count('data-pin="') == 2
    assert 'data-pin="sandhills"' not in page
    assert page.count("pin--guess") == 1
    assert "Zeta field (only estimated)" in page


def test_the_list_costs_the_same_however_long_it_is(
    room: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    PlaceFactory.create_batch(15)
    room.get(reverse("places:index"))
    with django_assert_max_num_queries(16):
        room.get(reverse("places:index"))


def test_a_pin_is_no_finer_than_a_place(room: Client) -> None:
    assert room.post(reverse("places:add"), TYPED).status_code == 302
    assert Place.objects.get(name="The Flash").latitude == 53.5123


@pytest.mark.parametrize("name", ["My nan’s house", "12 Rochdale Road", "Our old flat"])
def test_a_home_is_no_place(room: Client, name: str) -> None:
    answer = room.post(reverse("places:add"), TYPED | {"name": name})
    assert "Choose a street, a park or a shop near it" in answer.content.decode()
    assert not Place.objects.filter(name=name).exists()


FINDS = (
    ("Ring 0161 496 0000 to see it.", "0161 496 0000"),
    ("Ask at 12 Rochdale Road.", "12 Rochdale Road"),
    ("It is behind my nan’s house.", "nan’s house"),
)


@pytest.mark.parametrize(("words", "excerpt"), FINDS)
def test_an_introduction_leads_to_nobody(room: Client, words: str, excerpt: str) -> None:
    answer = room.post(reverse("places:add"), TYPED | {"introduction": words})
    html = answer.content.decode()
    assert f"A stranger could find somebody with this. Leave it out: “{excerpt}”." in html
    assert words in html
    assert not Place.objects.filter(name="The Flash").exists()


def test_an_introduction_stands_on_the_public_page(room: Client) -> None:
    words = "A pond, once.\r\n\r\nGrass now. "
    room.post(reverse("places:add"), TYPED | {"introduction": words})
    place = Place.objects.get(name="The Flash")
    assert place.introduction == "A pond, once.\n\nGrass now."
    assert "<p>Grass now.</p>" in Client().get(place.get_absolute_url()).content.decode()


def test_one_looks_at_both_and_then_presses(room: Client) -> None:
    old, into = PlaceFactory(name="The Rec"), PlaceFactory(name="Queen’s Rec", latitude=53.5057)
    assert "Make them one place" not in room.get(merge_page(old)).content.decode()
    both = room.get(merge_page(old), {"into": into.pk}).content.decode()
    assert "They are 1.0 km apart." in both
    assert both.count('data-pin="') == 2
    answer = room.post(merge_page(old), {"into": into.pk}, follow=True)
    assert "“The Rec” is part of “Queen’s Rec” now." in answer.content.decode()
    assert answer.redirect_chain[0][0] == reverse("places:edit", args=[into.pk])


def test_it_says_what_would_be_lost_and_does_nothing(room: Client) -> None:
    old, guess = PlaceFactory(), PlaceFactory(basis=Place.Basis.ESTIMATE)
    looked = room.get(merge_page(old), {"into": guess.pk}).content.decode()
    assert "the better pin would be lost" in looked
    assert "Make them one place" not in looked
    pressed = room.post(merge_page(old), {"into": guess.pk})
    assert pressed.status_code == 422
    assert "the better pin would be lost" in pressed.content.decode()
    assert Place.objects.filter(pk=old.pk).exists()


@pytest.mark.parametrize("into", ["", "987654321", "x"])
def test_a_place_that_is_none(room: Client, into: str) -> None:
    old = PlaceFactory()
    assert room.post(merge_page(old), {"into": into}).status_code == 422
    assert room.get(merge_page(old), {"into": into}).status_code == 200


@pytest.mark.parametrize(
    ("who", "may"),
    [
        ({"teacher": True}, True),
        ({"lead": True}, True),
        ({"administrator": True, "school": None}, True),
        ({"student": True}, False),
        ({"family_member": True}, False),
        ({"teacher": True, "school": None}, False),
    ],
)
def test_who_merges(client: Client, who: dict[str, Any], may: bool) -> None:
    client.force_login(UserFactory(**who))
    old, into = PlaceFactory(), PlaceFactory()
    client.post(merge_page(old), {"into": into.pk})
    assert Place.objects.filter(pk=old.pk).exists() is not may


def test_nobody_deletes_a_place(room: Client) -> None:
    place = PlaceFactory()
    assert room.post(reverse("places:delete", args=[place.pk])).status_code == 404
