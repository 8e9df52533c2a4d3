"""The two panels of the first screen. Each costs as much for many rows as for one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from families.models import User
from families.roles import is_lead, is_staff_of
from home.dashboard import classes, consents, files, memories, worries
from home.dashboard.needs import Need
from stories.models import Story

UNFOLDED = 2
"""So many classes are open; of more, one opens the one that one wants."""


class NeedsMeNow(Component):
    """Memories, yeses and files that wait for somebody; worries for the lead."""

    name = "needs_me_now"
    template_name = "home/admin/needs_me_now.html"
    order = 100

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"needs": needs(parent_context["request"].user)}


class ClassesAtAGlance(Component):
    """Who has nothing yet, who writes, who waits, whose memory is out."""

    name = "classes_at_a_glance"
    template_name = "home/admin/classes_at_a_glance.html"
    order = 110

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        user = parent_context["request"].user
        is_theirs = is_staff_of(user, user.school_id)
        found = classes.at_a_glance(user, visible_to(user)) if is_theirs else []
        return {"is_theirs": is_theirs, "classes": found, "unfolded": len(found) <= UNFOLDED}


def needs(user: User) -> list[Need]:
    """What this member of staff may have to do; empty for anybody who is not staff."""
    if not is_staff_of(user, user.school_id):
        return []
    visible = visible_to(user).select_related("author")
    lists = [
        memories.waiting(visible),
        memories.mine(visible, user),
        memories.with_their_writers(visible),
        consents.missing(visible),
        consents.ending(user),
        files.failed(user, visible_to(user)),
        memories.published_this_week(visible),
    ]
    return [worries.still_open(user), *lists] if is_lead(user) else lists


def visible_to(user: User) -> Any:
    """The memories of the school that this person may read."""
    return Story.objects.visible_to(user).of_school(user.school_id)
