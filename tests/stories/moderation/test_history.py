"""One list of everything that was done to a memory, with who and when, by kind."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.log_actions import log

from families.models import User
from families.models.consents import Scope
from media.hiding import Area, hide_areas
from stories import lifecycle
from stories.models import Story
from tests.factories import ItemFactory, PersonFactory, StoryFactory, answer

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(student: User, teacher: User) -> Story:
    """With an answer about it, one about another memory, a face hidden, and two looks."""
    nan = PersonFactory(school=student.school, public_name="Nan Nora")
    picture = ItemFactory(uploaded_by=student)
    made = StoryFactory(author=student, submitted=True, teller=nan, parts=["Words.", picture])
    answer(nan, Scope.WEB, by=teacher, story_ref=made.ref)
    answer(nan, Scope.VOICE, by=teacher, story_ref="another000")
    answer(nan, Scope.FACE, by=teacher)
    hide_areas(picture, [Area(0.1, 0.1, 0.2, 0.2)], by=teacher)
    log(instance=made, action="stories.look", user=teacher)
    log(instance=picture, action="media.look", user=teacher, title=picture.ref)
    log(instance=nan, action="families.look", user=teacher)
    lifecycle.take_up(made, by=teacher)
    return made


def history(client: Client, story: Story, who: User, **asked: Any) -> str:
    client.force_login(who)
    address = reverse("moderation:history", args=[story.pk])
    html = client.get(address, asked).content.decode()
    return html[html.index('id="listing-results"') :]


def test_answers_and_files_stand_beside_what_was_done(
    client: Client, story: Story, teacher: User
) -> None:
    html = history(client, story, teacher)
    for said in (
        "Handed it in",
        "Began to read it",
        "Answered “yes” about “web”",
        "Answered “yes” about “face”",
        "Nan Nora",
        "Changed what is hidden in it",
    ):
        assert said in html, said
    assert "about “voice”" not in html
    assert "Workflow" not in html


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("status", ("Began to read it", "Answered")),
        ("consent", ("Answered “yes” about “web”", "Began to read it")),
        ("file", ("Changed what is hidden in it", "Began to read it")),
        ("nonsense", ("Began to read it", "Looked at it")),
    ],
)
def test_by_kind(
    client: Client, story: Story, teacher: User, kind: str, said: tuple[str, str]
) -> None:
    there, not_there = said
    html = history(client, story, teacher, action=kind)
    assert there in html
    assert not_there not in html


def test_who_looked_is_for_the_lead_who_asks_for_it(
    client: Client, story: Story, teacher: User, lead: User
) -> None:
    assert "Looked at it" not in history(client, story, lead)
    # At the memory, at its file, and now the lead themselves.
    assert history(client, story, lead, action="look").count("Looked at it") == 3
    assert "Looked at it" not in history(client, story, teacher, action="look")


def test_an_edit_in_wagtails_editor_is_there_and_by_its_own_kind(
    client: Client, story: Story, teacher: User
) -> None:
    log(instance=story, action="wagtail.edit", user=teacher, content_changed=True)
    assert "Edit" in history(client, story, teacher, action="other")


def test_nothing_of_another_memory(client: Client, story: Story, teacher: User) -> None:
    other = StoryFactory(author=story.author, submitted=True)
    html = history(client, other, teacher)
    assert "Began to read it" not in html
    assert "Nan Nora" not in html
