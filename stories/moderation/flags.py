"""What a memory in the queue may have with it that a teacher looks for.

All but the missing yes are asked of the database. What is found in the words themselves
(``stories.safeguarding``) is not kept there, so it is no flag: the review page shows it.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q

from families.models import User
from media.formats import Kind
from media.transcripts.verbs import RECORDINGS
from stories import publication
from stories.models import Story, StoryPart, Worry
from stories.models.states import Status
from stories.moderation.policies import WorryPolicy


def _first(rows: Any, user: User) -> Any:
    return rows.filter(status=Status.SUBMITTED, is_first=True)


def _without_a_yes(rows: Any, user: User) -> Any:
    """What the gate itself says, of what is with a teacher: four reads for every 500."""
    handed_in = rows.filter(status=Status.SUBMITTED).order_by()
    asked = Story.objects.filter(pk__in=handed_in.values("pk")).order_by("pk")
    return rows.filter(pk__in=[story.pk for story, _ in publication.lacking(asked)])


def _asked_back(rows: Any, user: User) -> Any:
    return rows.filter(status=Status.SUBMITTED, asked_back_at__isnull=False)


def _asks_for_help(rows: Any, user: User) -> Any:
    return rows.filter(_has_part(asks_teacher=True))


def _undescribed(rows: Any, user: User) -> Any:
    return rows.filter(_has_part(item__kind=Kind.IMAGE, description=""))


def _not_written_down(rows: Any, user: User) -> Any:
    return rows.filter(_has_part(item__kind__in=RECORDINGS, item__transcript=None))


def _worry(rows: Any, user: User) -> Any:
    """As far as this lead may read worries: never about what they told themselves."""
    open_ones = WorryPolicy(Worry).rows_of(user).filter(settled_at=None, story=OuterRef("pk"))
    return rows.filter(Exists(open_ones))


def _has_part(**details: Any) -> Q:
    return Q(Exists(StoryPart.objects.filter(story=OuterRef("pk"), **details)))


FLAGS = {
    "first": _first,
    "consent": _without_a_yes,
    "back": _asked_back,
    "help": _asks_for_help,
    "description": _undescribed,
    "transcript": _not_written_down,
    "worry": _worry,
}

CHOICES = [
    ("first", "First memory"),
    ("consent", "A yes is missing"),
    ("back", "Its writer wants it back"),
    ("help", "Asks for help with a picture"),
    ("description", "A picture without a description"),
    ("transcript", "A recording without its words"),
    ("worry", "Somebody is worried"),
]

OF_THE_LEAD = frozenset({"worry"})
