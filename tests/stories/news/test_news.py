"""What is news, to whom, in which words, and that looking at it is enough."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from stories import lifecycle
from stories.models import NewsItem, Story
from stories.news import anniversaries
from tests.stories.cast import Cast, teller_of
from tests.stories.news.conftest import Committing

pytestmark = pytest.mark.django_db


def heard(cast: Cast, role: str = "author") -> list[str]:
    items = NewsItem.objects.filter(user=cast[role]).order_by("pk")
    return list(items.values_list("kind", flat=True))


def desk(client: Client, cast: Cast, role: str = "author", **headers: str) -> str:
    client.force_login(cast[role])
    return client.get(reverse("desk"), headers=headers).content.decode()


def published(cast: Cast, committing: Committing, **details: Any) -> Story:
    story = cast.memory("submitted", **details)
    with committing():
        return lifecycle.publish(story, by=cast["teacher"])


def test_the_whole_way_is_news_to_its_writer_and_what_came_of_it_to_its_teller(
    cast: Cast, committing: Committing
) -> None:
    story = cast.memory("submitted", teller=teller_of(cast, "neighbour"))
    with committing():
        story = lifecycle.take_up(story, by=cast["teacher"])
        lifecycle.take_up(story, by=cast["teacher"])
    with committing():
        lifecycle.ask_back(story, by=cast["author"])
        story = lifecycle.give_back(story, by=cast["teacher"])
        story = lifecycle.submit(story, by=cast["author"])
        story = lifecycle.request_changes(story, by=cast["teacher"], feedback="How loud?")
        story = lifecycle.submit(story, by=cast["author"])
        story = lifecycle.publish(story, by=cast["teacher"])
    assert heard(cast) == ["taken_up", "given_back", "feedback", "published"]
    assert heard(cast, "neighbour") == ["published"]
    for role in ("classmate", "relative", "teacher"):
        assert heard(cast, role) == []


def test_what_was_refused_is_no_news(cast: Cast, committing: Committing) -> None:
    story = cast.memory("submitted", audience="family")
    with committing(), pytest.raises(lifecycle.Refused):
        lifecycle.publish(story, by=cast["teacher"])
    assert heard(cast) == []


def test_a_mended_version_is_not_published_again(cast: Cast, committing: Committing) -> None:
    story = published(cast, committing)
    story.title = "Mended"
    story.save_revision(user=cast["colleague"])
    with committing():
        lifecycle.publish(story, by=cast["teacher"])
    assert heard(cast) == ["published"]


def test_it_is_on_the_desk_and_seen_once_it_was(
    client: Client, cast: Cast, committing: Committing
) -> None:
    story = published(cast, committing)
    sentence = f"“{story}” is published."
    assert sentence not in desk(client, cast, "classmate")
    assert sentence in desk(client, cast, **{"Sec-Fetch-Mode": "cors"})
    assert NewsItem.objects.get().seen_at is None
    text = desk(client, cast)
    assert sentence in text
    assert story.get_absolute_url() in text
    assert NewsItem.objects.get().seen_at is not None
    assert sentence in desk(client, cast)
    NewsItem.objects.update(seen_at=timezone.now() - timedelta(days=2))
    assert sentence not in desk(client, cast)
    assert sentence in client.get(reverse("desk_news")).content.decode()


@pytest.mark.parametrize("verb", ["hold", "withdraw", "seal"])
def test_what_is_hidden_or_over_is_no_news_any_more(
    client: Client, cast: Cast, committing: Committing, verb: str
) -> None:
    story = published(cast, committing)
    details: dict[str, Any] = {
        "hold": {"reason": "worried"},
        "seal": {"until": timezone.localdate() + timedelta(days=9)},
    }
    getattr(lifecycle, verb)(story, by=cast["teacher"], **details.get(verb, {}))
    assert "is published" not in desk(client, cast)


def test_somebody_elses_news_stays_theirs(
    client: Client, cast: Cast, committing: Committing
) -> None:
    story = published(cast, committing)
    for role in ("classmate", "relative", "teacher", "stranger"):
        client.force_login(cast[role])
        assert str(story) not in client.get(reverse("desk_news")).content.decode()
    client.logout()
    assert client.get(reverse("desk_news")).status_code == 302


def test_much_news_asks_no_more_questions(
    client: Client, cast: Cast, committing: Committing
) -> None:
    published(cast, committing)
    client.force_login(cast["author"])
    client.get(reverse("desk_news"))
    with CaptureQueriesContext(connection) as few:
        client.get(reverse("desk_news"))
    for _ in range(4):
        published(cast, committing)
    client.get(reverse("desk_news"))
    NewsItem.objects.update(seen_at=timezone.now())
    with CaptureQueriesContext(connection) as many:
        client.get(reverse("desk_news"))
    assert len(many) == len(few)


def test_nothing_new_says_so_and_no_number_is_anywhere(client: Client, cast: Cast) -> None:
    client.force_login(cast["author"])
    assert "Nothing new yet" in client.get(reverse("desk_news")).content.decode()
    assert "What is new" not in desk(client, cast)


class TestAnniversaries:
    def first_public(self, story: Story, *, years: int = 0, days: int = 0) -> None:
        """So long ago by the calendar, at the same hour: a year is no number of hours."""
        ago = timezone.localtime() - timedelta(days=days)
        first = ago.replace(year=ago.year - years, day=min(ago.day, 28) if years else ago.day)
        Story.objects.filter(pk=story.pk).update(first_published_at=first)

    @pytest.mark.parametrize(
        ("years", "words"),
        [(1, "was published one year ago."), (3, "was published 3 years ago.")],
    )
    def test_are_told_once(
        self, client: Client, cast: Cast, committing: Committing, years: int, words: str
    ) -> None:
        story = published(cast, committing)
        self.first_public(story, years=years)
        assert anniversaries.tell() == 1
        assert anniversaries.tell() == 0
        assert words in desk(client, cast)

    @pytest.mark.parametrize("days", [0, 180, 540])
    def test_are_on_their_day(self, cast: Cast, committing: Committing, days: int) -> None:
        self.first_public(published(cast, committing), days=days)
        assert anniversaries.tell() == 0

    def test_are_told_late_where_the_machine_was_off(
        self, cast: Cast, committing: Committing
    ) -> None:
        story = published(cast, committing)
        self.first_public(story, years=1, days=4)
        assert anniversaries.tell() == 1

    def test_are_only_of_what_is_public(self, cast: Cast, committing: Committing) -> None:
        story = published(cast, committing)
        self.first_public(story, years=1)
        lifecycle.hold(story, by=cast["author"], reason="worried")
        assert anniversaries.tell() == 0
