"""Where a picture seems to show a face: a proposal, and a person decides.

A computer misses faces, and sees some where there are none. So it only puts boxes on the
page where they are drawn, and before the eyes of whoever reviews a memory. Nothing is hidden
until somebody has looked at them and pressed the button. Of a face nothing is kept but where
it is, and nobody is ever told by it.
"""

from __future__ import annotations

import logging
from dataclasses import asdict

from media import storage
from media.models.item import Item
from media.recipes import confined
from media.recipes.hiding import Area
from media.refusals import Refused

LOOKED_AT = "w1600.jpg"
"""The size that is searched: in a picture of a whole class a face is still large enough there."""

logger = logging.getLogger(__name__)


class NotSeen(Exception):
    """The computer could not look; boxes can be drawn all the same."""


def proposed(item: Item) -> list[Area]:
    """Boxes for what looks like a face in the picture as it is shown now; raises NotSeen."""
    made = item.derivative(LOOKED_AT)
    if made is None:
        raise NotSeen
    with storage.local_copy(storage.derivatives(), str(made.file.name)) as path:
        try:
            return confined.faces(path)
        except (Refused, confined.ChildFailed) as error:
            logger.exception("Nobody could look for faces in item %s.", item.ref)
            raise NotSeen from error


def look(item: Item) -> None:
    """Note where faces seem to be, for whoever reviews it. Where nobody could look, nothing is."""
    try:
        seen = proposed(item)
    except NotSeen:
        return
    item.faces = [asdict(area) for area in seen]
    Item.objects.filter(pk=item.pk).update(faces=item.faces)


def uncovered(item: Item) -> list[Area]:
    """The noted faces under none of its boxes; no query where `hidden_areas` was prefetched."""
    seen = [Area(**area) for area in item.faces or ()]
    boxes = [hidden.area for hidden in item.hidden_areas.all()] if seen else []
    return [face for face in seen if not any(box.is_over(face) for box in boxes)]
