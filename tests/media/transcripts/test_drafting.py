"""A computer writes a first draft where a model is on the disk, and nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any
from unittest import mock

import pytest
from django.core.checks import run_checks

from families.models import User
from media.models import Item, Transcript
from media.signals import item_ready
from media.tasks import draft_transcript
from media.transcripts import drafting, verbs, webvtt
from media.transcripts.cues import MAX_CHARACTERS
from tests.factories import ItemFactory
from tests.media.transcripts.conftest import SAID

pytestmark = pytest.mark.django_db


@dataclass
class Segment:
    """As faster-whisper yields them; seconds."""

    start: float
    end: float
    text: str


HEARD = [
    Segment(0.0, 1.5, " It was loud."),
    Segment(1.5, 1.5, " Nothing."),
    Segment(1.5, 2.0, "  "),
    Segment(2.0, 3.25, " <script>" + "a" * 3000),
]


class FakeModel:
    """The part of faster_whisper.WhisperModel that is used."""

    made: list[dict[str, Any]] = []
    segments: Iterable[Segment] = HEARD

    def __init__(self, model_size_or_path: str, **options: Any) -> None:
        self.made.append({"path": model_size_or_path, **options})

    def transcribe(self, audio: str, **options: Any) -> tuple[Iterator[Segment], object]:
        assert Path(audio).read_bytes()
        return iter(self.segments), SimpleNamespace(language="en")


@pytest.fixture
def model(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> type[FakeModel]:
    """A school that has the package and a model."""
    settings.TRANSCRIPTION_MODEL = str(tmp_path)
    package = ModuleType("faster_whisper")
    package.WhisperModel = FakeModel  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "faster_whisper", package)
    monkeypatch.setattr(FakeModel, "made", [])
    return FakeModel


def test_a_draft_is_kept_and_shown_to_nobody(
    sound: Item, model: type[FakeModel], tmp_path: Path
) -> None:
    assert drafting.draft(sound)
    transcript = Transcript.objects.get(item=sound)
    assert (transcript.by_computer, transcript.spoken) == (True, "")
    assert transcript.revisions.get().by is None
    cues = webvtt.read(transcript.vtt)
    assert [(cue.start_ms, cue.end_ms) for cue in cues] == [(0, 1500), (2000, 3250)]
    assert cues[0].text == "It was loud."
    assert len(cues[1].text) == MAX_CHARACTERS
    assert Item.objects.get(pk=sound.pk).derivative("captions.vtt") is None


def test_nothing_is_fetched_and_the_machine_stays_usable(
    sound: Item, model: type[FakeModel], tmp_path: Path
) -> None:
    drafting.draft(sound)
    (asked,) = model.made
    assert asked.pop("cpu_threads") >= 1
    assert asked == {
        "path": str(tmp_path),
        "device": "cpu",
        "compute_type": "int8",
        "local_files_only": True,
    }


@pytest.mark.parametrize("refused", [{"image": True}, {"audio": True, "waiting": True}])
def test_what_cannot_be_heard_gets_none(model: type[FakeModel], refused: dict[str, bool]) -> None:
    assert not drafting.draft(ItemFactory(**refused))
    assert not model.made


def test_silence_gets_none(
    sound: Item, model: type[FakeModel], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model, "segments", [])
    assert not drafting.draft(sound)
    assert not Transcript.objects.exists()


def test_what_a_person_wrote_is_left_alone(told: Item, model: type[FakeModel]) -> None:
    assert not drafting.draft(told)
    assert not model.made


def test_who_began_meanwhile_wins(sound: Item, model: type[FakeModel], student: User) -> None:
    def begins(path: Path) -> Iterator[Any]:
        verbs.save(sound, SAID, by=student, number=0)
        yield from SAID

    with mock.patch.object(drafting, "heard", begins):
        assert not drafting.draft(sound)
    assert not Transcript.objects.get(item=sound).by_computer


@pytest.mark.parametrize(("has_model", "asked"), [(True, 1), (False, 0)])
def test_it_is_asked_for_once_an_item_is_ready(
    sound: Item,
    settings: Any,
    django_capture_on_commit_callbacks: Any,
    has_model: bool,
    asked: int,
) -> None:
    settings.TRANSCRIPTION_MODEL = "/somewhere" if has_model else ""
    with (
        mock.patch("media.tasks.enqueue_draft") as enqueue,
        django_capture_on_commit_callbacks(execute=True),
    ):
        item_ready.send(sender=Item, item=sound)
    assert enqueue.call_count == asked


def test_the_task_survives_that_the_item_is_gone(model: type[FakeModel], sound: Item) -> None:
    draft_transcript.func("aaaaaaaaaa")
    draft_transcript.func(sound.ref)
    assert Transcript.objects.get().item == sound


class TestTheCheck:
    def told(self) -> set[str | None]:
        return {message.id for message in run_checks() if "TRANSCRIPTION" in message.msg}

    def test_is_silent_without_the_setting(self, settings: Any) -> None:
        settings.TRANSCRIPTION_MODEL = ""
        assert self.told() == set()

    def test_names_a_folder_that_is_not_there(self, settings: Any, tmp_path: Path) -> None:
        settings.TRANSCRIPTION_MODEL = str(tmp_path / "nowhere")
        assert "media.W001" in self.told()

    def test_names_a_package_that_is_not_there(self, settings: Any, tmp_path: Path) -> None:
        settings.TRANSCRIPTION_MODEL = str(tmp_path)
        with mock.patch("media.transcripts.checks.find_spec", return_value=None):
            assert self.told() == {"media.W002"}

    def test_is_content_with_both(self, settings: Any, tmp_path: Path) -> None:
        settings.TRANSCRIPTION_MODEL = str(tmp_path)
        with mock.patch("media.transcripts.checks.find_spec", return_value=object()):
            assert self.told() == set()
