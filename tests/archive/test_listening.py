"""The voice at the front door: the newest that may be heard there."""

from __future__ import annotations

import pytest
from django.test import Client

from archive import listening
from families.models import User
from media.transcripts.cues import Cue
from stories import lifecycle
from stories.index import keeping
from stories.models import Story
from tests.archive.test_portraits import SAID, spoken
from tests.factories import ItemFactory, StoryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(student: User) -> Story:
    made: Story = StoryFactory(
        published=True,
        author=student,
        title="Counting them home",
        parts=[ItemFactory(uploaded_by=student, audio=True), spoken(student, *SAID)],
    )
    keeping.catch_up()
    return made


def test_it_plays_without_a_script(client: Client, told: Story) -> None:
    html = client.get("/").content.decode()
    voice = html[html.index('class="listen"') :]
    voice = voice[: voice.index("</section>")]
    for words in ("You never count them out.", "Frank", "Counting them home", "<audio controls"):
        assert words in voice
    assert f'href="{told.get_absolute_url()}"' in voice


def test_newer_ones_that_nobody_should_be_met_by(student: User, told: Story) -> None:
    noise = ItemFactory(uploaded_by=student, audio=True, duration=20.0)
    short = ItemFactory(uploaded_by=student, audio=True)
    hard = spoken(student, Cue(0, 2000, "He died in the cold that winter.", "Ann"))
    for item in (noise, short, hard):
        StoryFactory(published=True, author=student, parts=[item])
    StoryFactory(submitted=True, author=student, parts=[spoken(student, *SAID)])
    keeping.catch_up()
    assert listening.voice().record.ref == told.ref


def test_held_at_once(client: Client, told: Story, lead: User) -> None:
    lifecycle.hold(told, by=lead, reason="Somebody is worried.")
    assert listening.voice() is None
    assert 'class="listen"' not in client.get("/").content.decode()


def test_one_that_the_index_does_not_know_yet_waits(student: User) -> None:
    StoryFactory(published=True, author=student, parts=[spoken(student, *SAID)])
    assert listening.voice() is None
