"""Wagtail writes a revision's fields back when it publishes: nothing but words may come back.

Each of Wagtail's own ways to publish ends at the gate.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Revision, TaskState, WorkflowState

from families.models import User
from stories import lifecycle
from stories.models import Story
from stories.models.states import Audience, Status
from stories.models.story import OUTSIDE_REVISIONS
from tests.factories import PersonFactory, StoryFactory
from tests.stories.cast import Cast

pytestmark = pytest.mark.django_db


def old_revision(story: Story) -> Revision:
    """What was kept when the memory was handed in."""
    first: Revision = story.revisions.order_by("created_at", "pk").first()
    return first


def test_a_revision_holds_nothing_of_the_memory_as_a_whole(cast: Cast) -> None:
    content = old_revision(cast.memory("submitted")).content
    assert not set(OUTSIDE_REVISIONS) & set(content)
    assert {"title", "summary", "parts", "people", "when_text"} <= set(content)


def test_an_old_revision_shows_todays_memory_in_its_old_words(cast: Cast) -> None:
    story = cast.memory("published")
    Story.objects.filter(pk=story.pk).update(title="New words", audience=Audience.FAMILY, held=True)
    seen = old_revision(story).as_object()
    assert seen.title == story.title
    now = Story.objects.get(pk=story.pk)
    for name in OUTSIDE_REVISIONS:
        assert getattr(seen, name) == getattr(now, name), name


CHANGED_SINCE: dict[str, dict[str, Any]] = {
    "taken back": {"status": Status.WITHDRAWN, "live": False},
    "sealed": {"status": Status.SEALED, "live": False, "sealed_until": "2099-01-01"},
    "held": {"held": True},
    "for the family": {"audience": Audience.FAMILY},
    "for me": {"audience": Audience.JUST_ME},
    "the author's turn": {"status": Status.CHANGES_REQUESTED, "live": False},
    "a draft": {"status": Status.DRAFT, "live": False},
}


WAYS: dict[str, Callable[[Story, Revision, User], Any]] = {
    "revision.publish": lambda story, revision, by: revision.publish(user=by),
    "story.publish": lambda story, revision, by: story.publish(revision, user=by),
    "lifecycle": lambda story, revision, by: lifecycle.publish(story, by=by, revision=revision),
}


@pytest.mark.parametrize("changed", CHANGED_SINCE)
def test_an_old_revision_brings_no_old_status_back(changed: str, cast: Cast) -> None:
    story = cast.memory("published")
    known_for_long = old_revision(story)
    _ = known_for_long.content_object
    Story.objects.filter(pk=story.pk).update(**CHANGED_SINCE[changed])
    before = Story.objects.filter(pk=story.pk).values().get()
    for way, role in product(WAYS, ["colleague", "lead", "administrator", "nobody"]):
        with pytest.raises(lifecycle.Refused):
            WAYS[way](story, known_for_long, cast[role])
        assert Story.objects.filter(pk=story.pk).values().get() == before, (way, role)
        assert not Story.objects.public().filter(pk=story.pk).exists()


def test_an_older_revision_may_be_put_back_with_its_words_only(cast: Cast) -> None:
    story = cast.memory("published", summary="The first words.")
    story.summary = "The second words."
    newer = story.save_revision(user=cast["author"])
    story = lifecycle.publish(story, by=cast["colleague"])
    assert story.live_revision == newer
    story = lifecycle.publish(story, by=cast["colleague"], revision=old_revision(story))
    assert story.summary == "The first words."
    assert (story.status, story.audience, story.live) == (
        Status.PUBLISHED,
        Audience.EVERYONE,
        True,
    )


def test_the_revision_that_was_chosen_goes_out_also_at_the_end_of_a_review(cast: Cast) -> None:
    story = cast.memory("submitted", summary="Handed in.")
    handed_in = old_revision(story)
    story.summary = "Mended by somebody."
    story.save_revision(user=cast["author"])
    story = lifecycle.publish(story, by=cast["teacher"], revision=handed_in)
    assert story.summary == "Handed in."
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_APPROVED


def test_the_gate_asks_about_the_people_of_the_revision(cast: Cast) -> None:
    shown = PersonFactory(consenting=True, school=cast.school)
    story = cast.memory("submitted", people=[(shown, "shown")])
    handed_in = old_revision(story)
    story.people.remove(story.people.get(role="shown"))
    story.save()
    refuse(shown, cast["teacher"])
    with pytest.raises(lifecycle.Refused) as refused:
        lifecycle.publish(story, by=cast["teacher"], revision=handed_in)
    assert [blocker.person for blocker in refused.value.blockers] == [shown]
    assert lifecycle.publish(story, by=cast["teacher"]).live


def refuse(person: Any, by: User) -> None:
    from families.models.consents import Decision, Scope
    from tests.factories import answer

    answer(person, Scope.WEB, Decision.NO, by=by)


class TestSchedule:
    def test_no_memory_is_scheduled(self, cast: Cast) -> None:
        story = cast.memory("submitted")
        story.go_live_at = timezone.now() + timedelta(days=3)
        story.expire_at = timezone.now() + timedelta(days=9)
        revision = story.save_revision(user=cast["author"])
        assert not {"go_live_at", "expire_at"} & set(revision.content)
        story = lifecycle.publish(story, by=cast["teacher"], revision=revision)
        assert (story.live, story.go_live_at, story.expire_at) == (True, None, None)

    def test_the_command_publishes_nothing_that_nobody_looked_at(self, cast: Cast) -> None:
        story = cast.memory("submitted")
        yesterday = timezone.now() - timedelta(days=1)
        story.revisions.update(approved_go_live_at=yesterday)
        with pytest.raises(lifecycle.Refused, match="A person has to publish"):
            call_command("publish_scheduled")
        assert not Story.objects.public().exists()

    def test_the_command_takes_nothing_down_in_nobodys_name(self, cast: Cast) -> None:
        story = cast.memory("published")
        Story.objects.update(expire_at=timezone.now() - timedelta(days=1))
        with pytest.raises(lifecycle.Refused):
            call_command("publish_scheduled")
        assert story in Story.objects.public()


class TestWorkflow:
    def test_its_end_is_the_lifecycle(self, cast: Cast) -> None:
        story = cast.memory("submitted")
        task_state(story).approve(user=cast["teacher"])
        story.refresh_from_db()
        assert (story.status, story.live) == (Status.PUBLISHED, True)
        assert WorkflowState.objects.get().status == WorkflowState.STATUS_APPROVED

    @pytest.mark.parametrize("role", ["author", "stranger", "administrator", "nobody"])
    def test_it_cannot_be_approved_by_just_anybody(self, role: str, cast: Cast) -> None:
        story = cast.memory("submitted")
        with pytest.raises(lifecycle.Refused):
            task_state(story).approve(user=cast[role])
        story.refresh_from_db()
        assert (story.status, story.live) == (Status.SUBMITTED, False)
        assert WorkflowState.objects.get().status == WorkflowState.STATUS_IN_PROGRESS

    def test_it_asks_the_gate(self, cast: Cast) -> None:
        story = cast.memory("submitted", audience=Audience.FAMILY)
        with pytest.raises(lifecycle.Refused, match="cannot be published yet"):
            task_state(story).approve(user=cast["teacher"])
        assert task_state(story).status == TaskState.STATUS_IN_PROGRESS

    def test_publishing_closes_it_once(self, cast: Cast) -> None:
        story = cast.memory("published")
        assert WorkflowState.objects.get().status == WorkflowState.STATUS_APPROVED
        assert story.revisions.count() == 2

    def test_pages_end_theirs_as_wagtail_does(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from types import SimpleNamespace

        from stories.workflow_end import finish_workflow

        published = []
        monkeypatch.setattr(
            "wagtail.workflows.publish_workflow_state",
            lambda state, user: published.append((state, user)),
        )
        state: Any = SimpleNamespace(content_object="a page")
        finish_workflow(state, user=None)
        assert published == [(state, None)]


class TestUnpublish:
    def test_is_a_withdrawal(self, cast: Cast) -> None:
        story = cast.memory("published")
        story.unpublish(user=cast["teacher"])
        story.refresh_from_db()
        assert story.status == Status.WITHDRAWN

    def test_needs_a_person(self, cast: Cast) -> None:
        story = cast.memory("published")
        with pytest.raises(lifecycle.Refused):
            story.unpublish()
        assert story in Story.objects.public()


def test_without_a_review_in_wagtail_the_lifecycle_still_works(cast: Cast) -> None:
    from wagtail.models import WorkflowContentType

    WorkflowContentType.objects.all().delete()
    assert StoryFactory(published=True, author=cast["author"]).live
    assert StoryFactory(changes_requested=True, author=cast["author"]).feedback.exists()
    assert StoryFactory(withdrawn=True, author=cast["author"]).status == Status.WITHDRAWN


def task_state(story: Story) -> TaskState:
    state: TaskState = story.current_workflow_task_state
    return state
