"""Memories begun without a line: each made once, nothing overwritten, nobody else's start."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from families.models import User
from stories.models import Story
from stories.models.states import Status
from tests.factories import UserFactory
from tests.stories.contribute.screen import Screen

pytestmark = pytest.mark.django_db

DRAFTS = "/desk/drafts/"
JSON = {"Accept": "application/json"}


def starts(client: Client) -> list[str]:
    given: list[str] = client.get(DRAFTS, headers=JSON).json()["starts"]
    return given


@pytest.fixture(autouse=True)
def committed(django_capture_on_commit_callbacks: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every request is a transaction of its own, as on a server."""
    post = Client.post

    def posted(self: Client, *args: Any, **kwargs: Any) -> Any:
        with django_capture_on_commit_callbacks(execute=True):
            return post(self, *args, **kwargs)

    monkeypatch.setattr(Client, "post", posted)


def send(client: Client, start: str, title: str = "The flood", words: str = "It rained.") -> Any:
    data = {"start": start, "title": title, "words": words}
    return client.post(DRAFTS, data, headers=JSON)


def said(story: Story) -> list[str]:
    return [part.text for part in Story.objects.get(pk=story.pk).parts.all()]


def test_a_few_starts_are_handed_out_and_each_is_another(desk: Client) -> None:
    answer = desk.get(DRAFTS, headers=JSON)
    assert len(set(answer.json()["starts"])) == 5
    assert "no-store" in answer["Cache-Control"]
    assert not Story.objects.exists()


def test_it_is_made_at_school_with_its_words(desk: Client, student: User) -> None:
    start = starts(desk)[0]
    answer = send(desk, start).json()
    story = Story.objects.get()
    assert (story.ref, story.title, story.author) == (start.split(":")[0], "The flood", student)
    assert (story.status, said(story)) == (Status.DRAFT, ["It rained."])
    assert (answer["address"], answer["kept"]) == (f"/desk/stories/{story.ref}/", True)


def test_sending_it_again_makes_no_second_one(desk: Client) -> None:
    start = starts(desk)[0]
    assert send(desk, start).json() == send(desk, start).json()
    assert Story.objects.count() == 1


def test_words_typed_since_a_reply_was_lost_arrive(desk: Client) -> None:
    start = starts(desk)[0]
    for words in ("It rained.", "It rained for a week.", "It rained for a week, and more."):
        assert send(desk, start, words=words).json()["kept"]
    story = Story.objects.get()
    assert said(story) == ["It rained for a week, and more."]


def test_what_was_written_at_school_meanwhile_is_not_overwritten(desk: Client) -> None:
    start = starts(desk)[0]
    field = send(desk, start).json()["field"]
    story = Story.objects.get()
    Screen(desk, story).type(**{field.replace("-", "__"): "The Irk rose."}).press()
    answer = send(desk, start, words="It rained for a week.").json()
    assert answer["kept"] is False
    assert (answer["field"], answer["edition"]) == (field, 1)
    assert said(story) == ["The Irk rose."]


def test_a_memory_that_is_with_a_teacher_is_left_alone(desk: Client, teacher: User) -> None:
    start = starts(desk)[0]
    send(desk, start)
    Story.objects.update(status=Status.SUBMITTED, taken_up_by=teacher)
    assert send(desk, start, words="More.").json()["kept"] is False


@pytest.mark.parametrize("start", ["", "aaaaaaaaaa", "aaaaaaaaaa:forged"])
def test_a_start_that_is_none_gets_another(desk: Client, start: str) -> None:
    answer = send(desk, start)
    assert answer.status_code == 422
    assert send(desk, answer.json()["start"]).status_code == 200


def test_nobody_uses_somebody_elses_start(desk: Client, student: User) -> None:
    start = starts(desk)[0]
    other = Client()
    other.force_login(UserFactory(student=True, school=student.school))
    assert send(other, start).status_code == 422
    assert not Story.objects.exists()


def test_whoever_was_signed_out_is_told_so(client: Client) -> None:
    assert client.get(DRAFTS, headers=JSON).status_code == 401
    assert send(client, "any").status_code == 401


def test_whoever_has_no_school_begins_nothing(client: Client) -> None:
    client.force_login(UserFactory(school=None))
    assert client.get(DRAFTS, headers=JSON).status_code == 403
