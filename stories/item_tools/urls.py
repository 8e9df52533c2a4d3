"""The addresses of the tools: `/desk/items/<ref>/…` and `/admin/items/<ref>/…`."""

from __future__ import annotations

from django.urls import URLPattern, path

from stories.item_tools import focal, hiding, transcripts
from stories.item_tools.rooms import ADMIN, DESK, Room


def _addresses(room: Room) -> list[URLPattern]:
    """Every tool once in each room, under `<room>_<tool>`."""
    return [
        path("<slug:ref>/hide/", hiding.hide, {"room": room}, name=f"{room.name}_hide"),
        path(
            "<slug:ref>/transcript/",
            transcripts.transcript,
            {"room": room},
            name=f"{room.name}_transcript",
        ),
    ]


urlpatterns = _addresses(DESK)
admin_urlpatterns = [
    *_addresses(ADMIN),
    path("<slug:ref>/focal/", focal.keep_in_sight, {"room": ADMIN}, name="admin_item_focal"),
]
