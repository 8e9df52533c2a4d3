"""Several memories go to the end of a showcase: as a draft, once each, within the school."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from archive.models import ShowcasePage
from stories.models import Story
from tests.archive.making import showcase
from tests.factories import StoryFactory
from tests.stories.cast import Cast, gather

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return gather()


@pytest.fixture
def page(cast: Cast) -> ShowcasePage:
    return showcase(cast.memory("published", title="First"), by=cast["teacher"], title="Mills")


def address(*stories: Story) -> str:
    there = reverse("wagtail_bulk_action", args=["stories", "story", "add_to_showcase"])
    return f"{there}?{urlencode({'id': [story.pk for story in stories]}, doseq=True)}"


def add(
    client: Client, cast: Cast, page: ShowcasePage, *stories: Story, by: str = "teacher"
) -> Any:
    client.force_login(cast[by])
    return client.post(address(*stories), {"showcase": page.pk})


def drafted(page: ShowcasePage) -> list[int]:
    return ShowcasePage.objects.get(pk=page.pk).get_latest_revision_as_object().story_ids()


def test_they_go_to_its_end_as_a_draft(client: Client, cast: Cast, page: ShowcasePage) -> None:
    new = [cast.memory("published") for _ in range(2)]
    add(client, cast, page, *new)
    (first,) = page.story_ids()
    assert drafted(page)[0] == first
    assert set(drafted(page)[1:]) == {story.pk for story in new}
    assert ShowcasePage.objects.get(pk=page.pk).story_ids() == [first]
    html = client.get(reverse("moderation:list")).content.decode()
    assert "2 memories added to “Mills”." in html
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in html
    assert page.get_latest_revision().user == cast["teacher"]


def test_what_is_in_its_draft_already_is_there_once(
    client: Client, cast: Cast, page: ShowcasePage
) -> None:
    story = cast.memory("published")
    add(client, cast, page, story)
    before = page.revisions.count()
    add(client, cast, page, story)
    assert drafted(page).count(story.pk) == 1
    assert page.revisions.count() == before
    html = client.get(reverse("moderation:list")).content.decode()
    assert "All are in “Mills” already." in html


@pytest.mark.parametrize("state", ["submitted", "withdrawn", "held_published", "changes_requested"])
def test_only_what_is_public(client: Client, cast: Cast, page: ShowcasePage, state: str) -> None:
    story = cast.memory(state)
    client.force_login(cast["lead"])
    html = client.get(address(story)).content.decode()
    assert "Only what everybody may see can be in a showcase." in html
    add(client, cast, page, story, by="lead")
    assert story.pk not in drafted(page)


def test_not_what_is_for_the_school_alone(client: Client, cast: Cast, page: ShowcasePage) -> None:
    story = cast.memory("published")
    Story.objects.filter(pk=story.pk).update(audience="school")
    add(client, cast, page, story)
    assert story.pk not in drafted(page)


@pytest.mark.parametrize("case", ["another school's", "locked"])
def test_only_showcases_that_one_may_change(
    client: Client, cast: Cast, page: ShowcasePage, case: str
) -> None:
    story = cast.memory("published")
    theirs = showcase(by=cast["stranger"], title="Elsewhere")
    if case == "locked":
        ShowcasePage.objects.filter(pk=page.pk).update(locked=True)
    wanted = page if case == "locked" else theirs
    answer = add(client, cast, wanted, story)
    assert "Select a valid choice" in answer.content.decode()
    assert "Elsewhere" not in answer.content.decode()
    assert story.pk not in drafted(wanted)


def test_memories_of_another_school_are_not_found(
    client: Client, cast: Cast, page: ShowcasePage
) -> None:
    foreign = StoryFactory(published=True)
    assert add(client, cast, page, foreign).status_code == 404
    add(client, cast, page, foreign, cast.memory("published"))
    assert foreign.pk not in drafted(page)
