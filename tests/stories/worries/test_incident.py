"""The incident button: every picture of one child off the web in one moment."""

from __future__ import annotations

import time
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from families.models import Person
from families.models.consents import AppendOnly
from stories import lifecycle
from stories.models import Incident, Story, StoryPerson, Worry
from stories.models.states import Status
from stories.worries import incident
from tests.factories import ItemFactory, PersonFactory, StoryFactory
from tests.media.answers import body
from tests.stories.cast import Cast

pytestmark = pytest.mark.django_db

SHOWN = StoryPerson.Role.SHOWN


@pytest.fixture
def child(cast: Cast) -> Person:
    made: Person = PersonFactory(child=True, consenting=True, school=cast.school, name="Amy Lowe")
    return made


def press(client: Client, child: Person, **said: str) -> Any:
    return client.post(reverse("incident_press", args=[child.pk]), said, follow=True)


def test_everything_of_the_child_comes_down(client: Client, cast: Cast, child: Person) -> None:
    picture = ItemFactory(uploaded_by=cast["author"])
    teller = PersonFactory(consenting=True, school=cast.school)
    shown = cast.memory("published", parts=[picture], people=[(child, SHOWN)], teller=teller)
    draft = cast.memory("draft", people=[(child, SHOWN)])
    sharing = cast.memory("published", parts=[picture])
    other = cast.memory("published")
    address = picture.url("w480.webp")
    answer = client.get(address)
    assert (answer.status_code, bool(body(answer))) == (200, True)

    client.force_login(cast["lead"])
    page = press(client, child).content.decode()

    client.logout()
    assert client.get(address).status_code == 404
    assert set(Story.objects.public()) == {other}
    assert set(Story.objects.filter(held=True)) == {shown, draft, sharing}
    for called in ("999", "101", "LADO", "ceop.police.uk"):
        assert called in page
    logged = ModelLogEntry.objects.filter(user=cast["lead"])
    assert logged.filter(action="stories.incident", object_id=str(child.pk)).count() == 1
    assert logged.filter(action="stories.hold").count() == 3


def test_what_there_was_is_sealed(cast: Cast, child: Person) -> None:
    picture = ItemFactory(uploaded_by=cast["author"])
    story = cast.memory("submitted", parts=["The words.", picture], people=[(child, SHOWN)])
    pressed = Incident.objects.get(pk=incident.press(child, by=cast["lead"]).pk)

    (memory,) = pressed.contents["memories"]
    (file,) = pressed.contents["files"]
    assert (memory["ref"], memory["held"], memory["status"]) == (story.ref, False, "submitted")
    assert memory["parts"][0]["text"] == "The words."
    assert (file["ref"], file["sha256"]) == (picture.ref, picture.original.sha256)
    assert file["made"].keys() == {d.name for d in picture.derivatives.all()}
    assert pressed.is_as_sealed
    pressed.contents["memories"][0]["title"] = "Another"
    assert not pressed.is_as_sealed
    with pytest.raises(AppendOnly):
        pressed.save()
    with pytest.raises(AppendOnly):
        pressed.delete()


def test_each_memory_is_brought_back_on_its_own(client: Client, cast: Cast, child: Person) -> None:
    first, second = (cast.memory("published", people=[(child, SHOWN)]) for _ in range(2))
    stranger = cast.memory("held_published")
    pressed = incident.press(child, by=cast["lead"])
    client.force_login(cast["lead"])
    here = reverse("incident", args=[pressed.pk])
    assert client.post(here, {"release": first.ref}).status_code == 302
    assert client.post(here, {"release": stranger.ref}).status_code == 404
    assert set(Story.objects.public()) == {first}
    assert second.title in client.get(here).content.decode()


def test_two_clicks_from_a_worry(client: Client, cast: Cast, child: Person) -> None:
    story = cast.memory("published", people=[(child, SHOWN)])
    worry = Worry.objects.create(story=story, words="Look.")
    client.force_login(cast["lead"])
    page = client.get(reverse("worries:edit", args=[worry.pk])).content.decode()
    first = f"{reverse('incident_press', args=[child.pk])}?worry={worry.ref}"
    assert first in page
    assert f'value="{worry.ref}"' in client.get(first).content.decode()
    press(client, child, worry=worry.ref)
    assert Incident.objects.get().worry == worry


def test_pressing_twice_and_for_a_child_in_nothing(
    client: Client, cast: Cast, child: Person
) -> None:
    client.force_login(cast["lead"])
    for _ in range(2):
        assert press(client, child).status_code == 200
    assert Incident.objects.count() == 2


def test_names_are_found(client: Client, cast: Cast, child: Person) -> None:
    client.force_login(cast["lead"])
    here, link = reverse("incident_choose"), reverse("incident_press", args=[child.pk])
    for sought, found in (("", True), ("amy", True), ("LOWE", True), ("Nobody", False)):
        assert (link in client.get(here, {"q": sought}).content.decode()) is found


@pytest.mark.parametrize(
    "role", ["author", "relative", "teacher", "stranger", "other lead", "administrator", "visitor"]
)
def test_nobody_else(client: Client, cast: Cast, child: Person, role: str) -> None:
    story = cast.memory("published", people=[(child, SHOWN)])
    pressed = incident.press(child, by=cast["lead"])
    lifecycle.release(story, by=cast["lead"])
    if role != "visitor":
        client.force_login(cast[role])
    for name, pk in (("incident_press", child.pk), ("incident", pressed.pk)):
        here = reverse(name, args=[pk])
        for answer in (client.get(here), client.post(here, {"release": story.ref})):
            assert answer.status_code in (302, 404)
            assert "Amy" not in answer.content.decode()
    assert Story.objects.public().filter(pk=story.pk).exists()
    if role != "visitor":
        with pytest.raises(lifecycle.Refused):
            incident.press(child, by=cast[role])


def test_one_that_may_not_be_frozen_freezes_none(cast: Cast, child: Person) -> None:
    stories = [cast.memory("published"), StoryFactory(published=True)]
    with pytest.raises(lifecycle.Refused):
        lifecycle.hold_all(stories, by=cast["lead"], reason="incident")
    assert not Story.objects.filter(held=True).exists()


def test_two_hundred_memories_in_two_seconds(cast: Cast, child: Person) -> None:
    first = cast.memory("published", people=[(child, SHOWN)])
    others = Story.objects.bulk_create(
        Story(
            author=first.author,
            school=first.school,
            title=f"Memory {n}",
            status=Status.PUBLISHED,
            live=True,
            audience=first.audience,
        )
        for n in range(199)
    )
    StoryPerson.objects.bulk_create(
        StoryPerson(story=story, person=child, role=SHOWN) for story in others
    )
    assert Story.objects.public().count() == 200
    begun = time.process_time()
    incident.press(child, by=cast["lead"])
    assert time.process_time() - begun < 2
    assert not Story.objects.public().exists()
