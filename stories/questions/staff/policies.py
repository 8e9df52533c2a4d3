"""Who may see and change which deck. A school's own are its own; everybody's are read by all."""

from __future__ import annotations

from typing import Any

from families.admin.boundary import SchoolPolicy
from families.models import User
from families.roles import Anybody, Role, is_administrator, is_staff_of
from stories.models import Deck


class DeckPolicy(SchoolPolicy):
    """Staff change the decks of their school and make their own of everybody's.

    What is everybody's belongs to no school, so only an administrator changes it.
    """

    roles = (Role.TEACHER, Role.LEAD, Role.ADMINISTRATOR)

    def may_enter(self, user: Anybody) -> bool:
        return super().may_enter(user) or is_administrator(user)

    def rows_of(self, user: User) -> Any:
        return Deck.objects.of_school(user.school_id if super().may_enter(user) else None)

    def user_has_permission(self, user: Anybody, action: str) -> bool:
        if action == "add":
            return super().may_enter(user)
        return super().user_has_permission(user, action)

    def user_has_permission_for_instance(self, user: Anybody, action: str, row: Any) -> bool:
        if not super().user_has_permission_for_instance(user, action, row):
            return False
        return action == "view" or may_change(user, row)


def may_change(user: Anybody, deck: Deck) -> bool:
    return is_administrator(user) if deck.is_everybodys else is_staff_of(user, deck.school_id)


class AssignmentPolicy(SchoolPolicy):
    """What a teacher set may be taken away again; memories that began from it stay."""

    actions = frozenset({"add", "change", "view", "delete"})
