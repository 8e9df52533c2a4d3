"""Each class at a glance: how far everybody has come, in the order of their names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Case, Max, Value, When

from families.models import ReporterClass, User
from families.roles import Role
from home.dashboard.memories import queue_url
from stories.models.states import Status


class Stage(models.IntegerChoices):
    """The farthest that anything of somebody's has come. Nobody is first or last."""

    NOTHING = 0, "nothing yet"
    WRITING = 1, "writing"
    HANDED_IN = 2, "handed in"
    PUBLISHED = 3, "published"


STATUSES: dict[Stage, list[str]] = {
    Stage.NOTHING: [],
    Stage.WRITING: [Status.DRAFT.value, Status.CHANGES_REQUESTED.value],
    Stage.HANDED_IN: [Status.SUBMITTED.value],
    Stage.PUBLISHED: [Status.PUBLISHED.value],
}
"""What counts for each stage, and what the queue shows behind it."""

STAGE = Case(
    *(
        When(status__in=names, then=Value(stage.value))
        for stage, names in STATUSES.items()
        if names
    ),
    default=Value(Stage.NOTHING.value),
)


@dataclass(frozen=True)
class Place:
    """One student in the grid."""

    student: User
    stage: Stage

    @property
    def url(self) -> str:
        return queue_url(student=str(self.student.pk), status=STATUSES[self.stage])


@dataclass(frozen=True)
class Class:
    """One grid."""

    name: str
    places: list[Place]

    @property
    def without(self) -> int:
        """Students who have begun nothing, so that a teacher knows where to sit down."""
        return sum(place.stage == Stage.NOTHING for place in self.places)


def at_a_glance(user: User, visible: Any) -> list[Class]:
    """The classes of this person's school, in three queries, whatever is in them."""
    reached = visible.order_by().values_list("author").annotate(stage=Max(STAGE))
    stages = dict(reached)
    students = User.objects.filter(
        is_active=True, school=user.school_id, groups__name=Role.STUDENT.value
    )
    places: dict[int | None, list[Place]] = defaultdict(list)
    for student in students.order_by("display_name", "pk"):
        stage = Stage(stages.get(student.pk, Stage.NOTHING))
        places[student.reporter_class_id].append(Place(student, stage))
    groups = ReporterClass.objects.filter(school=user.school_id).order_by("name")
    return [Class(group.name, places[group.pk]) for group in groups]
