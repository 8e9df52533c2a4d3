"""Who gets in to work on an item: one answer, "no such thing", for everybody else."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse

from media import looks
from media.formats import Kind
from media.models import Item
from stories import access
from stories.contribute.doors import DeskRequest, at_the_desk
from stories.item_tools.rooms import Room

Tool = Callable[[DeskRequest, Item, Room], HttpResponse]


def tool(*kinds: Kind) -> Callable[[Tool], Callable[..., HttpResponse]]:
    """A page for items of these kinds, for whoever may work on them; 404 for everybody else.

    In the staff's room Wagtail has asked for staff before.
    """

    def decorated(view: Tool) -> Callable[..., HttpResponse]:
        @wraps(view)
        def found(request: HttpRequest, ref: str, room: Room) -> HttpResponse:
            signed_in = cast(DeskRequest, request)
            return view(signed_in, _item(signed_in, ref, kinds), room)

        return cast(Callable[..., HttpResponse], at_the_desk(cast(Any, found)))

    return decorated


def _item(request: DeskRequest, ref: str, kinds: tuple[Kind, ...]) -> Item:
    item = Item.objects.filter(ref=ref, kind__in=[kind.value for kind in kinds]).first()
    if item is None or not access.may_work_on_item(request.user, item):
        raise Http404
    looks.note(request.user, item)
    return item
