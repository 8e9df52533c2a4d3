"""A long memory costs as few queries as a short one, and a page that one can use."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from families.models import User
from media.models import PageText
from media.transcripts import verbs
from media.transcripts.cues import Cue
from stories.models import Story
from tests.factories import ItemFactory, PersonFactory
from tests.stories.moderation.marks.reading import (
    EMAIL,
    FACE,
    PHONE,
    address,
    marks,
    page,
    picture,
    submitted,
)

pytestmark = pytest.mark.django_db


def full(student: User, number: int) -> Story:
    """A memory with so many of everything: parts of each kind, people, findings, places."""
    parts: list[Any] = []
    for each in range(number):
        sound = ItemFactory(audio=True, uploaded_by=student)
        verbs.save(sound, [Cue(0, 900, f"Ring 0161 496 00{each:02}")], by=None, number=0)
        paper = ItemFactory(document=True, uploaded_by=student)
        PageText.objects.create(item=paper, number=1, text=f"nan{each}@example.org")
        shown = picture(student, faces=[asdict(FACE)])
        parts += [f"She died at {each + 1} Moston Lane.", shown, sound, paper]
        parts.append(ItemFactory(video=True, uploaded_by=student))
    people = [
        (PersonFactory(school=student.school, child=bool(each % 2)), "shown")
        for each in range(number)
    ]
    return submitted(student, *parts, people=people)


def test_more_parts_people_and_findings_cost_no_more_queries(desk: Client, student: User) -> None:
    def cost(story: Story) -> int:
        desk.get(address(story))
        with CaptureQueriesContext(connection) as queries:
            shown = page(desk, story)
        assert len(marks(shown)) > len(story.parts.all())
        return len(queries)

    few, many = full(student, 1), full(student, 5)
    assert cost(many) == cost(few)


def test_nothing_is_lost_beyond_the_hundred(
    desk: Client, student: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stories.moderation.marks.margin.MOST", 1)
    shown = page(desk, submitted(student, f"{PHONE} {EMAIL}"))
    assert len(marks(shown)) == 1
    assert "There are 1 more things like these." in shown.text
    assert "Look at 1." in re.sub(r"\s+", " ", shown.text)
