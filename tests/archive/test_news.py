"""A memory in a showcase is news to whoever told it, once."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from stories.models import NewsItem
from tests.journeys.wall import showcase
from tests.stories.cast import Cast, gather

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return gather()


@pytest.fixture
def committing(django_capture_on_commit_callbacks: Any) -> Any:
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_it_is_told_once_however_often_it_is_published(
    client: Client, cast: Cast, committing: Any
) -> None:
    story = cast.memory("published")
    with committing():
        page = showcase("What the mills taught us", story)
    with committing():
        page.save_revision().publish()
    assert [item.user for item in NewsItem.objects.all()] == [cast["author"]]
    client.force_login(cast["author"])
    desk = client.get(reverse("desk")).content.decode()
    assert f"“{story}” is in a showcase: “What the mills taught us”." in desk
    assert f'href="{page.url}"' in desk
    page.unpublish()
    assert "is in a showcase" not in client.get(reverse("desk")).content.decode()
    page.delete()
    assert not NewsItem.objects.exists()


def test_what_is_not_public_is_not_told_of(cast: Cast, committing: Any) -> None:
    with committing():
        showcase("What the mills taught us", cast.memory("submitted"))
    assert not NewsItem.objects.exists()
