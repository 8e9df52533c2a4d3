"""Somebody else's number in a form's fields does nothing, wherever the form belongs to oneself."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from families.models import Family, Person, User
from stories.models import Incident, Story, StoryPart, Worry
from tests.factories import FamilyFactory, ItemFactory, PersonFactory, StoryFactory, UserFactory
from tests.stories.cast import Cast
from tests.stories.moderation.filled import filled

pytestmark = pytest.mark.django_db


@pytest.fixture
def elsewhere(cast: Cast) -> Any:
    return cast["stranger"].school


def test_an_account_of_another_school_in_a_family(
    client: Client, cast: Cast, elsewhere: Any
) -> None:
    stranger: User = UserFactory(student=True, school=elsewhere)
    client.force_login(cast["teacher"])
    here = reverse("families:edit", args=[cast.family.pk])
    typed = filled(client.get(here))
    typed |= {"members-2-user": str(stranger.pk), "members-2-relation": "spy"}
    client.post(here, typed)
    assert not Family.objects.filter(members=stranger).exists()


@pytest.mark.parametrize("field", ["family", "user"])
def test_a_person_tied_to_another_school(
    client: Client, cast: Cast, elsewhere: Any, field: str
) -> None:
    person: Person = PersonFactory(school=cast.school)
    theirs = {
        "family": FamilyFactory(school=elsewhere),
        "user": UserFactory(student=True, school=elsewhere),
    }
    client.force_login(cast["teacher"])
    here = reverse("people:edit", args=[person.pk])
    client.post(here, filled(client.get(here)) | {field: str(theirs[field].pk)})
    person.refresh_from_db()
    assert getattr(person, field) is None


def test_a_person_of_another_school_in_a_memory(client: Client, cast: Cast, elsewhere: Any) -> None:
    story: Story = cast.memory("submitted")
    stranger = PersonFactory(school=elsewhere)
    client.force_login(cast["teacher"])
    here = reverse("moderation:edit", args=[story.pk])
    client.post(here, filled(client.get(here)) | {"people-0-person": str(stranger.pk)})
    assert not story.people.filter(person=stranger).exists()


def test_an_item_of_somebody_else_in_a_part(client: Client, cast: Cast) -> None:
    """The form of mending shows an item and takes no other in its place."""
    mine, theirs = ItemFactory(uploaded_by=cast["author"]), ItemFactory()
    story: Story = cast.memory("submitted", parts=[mine])
    client.force_login(cast["teacher"])
    here = reverse("moderation:edit", args=[story.pk])
    client.post(here, filled(client.get(here)) | {"parts-0-item": str(theirs.pk)})
    assert not StoryPart.objects.filter(item=theirs).exists()


def test_a_family_that_one_is_not_in(client: Client, cast: Cast) -> None:
    story: Story = cast.memory("draft")
    other = FamilyFactory(school=cast.school)
    client.force_login(cast["author"])
    here = reverse("desk_story", args=[story.ref])
    client.post(here, {"title": "The mill", "family": str(other.pk), "audience": "family"})
    story.refresh_from_db()
    assert story.family == cast.family


def test_a_worry_of_another_school_with_the_incident_button(client: Client, cast: Cast) -> None:
    theirs = Worry.objects.create(story=StoryFactory(), words="Another school's.")
    child = PersonFactory(child=True, school=cast.school)
    client.force_login(cast["lead"])
    client.post(reverse("incident_press", args=[child.pk]), {"worry": theirs.ref})
    assert Incident.objects.get().worry is None
