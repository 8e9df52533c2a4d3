"""A recording, and somebody who writes down what is said in it."""

from __future__ import annotations

import pytest

from families.models import User
from media.models import Item
from media.transcripts import verbs
from media.transcripts.cues import Cue
from tests.factories import ItemFactory

SAID = (
    Cue(0, 2000, "It was loud.", "Rita"),
    Cue(2000, 4000, "My neighbour drank.", "Rita"),
    Cue(4000, 6000, "We signed with our hands.", "Rita"),
)
SECRET = (2000, 4000)


@pytest.fixture
def sound(student: User) -> Item:
    made: Item = ItemFactory(audio=True, uploaded_by=student)
    return made


@pytest.fixture
def told(sound: Item, student: User) -> Item:
    """The recording with three lines written down."""
    verbs.save(sound, SAID, by=student, number=0)
    return Item.objects.get(pk=sound.pk)
