"""Yeses that lack, and yeses that end soon."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from families import renewal
from families.admin.renewals import Task
from families.models import User
from home.dashboard.memories import queue_url
from home.dashboard.needs import Need, Row, need
from stories import publication
from stories.models.states import Status
from stories.moderation.queue import IN_ORDER, review_url


def missing(visible: Any) -> Need:
    """What was handed in and lacks a yes, as the gate says it, with what lacks.

    The gate reads the first batch of the queue, whatever its length: more than a
    handful of these is a link away.
    """
    handed_in = visible.filter(status=Status.SUBMITTED, held=False).order_by(*IN_ORDER)
    return need(
        "A yes is missing",
        _lacking(handed_in[: publication.BATCH]),
        nothing="Everything that was handed in has its yeses.",
        more=queue_url(flag="consent"),
    )


def _lacking(stories: Any) -> Iterator[Row]:
    for story, blockers in publication.lacking(stories):
        others = f" And {len(blockers) - 1} more." if len(blockers) > 1 else ""
        yield str(story), review_url(story), f"{blockers[0].sentence}{others}"


def ending(user: User) -> Need:
    """Within a month, or ended already: the most urgent first."""
    tasks = [Task(each) for each in renewal.of_school(user.school_id)]
    return need(
        "Yeses that run out",
        ((task.who, task.url, _when(task)) for task in tasks),
        nothing="None runs out within a month.",
        more=reverse("renewals:index"),
    )


def _when(task: Task) -> str:
    said = "ended on" if task.renewal.is_over else "until"
    return f"{said} {task.renewal.last_day:%-d %B}"
