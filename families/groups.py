"""The groups that stand behind the roles, and what each may do in the Wagtail admin."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db import transaction

from families.roles import Role

ENTER_THE_ADMIN = "wagtailadmin.access_admin"


@transaction.atomic
def install(permissions: dict[Role, Iterable[str]]) -> None:
    """Make every role's group, and give it these permissions (``app.codename``) too.

    Raises ``Permission.DoesNotExist`` for a permission that no application has.
    """
    for role in Role:
        group, _ = Group.objects.get_or_create(name=role.value)
        group.permissions.add(*(_permission(name) for name in permissions.get(role, ())))


def _permission(name: str) -> Permission:
    app, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)
