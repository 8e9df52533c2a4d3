"""What is not public is on no way in: not at the door, in no place or fund, on no walk."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from families.models import User
from stories import lifecycle
from stories.index import keeping
from stories.models import Story
from stories.models.states import Audience
from tests.archive.browsing import fund, place
from tests.archive.test_portraits import SAID, spoken
from tests.factories import StoryFactory

pytestmark = pytest.mark.django_db

HIDDEN: dict[str, dict[str, Any]] = {
    "A draft": {"draft": True},
    "With a teacher": {"submitted": True},
    "Taken back": {"withdrawn": True},
    "Sealed away": {"sealed": True},
    "Held back": {"published": True, "held": True},
    "For the family": {"submitted": True, "audience": Audience.FAMILY},
}


def test_nothing_leads_to_it(client: Client, student: User) -> None:
    shown = _told(student, title="For everybody", published=True)
    hidden = [_told(student, title=title, **state) for title, state in HIDDEN.items()]
    keeping.catch_up()
    pages = ("/", "/places/sandhills/", "/funds/caring/", shown.get_absolute_url(), "/stories/")
    for page in pages:
        html = client.get(page).content.decode()
        assert "For everybody" in html
        for story in hidden:
            assert story.title not in html, page
            assert story.ref not in html, page
    part = client.get("/stories/", headers={"HX-Request": "true"}).content.decode()
    assert not [story.title for story in hidden if story.title in part]
    for story in hidden:
        assert client.get(f"/walk/?from={story.ref}")["Location"].startswith(
            shown.get_absolute_url()
        )
    assert client.get(f"/walk/?from={shown.ref}")["Location"] == "/stories/"
    lifecycle.withdraw(shown, by=student)
    assert client.get("/walk/")["Location"] == "/stories/"
    assert "For everybody" not in client.get("/places/sandhills/").content.decode()


def _told(student: User, **fields: Any) -> Story:
    told: Story = StoryFactory(
        author=student,
        places=[place("sandhills")],
        funds=[fund("caring")],
        parts=["The lamps were lit at four o’clock.", spoken(student, *SAID)],
        **fields,
    )
    return told
