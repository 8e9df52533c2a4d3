"""What this layer holds of somebody who leaves.

A memory that they alone told goes altogether. One that others told as well stays with the
others: whoever leaves is taken out of it (``stories.erasing.leaving``), and so they are out
of every memory in which they were only seen, heard or talked about.
"""

from __future__ import annotations

from families.erasure import Eraser, Waits
from families.models import Person, User
from stories import ledger
from stories.erasing import going, leaving
from stories.models import (
    FirstYes,
    KeptPoint,
    NewsByMail,
    NewsItem,
    Parcel,
    PlaceSuggestion,
    Portfolio,
    PublicationPlan,
    StaffDigest,
    Story,
    Undoable,
    Worry,
    YearlyLook,
)
from stories.models.parts import StoryPerson
from stories.models.states import Status
from stories.packing import store

Role = StoryPerson.Role


def erase_memories(user: User) -> None:
    """Raises ``Waits`` while one of theirs is held or sealed: the lead decides first."""
    people = list(Person.objects.filter(user=user))
    mine = Story.objects.select_for_update().filter(pk__in=_touched(user, people))
    for story in mine.order_by("pk"):
        if story.held or story.status == Status.SEALED:
            raise Waits("A memory of theirs is held or sealed. Release it or delete it first.")
        if _is_theirs_alone(story, user, people):
            going.destroy(story)
        else:
            leaving.take_out(story, people, sent_by=user)
    ledger.write_after_commit(str(user.pk), ledger.Entry.ERASED)
    Worry.objects.filter(raised_by=user).update(raised_by=None)
    for model in (NewsByMail, NewsItem, StaffDigest):
        model._default_manager.filter(user=user).delete()
    for decided in (FirstYes, PublicationPlan, Undoable):
        decided._default_manager.filter(by=user).delete()
    KeptPoint.objects.filter(given_by=user).delete()
    PlaceSuggestion.objects.filter(suggested_by=user).delete()
    PlaceSuggestion.objects.filter(settled_by=user).update(settled_by=None)
    YearlyLook.objects.filter(by=user).update(by=None)
    for parcel in Parcel.objects.filter(user=user).exclude(file=""):
        store().delete(parcel.file)
    Parcel.objects.filter(user=user).delete()
    Portfolio.objects.filter(user=user).delete()


def _touched(user: User, people: list[Person]) -> set[int]:
    begun = Story.objects.filter(author=user).values_list("pk", flat=True)
    inside = StoryPerson.objects.filter(person__in=people).values_list("story", flat=True)
    return {*begun, *inside}


def _is_theirs_alone(story: Story, user: User, people: list[Person]) -> bool:
    """Told by nobody else, and told or begun by them."""
    tellers = StoryPerson.objects.filter(story=story, role=Role.TELLER)
    theirs = tellers.filter(person__in=people).exists()
    return (theirs or story.author_id == user.pk) and not tellers.exclude(
        person__in=people
    ).exists()


MEMORIES = Eraser(
    name="stories",
    holds="Memories with all that is of them, worries, news, parcels, portfolios and more.",
    claims=frozenset(
        {
            "stories.Assignment.set_by",
            "stories.Deletion.asked_by",
            "stories.Feedback.closed_by",
            "stories.Feedback.given_by",
            "stories.FindingReview.reviewed_by",
            "stories.FirstYes.by",
            "stories.Incident.by",
            "stories.Incident.child",
            "stories.KeptPoint.given_by",
            "stories.Mending.by",
            "stories.NewsByMail.user",
            "stories.NewsItem.user",
            "stories.Parcel.user",
            "stories.PartingWord.by",
            "stories.PlaceSuggestion.settled_by",
            "stories.PlaceSuggestion.suggested_by",
            "stories.Portfolio.user",
            "stories.PublicationPlan.by",
            "stories.StaffDigest.user",
            "stories.Story.author",
            "stories.Story.last_edited_by",
            "stories.Story.locked_by",
            "stories.Story.taken_up_by",
            "stories.StoryPerson.person",
            "stories.Undoable.by",
            "stories.Worry.raised_by",
            "stories.Worry.settled_by",
            "stories.WorryNote.by",
            "stories.YearlyLook.by",
        }
    ),
    erase=erase_memories,
)
