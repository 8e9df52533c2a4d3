"""Wagtail writes no letter about a memory: its subjects say the title."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.core import mail

from families.models import User
from stories import lifecycle
from stories.workflow_letters import NotAboutMemories
from tests.factories import UserFactory
from tests.stories.cast import Cast

pytestmark = pytest.mark.django_db


def test_no_way_of_a_memory_sends_one(cast: Cast) -> None:
    UserFactory(administrator=True, is_superuser=True, school=cast.school)
    for user in User.objects.all():
        User.objects.filter(pk=user.pk).update(email=f"{user.pk}@example.org")
    story = lifecycle.submit(cast.memory("draft"), by=cast["author"])
    story = lifecycle.request_changes(story, by=cast["teacher"], feedback="Which mill?")
    story = lifecycle.submit(story, by=cast["author"])
    story.current_workflow_task_state.approve(user=cast["teacher"])
    assert mail.outbox == []


def test_about_pages_wagtail_writes_as_ever() -> None:
    told: list[Any] = []

    def notifier(**kwargs: Any) -> bool:
        told.append(kwargs)
        return True

    page = SimpleNamespace(content_object="a page")
    assert NotAboutMemories(notifier)(page, user=None)  # type: ignore[arg-type]
    assert told == [{"instance": page, "user": None}]
