"""The teacher's first screen in the admin: what needs them now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from wagtail.admin.ui.components import Component

from families.models import User
from families.roles import is_lead, is_staff_of
from stories.models import Story, Worry
from stories.models.states import Status
from stories.moderation.columns import waiting_since
from stories.moderation.policies import WorryPolicy
from stories.moderation.queue import review_url

SHOWN = 5
"""Rows of each list; the rest is a link away."""

Row = tuple[str, str, str]
"""What to read, where it is, and a word about it."""


@dataclass(frozen=True)
class Need:
    """One list of the panel."""

    heading: str
    rows: list[Row]
    nothing: str
    more: str = ""


class NeedsMeNow(Component):
    """Waiting, mine, with a student; worries for the lead."""

    name = "needs_me_now"
    template_name = "home/admin/needs_me_now.html"
    order = 100

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"needs": needs(parent_context["request"].user)}


def needs(user: User) -> list[Need]:
    """What this member of staff may have to do; empty for anybody who is not staff."""
    if not is_staff_of(user, user.school_id):
        return []
    visible = Story.objects.visible_to(user).of_school(user.school_id).select_related("author")
    lists = [_waiting(visible), _mine(visible, user), _with_a_student(visible, user)]
    return [_worries(user), *lists] if is_lead(user) else lists


def _waiting(visible: Any) -> Need:
    waiting = visible.filter(status=Status.SUBMITTED, held=False, taken_up_by=None)
    rows = [_row(story, _since(story)) for story in waiting.order_by("submitted_at")[: SHOWN + 1]]
    queue = reverse("moderation:list")
    return Need("Waiting for a teacher", rows[:SHOWN], "Nothing is waiting.", _more(rows, queue))


def _mine(visible: Any, user: User) -> Need:
    mine = visible.filter(status=Status.SUBMITTED, held=False, taken_up_by=user)
    rows = [_row(story, _since(story)) for story in mine.order_by("submitted_at")[: SHOWN + 1]]
    url = f"{reverse('moderation:list')}?taken_up_by={user.pk}"
    return Need("You are reading", rows[:SHOWN], "You have picked up nothing.", _more(rows, url))


def _with_a_student(visible: Any, user: User) -> Need:
    theirs = visible.filter(status=Status.CHANGES_REQUESTED, held=False, taken_up_by=user)
    rows = [_row(s, f"with {s.author}") for s in theirs.order_by("-updated_at")[: SHOWN + 1]]
    url = f"{reverse('moderation:list')}?status={Status.CHANGES_REQUESTED}"
    return Need("With a student, to change", rows[:SHOWN], "Nobody owes you one.", _more(rows, url))


def _worries(user: User) -> Need:
    worries = WorryPolicy(Worry).rows_of(user).filter(settled_at=None).select_related("story")
    rows = [
        (str(worry), reverse("worries:edit", args=[worry.pk]), str(worry.story or ""))
        for worry in worries[: SHOWN + 1]
    ]
    url = reverse("worries:index")
    return Need("Worries", rows[:SHOWN], "There is no open worry.", _more(rows, url))


def _row(story: Story, word: str) -> Row:
    return str(story), review_url(story), word


def _since(story: Story) -> str:
    return f"{story.author}, for {waiting_since(story)}"


def _more(rows: list[Row], url: str) -> str:
    return url if len(rows) > SHOWN else ""
