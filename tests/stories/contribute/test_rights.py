"""On every page of a memory its people find their rights; and nobody learns who is never shown."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from stories.models import Story
from tests.factories import PersonFactory
from tests.stories.cast import STATES, Cast, teller_of

pytestmark = pytest.mark.django_db

PAGES = ("desk_story", "desk_story_check", "desk_story_preview", "desk_story_read")
MY_THINGS, TELL = "Send me my things", "Tell someone"


def pages_of(client: Client, story: Story) -> dict[str, str]:
    """Every page of a memory that opens for whoever is signed in."""
    answers = {name: client.get(reverse(name, args=[story.ref])) for name in PAGES}
    return {n: a.content.decode() for n, a in answers.items() if a.status_code == 200}


@pytest.mark.parametrize("state", STATES)
def test_its_author_finds_them_in_every_state(client: Client, cast: Cast, state: str) -> None:
    story = cast.memory(state)
    client.force_login(cast["author"])
    pages = pages_of(client, story)
    assert pages
    for name, html in pages.items():
        main = html[html.index("<main") : html.index("</main>")]
        wanted = [MY_THINGS, TELL]
        wanted += [] if "sealed" in state else ["Delete it"]
        wanted += [] if "sealed" in state or state == "withdrawn" else ["Hide it"]
        assert [right for right in wanted if right not in main] == [], name
        assert ("Hide it" in main) == ("Hide it" in wanted), name


@pytest.mark.parametrize("role", ["neighbour", "relative"])
def test_so_do_the_teller_and_the_family(client: Client, cast: Cast, role: str) -> None:
    story = cast.memory("submitted", teller=teller_of(cast, "neighbour"))
    client.force_login(cast[role])
    html = pages_of(client, story)["desk_story_read"]
    assert all(right in html for right in ("Hide it", MY_THINGS, TELL))
    assert ("Delete it" in html) == (role == "neighbour")


def test_before_recording_it_says_that_nobody_has_to_answer(client: Client, cast: Cast) -> None:
    client.force_login(cast["author"])
    html = pages_of(client, cast.memory("draft"))["desk_story"]
    assert "You don’t have to answer. Only say what you are happy for people to hear." in html
    assert html.index("You don’t have to answer") < html.index('type="file"')


NEW_EACH_TIME = re.compile(r'name="(csrfmiddlewaretoken|screen|opened)" value="[^"]*"')


def differing(before: str, after: str) -> list[str]:
    return sorted({*before.splitlines()} ^ {*after.splitlines()})


@pytest.mark.parametrize("state", ["draft", "submitted", "changes_requested"])
def test_only_moderators_learn_who_is_never_shown(client: Client, cast: Cast, state: str) -> None:
    child = PersonFactory(child=True, consenting=True, school=cast.school, user=cast["classmate"])
    story = cast.memory(state, people=[(child, "shown")])
    read: list[list[str]] = []
    for flag in (False, True):
        child.never_publish = flag
        child.save()
        said = []
        for role in ("author", "relative", "classmate"):
            client.force_login(cast[role])
            said += [NEW_EACH_TIME.sub("", page) for page in pages_of(client, story).values()]
            for name in ("desk", "desk_family", "desk_consent"):
                said.append(NEW_EACH_TIME.sub("", client.get(reverse(name)).content.decode()))
        read.append(said)
    for before, after in zip(*read, strict=True):
        assert differing(before, after) == []
    client.force_login(cast["teacher"])
    review = client.get(reverse("moderation:review", args=[story.ref])).content.decode()
    assert "Never to be shown in public" in review
