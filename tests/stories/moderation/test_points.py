"""Points on the review page: chosen from a list or by script, kept, sent, settled."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from families.models import User
from stories import lifecycle
from stories.conversation import points
from stories.models import Answer, Feedback, KeptPoint, Story
from stories.models.states import Status
from tests.factories import ItemFactory, StoryFactory, UserFactory

pytestmark = pytest.mark.django_db
LOUD = "The looms were so loud."


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


@pytest.fixture
def story(student: User) -> Story:
    made: Story = StoryFactory(
        submitted=True,
        author=student,
        parts=[f"It was red. {LOUD}", ItemFactory(audio=True, uploaded_by=student)],
    )
    return made


def page(client: Client, story: Story) -> str:
    return client.get(reverse("moderation:review", args=[story.ref])).content.decode()


def keep(client: Client, story: Story, part: int = 0, **said: str) -> Any:
    here = reverse("moderation:keep_point", args=[story.ref])
    about = {"part": story.parts.all()[part].pk, "feedback": "How loud?"}
    return client.post(here, about | said)


def test_a_sentence_from_the_list(desk: Client, story: Story) -> None:
    assert f'<option value="{LOUD}">' in page(desk, story)
    assert keep(desk, story, quote=LOUD, thanks="I can hear it.").status_code == 302
    point = KeptPoint.objects.get()
    assert (point.pin, point.quote, point.thanks) == ("words", LOUD, "I can hear it.")
    assert point.before.endswith("It was red. ")
    html = page(desk, story)
    assert f"<mark>{LOUD}</mark>" in html
    assert "Not sent yet." in html


def test_words_that_a_script_selected(desk: Client, story: Story) -> None:
    keep(desk, story, quote="red. The", before="It was ", after=" looms")
    assert KeptPoint.objects.get().quote == "red. The"


def test_all_of_a_part_and_a_moment_of_it(desk: Client, story: Story) -> None:
    keep(desk, story, part=1)
    keep(desk, story, part=1, moment="1:05")
    keep(desk, story, part=0)
    assert [(p.pin, p.seconds) for p in KeptPoint.objects.all()] == [
        ("part", None),
        ("moment", 65),
        ("part", None),
    ]


@pytest.mark.parametrize(
    ("part", "said", "sentence"),
    [
        (0, {"quote": "Never written."}, "These words are not in it any more."),
        (1, {"moment": "soon"}, "Say the moment like this: 1:05."),
        (0, {"feedback": ""}, "This field is required."),
        (0, {"feedback": "Ring 0161 496 0000"}, "Please take it out"),
    ],
)
def test_what_cannot_be_kept_is_said_and_still_there(
    desk: Client, story: Story, part: int, said: dict[str, str], sentence: str
) -> None:
    again = keep(desk, story, part, **{"thanks": "Words I typed.", **said})
    html = again.content.decode()
    assert again.status_code == 409
    assert sentence in html
    assert "Words I typed." in html
    assert not KeptPoint.objects.exists()


def test_a_part_that_is_not_in_it(desk: Client, story: Story) -> None:
    here = reverse("moderation:keep_point", args=[story.ref])
    other: Story = StoryFactory(submitted=True, author=story.author)
    again = desk.post(here, {"part": other.parts.get().pk, "feedback": "How loud?"})
    assert again.status_code == 409
    assert "That part is not in it any more." in again.content.decode()


def test_points_alone_can_be_sent(desk: Client, story: Story, teacher: User) -> None:
    keep(desk, story, quote=LOUD)
    ask = reverse("moderation:decide", args=[story.ref, "request_changes"])
    assert desk.post(ask, {"feedback": "", "thanks": ""}).status_code == 302
    assert Feedback.objects.get().quote == LOUD
    story.refresh_from_db()
    assert story.status == Status.CHANGES_REQUESTED
    assert keep(desk, story).status_code == 409


def test_ones_own_is_taken_out(desk: Client, story: Story) -> None:
    keep(desk, story)
    drop = reverse("moderation:drop_point", args=[story.ref])
    desk.post(drop, {"point": "x"})
    assert KeptPoint.objects.exists()
    desk.post(drop, {"point": KeptPoint.objects.get().pk})
    assert not KeptPoint.objects.exists()


def test_the_answer_is_seen_and_settled(
    desk: Client, story: Story, student: User, teacher: User
) -> None:
    keep(desk, story, quote=LOUD)
    lifecycle.request_changes(story, by=teacher)
    point = Feedback.objects.get()
    points.reply(point, "As loud as a train.", by=student)
    points.answer(point, Answer.CHANGED, by=student)
    part = story.parts.first()
    assert part is not None
    part.text = "You could not hear yourself."
    part.save()
    lifecycle.submit(story, by=student)
    html = page(desk, story)
    assert "As loud as a train." in html
    assert "changed it." in html
    assert "This sentence has changed since." in html
    settle = reverse("moderation:settle", args=[story.ref])
    desk.post(settle, {"point": point.pk})
    point.refresh_from_db()
    assert point.closed_by == teacher
    assert f"Settled by {teacher}." in page(desk, story)
    assert desk.post(settle, {"point": "x"}).status_code == 404
    assert desk.post(settle, {"point": point.pk + 1}).status_code == 404


def test_a_point_of_another_memory_is_not_settled_by_this_one(
    desk: Client, story: Story, student: User
) -> None:
    other = StoryFactory(changes_requested=True, author=student)
    point = other.feedback.get()
    settle = reverse("moderation:settle", args=[story.ref])
    assert desk.post(settle, {"point": point.pk}).status_code == 404


def test_a_memory_that_was_asked_back_is_given_back(
    desk: Client, story: Story, student: User, teacher: User
) -> None:
    lifecycle.take_up(story, by=teacher)
    assert "Give it back</button>" not in page(desk, story)
    lifecycle.ask_back(story, by=student)
    assert f"{student} wants to change something." in page(desk, story)
    give = reverse("moderation:decide", args=[story.ref, "give_back"])
    assert desk.post(give).status_code == 302
    story.refresh_from_db()
    assert (story.status, story.asked_back_at) == (Status.CHANGES_REQUESTED, None)
    assert desk.post(give).status_code == 409


@pytest.mark.parametrize("name", ["keep_point", "drop_point", "settle"])
def test_another_school_finds_nothing(client: Client, story: Story, name: str) -> None:
    client.force_login(UserFactory(teacher=True))
    here = reverse(f"moderation:{name}", args=[story.ref])
    nowhere = reverse(f"moderation:{name}", args=["zzzzzzzzzz"])
    assert client.post(here).status_code == client.post(nowhere).status_code == 404


def test_the_page_asks_as_much_about_many_points_as_about_few(
    desk: Client, story: Story, teacher: User, student: User
) -> None:
    def one_more_round() -> None:
        keep(desk, story, quote=LOUD)
        keep(desk, story, part=1, moment="0:01")
        lifecycle.request_changes(story, by=teacher, feedback="And the whole?")
        lifecycle.submit(story, by=student)
        keep(desk, story, quote=LOUD)

    one_more_round()
    page(desk, story)
    with CaptureQueriesContext(connection) as few:
        page(desk, story)
    one_more_round()
    with CaptureQueriesContext(connection) as many:
        page(desk, story)
    assert len(many) == len(few)
