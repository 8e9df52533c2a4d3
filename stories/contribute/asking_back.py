"""Asking for a memory back that was handed in: it comes at once, or its reader is told."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stories import lifecycle
from stories.contribute.doors import DeskRequest, at_the_desk, on_hold, own
from stories.models import Story
from stories.models.states import Status


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def ask_back(request: DeskRequest, ref: str) -> HttpResponse:
    """One question, and no script needed. Whatever the memory is now, it is shown next."""
    story = own(request.user, ref)
    if on_hold(story) or story.status != Status.SUBMITTED:
        return redirect("desk_story", ref)
    if request.method == "POST":
        return _asked(request, story)
    context = {"story": story, "desk_here": "memories"}
    return render(request, "stories/desk/ask_back.html", context)


def _asked(request: DeskRequest, story: Story) -> HttpResponse:
    try:
        story = lifecycle.ask_back(story, by=request.user)
    except lifecycle.Refused as refused:
        messages.warning(request, str(refused))
    else:
        is_back = story.status != Status.SUBMITTED
        messages.success(
            request, _("It is yours again.") if is_back else _("We told your teacher.")
        )
    return redirect("desk_story", story.ref)
