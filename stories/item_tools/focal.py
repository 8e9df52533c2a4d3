"""What has to stay in sight of a picture, for staff: a click on it, or two sliders."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from media import focal
from media.formats import Kind
from media.models import Item
from stories.contribute.doors import DeskRequest
from stories.item_tools.doors import tool
from stories.item_tools.rooms import Room

MIDDLE = 50


def _slider(label: str) -> forms.IntegerField:
    widget = forms.NumberInput(attrs={"type": "range", "step": "1", "min": "0", "max": "100"})
    return forms.IntegerField(label=label, min_value=0, max_value=100, widget=widget)


class FocalForm(forms.Form):
    """The point, in per cent of the picture's width and height."""

    across = _slider("From left to right")
    down = _slider("From top to bottom")

    @classmethod
    def of(cls, item: Item) -> FocalForm:
        """The point as it is kept, or the middle."""
        x, y = item.focal_x, item.focal_y
        if x is None or y is None:
            return cls(initial={"across": MIDDLE, "down": MIDDLE})
        return cls(initial={"across": round(100 * x), "down": round(100 * y)})


@require_POST
@tool(Kind.IMAGE)
def keep_in_sight(request: DeskRequest, item: Item, room: Room) -> HttpResponse:
    """Keep the point that was set, or none."""
    form = FocalForm(request.POST)
    if "clear" in request.POST:
        focal.clear_focal_point(item, by=request.user)
        messages.success(request, "The middle stays in sight.")
    elif form.is_valid():
        point = (form.cleaned_data["across"] / 100, form.cleaned_data["down"] / 100)
        focal.set_focal_point(item, *point, by=request.user)
        messages.success(request, "This point stays in sight where the picture is cut.")
    else:
        messages.error(request, "That did not work. Set both sliders, then try again.")
    return redirect(room.address("hide", item))
