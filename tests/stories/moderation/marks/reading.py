"""The review page as a test reads it: its marks, and the ways out of each."""

from __future__ import annotations

import re
from typing import Any

from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.urls import reverse

from families.models import User
from media.recipes.hiding import Area
from stories.models import Story, StoryPart
from tests.factories import ItemFactory, StoryFactory

PHONE, EMAIL = "0161 496 0000", "nan@example.org"
FACE = Area(0.1, 0.2, 0.25, 0.3)


def submitted(student: User, *parts: Any, **fields: Any) -> Story:
    made: Story = StoryFactory(submitted=True, author=student, parts=parts or ("Words.",), **fields)
    return made


def address(story: Story) -> str:
    return reverse("moderation:review", args=[story.ref])


def page(desk: Client, story: Story, query: str = "") -> BeautifulSoup:
    response = desk.get(address(story) + query)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def marks(found: BeautifulSoup) -> list[Tag]:
    return found.select("[data-found]")


def say(mark: Tag) -> str:
    return re.sub(r"\s+", " ", mark.p.text).strip()


def way(mark: Tag, name: str) -> Tag:
    return mark.select_one(f"[data-way={name}]")


def stay(desk: Client, story: Story, mark: Tag, **more: str) -> Any:
    named = {field["name"]: field["value"] for field in mark.form.select("[type=hidden]")}
    named.pop("csrfmiddlewaretoken", None)
    return desk.post(mark.form["action"], named | more)


def picture(student: User, **fields: Any) -> StoryPart:
    item = ItemFactory(uploaded_by=student, **fields)
    return StoryPart(kind="item", item=item, caption="Nan", description="Nan.")
