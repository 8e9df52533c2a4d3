"""Giving back for good with a word, and thinking better of a decision before anybody saw it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import WorkflowState

from stories import ledger, lifecycle, writing
from stories.models import Feedback, KeptPoint, NewsItem, PartingWord, Pin, Story, Undoable
from stories.models.states import Audience, Status
from tests.stories.cast import Cast
from tests.stories.test_lifecycle import do

pytestmark = pytest.mark.django_db
Refused = lifecycle.Refused

UNDOABLE = ["request_changes", "give_back", "decline", "return_to_family", "seal"]
WHOLE = ("status", "audience", "taken_up_by_id", "asked_back_at", "submitted_at", "sealed_until")


def row(story: Story) -> dict[str, Any]:
    return Story.objects.filter(pk=story.pk).values(*WHOLE).get()


def waiting(cast: Cast, verb: str) -> Story:
    story = cast.memory("taken_up")
    return lifecycle.ask_back(story, by=cast["author"]) if verb == "give_back" else story


class TestParting:
    @pytest.mark.parametrize("verb", ["decline", "return_to_family"])
    def test_nothing_is_deleted_and_the_writer_goes_on(self, cast: Cast, verb: str) -> None:
        story = do(verb, cast.memory("taken_up"), cast["teacher"])
        assert (story.status, story.taken_up_by, story.is_writable) == (Status.DRAFT, None, True)
        assert story.parts.exists()
        assert not WorkflowState.objects.active().exists()
        assert PartingWord.objects.get().over_at is None
        story = lifecycle.submit(story, by=cast["author"])
        assert PartingWord.objects.get().over_at == story.submitted_at
        assert WorkflowState.objects.active().exists()

    @pytest.mark.parametrize(
        ("was", "becomes"),
        [("everyone", "family"), ("school", "family"), ("family", "family"), ("me", "me")],
    )
    def test_what_is_the_familys_is_shown_to_nobody_else(
        self, cast: Cast, was: str, becomes: str
    ) -> None:
        story = do("return_to_family", cast.memory("submitted", audience=was), cast["teacher"])
        assert story.audience == becomes
        assert (
            do("decline", cast.memory("submitted", audience=was), cast["teacher"]).audience == was
        )

    @pytest.mark.parametrize("verb", ["decline", "return_to_family"])
    @pytest.mark.parametrize(
        ("words", "problem"),
        [("  ", "Say why in a kind sentence"), ("Write to me@example.org", "e-mail address")],
    )
    def test_the_word_is_said_and_leads_to_nobody(
        self, cast: Cast, verb: str, words: str, problem: str
    ) -> None:
        with pytest.raises(Refused, match=problem):
            getattr(lifecycle, verb)(cast.memory("submitted"), by=cast["teacher"], words=words)

    def test_the_writer_reads_it_on_the_desk_and_on_the_page(
        self, cast: Cast, client: Client, django_capture_on_commit_callbacks: Any
    ) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            story = do("decline", cast.memory("submitted"), cast["teacher"])
        client.force_login(cast["author"])
        assert (
            "Your teacher says why it stays off the web." in client.get("/desk/").content.decode()
        )
        page = client.get(f"/desk/stories/{story.ref}/").content.decode()
        assert "It is a letter to your nan, and lovely as one." in page
        assert "Send me my things" in page


class TestUndo:
    @pytest.mark.parametrize("verb", UNDOABLE)
    def test_it_is_as_it_was(self, cast: Cast, verb: str) -> None:
        story = waiting(cast, verb)
        before = row(story)
        do(verb, story, cast["teacher"])
        assert row(story) != before
        lifecycle.undo(story, by=cast["teacher"])
        assert row(story) == before
        assert not PartingWord.objects.exists()
        assert WorkflowState.objects.active().get().status == WorkflowState.STATUS_IN_PROGRESS
        with pytest.raises(Refused, match="nothing of yours"):
            lifecycle.undo(story, by=cast["teacher"])

    def test_no_point_that_was_sent_is_lost(self, cast: Cast) -> None:
        story, by = cast.memory("submitted"), cast["teacher"]
        part = story.parts.get()
        pinned = {"pin": Pin.WORDS, "part": part, "quote": "the mill", "text": "Which mill?"}
        KeptPoint.objects.create(story=story, given_by=by, thanks="Lovely.", **pinned)
        lifecycle.request_changes(story, by=by, feedback="Read it aloud.", thanks="Thank you.")
        assert Feedback.objects.count() == 2
        lifecycle.undo(story, by=by)
        assert not Feedback.objects.exists()
        kept = KeptPoint.objects.order_by("text").values_list("text", "thanks", "pin", "quote")
        assert list(kept) == [
            ("Read it aloud.", "Thank you.", "whole", ""),
            ("Which mill?", "Lovely.", "words", "the mill"),
        ]

    @pytest.mark.parametrize("verb", [verb for verb in UNDOABLE if verb != "seal"])
    @pytest.mark.parametrize("how", ["on the desk", "in the memory", "by mail", "unseen"])
    def test_until_its_writer_has_seen_it(
        self,
        cast: Cast,
        client: Client,
        verb: str,
        how: str,
        django_capture_on_commit_callbacks: Any,
    ) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            story = do(verb, waiting(cast, verb), cast["teacher"])
        client.force_login(cast["author"])
        if how == "on the desk":
            client.get("/desk/")
        elif how == "in the memory":
            client.get(f"/desk/stories/{story.ref}/")
        elif how == "by mail":
            NewsItem.objects.update(mailed_at=timezone.now())
        if how == "unseen":
            lifecycle.undo(story, by=cast["teacher"])
            assert not NewsItem.objects.exclude(kind="taken_up").exists()
            return
        with pytest.raises(Refused, match="too late"):
            lifecycle.undo(story, by=cast["teacher"])

    def test_not_once_its_writer_has_gone_on(self, cast: Cast) -> None:
        story = do("decline", cast.memory("submitted"), cast["teacher"])
        writing.save(story, by=cast["author"], edition=story.edition)
        with pytest.raises(Refused, match="too late"):
            lifecycle.undo(story, by=cast["teacher"])

    def test_not_by_somebody_who_is_not_of_the_staff_any_more(self, cast: Cast) -> None:
        story = do("decline", cast.memory("submitted"), cast["teacher"])
        cast["teacher"].groups.clear()
        with pytest.raises(Refused, match="too late"):
            lifecycle.undo(story, by=cast["teacher"])

    def test_anything_done_since_takes_it_away(self, cast: Cast) -> None:
        story = do("request_changes", cast.memory("submitted"), cast["teacher"])
        lifecycle.hold(story, by=cast["colleague"], reason="A name.")
        assert not Undoable.objects.exists()
        with pytest.raises(Refused, match="nothing of yours"):
            lifecycle.undo(story, by=cast["teacher"])


class TestASealThatWasASlip:
    def test_for_an_hour(self, cast: Cast) -> None:
        story = do("seal", cast.memory("submitted"), cast["teacher"])
        Undoable.objects.update(at=timezone.now() - timedelta(hours=1))
        with pytest.raises(Refused, match="too late"):
            lifecycle.undo(story, by=cast["teacher"])

    def test_what_was_public_is_read_again_before_it_is_public(self, cast: Cast) -> None:
        story = do("seal", cast.memory("published"), cast["teacher"])
        story = lifecycle.undo(story, by=cast["teacher"])
        assert (story.status, story.live) == (Status.SUBMITTED, False)
        assert story in Story.objects.awaiting_review(cast.school)

    def test_a_draft_is_a_draft_again_with_the_word_that_went_before(self, cast: Cast) -> None:
        story = do("decline", cast.memory("submitted"), cast["teacher"])
        story = do("seal", story, cast["teacher"])
        story = lifecycle.undo(story, by=cast["teacher"])
        assert (story.status, story.audience) == (Status.DRAFT, Audience.EVERYONE)
        assert PartingWord.objects.exists()

    def test_another_day_of_a_seal_is_the_first_day_again(self, cast: Cast) -> None:
        story = cast.memory("sealed")
        until = story.sealed_until
        do("seal", story, cast["lead"])
        assert lifecycle.undo(story, by=cast["lead"]).sealed_until == until

    def test_a_backup_that_is_put_back_hears_of_it(
        self, cast: Cast, django_capture_on_commit_callbacks: Any
    ) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            story = do("seal", cast.memory("submitted"), cast["teacher"])
            lifecycle.undo(story, by=cast["teacher"])
        last = ledger.last(ledger.Entry.HELD, ledger.Entry.RELEASED)
        assert [line.entry for line in last if line.ref == story.ref] == [ledger.Entry.RELEASED]
