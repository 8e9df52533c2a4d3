"""Wagtail's libraries follow their items: which file is theirs, and who may see it."""

from typing import Any

from django.db.models import Q
from django.db.models.signals import post_delete

from families.roles import Anybody, is_administrator, is_lead, is_staff_of, is_teacher
from media import removal
from media.models.item import Item
from media.models.kept import Kept
from media.models.paper import Paper
from media.models.picture import Picture
from media.models.recording import Recording
from media.signals import item_ready
from media.visibility import Sight, register

RECORDS: tuple[type[Kept], ...] = (Picture, Paper, Recording)


def connect() -> None:
    """Start to follow; called once, when the application is ready."""
    register(staff_see_the_library)
    item_ready.connect(follow, dispatch_uid="media.library.follow")
    for model in RECORDS:
        post_delete.connect(let_go, sender=model, dispatch_uid=f"media.library.{model.__name__}")


def staff_see_the_library(user: Anybody, item: Item) -> Sight:
    """What staff put in, staff of that school may see; what belongs to no school, all staff."""
    if item.school_id is None:
        is_staff = is_teacher(user) or is_lead(user) or is_administrator(user)
    else:
        is_staff = is_staff_of(user, item.school_id) or is_administrator(user)
    return Sight.PRIVATE if is_staff and _is_in_library(item) else Sight.NONE


def _is_in_library(item: Item) -> bool:
    kept = Q(picture__isnull=False) | Q(paper__isnull=False) | Q(recording__isnull=False)
    return Item.objects.filter(kept, pk=item.pk).exists()


def follow(sender: object, item: Item, **kwargs: Any) -> None:
    """Give the item's record, if it has one, its clean file."""
    for model in RECORDS:
        for record in model._default_manager.filter(item=item):
            record.take_file()
            record.save()
            record.after_replacing()


def let_go(sender: object, instance: Kept, **kwargs: Any) -> None:
    """Remove the item of a record that was deleted."""
    item = instance.item
    if item is not None:
        removal.remove(item)
