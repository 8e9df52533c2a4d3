"""A year of birth is asked for where it helps, used once, and kept nowhere."""

from __future__ import annotations

import pytest
from django.db import connection

from stories.models import Story
from tests.stories.contribute.screen import Screen

pytestmark = pytest.mark.django_db

AGE = "when Nan was 8"


def told(story: Story) -> tuple[str, str]:
    now = Story.objects.get(pk=story.pk)
    return now.when_text, now.when_edtf


def test_the_question_comes_with_the_save(screen: Screen) -> None:
    answer = screen.type(when_text=AGE).press("", json=True).json()
    assert answer["age"] == "What year was Nan born?"
    assert answer["when"] == ""


def test_ones_own_age_is_asked_for_in_its_own_words(screen: Screen) -> None:
    answer = screen.type(when_text="when I was six").press("", json=True).json()
    assert answer["age"] == "What year were you born?"


@pytest.mark.parametrize("words", ["about 1972", "a long time ago", "", "when Nan was 8, 1956"])
def test_nothing_is_asked_where_it_would_not_help(screen: Screen, words: str) -> None:
    assert screen.type(when_text=words).press("", json=True).json()["age"] == ""


@pytest.mark.parametrize(("button", "json"), [("born", True), ("born", False), ("save", False)])
def test_the_year_is_worked_out(screen: Screen, story: Story, button: str, json: bool) -> None:
    answer = screen.type(when_text=AGE, born="1948").press(button, json=json)
    assert told(story) == ("when Nan was 8, about 1956", "1956~")
    if json:
        assert answer.json()["when_text"] == "when Nan was 8, about 1956"
        assert answer.json()["when"] == "about 1956"


def test_a_save_by_itself_works_nothing_out(screen: Screen, story: Story) -> None:
    screen.type(when_text=AGE, born="1948").press("", json=True)
    assert told(story) == (AGE, "")


@pytest.mark.parametrize("typed", ["", "48", "nineteen", "2999", "<b>"])
def test_what_is_no_year_leaves_the_words_as_said(screen: Screen, story: Story, typed: str) -> None:
    screen.type(when_text=AGE, born=typed).press("born", json=True)
    assert told(story) == (AGE, "")


def test_the_year_of_birth_is_in_no_table(screen: Screen, story: Story) -> None:
    screen.type(when_text=AGE, born="1948").press("born")
    screen.shows(screen.client.get(screen.address))
    screen.press("save")
    with connection.cursor() as cursor:
        for table in ("stories_story", "wagtailcore_revision", "families_person", "django_session"):
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608
            assert "1948" not in str(cursor.fetchall()), table


def test_last_year_counts_from_the_day_it_was_begun(screen: Screen, story: Story) -> None:
    Story.objects.filter(pk=story.pk).update(created_at="2020-05-01T12:00:00Z")
    answer = screen.type(when_text="last year").press("", json=True).json()
    assert answer["when"] == "2019"
    assert told(story) == ("last year", "2019")
