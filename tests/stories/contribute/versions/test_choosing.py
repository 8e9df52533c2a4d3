"""Two screens on one memory: both seen, chosen from whole or part by part, neither lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from families.models import User
from stories.models import Fund, Story
from tests.factories import StoryFactory
from tests.stories.contribute.screen import Screen

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(student: User) -> Story:
    made: Story = StoryFactory(author=student, title="The flood", parts=["It rained."])
    return made


@pytest.fixture
def words(story: Story) -> str:
    return f"part-{story.parts.get().pk}-text"


@pytest.fixture
def laptop(desk: Client, story: Story, words: str) -> Screen:
    """It shows both: the phone saved a title, words, a fund and a date first."""
    phone, laptop = Screen(desk, story), Screen(desk, story)
    fund = Fund.objects.get(name="Neighbours")
    phone.type(title="From the phone", funds=fund.slug, when_text="1954")
    phone.type(**{words: "It rained for a week."}).press()
    laptop.type(title="From the laptop", **{words: "It poured."})
    laptop.shows(laptop.press())
    return laptop


def now(story: Story) -> Story:
    return Story.objects.get(pk=story.pk)


def said(story: Story) -> list[str]:
    return [part.text for part in story.parts.all()]


def wordings(story: Story) -> list[Story]:
    return [revision.as_object() for revision in now(story).revisions.order_by("pk")]


def test_both_are_seen_with_what_only_one_has(laptop: Screen) -> None:
    for seen in ("This screen", "The other screen", "Part 1: Words", "Neighbours", "1954"):
        assert seen in laptop.text
    assert "Only here:" in laptop.text


def test_part_by_part(laptop: Screen, story: Story, words: str) -> None:
    laptop.type(**{f"choose-{words}": "theirs", "choose-when_text": "theirs"})
    laptop.type(**{"choose-funds": "theirs"})
    assert laptop.press("choose").status_code == 302
    kept = now(story)
    assert (kept.title, said(kept), kept.when_text) == (
        "From the laptop",
        ["It rained for a week."],
        "1954",
    )
    assert [fund.name for fund in kept.funds.all()] == ["Neighbours"]


def test_after_choosing_both_whole_wordings_are_in_the_history(
    laptop: Screen, story: Story, words: str
) -> None:
    laptop.type(**{f"choose-{words}": "theirs"}).press("choose")
    assert [said(wording) for wording in wordings(story)] == [
        ["It rained for a week."],
        ["It poured."],
    ]


def test_the_other_one_stands_and_this_one_is_kept(laptop: Screen, story: Story) -> None:
    edition = now(story).edition
    assert laptop.press("other").status_code == 302
    kept = now(story)
    assert (kept.title, kept.edition, kept.latest_revision) == ("From the phone", edition, None)
    assert [wording.title for wording in wordings(story)] == ["From the laptop"]


def test_a_script_is_given_both(laptop: Screen) -> None:
    answer = laptop.press("", json=True)
    assert answer.status_code == 409
    assert "The other screen" in answer.json()["html"]
    assert 'name="do" value="choose"' in answer.json()["html"]


def test_what_is_the_same_on_both_is_no_conflict(desk: Client, story: Story) -> None:
    phone, laptop = Screen(desk, story), Screen(desk, story)
    phone.type(title="The same").press()
    answer = laptop.type(title="The same").press("", json=True)
    assert answer.status_code == 200
    assert answer.json()["edition"] == now(story).edition


def test_words_of_a_part_taken_out_are_seen_and_kept(desk: Client, student: User) -> None:
    story = StoryFactory(author=student, parts=["one", "two"])
    phone, laptop = Screen(desk, story), Screen(desk, story)
    two = story.parts.last()
    phone.press(f"out-{two.pk}")
    laptop.type(**{f"part__{two.pk}__text": "two, and more"})
    assert "two, and more" in laptop.press("", json=True).json()["html"]
    laptop.shows(laptop.press())
    laptop.press("choose")
    assert said(now(story)) == ["one", "two, and more"]


def test_nothing_is_set_aside_once_a_teacher_reads_it(
    laptop: Screen, story: Story, teacher: User
) -> None:
    Story.objects.filter(pk=story.pk).update(status="submitted", taken_up_by=teacher)
    laptop.press("other")
    assert wordings(story) == []


def test_a_person_ticked_on_one_screen_only(desk: Client, story: Story, student: User) -> None:
    phone, laptop = Screen(desk, story), Screen(desk, story)
    roles: Any = next(name for name in laptop.fields if name.endswith("-roles"))
    phone.type(summary="From the phone").press()
    laptop.shows(laptop.type(**{roles: ["teller", "heard"]}).press())
    assert "Only here: </span>, Can be heard" in laptop.text
    laptop.type(**{f"choose-{roles}": "theirs"}).press("choose")
    assert [person.role for person in now(story).people.all()] == ["teller"]
