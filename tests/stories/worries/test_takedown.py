"""A request to take something down: acknowledged, acted on, and followed from outside."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from django.urls import reverse

from stories.models import Worry
from stories.worries import following
from tests.stories.cast import Cast

pytestmark = pytest.mark.django_db

SECRET = "My street is in it."


def ask(client: Client, about: str = "/stories/x/", **typed: str) -> tuple[Worry, str]:
    answer = client.post(reverse("takedown"), {"words": SECRET, "about": about, **typed})
    assert answer.status_code == 200
    return Worry.objects.latest("pk"), answer.content.decode()


def test_it_is_acknowledged_with_a_number_that_is_no_row(client: Client) -> None:
    first, page = ask(client)
    second, _ = ask(client)
    assert first.ref in page
    assert reverse("takedown_status", args=[first.ref]) in page
    assert first.ref != second.ref
    assert len(first.ref) == 10


@pytest.mark.parametrize(
    ("contact", "letters"), [("nan@example.org", 1), ("0161 496 0000", 0), ("", 0)]
)
def test_whoever_gave_an_address_gets_a_letter(client: Client, contact: str, letters: int) -> None:
    asked, _ = ask(client, contact=contact)
    assert len(mail.outbox) == letters
    for letter in mail.outbox:
        assert letter.to == [contact]
        assert asked.ref in letter.body
        assert f"{settings.WAGTAILADMIN_BASE_URL}/takedown/{asked.ref}/" in letter.body
        assert SECRET not in letter.body + letter.subject


def status(client: Client, ref: str) -> Any:
    return client.get(f"/takedown/{ref}/")


def test_the_page_says_how_far_it_is_and_not_a_word_more(client: Client, cast: Cast) -> None:
    story = cast.memory("published")
    asked, _ = ask(client, story.get_absolute_url(), contact="nan@example.org")
    said = ["received", "being looked at", "decided"]
    steps = [
        lambda: None,
        lambda: following.take_down(asked, "child", by=cast["lead"]),
        lambda: following.settle(asked, "down", by=cast["lead"]),
    ]
    for words, step in zip(said, steps, strict=True):
        step()
        page = status(client, asked.ref).content.decode()
        assert f"It is {words}." in page
        for kept in (
            SECRET,
            story.title,
            "nan@example.org",
            "stays down",
            cast["lead"].display_name,
        ):
            assert kept not in page
    asked.refresh_from_db()
    assert asked.raised_at < asked.removed_at < asked.settled_at
    assert (asked.ground, asked.outcome) == ("child", "down")


def test_it_says_since_when(client: Client, cast: Cast) -> None:
    asked, _ = ask(client, cast.memory("published").get_absolute_url())
    following.take_down(asked, "child", by=cast["lead"])
    following.settle(asked, "down", by=cast["lead"])
    page = status(client, asked.ref).content.decode()
    for words in ("We have had it since", "It was taken down, while we look, on", "We decided on"):
        assert words in page


@pytest.mark.parametrize(("kind", "letters"), [("takedown", 1), ("worry", 0)])
def test_whoever_asked_hears_that_it_is_decided(
    cast: Cast, kind: str, letters: int, django_capture_on_commit_callbacks: Any
) -> None:
    story = cast.memory("published", title="A telling title")
    asked = Worry.objects.create(kind=kind, words=SECRET, story=story, contact="nan@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        following.settle(asked, "down", by=cast["lead"])
    assert len(mail.outbox) == letters
    for letter in mail.outbox:
        assert letter.to == ["nan@example.org"]
        assert f"/takedown/{asked.ref}/" in letter.body
        for kept in (SECRET, "telling", "stays down"):
            assert kept not in letter.subject + letter.body


def test_a_worry_has_no_such_page_and_a_wrong_number_neither(client: Client) -> None:
    worry = Worry.objects.create(words=SECRET)
    refs = (worry.ref, "aaaaaaaaaa", str(worry.pk))
    pages = {ref: status(client, ref) for ref in refs}
    assert {page.status_code for page in pages.values()} == {404}
    said = {page.content.decode().replace(f"takedown/{ref}", "") for ref, page in pages.items()}
    assert len(said) == 1


@pytest.mark.parametrize("outcome", ["", "back", "down"])
def test_the_contributor_is_told_and_not_who_asked(
    client: Client, cast: Cast, outcome: str
) -> None:
    story = cast.memory("published")
    asked, _ = ask(client, story.get_absolute_url(), contact="neighbour@example.org")
    client.force_login(cast["author"])
    assert "Somebody asked" not in client.get("/desk/").content.decode()
    following.take_down(asked, "personal", by=cast["lead"])
    if outcome:
        following.settle(asked, outcome, by=cast["lead"])
    page = client.get("/desk/").content.decode()
    assert "Somebody asked" in page
    assert {"": "while we look", "back": "It is back", "down": "It stays down"}[outcome] in page
    for kept in (SECRET, "neighbour@example.org", "does not want it"):
        assert kept not in page
    client.force_login(cast["classmate"])
    assert "Somebody asked" not in client.get("/desk/").content.decode()
