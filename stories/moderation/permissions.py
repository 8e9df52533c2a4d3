"""What each role's group may do in Wagtail itself.

Memories, people, families and worries are not here: their policies ask for the
role and the school. A Django permission on them would open Wagtail's site-wide
history, which knows no schools.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission

from families import groups
from families.groups import ENTER_THE_ADMIN
from families.roles import Role

PERMISSIONS: dict[Role, Iterable[str]] = {
    Role.STUDENT: [],
    Role.FAMILY: [],
    Role.TEACHER: [ENTER_THE_ADMIN],
    Role.LEAD: [ENTER_THE_ADMIN],
    Role.ADMINISTRATOR: [
        ENTER_THE_ADMIN,
        "families.add_user",
        "families.change_user",
        "auth.add_group",
        "auth.change_group",
    ],
}

# Wagtail asks its own models for these, whatever model stands in their place. Whoever
# adds a picture may also change it; "change" would open those of every other school.
LIBRARY = {
    "wagtailimages": ("add_image", "choose_image"),
    "wagtaildocs": ("add_document", "choose_document"),
    "wagtailmedia": ("add_media",),
}
LIBRARIANS = (Role.TEACHER, Role.LEAD, Role.ADMINISTRATOR)


@transaction.atomic
def install() -> None:
    """Make the groups, what they may do, and what they may do with staff's own pictures."""
    groups.install(PERMISSIONS)
    everything = Collection.get_first_root_node()
    for role in LIBRARIANS:
        group = Group.objects.get(name=role.value)
        for permission in _library():
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=everything, permission=permission
            )


def _library() -> list[Permission]:
    return [
        Permission.objects.get(content_type__app_label=app, codename=name)
        for app, names in LIBRARY.items()
        for name in names
    ]
