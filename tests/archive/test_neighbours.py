"""More like this: what is alike stands first, and each says why it is there."""

from __future__ import annotations

import pytest
from django.test import Client

from archive import neighbours, records
from families.models import User
from stories.index import keeping
from stories.models import Story
from tests.archive.browsing import fund, place
from tests.factories import StoryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def hooter(student: User) -> Story:
    made: Story = StoryFactory(
        published=True,
        author=student,
        title="The hooter",
        summary="It blew at six.",
        when_text="the 1970s",
        places=[place("sandhills")],
        funds=[fund("work-and-trades")],
    )
    return made


def told(**fields: object) -> Story:
    defaults = {"summary": "", "when_text": "", "parts": ["Once."]}
    made: Story = StoryFactory(published=True, **(defaults | fields))
    return made


def beside(story: Story) -> list[tuple[str, str]]:
    keeping.catch_up()
    return [(one.card.title, one.why) for one in neighbours.of(records.find(story.ref))]


def test_the_likest_first_and_why(hooter: Story) -> None:
    told(title="Far away", when_text="1901", places=[place("heaton-park")])
    told(title="Of its time", when_text="1972")
    told(title="Of its trade", funds=[fund("work-and-trades")])
    told(title="Of its word", parts=["Then came the hooter."])
    told(title="Of all", when_text="1975", places=[place("sandhills")], funds=[fund("caring")])
    assert beside(hooter) == [
        ("Of all", "Also Sandhills, also the 1970s"),
        ("Of its word", "Both say “hooter”"),
        ("Of its trade", "Also “Work and trades”"),
        ("Of its time", "Also the 1970s"),
    ]


def test_a_word_that_many_have_or_that_says_little_joins_nothing(hooter: Story) -> None:
    for number in range(21):
        told(title=f"Number {number}", parts=["Another hooter, and it blew."])
    assert beside(hooter) == []


def test_a_whole_life_shares_no_decade(hooter: Story) -> None:
    told(title="All my life", when_text="from 1930 to 1999")
    assert beside(hooter) == []


def test_one_that_shares_nothing_with_anything(student: User) -> None:
    alone = told(title="Zzz", author=student)
    told(title="Another")
    assert beside(alone) == []


def test_voices_that_stand_beside_it_stand_there_once(client: Client, hooter: Story) -> None:
    told(title="It was me who blew it", places=[place("sandhills")], answers=hooter)
    told(title="The other side", places=[place("sandhills")])
    assert beside(hooter) == [("The other side", "Also Sandhills")]
    html = client.get(hooter.get_absolute_url()).content.decode()
    assert "More like this" in html
    assert "Also Sandhills" in html
    assert f'href="/walk/?from={hooter.ref}"' in html
