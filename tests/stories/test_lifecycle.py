"""Every verb, from every status, by everybody: what is not listed leaves no mark.

The rules are in ``docs`` and in the safeguarding document; the table below is
written from there, not from the code.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from wagtail.models import ModelLogEntry, Revision, TaskState, WorkflowState

from families.models import User
from families.roles import Role
from stories import lifecycle
from stories.models import (
    Feedback,
    FirstYes,
    KeptPoint,
    PartingWord,
    PublicationPlan,
    Story,
    Undoable,
)
from stories.models.states import Status
from tests.factories import ItemFactory, PersonFactory
from tests.stories.cast import STATES, Cast

pytestmark = pytest.mark.django_db

AUTHOR, TEACHER, LEAD = {"author"}, {"teacher"}, {"lead"}
STAFF = {"teacher", "colleague", "lead"}
OF_THE_SCHOOL = STAFF | {"author", "classmate", "relative", "neighbour", "administrator"}
OWNERS = STAFF | {"author", "relative"}

DECIDED = ("sensitive", "recommended", "planned", "declined", "returned")
"""Where a memory is besides its status: two adults have to agree, one of them (``teacher``)
did, a day is chosen, or it was given back for good."""

AS_SUBMITTED = ("submitted", "taken_up", "sensitive", "recommended", "planned")
AS_DRAFT = ("draft", "declined", "returned")

ALLOWED: dict[str, dict[str, set[str]]] = {
    "submit": dict.fromkeys((*AS_DRAFT, "changes_requested"), AUTHOR),
    "take_up": {
        **dict.fromkeys(("submitted", "sensitive"), STAFF),
        **dict.fromkeys(("taken_up", "recommended", "planned"), TEACHER),
        "held_submitted": {"lead"},
    },
    "assign": {
        **dict.fromkeys(("submitted", "sensitive"), STAFF),
        **dict.fromkeys(("taken_up", "recommended", "planned"), TEACHER),
    },
    "request_changes": {**dict.fromkeys(AS_SUBMITTED, STAFF), "held_submitted": {"lead"}},
    "ask_back": dict.fromkeys(AS_SUBMITTED, AUTHOR),
    "give_back": {},
    "decline": dict.fromkeys(AS_SUBMITTED, STAFF),
    "return_to_family": dict.fromkeys(AS_SUBMITTED, STAFF),
    "recommend": {"sensitive": STAFF},
    "unrecommend": {"recommended": {"teacher"}},
    "plan": {
        **dict.fromkeys(("submitted", "taken_up", "planned"), STAFF),
        "recommended": STAFF - {"teacher"},
    },
    "unplan": {"planned": STAFF},
    "come_due": {},
    "publish": {
        **dict.fromkeys(("submitted", "taken_up", "planned"), STAFF),
        "recommended": STAFF - {"teacher"},
    },
    "withdraw": {
        **dict.fromkeys(AS_DRAFT, OWNERS - {"relative"}),
        **dict.fromkeys((*AS_SUBMITTED, "changes_requested", "published"), OWNERS),
        "sealed": {"lead"},
        "held_draft": OWNERS - {"relative"},
        "held_submitted": OWNERS,
        "held_published": OWNERS,
        "held_sealed": {"lead"},
    },
    "bring_back": {"withdrawn": {"author"}},
    "delete": {
        state: {"lead"} if "sealed" in state else {"author", "lead"}
        for state in (*STATES, *DECIDED)
    },
    "keep": {},
    "lapse": {},
    "seal": {
        **dict.fromkeys((*AS_DRAFT, *AS_SUBMITTED, "changes_requested", "published"), STAFF),
        **dict.fromkeys(
            ("sealed", "held_draft", "held_submitted", "held_published", "held_sealed"), LEAD
        ),
    },
    "hold": dict.fromkeys((*STATES, *DECIDED), OF_THE_SCHOOL),
    "release": {
        "sealed": {"lead"},
        "held_draft": {"lead"},
        "held_submitted": {"lead"},
        "held_published": {"lead"},
        "held_sealed": {"lead"},
    },
    "undo": dict.fromkeys(("changes_requested", "sealed", "declined", "returned"), TEACHER),
}

AFTER = {
    "submit": Status.SUBMITTED,
    "take_up": Status.SUBMITTED,
    "assign": Status.SUBMITTED,
    "request_changes": Status.CHANGES_REQUESTED,
    "decline": Status.DRAFT,
    "return_to_family": Status.DRAFT,
    "publish": Status.PUBLISHED,
    "withdraw": Status.WITHDRAWN,
    "bring_back": Status.DRAFT,
    "seal": Status.SEALED,
}


def do(verb: str, story: Story, by: Any) -> Story:
    """The verb with whatever else it asks for."""
    teachers = User.objects.filter(groups__name=Role.TEACHER, school=story.school, is_active=True)
    details: dict[str, dict[str, Any]] = {
        "assign": {"to": teachers.exclude(pk=story.taken_up_by_id).order_by("pk").first()},
        "request_changes": {"feedback": "What did it smell of?"},
        "seal": {"until": timezone.localdate() + timedelta(days=30)},
        "hold": {"reason": "A home address."},
        "plan": {"on": timezone.localdate() + timedelta(days=3)},
        "decline": {"words": "It is a letter to your nan, and lovely as one."},
        "return_to_family": {"words": "Keep it for your family."},
    }
    act: Callable[..., Story] = getattr(lifecycle, verb)
    return act(story, by=by, **details.get(verb, {}))


def sensitive(cast: Cast, **details: Any) -> Story:
    """Handed in, with the voice of a child who agreed to it, as a guardian did."""
    child = PersonFactory(child=True, consenting=True, school=cast.school, name="Ada")
    sound = ItemFactory(audio=True, uploaded_by=cast["author"])
    return cast.memory("submitted", people=[(child, "heard")], parts=["Words.", sound], **details)


def memory_in(state: str, cast: Cast) -> Story:
    """A memory in a state of ``STATES`` or of ``DECIDED``; ``teacher`` decided."""
    by = cast["teacher"]
    match state:
        case "sensitive":
            return sensitive(cast)
        case "recommended":
            return do("recommend", sensitive(cast), by)
        case "planned":
            return do("plan", cast.memory("submitted"), by)
        case "declined":
            return do("decline", cast.memory("submitted"), by)
        case "returned":
            return do("return_to_family", cast.memory("submitted"), by)
    return cast.memory(state)


TABLES: list[Any] = [FirstYes, PublicationPlan, PartingWord, Undoable, KeptPoint]


def marks(story: Story) -> list[Any]:
    """Everything that a verb may write."""
    return [
        Story.objects.filter(pk=story.pk).values().get(),
        ModelLogEntry.objects.count(),
        list(Feedback.objects.values_list("pk", "answered_at")),
        Revision.objects.count(),
        list(WorkflowState.objects.values_list("status", flat=True)),
        list(TaskState.objects.values_list("status", flat=True)),
        [list(table.objects.values()) for table in TABLES],
    ]


@pytest.mark.parametrize("state", [*STATES, *DECIDED])
def test_only_the_listed_people_may(state: str, cast: Cast) -> None:
    story = memory_in(state, cast)
    before = marks(story)
    for verb in lifecycle.VERBS:
        did = {role for role in cast.people if may(verb, story, cast[role], before)}
        assert did == ALLOWED[verb].get(state, set()), verb


def may(verb: str, story: Story, person: Any, before: list[Any]) -> bool:
    """Try it and undo it; a refusal has to have left no mark and to say a sentence."""
    sid = transaction.savepoint()
    try:
        after = do(verb, story, person)
    except lifecycle.Refused as refused:
        assert str(refused)[-1] in ".!?", refused
        assert marks(story) == before, f"{verb} by {person} left a mark"
        return False
    else:
        if verb == "ask_back":
            assert (after.status == Status.DRAFT) == (story.taken_up_by_id is None)
        logged = ModelLogEntry.objects.filter(action=f"stories.{verb}", user=person)
        assert logged.filter(object_id=str(story.pk)).exists()
        assert after.status == AFTER.get(verb, after.status)
        return True
    finally:
        transaction.savepoint_rollback(sid)


def test_the_table_names_every_verb() -> None:
    assert set(ALLOWED) == set(lifecycle.VERBS)


class TestSubmit:
    def test_keeps_what_it_says_now(self, cast: Cast) -> None:
        story = lifecycle.submit(cast.memory("draft"), by=cast["author"])
        assert story.submitted_at is not None
        assert story.latest_revision.as_object().title == story.title

    @pytest.mark.parametrize("details", [{"title": "  "}, {"parts": ()}, {"parts": ("  ",)}])
    def test_needs_a_title_and_some_words(self, cast: Cast, details: dict[str, Any]) -> None:
        story = cast.memory("draft", **details)
        with pytest.raises(lifecycle.Refused, match="title and some words"):
            lifecycle.submit(story, by=cast["author"])

    def test_answers_the_feedback_and_lets_go_of_the_teacher(self, cast: Cast) -> None:
        story = cast.memory("changes_requested")
        assert story.taken_up_by == cast["teacher"]
        story = lifecycle.submit(story, by=cast["author"])
        assert story.taken_up_by is None
        assert story.feedback.get().answered_at is not None

    def test_goes_on_with_the_same_review(self, cast: Cast) -> None:
        story = cast.memory("changes_requested")
        lifecycle.submit(story, by=cast["author"])
        assert WorkflowState.objects.get().status == WorkflowState.STATUS_IN_PROGRESS


class TestRequestChanges:
    def test_gives_it_back_with_the_words_that_were_read(self, cast: Cast) -> None:
        story = cast.memory("submitted")
        lifecycle.request_changes(story, by=cast["teacher"], feedback="  Which mill?  ")
        feedback = story.feedback.get()
        assert (feedback.text, feedback.given_by) == ("Which mill?", cast["teacher"])
        assert feedback.revision.as_object().title == story.title

    def test_says_what_to_change(self, cast: Cast) -> None:
        story = cast.memory("submitted")
        with pytest.raises(lifecycle.Refused, match="what to change"):
            lifecycle.request_changes(story, by=cast["teacher"], feedback="  ")


class TestTakeUp:
    def test_names_whoever_reads_it(self, cast: Cast) -> None:
        story = cast.memory("taken_up")
        with pytest.raises(lifecycle.Refused, match=str(cast["teacher"])):
            lifecycle.take_up(story, by=cast["colleague"])

    def test_ends_the_turn_of_the_author(self, cast: Cast) -> None:
        assert cast.memory("submitted").is_writable
        assert not cast.memory("taken_up").is_writable


class TestSeal:
    @pytest.mark.parametrize("days", [0, -1])
    def test_is_until_a_day_to_come(self, cast: Cast, days: int) -> None:
        story = cast.memory("submitted")
        day = timezone.localdate() + timedelta(days=days)
        with pytest.raises(lifecycle.Refused, match="still to come"):
            lifecycle.seal(story, by=cast["teacher"], until=day)

    def test_takes_it_out_of_the_public_and_ends_the_review(self, cast: Cast) -> None:
        story = do("seal", cast.memory("published"), cast["teacher"])
        assert not story.live
        assert not Story.objects.public().exists()
        do("seal", cast.memory("submitted"), cast["teacher"])
        assert not WorkflowState.objects.active().exists()


class TestRelease:
    def test_a_sealed_memory_is_read_again(self, cast: Cast) -> None:
        story = lifecycle.release(cast.memory("sealed"), by=cast["lead"])
        assert (story.status, story.sealed_until) == (Status.SUBMITTED, None)
        assert story in Story.objects.awaiting_review(cast.school)
        assert WorkflowState.objects.active().exists()

    def test_a_sealed_draft_is_a_draft_again(self, cast: Cast) -> None:
        sealed = do("seal", cast.memory("draft"), cast["teacher"])
        assert lifecycle.release(sealed, by=cast["lead"]).status == Status.DRAFT

    def test_a_held_memory_goes_on_where_it_was(self, cast: Cast) -> None:
        story = cast.memory("held_published")
        assert not Story.objects.public().exists()
        story = lifecycle.release(story, by=cast["lead"])
        assert (story.status, story.held) == (Status.PUBLISHED, False)
        assert story in Story.objects.public()


class TestWithdraw:
    def test_is_at_once_and_closes_the_review(self, cast: Cast) -> None:
        story = cast.memory("published")
        assert story in Story.objects.public()
        story = lifecycle.withdraw(story, by=cast["author"])
        assert not Story.objects.public().exists()
        assert (story.live, story.live_revision) == (False, None)
        lifecycle.withdraw(cast.memory("submitted"), by=cast["author"])
        assert not WorkflowState.objects.active().exists()

    @pytest.mark.parametrize("verb", ["submit", "publish", "seal"])
    def test_there_is_no_way_back(self, verb: str, cast: Cast) -> None:
        story = cast.memory("withdrawn")
        by = cast["author"] if verb == "submit" else cast["lead"]
        with pytest.raises(lifecycle.Refused):
            do(verb, story, by)

    def test_what_a_family_was_not_given_is_not_theirs_to_take_back(self, cast: Cast) -> None:
        story = cast.memory("submitted", audience="me")
        with pytest.raises(lifecycle.Refused, match="not yours"):
            lifecycle.withdraw(story, by=cast["relative"])


class TestFourEyes:
    """Nobody approves their own, and nobody approves what they edited last."""

    def test_not_ones_own(self, cast: Cast) -> None:
        story = cast.memory("draft")
        Story.objects.filter(pk=story.pk).update(author=cast["teacher"])
        lifecycle.submit(story, by=cast["teacher"])
        with pytest.raises(lifecycle.Refused, match="Somebody else"):
            lifecycle.publish(story, by=cast["teacher"])
        assert lifecycle.publish(story, by=cast["colleague"]).live

    def test_not_what_one_edited_last(self, cast: Cast) -> None:
        story = cast.memory("submitted")
        Story.objects.filter(pk=story.pk).update(last_edited_by=cast["teacher"])
        with pytest.raises(lifecycle.Refused, match="Somebody else"):
            lifecycle.publish(story, by=cast["teacher"])
        assert lifecycle.publish(story, by=cast["colleague"]).live

    def test_not_the_draft_that_one_wrote_beside_a_live_memory(self, cast: Cast) -> None:
        story = cast.memory("published")
        story.title = "Changed in the editor"
        story.save_revision(user=cast["colleague"])
        with pytest.raises(lifecycle.Refused, match="Somebody else"):
            lifecycle.publish(story, by=cast["colleague"])
        assert lifecycle.publish(story, by=cast["teacher"]).title == "Changed in the editor"


def test_publishing_twice_is_publishing_once(cast: Cast) -> None:
    story = cast.memory("published")
    with pytest.raises(lifecycle.Refused, match="published already"):
        lifecycle.publish(story, by=cast["colleague"])
    assert ModelLogEntry.objects.filter(action="stories.publish").count() == 1


def test_a_refusal_by_the_gate_says_what_is_missing(cast: Cast) -> None:
    story = cast.memory("submitted", audience="family", teller=None)
    with pytest.raises(lifecycle.Refused, match="cannot be published yet") as refused:
        lifecycle.publish(story, by=cast["teacher"])
    assert {blocker.code for blocker in refused.value.blockers} == {"audience", "teller"}


def test_each_verb_looks_at_the_memory_as_it_is_now(cast: Cast) -> None:
    seen_by_the_colleague = cast.memory("submitted")
    lifecycle.publish(seen_by_the_colleague, by=cast["teacher"])
    assert seen_by_the_colleague.status == Status.SUBMITTED
    with pytest.raises(lifecycle.Refused, match="published now"):
        lifecycle.request_changes(seen_by_the_colleague, by=cast["colleague"], feedback="More?")


def test_the_log_says_who_why_and_until_when(cast: Cast) -> None:
    do("hold", cast.memory("submitted"), cast["classmate"])
    assert ModelLogEntry.objects.get(action="stories.hold").data == {"reason": "A home address."}
    sealed = do("seal", cast.memory("submitted"), cast["teacher"])
    logged = ModelLogEntry.objects.get(action="stories.seal").data
    assert logged == {"until": sealed.sealed_until.isoformat()}
    do("withdraw", cast.memory("published"), cast["author"])
    assert ModelLogEntry.objects.get(action="stories.withdraw").data == {"because": "asked"}


def test_publishing_logs_the_revision(cast: Cast) -> None:
    story = cast.memory("published")
    assert ModelLogEntry.objects.get(action="stories.publish").revision == story.live_revision
