"""A reminder is rare, gentle and easily stopped; it goes by itself, or a teacher sends one."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from families.models import User
from stories import lifecycle, reminding
from stories.models import NewsItem, NewsKind, NoReminders, Story
from tests.factories import StoryFactory
from tests.stories.cast import STATES, Cast

pytestmark = pytest.mark.django_db

WORDS = "is safe here and waits for you."


def aged(story: Story, **ago: float) -> Story:
    """As if nothing had happened to it for so long."""
    then = timezone.now() - timedelta(**ago)
    Story.objects.filter(pk=story.pk).update(updated_at=then)
    return story


def waiting(cast: Cast, **details: Any) -> Story:
    return aged(cast.memory("changes_requested", **details), days=7.1)


def sent(story: Story) -> int:
    return reminding.reminders().filter(story=story).count()


def reminded(story: Story, *, days: float) -> None:
    then = timezone.now() - timedelta(days=days)
    NewsItem.objects.create(
        user=story.author, story=story, kind=NewsKind.REMINDER, happened_at=then
    )


def desk(client: Client, user: User) -> str:
    client.force_login(user)
    return client.get(reverse("desk")).content.decode()


class TestByItself:
    def test_one_goes_after_a_week_and_not_again_that_night(
        self, client: Client, cast: Cast
    ) -> None:
        story = waiting(cast)
        call_command("nightly", verbosity=0)
        call_command("nightly", verbosity=0)
        assert sent(story) == 1
        assert f"“{story}” {WORDS}" in desk(client, cast["author"])
        assert WORDS not in desk(client, cast["relative"])
        (entry,) = ModelLogEntry.objects.filter(action="stories.remind")
        assert (entry.user, entry.message) == (None, "Reminded its writer")

    @pytest.mark.parametrize("days", [0, 3, 6.9])
    def test_none_goes_before(self, cast: Cast, days: float) -> None:
        aged(cast.memory("changes_requested"), days=days)
        assert reminding.remind_all() == 0

    @pytest.mark.parametrize(("before", "goes"), [([8], 1), ([6], 0), ([30, 6], 0), ([30, 20], 0)])
    def test_at_most_two_and_a_week_apart(self, cast: Cast, before: list[float], goes: int) -> None:
        story = waiting(cast)
        for days in before:
            reminded(story, days=days)
        assert reminding.remind_all() == goes

    @pytest.mark.parametrize("state", [*STATES, "held_changes_requested"])
    def test_only_for_what_is_with_its_writer(self, cast: Cast, state: str) -> None:
        aged(cast.memory(state), days=30)
        assert reminding.remind_all() == int(state == "changes_requested")

    def test_not_to_whoever_left(self, cast: Cast) -> None:
        waiting(cast)
        User.objects.filter(pk=cast["author"].pk).update(is_active=False)
        assert reminding.remind_all() == 0

    @pytest.mark.parametrize("what", ["memory", "class"])
    def test_not_where_a_teacher_stopped_them(self, cast: Cast, what: str) -> None:
        story, other = waiting(cast), aged(StoryFactory(changes_requested=True), days=8)
        stopped = story if what == "memory" else story.reporter_class
        reminding.stop(stopped, by=cast["teacher"])
        assert reminding.remind_all() == 1
        assert (sent(story), sent(other)) == (0, 1)
        reminding.start(stopped, by=cast["colleague"])
        assert reminding.remind_all() == 1
        assert sent(story) == 1

    def test_whoever_was_quicker_is_left_in_peace(
        self, cast: Cast, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        story = waiting(cast)
        monkeypatch.setattr(reminding, "_due", lambda: [story])
        lifecycle.submit(story, by=cast["author"])
        assert reminding.remind_all() == 0
        story.delete()
        assert reminding.remind_all() == 0


class TestByHand:
    def test_once_a_week(self, cast: Cast) -> None:
        story = cast.memory("changes_requested")
        reminding.remind(story, by=cast["colleague"])
        with pytest.raises(lifecycle.Refused, match="Once a week is enough"):
            reminding.remind(story, by=cast["teacher"])
        assert sent(story) == 1
        assert ModelLogEntry.objects.get(action="stories.remind").user == cast["colleague"]

    def test_also_when_none_goes_by_itself_any_more(self, cast: Cast) -> None:
        story = cast.memory("changes_requested")
        for days in (30, 20):
            reminded(story, days=days)
        reminding.remind(story, by=cast["teacher"])
        assert sent(story) == 3

    @pytest.mark.parametrize("role", ["stranger", "other lead", "classmate", "author", "left"])
    def test_by_the_staff_of_the_school(self, cast: Cast, role: str) -> None:
        with pytest.raises(lifecycle.Refused, match="not yours"):
            reminding.remind(cast.memory("changes_requested"), by=cast[role])

    @pytest.mark.parametrize(
        ("state", "sentence"),
        [
            ("submitted", "does not wait for its writer"),
            ("published", "does not wait for its writer"),
            ("held_changes_requested", "lead is looking"),
        ],
    )
    def test_only_while_it_is_with_its_writer(self, cast: Cast, state: str, sentence: str) -> None:
        with pytest.raises(lifecycle.Refused, match=sentence):
            reminding.remind(cast.memory(state), by=cast["lead"])

    def test_not_to_whoever_left(self, cast: Cast) -> None:
        story = cast.memory("changes_requested")
        User.objects.filter(pk=cast["author"].pk).update(is_active=False)
        with pytest.raises(lifecycle.Refused, match="does not come here any more"):
            reminding.remind(story, by=cast["teacher"])

    def test_not_where_they_are_stopped(self, cast: Cast) -> None:
        story = cast.memory("changes_requested")
        reminding.stop(story, by=cast["teacher"])
        with pytest.raises(lifecycle.Refused, match="Start them again first"):
            reminding.remind(story, by=cast["colleague"])


def test_stopping_and_starting_are_logged_once_and_the_schools(cast: Cast) -> None:
    story = cast.memory("changes_requested")
    for verb in (reminding.stop, reminding.start):
        for what in (story, story.reporter_class):
            with pytest.raises(lifecycle.Refused, match="not yours"):
                verb(what, by=cast["stranger"])
            verb(what, by=cast["teacher"])
            verb(what, by=cast["teacher"])
    words = ModelLogEntry.objects.filter(action__endswith="_reminders").order_by("pk")
    assert [entry.action for entry in words] == [
        "stories.stop_reminders",
        "stories.stop_reminders",
        "stories.start_reminders",
        "stories.start_reminders",
    ]
    assert not NoReminders.objects.exists()


def test_it_is_gone_as_soon_as_the_memory_is_handed_in_again(client: Client, cast: Cast) -> None:
    story = waiting(cast)
    reminding.remind_all()
    lifecycle.submit(story, by=cast["author"])
    assert WORDS not in desk(client, cast["author"])


def test_many_are_found_with_one_question(cast: Cast, django_assert_num_queries: Any) -> None:
    stories = [waiting(cast) for _ in range(3)]
    reminded(stories[0], days=3)
    with django_assert_num_queries(1):
        assert set(reminding.last_of(stories)) == {stories[0].pk}
