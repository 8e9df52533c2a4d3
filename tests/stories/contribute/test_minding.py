"""What may give somebody away is told below its box, in the answer to a save and on the page."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from families.models import User
from stories.minding import MOST
from stories.models import FindingReview, Story
from tests.factories import PersonFactory, StoryFactory
from tests.stories.contribute.screen import Screen

pytestmark = pytest.mark.django_db

PHONE = "Ring 0161 496 0000, said Nan."


def words(story: Story) -> str:
    return f"part-{story.parts.get().pk}-text"


def test_the_answer_to_a_save_says_what_and_why(screen: Screen, story: Story) -> None:
    screen.fields[words(story)] = [PHONE]
    told = screen.press("", json=True).json()["minded"]
    assert list(told) == [f"id_{words(story)}"]
    html = told[f"id_{words(story)}"]
    for said in ("0161 496 0000", "This looks like a phone number.", "Take it out"):
        assert said in html


def test_nothing_is_said_where_nothing_is_found(screen: Screen) -> None:
    assert screen.press("", json=True).json()["minded"] == {}


@pytest.mark.parametrize("box", ["title", "summary", "when_text"])
def test_every_box_is_minded(screen: Screen, box: str) -> None:
    answer = screen.type(**{box: "Write to nan@example.org"}).press("", json=True)
    assert list(answer.json()["minded"]) == [f"id_{box}"]


def test_the_page_says_it_too_and_mends_it_without_script(desk: Client, student: User) -> None:
    story: Story = StoryFactory(author=student, parts=[PHONE])
    screen = Screen(desk, story)
    button = next(each for each in screen.buttons if each.startswith("mend:"))
    response = screen.press(button)
    assert response["Location"].endswith(f"#id_{words(story)}")
    assert story.parts.get().text == "Ring, said Nan."


def test_the_mend_is_done_to_what_was_typed_last(desk: Client, student: User) -> None:
    story: Story = StoryFactory(author=student, parts=[PHONE])
    screen = Screen(desk, story)
    button = next(each for each in screen.buttons if each.startswith("mend:"))
    screen.fields[words(story)] = ["New. Ring 0161 496 0000, she said."]
    screen.press(button)
    assert story.parts.get().text == "New. Ring, she said."


@pytest.mark.parametrize(
    "button",
    [
        "mend:",
        "mend:title:0:gone",
        "mend:title:x:nan@example.org",
        "mend:title:9:nan@example.org",
        "mend:edition:0:1",
        "mend:no-such-box:0:nan@example.org",
    ],
)
def test_a_button_that_lies_mends_nothing(screen: Screen, story: Story, button: str) -> None:
    assert screen.type(title="nan@example.org").press(button).status_code == 302
    assert Story.objects.get().title == "nan@example.org"


def test_a_childs_surname_becomes_a_first_name(desk: Client, student: User) -> None:
    child = PersonFactory(child=True, name="Nell Byrne", public_name="Nell")
    story: Story = StoryFactory(
        author=student, people=[(child, "mentioned")], parts=["Nell Byrne ran."]
    )
    screen = Screen(desk, story)
    assert "Use just the first name" in screen.text
    screen.press(next(each for each in screen.buttons if each.startswith("mend:")))
    assert story.parts.get().text == "Nell ran."


def test_what_a_person_let_stay_is_left_alone(desk: Client, student: User, teacher: User) -> None:
    story = StoryFactory(author=student, parts=[PHONE])
    FindingReview.objects.create(
        story=story, kind="phone", excerpt="0161 496 0000", reviewed_by=teacher
    )
    assert "0161 496 0000</q>" not in Screen(desk, story).text


def test_a_whole_address_book_does_not_bury_the_box(desk: Client, student: User) -> None:
    book = " ".join(f"friend{n}@example.org" for n in range(99))
    story = StoryFactory(author=student, parts=[book])
    mended = [each for each in Screen(desk, story).buttons if each.startswith("mend:")]
    assert len(mended) == MOST


def test_it_costs_the_same_for_many_parts(
    desk: Client, student: User, django_assert_max_num_queries: Any
) -> None:
    story = StoryFactory(author=student, parts=[PHONE] * 12)
    screen = Screen(desk, story)
    with django_assert_max_num_queries(60):
        screen.press("", json=True)
