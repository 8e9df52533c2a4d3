"""Who may do what to memories, worries and the vocabulary in the Wagtail admin.

Wagtail's own publish, unpublish, lock and delete are in none of these: the
lifecycle publishes, and nobody deletes.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from families.admin.boundary import SchoolPolicy
from families.models import User
from families.roles import Anybody, Role, is_administrator, is_lead_of
from stories import access
from stories.models import Story


class StoryPolicy(SchoolPolicy):
    """Staff see the memories of their school; those held or sealed, the lead alone."""

    actions = frozenset({"change", "view"})

    def rows_of(self, user: User) -> QuerySet[Story]:
        return Story.objects.visible_to(user).of_school(user.school_id)

    def user_has_permission_for_instance(self, user: Anybody, action: str, row: Any) -> bool:
        """Words are mended while a teacher has them, or as a draft beside a live memory."""
        if not super().user_has_permission_for_instance(user, action, row):
            return False
        return action == "view" or row.live or access.may_mend(user, row)


class WorryPolicy(SchoolPolicy):
    """Worries are the lead's alone; one about no memory in particular is every lead's."""

    actions = frozenset({"change", "view"})
    roles = (Role.LEAD,)

    def may_enter(self, user: Anybody) -> bool:
        return is_lead_of(user, getattr(user, "school_id", None))

    def rows_of(self, user: User) -> QuerySet[Any]:
        mine = Q(story__isnull=True) | Q(story__school=user.school_id)
        rows: QuerySet[Any] = self.model._default_manager.filter(mine)
        return rows


class VocabularyPolicy(SchoolPolicy):
    """Places and funds belong to every school: all staff look after them, nobody else."""

    roles = (Role.TEACHER, Role.LEAD, Role.ADMINISTRATOR)

    def may_enter(self, user: Anybody) -> bool:
        return super().may_enter(user) or is_administrator(user)

    def rows_of(self, user: User) -> QuerySet[Any]:
        rows: QuerySet[Any] = self.model._default_manager.all()
        return rows
