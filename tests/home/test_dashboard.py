"""The teacher's first screen: what needs them, and nobody else's business."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from families.models import User
from home import dashboard
from stories.models import Worry
from tests.factories import StoryFactory, UserFactory

pytestmark = pytest.mark.django_db


def titles(user: User) -> dict[str, list[str]]:
    return {need.heading: [row[0] for row in need.rows] for need in dashboard.needs(user)}


def test_a_teacher(student: User, teacher: User) -> None:
    StoryFactory(author=student, submitted=True, title="Waits")
    StoryFactory(author=student, taken_up=True, teacher=teacher, title="Mine")
    StoryFactory(author=student, changes_requested=True, teacher=teacher, title="Theirs")
    StoryFactory(author=student, submitted=True, held=True, title="Held")
    StoryFactory(submitted=True, title="Elsewhere")

    assert titles(teacher) == {
        "Waiting for a teacher": ["Waits"],
        "You are reading": ["Mine"],
        "With a student, to change": ["Theirs"],
    }


def test_a_lead_sees_worries_first(student: User, lead: User) -> None:
    Worry.objects.create(words="One.", story=StoryFactory(author=student))
    Worry.objects.create(words="Another school's.", story=StoryFactory())

    assert len(titles(lead)["Worries"]) == 1
    assert next(iter(titles(lead))) == "Worries"


def test_more_than_a_handful_is_a_link_away(student: User, teacher: User) -> None:
    for _ in range(dashboard.SHOWN + 1):
        StoryFactory(author=student, submitted=True)

    waiting = dashboard.needs(teacher)[0]

    assert len(waiting.rows) == dashboard.SHOWN
    assert waiting.more == reverse("moderation:list")


def test_an_administrator_has_no_memories_to_look_after() -> None:
    assert dashboard.needs(UserFactory(administrator=True)) == []


def test_the_admins_home_page_has_it_and_not_wagtails(
    client: Client, student: User, teacher: User
) -> None:
    StoryFactory(author=student, submitted=True, title="Waits")
    client.force_login(teacher)

    html = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "What needs me now" in html
    assert "Waits" in html
    assert "Awaiting your review" not in html
