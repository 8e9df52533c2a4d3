"""A transcript is saved, restored and read over; nobody's words are overwritten unseen."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from django.utils import timezone

from families.models import User
from media.models import Item, Transcript
from media.transcripts import verbs, webvtt
from media.transcripts.cues import MAX_CHARACTERS, MAX_CUES, MAX_MS, MAX_SPEAKER, Cue
from media.transcripts.problems import Malformed
from tests.factories import ItemFactory
from tests.media.transcripts.conftest import SAID

pytestmark = pytest.mark.django_db

OTHER = (Cue(0, 2000, "It was quiet.", "Rita"),)


def said(item: Item) -> list[str]:
    return [cue.text for cue in webvtt.read(Transcript.objects.get(item=item).vtt)]


def numbers(item: Item) -> list[int]:
    """The editions that are kept, newest first."""
    return [revision.number for revision in item.transcript.revisions.all()]


def test_the_first_wording_is_kept(sound: Item, student: User) -> None:
    revision = verbs.save(sound, SAID, by=student, number=0)
    transcript = Transcript.objects.get(item=sound)
    assert (revision.number, revision.by, revision.by_computer) == (1, student, False)
    assert (transcript.number, transcript.by_computer) == (1, False)
    assert transcript.spoken == "It was loud.\nMy neighbour drank.\nWe signed with our hands."
    assert webvtt.read(transcript.vtt) == webvtt.read(revision.vtt) == SAID


def test_lines_are_put_in_order(sound: Item, student: User) -> None:
    verbs.save(sound, reversed(SAID), by=student, number=0)
    assert said(sound) == [cue.text for cue in SAID]


def test_what_was_overtaken_keeps_nothing(told: Item, student: User) -> None:
    verbs.save(told, OTHER, by=student, number=1)
    with pytest.raises(verbs.Overtaken):
        verbs.save(told, SAID, by=student, number=1)
    assert said(told) == ["It was quiet."]
    assert [r.number for r in told.transcript.revisions.all()] == [2, 1]


def test_words_sent_twice_by_a_page_overtake_nobody(told: Item, student: User) -> None:
    first = verbs.save(told, OTHER, by=student, number=1, by_itself=True)
    assert verbs.save(told, OTHER, by=student, number=1, by_itself=True) == first
    with pytest.raises(verbs.Overtaken):
        verbs.save(told, OTHER, by=student, number=1)


@pytest.mark.parametrize("number", [0, 2, -1])
def test_an_edition_that_never_was_is_overtaken(told: Item, student: User, number: int) -> None:
    with pytest.raises(verbs.Overtaken):
        verbs.save(told, OTHER, by=student, number=number)


def test_the_same_words_make_no_new_edition(told: Item, student: User) -> None:
    again = verbs.save(told, SAID, by=student, number=1)
    assert again.number == 1
    assert told.transcript.revisions.count() == 1


class TestWhatAPageSavesByItself:
    """Each sitting leaves one wording; what was saved on purpose is always kept."""

    @pytest.fixture
    def typed(self, told: Item, student: User) -> Item:
        """The page saved once by itself, as the second edition."""
        verbs.save(told, OTHER, by=student, number=1, by_itself=True)
        return told

    def test_makes_way_within_a_sitting(self, typed: Item, student: User) -> None:
        verbs.save(typed, SAID[:1], by=student, number=2, by_itself=True)
        assert (numbers(typed), said(typed)) == ([3, 1], ["It was loud."])

    def test_stays_after_a_sitting(self, typed: Item, student: User) -> None:
        began = timezone.now() - verbs.ONE_SITTING
        typed.transcript.revisions.filter(number=2).update(made_at=began)
        verbs.save(typed, SAID[:1], by=student, number=2, by_itself=True)
        assert numbers(typed) == [3, 2, 1]

    def test_stays_beside_what_somebody_else_types(self, typed: Item, teacher: User) -> None:
        verbs.save(typed, SAID[:1], by=teacher, number=2, by_itself=True)
        assert numbers(typed) == [3, 2, 1]

    def test_stays_beside_what_is_saved_on_purpose(self, typed: Item, student: User) -> None:
        verbs.save(typed, SAID[:1], by=student, number=2)
        assert numbers(typed) == [3, 2, 1]

    def test_stays_once_somebody_pressed_a_button(self, typed: Item, student: User) -> None:
        verbs.save(typed, OTHER, by=student, number=2)
        verbs.save(typed, SAID[:1], by=student, number=2, by_itself=True)
        assert numbers(typed) == [3, 2, 1]


def test_words_that_wait_are_read_once_they_are_let_out(told: Item, student: User) -> None:
    verbs.save(told, OTHER, by=student, number=1, waits=True)
    verbs.save(told, SAID[:1], by=student, number=2, waits=True)
    waiting = Transcript.objects.get(item=told)
    assert (waiting.waits, waiting.spoken.splitlines()[1]) == (True, "My neighbour drank.")
    verbs.let_out(told)
    now = Transcript.objects.get(item=told)
    assert (now.waits, now.shown, now.spoken) == (False, "", "It was loud.")


def test_an_earlier_wording_counts_again_as_a_new_edition(told: Item, student: User) -> None:
    first = verbs.save(told, OTHER, by=student, number=1).transcript.revisions.get(number=1)
    restored = verbs.restore(told, first, by=student, number=2)
    assert restored.number == 3
    assert said(told) == [cue.text for cue in SAID]
    with pytest.raises(verbs.Overtaken):
        verbs.restore(told, first, by=student, number=2)


class TestADraftMadeByAComputer:
    @pytest.fixture
    def draft(self, sound: Item) -> Item:
        verbs.save(sound, SAID, by=None, number=0, by_computer=True)
        return Item.objects.get(pk=sound.pk)

    def test_is_neither_searched_nor_shown_as_captions(self, draft: Item) -> None:
        assert draft.transcript.by_computer
        assert draft.transcript.spoken == ""
        assert draft.derivative("captions.vtt") is None

    def test_stays_one_while_it_is_mended(self, draft: Item, student: User) -> None:
        assert verbs.save(draft, OTHER, by=student, number=1).by_computer
        assert Transcript.objects.get(item=draft).spoken == ""

    def test_is_everybodys_once_a_person_has_read_it(self, draft: Item, student: User) -> None:
        verbs.mark_read(draft, by=student, number=1)
        transcript = Transcript.objects.get(item=draft)
        assert not transcript.by_computer
        assert "It was loud." in transcript.spoken
        assert draft.derivative("captions.vtt") is not None
        assert transcript.revisions.first().by == student

    def test_cannot_be_read_unseen(self, draft: Item, student: User) -> None:
        verbs.save(draft, OTHER, by=student, number=1)
        with pytest.raises(verbs.Overtaken):
            verbs.mark_read(draft, by=student, number=1)

    def test_is_one_again_when_it_is_restored(self, draft: Item, student: User) -> None:
        verbs.mark_read(draft, by=student, number=1)
        transcript = Transcript.objects.get(item=draft)
        verbs.restore(draft, transcript.revisions.get(number=1), by=student, number=2)
        transcript.refresh_from_db()
        assert (transcript.by_computer, transcript.spoken) == (True, "")
        assert draft.derivative("captions.vtt") is None

    def test_reading_what_a_person_wrote_changes_nothing(self, told: Item, student: User) -> None:
        verbs.mark_read(told, by=student, number=1)
        assert told.transcript.revisions.count() == 1


@pytest.mark.parametrize(
    ("cues", "sentence"),
    [
        ([Cue(0, 1, "a" * (MAX_CHARACTERS + 1))], "too many words for one line"),
        ([Cue(0, 1, "a", "b" * (MAX_SPEAKER + 1))], "A name is too long"),
        ([Cue(0, 1, "a")] * (MAX_CUES + 1), "more than 5,000 lines"),
        ([Cue(n, n + 1, "a" * 300) for n in range(4000)], "bigger than 1 MB"),
        ([Cue(2, 1, "a")], "before the start"),
        ([Cue(-1, 1, "a")], "before the start"),
        ([Cue(0, MAX_MS + 1, "a")], "more than a day"),
    ],
)
def test_what_is_out_of_bounds_keeps_nothing(
    sound: Item, student: User, cues: Iterable[Cue], sentence: str
) -> None:
    with pytest.raises(Malformed, match=sentence):
        verbs.save(sound, cues, by=student, number=0)
    assert not Transcript.objects.exists()


@pytest.mark.parametrize("kind", ["image", "document"])
def test_only_recordings_are_written_down(student: User, kind: str) -> None:
    with pytest.raises(ValueError, match="heard"):
        verbs.save(ItemFactory(**{kind: True}), SAID, by=student, number=0)
