"""The audit vocabulary is closed."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.log_actions import log, registry
from wagtail.models import ModelLogEntry

from families.models import User
from stories import lifecycle
from tests.factories import StoryFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("verb", lifecycle.VERBS)
def test_every_verb_is_known(verb: str) -> None:
    assert registry.action_exists(f"stories.{verb}")


@pytest.mark.parametrize("word", ["stories.burn", "stories.approve", "families.forget"])
def test_another_word_cannot_be_logged(student: User, word: str) -> None:
    with pytest.raises(ValidationError):
        log(instance=StoryFactory(author=student), action=word)


@pytest.mark.parametrize(
    ("data", "message", "comment"),
    [
        ({"until": "2190-01-02"}, "Sealed it until 2 January 2190", ""),
        ({}, "Sealed it", ""),
        ({"because": "consent"}, "It came down, because a consent was taken back", ""),
        ({"because": "asked"}, "Sealed it", ""),
        ({"reason": "A name."}, "Sealed it", "A name."),
    ],
)
def test_it_reads_as_a_sentence(
    student: User, data: dict[str, str], message: str, comment: str
) -> None:
    entry = log(instance=StoryFactory(author=student), action="stories.seal", data=data)

    assert isinstance(entry, ModelLogEntry)
    assert (entry.message, entry.comment) == (message, comment)


@pytest.mark.parametrize(("role", "told"), [("teacher", False), ("lead", True)])
def test_a_history_keeps_from_teachers_who_was_worried(
    client: Client, student: User, lead: User, role: str, told: bool
) -> None:
    author = UserFactory(student=True, school=student.school)
    story = StoryFactory(submitted=True, author=author)
    story = lifecycle.hold(story, by=student, reason="It names my street.")
    lifecycle.release(story, by=lead)
    client.force_login(UserFactory(school=student.school, **{role: True}))
    page = client.get(reverse("moderation:history", args=[story.pk])).content.decode()
    assert "Handed it in" in page
    assert "Looked at it" not in page
    assert (("It names my street." in page), (student.display_name in page)) == (told, told)
