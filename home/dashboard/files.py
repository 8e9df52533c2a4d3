"""Files of the school's memories that could not be used."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from families.models import User
from home.dashboard.needs import SHOWN, Need, Row, need
from media.admin.boundary import ItemPolicy
from media.models import Item
from media.models.states import JobState
from media.models.states import Status as ItemStatus
from stories.models import StoryPart
from stories.models.states import Status

STOPPED = ("stopped", "stopped_by_staff")
"""Somebody wanted that, so nobody has to do anything."""


def failed(user: User, visible: Any) -> Need:
    """In a memory that this person reads and that was not taken back; the newest first."""
    inside = StoryPart.objects.filter(
        item=OuterRef("pk"), story__in=visible.exclude(status=Status.WITHDRAWN).values("pk")
    )
    went_wrong = Q(status=ItemStatus.REFUSED) | Q(job__state=JobState.FAILED)
    rows = ItemPolicy(Item).rows_of(user).filter(went_wrong, Exists(inside))
    rows = rows.exclude(refusal_code__in=STOPPED).order_by("-added_at", "-pk")
    return need(
        "Files that did not work",
        (_row(item) for item in rows[: SHOWN + 1]),
        nothing="Every file is well.",
        more=_files_url(status=ItemStatus.REFUSED.value),
    )


def _row(item: Item) -> Row:
    return str(item), _files_url(q=item.ref), item.refusal or "Something went wrong on our side."


def _files_url(**words: str) -> str:
    return f"{reverse('files:index')}?{urlencode(words)}"
