"""What is held back is nowhere but under lock: not in captions, page or search."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from django.test import Client

from families.models import User
from media import claims, removal, storage
from media.models import Item, Job, JobState, Status, Transcript
from media.processing import process
from media.signals import item_ready
from media.transcripts import verbs, webvtt
from media.transcripts.cues import Cue
from media.transcripts.holding import hold_back, hold_back_also
from media.transcripts.lines import all_lines, held_spans, public_lines
from tests.factories import ItemFactory
from tests.media import samples
from tests.media.conftest import Add
from tests.media.transcripts.conftest import SAID, SECRET

pytestmark = pytest.mark.django_db


def captions(item: Item) -> str:
    made = Item.objects.get(pk=item.pk).derivative("captions.vtt")
    if made is None:
        return ""
    with made.file.open() as file:
        return file.read().decode()


def test_the_captions_are_a_derivative(told: Item) -> None:
    made = told.derivative("captions.vtt")
    assert made.content_type == "text/vtt; charset=utf-8"
    assert made.size == len(captions(told).encode())
    assert webvtt.read(captions(told)) == SAID


def test_the_door_serves_them(client: Client, told: Item, student: User) -> None:
    client.force_login(student)
    answer = client.get(told.url("captions.vtt"))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/vtt; charset=utf-8"
    assert b"".join(answer).startswith(b"WEBVTT")


def test_held_words_are_nowhere_but_in_the_transcript(told: Item, student: User) -> None:
    assert hold_back(told, [SECRET], by=student)
    now = Item.objects.get(pk=told.pk)
    assert "neighbour" not in captions(now)
    assert "neighbour" not in now.transcript.spoken
    assert [line.text for line in public_lines(now)] == [SAID[0].text, SAID[2].text]
    assert "neighbour" in now.transcript.vtt
    assert [line.is_held for line in all_lines(now)] == [False, True, False]


def test_the_door_serves_nothing_until_it_is_made_again(
    client: Client, told: Item, student: User
) -> None:
    client.force_login(student)
    hold_back(told, [SECRET], by=student)
    answers = {client.get(told.url(name)).status_code for name in ("sound.m4a", "captions.vtt")}
    assert answers == {404}
    now = Item.objects.get(pk=told.pk)
    assert (now.status, now.job.state) == (Status.WAITING, JobState.WAITING)


def test_a_run_on_the_old_wishes_is_superseded(told: Item, student: User) -> None:
    Item.objects.filter(pk=told.pk).update(status=Status.WAITING)
    Job.objects.create(item=told)
    run = claims.claim(told)
    hold_back(told, [SECRET], by=student)
    with pytest.raises(claims.Superseded):
        run.close(JobState.DONE)


def test_it_is_queued_after_commit(
    told: Item, student: User, django_capture_on_commit_callbacks: Any
) -> None:
    with (
        mock.patch("media.remaking.enqueue") as enqueue,
        django_capture_on_commit_callbacks(execute=True),
    ):
        hold_back(told, [SECRET], by=student)
    enqueue.assert_called_once()


def test_the_same_passages_again_change_nothing(told: Item, student: User) -> None:
    hold_back(told, [SECRET], by=student)
    Item.objects.filter(pk=told.pk).update(status=Status.READY)
    assert not hold_back(told, [(2000, 3000), (3000, 4000)], by=student)
    assert Item.objects.get(pk=told.pk).is_ready


def test_a_passage_keeps_who_held_it(told: Item, student: User, teacher: User) -> None:
    hold_back(told, [SECRET], by=student)
    hold_back_also(told, [(5000, 5500)], by=teacher)
    assert [held.held_by for held in told.held_passages.all()] == [student, teacher]


def test_letting_go_makes_it_again_too(told: Item, student: User) -> None:
    hold_back(told, [SECRET], by=student)
    Item.objects.filter(pk=told.pk).update(status=Status.READY)
    assert hold_back(told, [], by=student)
    assert not Item.objects.get(pk=told.pk).is_ready
    assert "neighbour" in captions(told)


def test_holding_more_never_lets_go(told: Item, student: User) -> None:
    hold_back(told, [SECRET], by=student)
    hold_back_also(told, [(0, 1000)], by=student)
    assert held_spans(Item.objects.get(pk=told.pk)) == [(0, 1000), SECRET]


def test_words_that_are_typed_into_a_held_passage_are_held(told: Item, student: User) -> None:
    hold_back(told, [SECRET], by=student)
    verbs.save(told, [*SAID, Cue(2500, 5000, "He drank gin.")], by=student, number=1)
    assert "gin" not in captions(told) + Transcript.objects.get(item=told).spoken


def test_everything_held_leaves_no_captions(told: Item, student: User) -> None:
    hold_back(told, [(0, 9000)], by=student)
    assert captions(told) == ""
    assert Transcript.objects.get(item=told).spoken == ""


def test_a_refused_file_stays_refused(student: User) -> None:
    item = ItemFactory(audio=True, refused=True)
    hold_back(item, [SECRET], by=student)
    assert Item.objects.get(pk=item.pk).status == Status.REFUSED


def test_new_derivatives_get_their_captions_again(told: Item) -> None:
    told.derivatives.all().delete()
    item_ready.send(sender=Item, item=told)
    assert webvtt.read(captions(told)) == SAID


def test_the_worker_brings_it_back_without_the_passage(
    added: Add, made: Callable[..., Path], student: User
) -> None:
    item = added(made("talk.mp3", samples.sound), student)
    first = item.derivative("sound.m4a").sha256
    verbs.save(item, [Cue(0, 500, "A secret."), Cue(500, 1000, "Hello.")], by=student, number=0)
    hold_back(item, [(0, 500)], by=student)
    item = process(item)
    assert item.is_ready
    assert item.derivative("sound.m4a").sha256 != first
    assert [cue.text for cue in webvtt.read(captions(item))] == ["Hello."]


@pytest.fixture
def stored() -> Iterator[set[str]]:
    """The names of caption files on disk, before."""
    yield caption_files()


def caption_files() -> set[str]:
    folder = storage.derivatives().path("")
    return {str(path) for path in Path(folder).rglob("*.vtt")}


@pytest.mark.django_db(transaction=True)
def test_old_captions_are_deleted_and_new_ones_never(
    stored: set[str], told: Item, student: User
) -> None:
    for number in (1, 2, 3):
        verbs.save(told, SAID[:number], by=student, number=told.transcript.number)
        told = Item.objects.get(pk=told.pk)
        assert len(caption_files() - stored) == 1
        assert webvtt.read(captions(told)) == SAID[:number]
    removal.remove(told)
    assert caption_files() - stored == set()
