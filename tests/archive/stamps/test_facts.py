"""What a process knows of one kind: read together, each once until something of it changes."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from archive import records, stamps
from archive.stamps import facts
from archive.stamps.facts import MOST
from families.models import User
from stories import lifecycle
from stories.models import Story
from tests.archive.kept.reading import settle
from tests.factories import PersonFactory, StoryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(student: User) -> list[Story]:
    teller = PersonFactory(school=student.school, consenting=True)
    return [StoryFactory(published=True, author=student, teller=teller) for _ in range(3)]


def read(told: Collection[Story]) -> tuple[list[str], int]:
    """The titles that a page shows, and how many questions it asked besides the clock's."""
    settle()
    with stamps.reading() as page, CaptureQueriesContext(connection) as queries:
        assert page.moment is not None
        found = records.by_number(one.pk for one in told)
    return [found[one.pk].title for one in told if one.pk in found], len(queries) - 1


def test_what_is_known_is_not_asked_for(told: list[Story]) -> None:
    _, first = read(told)
    titles, again = read(told)
    assert first > 1
    assert (titles, again) == ([one.title for one in told], 0)


def test_what_has_changed_alone_is_read_anew(told: list[Story]) -> None:
    read(told)
    Story.objects.filter(pk=told[0].pk).update(title="Called otherwise")
    titles, asked = read(told)
    assert titles == ["Called otherwise", told[1].title, told[2].title]
    assert asked > 1
    assert read(told)[1] == 0


def test_what_changed_elsewhere_costs_one_question(told: list[Story], student: User) -> None:
    read(told)
    StoryFactory(published=True, author=student)
    assert read(told)[1] == 1
    assert read(told)[1] == 0


def test_what_is_taken_back_is_gone(told: list[Story]) -> None:
    read(told)
    lifecycle.withdraw(told[1], by=told[1].author)
    assert read(told)[0] == [told[0].title, told[2].title]


def test_each_rests_on_its_own(told: list[Story]) -> None:
    """A change of one memory leaves the others as they are known."""
    with stamps.reading() as page:
        records.by_number([told[0].pk])
    with stamps.reading() as both:
        records.by_number([one.pk for one in told[:2]])
    assert f"story:{told[1].pk}" not in page.tags
    assert {f"story:{one.pk}" for one in told[:2]} <= both.tags


def test_another_language_is_another_fact(told: list[Story]) -> None:
    read(told)
    with override("pl"):
        assert read(told)[1] > 1


def test_outside_of_a_page_nothing_is_kept() -> None:
    asked: list[int] = []

    def make(keys: Collection[int]) -> Iterator[tuple[int, int]]:
        for key in keys:
            asked.append(key)
            yield key, key

    assert facts("number", [1, 2], make) == facts("number", [1, 2], make) == {1: 1, 2: 2}
    assert asked == [1, 2, 1, 2]


def test_no_more_are_known_than_there_is_room_for() -> None:
    made: list[int] = []

    def make(keys: Collection[int]) -> Iterator[tuple[int, int]]:
        for key in keys:
            made.append(key)
            yield key, key

    with stamps.reading():
        facts("number", range(MOST + 1), make)
        facts("number", [0], make)
        facts("number", [MOST], make)
    assert made == [*range(MOST + 1), 0]
