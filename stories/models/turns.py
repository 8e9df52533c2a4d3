"""Whose turn it is with a memory, kept beside it so that a queue of thousands comes in order."""

from __future__ import annotations

from django.db import models
from django.db.models import Case, Value, When

from stories.models.states import Status


class Turn(models.IntegerChoices):
    """In the order of the queue: nobody's yet, a grown-up's, its writer's, nobody's any more."""

    FIRST = 0, "nobody’s yet, and the first of its writer"
    NOBODY = 1, "nobody’s yet"
    TEACHER = 2, "a teacher’s"
    LEAD = 3, "the safeguarding lead’s"
    SECOND_ADULT = 4, "a second adult’s"
    WRITER = 5, "its writer’s"
    SEALED = 6, "nobody’s until a day"
    DONE = 7, "nobody’s any more"


NOT_YET = frozenset({Turn.FIRST, Turn.NOBODY})
"""What waits until somebody picks it up."""

TURN = Case(
    When(held=True, then=Value(Turn.LEAD.value)),
    When(
        status=Status.SUBMITTED.value,
        taken_up_by__isnull=True,
        is_first=True,
        then=Value(Turn.FIRST.value),
    ),
    When(status=Status.SUBMITTED.value, taken_up_by__isnull=True, then=Value(Turn.NOBODY.value)),
    When(status=Status.SUBMITTED.value, then=Value(Turn.TEACHER.value)),
    When(
        status=Status.PUBLISHED.value,
        has_unpublished_changes=True,
        then=Value(Turn.SECOND_ADULT.value),
    ),
    When(
        status__in=[Status.DRAFT.value, Status.CHANGES_REQUESTED.value],
        then=Value(Turn.WRITER.value),
    ),
    When(status=Status.SEALED.value, then=Value(Turn.SEALED.value)),
    default=Value(Turn.DONE.value),
)
"""Worked out by the database from what the lifecycle writes; nobody writes it."""
