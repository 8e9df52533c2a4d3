"""Every table that a kept page is made of is watched, so that no change of it is missed."""

from __future__ import annotations

import re

import pytest
from django.apps import apps
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.stamps.watched import WATCHED
from families.models import User
from stories.models import Fund, Place
from tests.archive.kept.test_dropped import World, take_credit, world
from tests.factories import PersonFactory, StoryFactory

__all__ = ["world"]

pytestmark = pytest.mark.django_db

NOT_SHOWN = {
    "archive_publicstamp",
    # Which model a row of Wagtail's is of, and in which language: never changed.
    "django_content_type",
    "wagtailcore_locale",
    # Of a page in its list of showcases nothing is shown but itself.
    "wagtailcore_collection",
    # Only under whose hand a memory is, or who looks: nobody who has no session.
    "stories_tombstone",
    # Which memories have a rare word in common: a new one comes along with the next change.
    "stories_publicdocument_terms",
}
READ = re.compile(r'(?:FROM|JOIN) "?(\w+)"?')


def test_what_is_read_is_watched(
    client: Client, world: World, settings: LazySettings, student: User
) -> None:
    settings.KEPT_PAGES = 0
    take_credit(world)
    PersonFactory(consenting=True, school=student.school, user=student)
    StoryFactory(published=True, author=student, answers=world.one)
    assert Place.objects.exists()
    assert Fund.objects.exists()
    watched = {apps.get_model(label)._meta.db_table for label in WATCHED}
    read: set[str] = set()
    for page in world.pages.values():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page).status_code == 200
        read |= {table for query in queries for table in READ.findall(query["sql"])}
    assert "stories_story" in read
    assert sorted(read - watched - NOT_SHOWN) == []
