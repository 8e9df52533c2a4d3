"""What has to stay in sight of a picture, for staff: a click on it, or two sliders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from media import focal
from media.formats import Kind
from media.models import Item
from stories.contribute.doors import DeskRequest
from stories.item_tools.doors import tool
from stories.item_tools.rooms import Room

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

MIDDLE = 50


def _slider(label: StrOrPromise) -> forms.IntegerField:
    widget = forms.NumberInput(attrs={"type": "range", "step": "1", "min": "0", "max": "100"})
    return forms.IntegerField(label=label, min_value=0, max_value=100, widget=widget)


class FocalForm(forms.Form):
    """The point, in per cent of the picture's width and height."""

    across = _slider(gettext_lazy("From left to right"))
    down = _slider(gettext_lazy("From top to bottom"))

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
        messages.success(request, _("The middle stays in sight."))
    elif form.is_valid():
        point = (form.cleaned_data["across"] / 100, form.cleaned_data["down"] / 100)
        focal.set_focal_point(item, *point, by=request.user)
        messages.success(request, _("This point stays in sight where the picture is cut."))
    else:
        messages.error(request, _("That did not work. Set both sliders, then try again."))
    return redirect(room.address("hide", item))
