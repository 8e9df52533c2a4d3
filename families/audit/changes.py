"""Changes of roles, of accounts and of who may be shown, logged by whatever way they come.

Wagtail's Users, our Accounts, a command and the shell all end here, because the
database's own events are listened to. Who did it is known inside the staff's room.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group
from django.db.models import Model
from wagtail.log_actions import log

from families.models import Person, User

ACCOUNT = ("is_active", "is_superuser", "school_id")
SHOWN = ("never_publish", "is_child", "left_on")
"""Fields of a person that decide whether anything of them may be seen."""


def roles(sender: Any, instance: Any, action: str, reverse: bool, pk_set: Any, **_: Any) -> None:
    """Somebody came into a group or left one (``m2m_changed``)."""
    heard = {"post_add": "given", "post_remove": "taken", "pre_clear": "taken"}.get(action)
    if heard is None:
        return
    for user, groups in _pairs(instance, reverse, pk_set):
        if groups:
            log(instance=user, action="families.role", data={heard: sorted(groups)})


def _pairs(instance: Any, reverse: bool, pks: Any) -> Iterable[tuple[User, list[str]]]:
    """Each account with the names of the groups that it is about."""
    if reverse:
        users = instance.user_set.all() if pks is None else User.objects.filter(pk__in=pks)
        return [(user, [instance.name]) for user in users]
    groups = instance.groups.all() if pks is None else Group.objects.filter(pk__in=pks)
    return [(instance, list(groups.values_list("name", flat=True)))]


def account(sender: Any, instance: User, **told: Any) -> None:
    """An account may sign in or may not, or changes school (``pre_save``)."""
    changed = _changed(instance, ACCOUNT, told)
    if changed:
        log(instance=instance, action="families.account", data=changed)


def shown(sender: Any, instance: Person, **told: Any) -> None:
    """Somebody may no longer be shown, is under 16 or has left the school (``pre_save``)."""
    changed = _changed(instance, SHOWN, told)
    if changed:
        log(instance=instance, action="families.shown", data=changed)


def _changed(row: Model, fields: tuple[str, ...], told: dict[str, Any]) -> dict[str, Any]:
    """The new values of those fields that this save changes; nothing for a new row."""
    saved = told.get("update_fields")
    watched = [name for name in fields if saved is None or name.removesuffix("_id") in saved]
    if row._state.adding or told.get("raw") or not watched:
        return {}
    before = type(row)._default_manager.filter(pk=row.pk).values(*watched).first() or {}
    return {name: getattr(row, name) for name in before if before[name] != getattr(row, name)}
