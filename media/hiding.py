"""Hiding faces in a picture: the boxes that somebody drew become all the boxes there are.

The picture leaves everybody's sight at once and comes back when every size of it has
been made again without what is in a box. The original keeps it all under lock.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from django.db import transaction
from wagtail.log_actions import log

from families.models import User
from media import removal, storage
from media.formats import Kind
from media.models.hidden import HiddenArea
from media.models.item import Item
from media.models.picture import PictureRendition
from media.models.states import Status
from media.recipes.hiding import Area
from media.remaking import make_again

MOST = 30
"""Boxes in one picture; a crowd is better not shown at all."""


PLACES = 6
"""Digits of a share that are kept: finer than any pixel."""


class Overtaken(Exception):
    """Somebody else changed the boxes after these were drawn."""


def edition(item: Item) -> str:
    """Names the set of boxes that is kept now; another one after each change."""
    return "-".join(str(pk) for pk in item.hidden_areas.values_list("pk", flat=True)) or "none"


@transaction.atomic
def hide_areas(item: Item, areas: Iterable[Area], *, by: User, seen: str | None = None) -> bool:
    """Hide exactly these areas, and no others; whether that changed anything.

    `seen` is the edition that was drawn on: Overtaken is raised if it is no longer the
    one that counts, so that no face comes back unseen. ValueError is raised for an item
    that is no picture, or was refused, or for a box outside of it.
    """
    locked = Item.objects.select_for_update().get(pk=item.pk)
    if locked.kind != Kind.IMAGE or locked.status == Status.REFUSED:
        raise ValueError("Faces are hidden in a picture that can be shown.")
    if seen is not None and seen != edition(locked):
        raise Overtaken
    wanted = list(dict.fromkeys(_inside(area) for area in areas))
    if len(wanted) > MOST:
        raise ValueError(f"There can be up to {MOST} boxes.")
    if wanted == [hidden.area for hidden in locked.hidden_areas.all()]:
        return False
    _replace(locked, wanted, by)
    make_again(item)
    log(
        instance=item,
        action="media.hide_areas",
        user=by,
        title=item.ref,
        data={"boxes": len(wanted)},
    )
    return True


def _replace(item: Item, areas: list[Area], by: User) -> None:
    item.hidden_areas.all().delete()
    HiddenArea.objects.bulk_create(
        HiddenArea(
            item=item,
            left=area.left,
            top=area.top,
            width=area.width,
            height=area.height,
            hidden_by=by,
        )
        for area in areas
    )
    # What Wagtail cut from the picture before, and the blur on pages, show what is hidden now.
    cuts = PictureRendition.objects.filter(image__item=item)
    files = list(cuts.values_list("file", flat=True))
    cuts.delete()
    transaction.on_commit(partial(removal.delete, storage.derivatives(), files))
    Item.objects.filter(pk=item.pk).update(placeholder="", colour="")


def _inside(area: Area) -> Area:
    """The part of the area that is in the picture; raises ValueError if there is none."""
    left, top = max(0.0, area.left), max(0.0, area.top)
    width = min(1.0, area.left + area.width) - left
    height = min(1.0, area.top + area.height) - top
    if not (width > 0 and height > 0):
        raise ValueError("The box is outside of the picture.")
    # Rounded, so that the same box is the same number each time.
    return Area(*(round(share, PLACES) for share in (left, top, width, height)))
