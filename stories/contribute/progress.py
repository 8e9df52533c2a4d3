"""How far the worker is with the files of a memory, for the page that waits."""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from stories.contribute.doors import DeskRequest, at_the_desk, on_hold, own
from stories.contribute.parts import PartOnScreen, in_order


@require_safe
@at_the_desk
def progress(request: DeskRequest, ref: str) -> HttpResponse:
    """Each item's state as the page shows it, and whether any is still being made ready."""
    memory = own(request.user, ref)
    parts = [] if on_hold(memory) else [part for part in in_order(memory) if part.item]
    items = {
        part.pk: render_to_string(
            "stories/desk/_item_state.html", {"on_screen": PartOnScreen(part)}
        )
        for part in parts
    }
    waiting = any(part.item.is_unfinished for part in parts if part.item)
    return JsonResponse({"items": items, "waiting": waiting})
