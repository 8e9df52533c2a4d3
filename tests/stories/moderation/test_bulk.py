"""What is done to several memories at once: within the school, and never past the gate."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.models import ModelLogEntry

from archive.models import ShowcasePage
from stories import lifecycle, publication, reminding
from stories.models import Story
from stories.moderation.bulk.base import open_actions
from tests.archive.making import showcase
from tests.factories import StoryFactory
from tests.stories.cast import STATES, Cast

pytestmark = pytest.mark.django_db

ALL_ROLES = ("author", "relative", "stranger", "other lead", "administrator", "lead", "teacher")
STAFF = ("lead", "teacher")


def address(action: str, *stories: Story, **more: Any) -> str:
    words = {"id": [story.pk for story in stories], **more}
    there = reverse("wagtail_bulk_action", args=["stories", "story", action])
    return f"{there}?{urlencode(words, doseq=True)}"


def sign_in(client: Client, cast: Cast, role: str = "teacher") -> Client:
    client.force_login(cast[role])
    return client


def readers(*stories: Story) -> list[Any]:
    return [Story.objects.get(pk=story.pk).taken_up_by for story in stories]


def said(client: Client) -> str:
    return client.get(reverse("moderation:list")).content.decode()


class TestPickUp:
    def test_for_oneself(self, client: Client, cast: Cast) -> None:
        stories = [cast.memory("submitted") for _ in range(2)]
        here = address("pick_up", *stories)
        html = sign_in(client, cast).get(here).content.decode()
        assert all(str(story) in html for story in stories)
        assert f'<option value="{cast["teacher"].pk}" selected>' in html
        for role in ("stranger", "other lead", "author", "left"):
            assert f'<option value="{cast[role].pk}"' not in html
        answer = client.post(here, {"reader": cast["teacher"].pk})
        assert answer.url == reverse("moderation:list")
        assert readers(*stories) == [cast["teacher"]] * 2
        assert "2 memories are yours to read now." in said(client)

    def test_for_a_colleague(self, client: Client, cast: Cast) -> None:
        story = cast.memory("submitted")
        client = sign_in(client, cast)
        client.post(address("pick_up", story), {"reader": cast["colleague"].pk})
        assert readers(story) == [cast["colleague"]]
        assert f"One memory is for {cast['colleague']} to read now." in said(client)
        assert ModelLogEntry.objects.get(action="stories.assign").user == cast["teacher"]

    @pytest.mark.parametrize("role", ["stranger", "author", "administrator", "left"])
    def test_for_nobody_else(self, client: Client, cast: Cast, role: str) -> None:
        story = cast.memory("submitted")
        answer = sign_in(client, cast).post(address("pick_up", story), {"reader": cast[role].pk})
        assert answer.status_code == 200
        assert "Select a valid choice" in answer.content.decode()
        assert readers(story) == [None]

    def test_what_cannot_be_picked_up_says_why(self, client: Client, cast: Cast) -> None:
        others = [cast.memory("published", title="Out"), cast.memory("held_submitted")]
        theirs = lifecycle.take_up(cast.memory("submitted"), by=cast["colleague"])
        html = (
            sign_in(client, cast, "lead").get(address("pick_up", *others, theirs)).content.decode()
        )
        assert "Out: It does not wait for a teacher." in html
        assert html.count("It does not wait for a teacher.") == 2
        assert f"{cast['colleague']} is already reading it." in html
        assert "Yes, give them out" not in html

    def test_one_that_is_refused_stops_nothing_else(self, client: Client, cast: Cast) -> None:
        own = StoryFactory(author=cast["colleague"], submitted=True, title="Her own")
        other = cast.memory("submitted")
        client = sign_in(client, cast)
        client.post(address("pick_up", own, other), {"reader": cast["colleague"].pk})
        assert readers(own, other) == [None, cast["colleague"]]
        assert "“Her own”" in said(client)


class TestRemind:
    def test_once_a_week(self, client: Client, cast: Cast) -> None:
        story, waits = cast.memory("changes_requested"), cast.memory("submitted")
        here = address("remind", story, waits)
        html = sign_in(client, cast).get(here).content.decode()
        assert f"{waits}: It does not wait for its writer." in html
        client.post(here)
        assert "One memory: a kind word is on its writer’s desk." in said(client)
        client.post(here)
        assert "Once a week is enough." in said(client)
        assert reminding.reminders().get().story == story


@pytest.mark.parametrize("action", ["pick_up", "remind", "add_to_showcase"])
class TestBoundary:
    @pytest.mark.parametrize("role", ALL_ROLES)
    def test_by_the_staff_of_the_school(
        self, client: Client, cast: Cast, action: str, role: str
    ) -> None:
        story = cast.memory("published", title="The secret of the dye works")
        if role in ("stranger", "other lead"):
            story = cast.memory("submitted", title="The secret of the dye works")
        answer = sign_in(client, cast, role).get(address(action, story))
        found = str(story) in answer.content.decode()
        assert found == (role in STAFF)
        if role in ("stranger", "other lead", "administrator"):
            assert answer.status_code == 404
            assert client.post(address(action, story)).status_code == 404

    def test_a_number_from_beyond_is_as_one_that_does_not_exist(
        self, client: Client, cast: Cast, action: str
    ) -> None:
        foreign = [StoryFactory(title="Elsewhere", **{s: True}) for s in ("submitted", "published")]
        before = list(Story.objects.filter(pk__in=[s.pk for s in foreign]).values())
        client = sign_in(client, cast)
        assert client.get(address(action, *foreign)).status_code == 404
        own = cast.memory("published")
        for answer in (
            client.get(address(action, own, *foreign)),
            client.post(address(action, own, *foreign), {"reader": cast["teacher"].pk}),
        ):
            assert "Elsewhere" not in answer.content.decode()
        assert list(Story.objects.filter(pk__in=[s.pk for s in foreign]).values()) == before

    @pytest.mark.parametrize("ids", [["all"], ["x"], ["9" * 40], ["-1"], []])
    def test_what_is_no_number_is_nothing(
        self, client: Client, cast: Cast, action: str, ids: list[str]
    ) -> None:
        cast.memory("submitted")
        assert sign_in(client, cast).get(address(action, id=ids)).status_code == 404


@pytest.mark.parametrize("state", STATES)
def test_nothing_that_is_done_to_many_reaches_the_gate(
    client: Client, cast: Cast, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever action is registered, here or above: no status moves, nothing goes live."""
    story = cast.memory(state)
    before = Story.objects.values("status", "live", "held", "first_published_at").get(pk=story.pk)

    def reached(*args: Any, **kwargs: Any) -> Any:
        raise AssertionError("An action on many asked the gate.")

    page = showcase(by=cast["teacher"], live=False)
    monkeypatch.setattr(publication, "blockers", reached)
    names = [
        action.action_type
        for action in bulk_action_registry.get_bulk_actions_for_model("stories", "story")
    ]
    assert {"pick_up", "remind", "add_to_showcase", "delete"} <= set(names)
    for name in names:
        for role in ("teacher", "lead"):
            form = {"reader": cast[role].pk, "showcase": page.pk}
            sign_in(client, cast, role).post(address(name, story), form)
    now = Story.objects.values("status", "live", "held", "first_published_at").get(pk=story.pk)
    assert now == before
    assert not ShowcasePage.objects.get(pk=page.pk).live


def test_the_list_offers_what_is_open_and_no_deletion(client: Client, cast: Cast) -> None:
    cast.memory("submitted")
    html = said(sign_in(client, cast))
    for action in ("pick_up", "remind", "add_to_showcase"):
        assert address(action).partition("?")[0] in html
    assert reverse("wagtail_bulk_action", args=["stories", "story", "delete"]) not in html
    assert "data-bulk-action-checkbox" in html
    assert [action.action_type for action in open_actions()][:2] == ["pick_up", "remind"]


def test_many_are_shown_with_as_many_questions_as_few(
    client: Client, cast: Cast, django_assert_max_num_queries: Any
) -> None:
    few = [cast.memory("submitted")]
    client = sign_in(client, cast)
    client.get(address("pick_up", *few))
    with django_assert_max_num_queries(60) as asked_for_few:
        client.get(address("pick_up", *few))
    many = [*few, *(cast.memory("submitted") for _ in range(4))]
    with django_assert_max_num_queries(60) as asked_for_many:
        client.get(address("pick_up", *many))
    assert len(asked_for_many) == len(asked_for_few)
