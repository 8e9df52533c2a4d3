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
from stories.models import Story, StoryPerson


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
        """Those of the school; never one about a memory of this very person's own."""
        mine = Q(school__isnull=True) | Q(school=user.school_id)
        rows: QuerySet[Any] = self.model._default_manager.filter(mine)
        return rows.exclude(pk__in=rows.filter(about_what_is_told_by(user)).values("pk"))


def about_what_is_told_by(user: User) -> Q:
    """Worries about a memory that this person wrote, told or is shown in."""
    is_in_it = StoryPerson.objects.filter(person__user=user).values("story")
    return Q(story__author=user) | Q(story__in=is_in_it)


class ContactPolicy(SchoolPolicy):
    """Whom to call is the lead's list."""

    actions = frozenset({"add", "change", "view", "delete"})
    roles = (Role.LEAD,)

    def may_enter(self, user: Anybody) -> bool:
        return is_lead_of(user, getattr(user, "school_id", None))


class SuggestionPolicy(SchoolPolicy):
    """Places that were asked for in memories of one's own school that one may read."""

    actions = frozenset({"change", "view"})

    def rows_of(self, user: User) -> QuerySet[Any]:
        readable = Story.objects.visible_to(user).of_school(user.school_id)
        rows: QuerySet[Any] = self.model._default_manager.filter(story__in=readable.values("pk"))
        return rows


class VocabularyPolicy(SchoolPolicy):
    """Places and funds belong to every school: all staff look after them, nobody else.

    A place is merged, never deleted; a fund goes while nothing uses it.
    """

    actions = frozenset({"add", "change", "view", "delete"})
    roles = (Role.TEACHER, Role.LEAD, Role.ADMINISTRATOR)

    def may_enter(self, user: Anybody) -> bool:
        return super().may_enter(user) or is_administrator(user)

    def rows_of(self, user: User) -> QuerySet[Any]:
        rows: QuerySet[Any] = self.model._default_manager.all()
        return rows


class PhrasePolicy(SchoolPolicy):
    """Staff look after the phrases of their own school, and may delete one."""

    actions = frozenset({"add", "change", "view", "delete"})
