"""What a page of a paper says, and what is said in a recording, is found like any other word."""

from __future__ import annotations

import pytest
from django.test import Client

from media.models import HeldPassage, Item, PageText, Transcript
from media.remaking import make_again
from stories.index import keeping
from stories.models import Story
from tests.factories import ItemFactory, StoryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper() -> Item:
    item: Item = ItemFactory(document=True)
    PageText.objects.create(item=item, number=2, text="Rent: four shillings and ninepence.")
    return item


@pytest.fixture
def recording() -> Item:
    item: Item = ItemFactory(audio=True)
    vtt = "WEBVTT\n\n00:00.000 --> 00:02.000\nThe knocker-up.\n"
    vtt += "\n00:02.000 --> 00:04.000\nHis name was Secret.\n"
    Transcript.objects.create(item=item, vtt=vtt)
    HeldPassage.objects.create(item=item, start_ms=2000, end_ms=4000)
    return item


@pytest.fixture(autouse=True)
def told(paper: Item, recording: Item) -> Story:
    story: Story = StoryFactory(published=True, title="Inside", parts=["Look.", paper, recording])
    StoryFactory(published=True, title="Something else", parts=[ItemFactory(document=True)])
    return story


def found(client: Client, words: str) -> list[str]:
    keeping.catch_up()
    return [card.title for card in client.get("/stories/", {"q": words}).context["cards"]]


@pytest.mark.parametrize("words", ["ninepence", "FOUR shillings", "knocker-up", "knocker rent"])
def test_it_is_found(client: Client, words: str) -> None:
    assert found(client, words) == ["Inside"]


def test_what_is_held_back_is_not_found(client: Client) -> None:
    assert not found(client, "Secret")


@pytest.mark.parametrize("which", ["paper", "recording"])
def test_a_file_that_is_being_made_again_is_not_searched(
    client: Client, which: str, request: pytest.FixtureRequest
) -> None:
    item = request.getfixturevalue(which)
    make_again(item)
    assert not found(client, {"paper": "ninepence", "recording": "knocker"}[which])
