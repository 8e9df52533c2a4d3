"""Hiding faces in a picture: boxes are drawn, or typed as numbers, and kept as one set."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from media import faces, hiding
from media.formats import Kind
from media.models import Item
from media.recipes.hiding import Area
from stories import access
from stories.contribute.doors import DeskRequest
from stories.item_tools.boxes import Boxes, BoxFormSet, as_numbers
from stories.item_tools.doors import tool
from stories.item_tools.focal import FocalForm
from stories.item_tools.rooms import ADMIN, Room, came_from, way_back

HIDING = gettext_lazy("We are hiding it now. Nobody sees the picture until that is done.")
SHOWING = gettext_lazy(
    "We are making the picture again, without boxes. Nobody sees it until that is done."
)
UNCHANGED = gettext_lazy("Nothing has changed.")
ON_THE_WEB = gettext_lazy(
    "This picture is on the web with these boxes. You can add boxes and make them larger. "
    "To take one away, ask the safeguarding lead."
)
FOUND = gettext_lazy(
    "A computer put a box where it sees a face. Nothing new is hidden yet. It makes mistakes. "
    "Take away a box with no face in it. Draw a box over each face that it missed."
)
NONE_FOUND = gettext_lazy(
    "The computer sees no other face. It misses some, so look yourself as well."
)
NOT_SEEN = gettext_lazy(
    "The computer could not look. Nothing is lost. Please draw the boxes yourself."
)
OVERTAKEN = gettext_lazy(
    "Somebody else changed the boxes. Look at them as they are now, then draw again."
)


@require_http_methods(["GET", "HEAD", "POST"])
@tool(Kind.IMAGE)
def hide(request: DeskRequest, item: Item, room: Room) -> HttpResponse:
    """Show the picture with its boxes, and keep the boxes that were drawn."""
    if request.method != "POST" or not item.is_ready:
        return _page(request, item, room, _kept(item))
    boxes = BoxFormSet(request.POST, prefix="box")
    if not boxes.is_valid():
        return _page(request, item, room, boxes, status=422)
    if request.POST.get("do") == "look":
        return _looked(request, item, room, boxes.areas)
    if not (access.may_uncover(request.user, item) or _all_stay_covered(item, boxes.areas)):
        return _page(request, item, room, _kept(item), problem=str(ON_THE_WEB), status=403)
    try:
        seen = request.POST.get("edition", "")
        changed = hiding.hide_areas(item, boxes.areas, by=request.user, seen=seen)
    except hiding.Overtaken:
        return _page(request, item, room, _kept(item), problem=str(OVERTAKEN), status=409)
    messages.success(request, _said(boxes) if changed else UNCHANGED)
    return redirect(room.address("hide", item, came_from=came_from(request)))


def _looked(request: HttpRequest, item: Item, room: Room, drawn: list[Area]) -> HttpResponse:
    """The same boxes with those that a computer proposes; nothing is kept of either."""
    try:
        seen = faces.proposed(item)
    except faces.NotSeen:
        seen, said = [], NOT_SEEN
    else:
        seen = [face for face in seen if not any(box.is_over(face) for box in drawn)]
        said = FOUND if seen else NONE_FOUND
    boxes = BoxFormSet(initial=as_numbers([*drawn, *seen][: hiding.MOST]), prefix="box")
    edition = request.POST.get("edition", "")
    return _page(request, item, room, boxes, said=str(said), edition=edition)


def _all_stay_covered(item: Item, areas: list[Area]) -> bool:
    """Whether each box that is there lies within one of the new ones."""
    kept = [hidden.area for hidden in item.hidden_areas.all()]
    return all(any(area.covers(old) for area in areas) for old in kept)


def _kept(item: Item) -> Boxes:
    areas = [hidden.area for hidden in item.hidden_areas.all()]
    return BoxFormSet(initial=as_numbers(areas), prefix="box")


def _said(boxes: Boxes) -> str:
    return str(HIDING if boxes.areas else SHOWING)


def _page(
    request: HttpRequest,
    item: Item,
    room: Room,
    boxes: Boxes,
    *,
    status: int = 200,
    **extra: str,
) -> HttpResponse:
    context: dict[str, Any] = {
        "item": item,
        "room": room,
        "title": _("Hide a face"),
        "icon": "view",
        "desk_here": "memories",
        "boxes": boxes,
        "edition": hiding.edition(item),
        "back": way_back(room, item, request.user, came_from(request)),
        "focal_form": FocalForm.of(item) if room is ADMIN else None,
    }
    return render(request, "stories/item_tools/hide.html", context | extra, status=status)
