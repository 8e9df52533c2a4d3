"""What has to stay in sight where a page cuts a picture: a point that a teacher sets."""

from __future__ import annotations

from django.db import transaction
from wagtail.log_actions import log

from families.models import User
from media.models.item import Item


def set_focal_point(item: Item, x: float, y: float, *, by: User) -> None:
    """Keep this point in sight; shares of width and height. Raises ValueError outside 0 to 1."""
    if not (0 <= x <= 1 and 0 <= y <= 1):
        raise ValueError("The point is outside of the picture.")
    _keep(item, x, y, by)


def clear_focal_point(item: Item, *, by: User) -> None:
    """Keep the middle in sight, as for any other picture."""
    _keep(item, None, None, by)


@transaction.atomic
def _keep(item: Item, x: float | None, y: float | None, by: User) -> None:
    Item.objects.filter(pk=item.pk).update(focal_x=x, focal_y=y)
    item.focal_x, item.focal_y = x, y
    log(instance=item, action="media.set_focal_point", user=by, title=item.ref)
