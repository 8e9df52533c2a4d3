"""First name, another name, or none: what readers see follows the answers, everywhere at once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from families.models import Person, User
from families.models.consents import Decision, Giver, Scope
from families.naming import NO_NAME
from stories.index import keeping
from stories.models import Story
from stories.models.states import Status
from tests.factories import ItemFactory, PersonFactory, StoryFactory, answer

pytestmark = pytest.mark.django_db

YES, NO, BACK = Decision.YES, Decision.NO, Decision.WITHDRAWN
SELF, GUARDIAN = Giver.SELF, Giver.GUARDIAN
Said = tuple[Giver, Decision, str, int]
"""Who answered what, the name they chose, and how many days ago."""

FOLLOWS: list[tuple[list[Said], str]] = [
    ([], "Nell"),
    ([(SELF, YES, "", 0)], "Nell"),
    ([(SELF, YES, "Sparrow", 0)], "Sparrow"),
    ([(SELF, NO, "", 0)], NO_NAME),
    ([(SELF, BACK, "", 0)], NO_NAME),
    ([(GUARDIAN, NO, "", 0)], NO_NAME),
    ([(SELF, YES, "Sparrow", 2), (SELF, NO, "", 1)], NO_NAME),
    ([(SELF, YES, "Sparrow", 3), (SELF, NO, "", 2), (SELF, YES, "", 1)], "Sparrow"),
    ([(SELF, NO, "", 2), (SELF, YES, "", 1)], "Nora"),
    ([(SELF, NO, "", 2), (SELF, YES, "Wren", 1)], "Wren"),
    ([(SELF, YES, "Wren", 1), (SELF, YES, "Sparrow", 2)], "Wren"),
    ([(SELF, YES, "Wren", 1), (SELF, NO, "", 2)], "Wren"),
    ([(GUARDIAN, NO, "", 2), (SELF, YES, "Wren", 1)], NO_NAME),
    ([(GUARDIAN, NO, "", 3), (SELF, YES, "Wren", 2), (GUARDIAN, YES, "", 1)], "Wren"),
]


def child(**details: Any) -> Person:
    made: Person = PersonFactory(child=True, name="Nora Byrne", public_name="Nell", **details)
    return made


def say(person: Person, said: list[Said], **details: Any) -> None:
    for giver, decision, name, days in said:
        moment = timezone.now() - timedelta(days=days)
        answer(
            *(person, Scope.NAME, decision),
            giver=giver,
            shown_as=name,
            given_at=moment,
            **details,
        )


@pytest.mark.parametrize(("said", "name"), FOLLOWS)
def test_the_name_follows_the_answers(said: list[Said], name: str) -> None:
    person = child()
    say(person, said)
    assert person.public_name == name
    person.refresh_from_db()
    assert person.public_name == name


def test_who_is_unnamed_in_one_memory_is_unnamed_in_all() -> None:
    person = child()
    say(person, [(SELF, NO, "", 2)], story_ref="oneofthem")
    say(person, [(SELF, YES, "Wren", 1)])
    assert person.public_name == NO_NAME
    say(person, [(SELF, YES, "", 0)], story_ref="oneofthem")
    assert person.public_name == "Wren"


@pytest.mark.parametrize("typed", ["Nell Byrne", "byrne", "NellByrne", "Býrne"])
def test_a_child_is_not_called_by_a_surname(typed: str) -> None:
    person = child()
    with pytest.raises(ValidationError):
        answer(person, Scope.NAME, YES, shown_as=typed)
    assert not person.consents.exists()
    person.refresh_from_db()
    assert person.public_name == "Nell"


def test_a_grown_up_may_be(client: Client) -> None:
    nan = PersonFactory(name="Mary Byrne", public_name="Mary", consenting=True)
    story = StoryFactory(published=True, teller=nan)
    answer(nan, Scope.NAME, YES, shown_as="Mary Byrne")
    assert "Told by Mary Byrne" in client.get(story.get_absolute_url()).content.decode()


def test_the_public_page_says_the_name_of_this_moment(client: Client) -> None:
    """A no to the name is no no to the memory."""
    nan = PersonFactory(name="Mary Byrne", public_name="Mary", consenting=True)
    story = StoryFactory(published=True, teller=nan)
    lists = (story.get_absolute_url(), reverse("stories"), f"{reverse('stories')}?q=mill")
    for decision, name, shown in ((NO, "", NO_NAME), (YES, "Wren", "Wren"), (BACK, "", NO_NAME)):
        answer(nan, Scope.NAME, decision, shown_as=name)
        keeping.catch_up()
        pages = [client.get(url).content.decode() for url in lists]
        assert shown in pages[0]
        assert not any("Mary" in page for page in pages)
        assert story.title in pages[2]


def test_a_child_who_can_be_seen_needs_no_name() -> None:
    """Face or name, not both: without a name there is none to ask for (NSPCC)."""
    nell = child(consenting=True)
    people = [(nell, "shown"), (nell, "reporter")]
    story = StoryFactory(published=True, people=people, parts=[ItemFactory(image=True)])
    answer(nell, Scope.NAME, NO)
    story.refresh_from_db()
    assert story.status == Status.PUBLISHED
    assert Story.objects.public().exists()


def test_staff_do_not_name_whoever_wants_no_name(client: Client, teacher: User) -> None:
    nan = PersonFactory(school=teacher.school, name="Mary Byrne", public_name="Mary")
    answer(nan, Scope.NAME, NO)
    client.force_login(teacher)
    edit = reverse("people:edit", args=[nan.pk])
    html = client.post(edit, {"name": "Mary Byrne", "public_name": "Mary"}).content.decode()
    assert "asked for no name" in html
    nan.refresh_from_db()
    assert nan.public_name == NO_NAME
    client.post(edit, {"name": "Mary Ann Byrne", "public_name": NO_NAME})
    nan.refresh_from_db()
    assert nan.name == "Mary Ann Byrne"
