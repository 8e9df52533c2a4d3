"""A random walk: on to what shares something, never in a circle while there is another way."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest
from django.http import QueryDict
from django.test import Client

from archive import walking
from stories.models import Story
from tests.archive.browsing import fund, place
from tests.factories import StoryFactory

pytestmark = pytest.mark.django_db


def step(client: Client, query: str = "") -> tuple[str, str]:
    """The title one comes to, and what is carried in its address."""
    answer: Any = client.get(f"/walk/{query}")
    assert answer.status_code == 302
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    address = urlsplit(answer["Location"])
    ref = address.path.rstrip("/").rpartition("-")[2]
    return Story.objects.get(ref=ref).title, address.query


def made(title: str, **fields: Any) -> Story:
    story: Story = StoryFactory(published=True, title=title, **fields)
    return story


def test_from_nowhere_to_anywhere(client: Client) -> None:
    assert client.get("/walk/")["Location"] == "/stories/"
    made("The only one")
    assert step(client) == ("The only one", "")


def test_to_what_shares_a_place_or_a_fund(client: Client) -> None:
    here = made("Here", places=[place("sandhills")], funds=[fund("caring")])
    made("Same place", places=[place("sandhills")])
    made("Same fund", funds=[fund("caring")])
    made("Neither", places=[place("moston")])
    seen = {step(client, f"?from={here.ref}") for _ in range(12)}
    assert {title for title, _ in seen} <= {"Same place", "Same fund"}
    assert {carried for _, carried in seen} == {f"seen={here.ref}"}


def test_somewhere_else_once_all_of_it_was_seen(client: Client) -> None:
    first, second = (made(title, places=[place("sandhills")]) for title in ("First", "Second"))
    made("Elsewhere", places=[place("moston")])
    query = f"?from={second.ref}&seen={first.ref}"
    assert step(client, query) == ("Elsewhere", f"seen={first.ref}.{second.ref}")


def test_back_again_where_there_are_but_two_and_never_on_the_spot(client: Client) -> None:
    first, second = made("First"), made("Second")
    assert step(client, f"?from={second.ref}&seen={first.ref}")[0] == "First"
    Story.objects.filter(pk=first.pk).public().delete()
    assert client.get(f"/walk/?from={second.ref}")["Location"] == "/stories/"


def test_the_way_on_carries_where_one_has_been(client: Client) -> None:
    story = made("Here")
    html = client.get(f"{story.get_absolute_url()}?seen=aaaaaaaaaa.bbbbbbbbbb").content.decode()
    assert f'href="/walk/?from={story.ref}&amp;seen=aaaaaaaaaa.bbbbbbbbbb"' in html


def test_it_begins_at_the_front_door(client: Client) -> None:
    made("The only one")
    assert 'href="/walk/"' in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("query", "seen"),
    [
        ("", []),
        ("from=aaaaaaaaaa", ["aaaaaaaaaa"]),
        ("from=aaaaaaaaaa&seen=bbbbbbbbbb.cccccccccc", ["bbbbbbbbbb", "cccccccccc", "aaaaaaaaaa"]),
        ("from=../../etc&seen=<script>", []),
        ("seen=" + ".".join(letter * 10 for letter in "abcdefghij"), [x * 10 for x in "abcdefgh"]),
        ("from=zzzzzzzzzz&seen=" + ".".join(x * 10 for x in "abcdefgh"),
         [*(x * 10 for x in "bcdefgh"), "zzzzzzzzzz"]),
    ],
)  # fmt: skip
def test_nonsense_is_left_out_and_old_steps_are_forgotten(query: str, seen: list[str]) -> None:
    assert walking.trail(QueryDict(query)) == seen


def test_chance_reads_a_handful_however_many_there_are(
    client: Client, monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: Any
) -> None:
    """The dearest step of all: chance falls on the end, so that it goes on at the beginning."""
    monkeypatch.setattr(walking.CHANCE, "random", lambda: 0.999)
    here = made("Here", places=[place("sandhills")])
    for number in range(walking.LOOKED_AT + 3):
        made(f"Number {number}", places=[place("sandhills")])
    assert len(walking._by_chance()) == walking.LOOKED_AT
    with django_assert_max_num_queries(10):
        step(client, f"?from={here.ref}")
