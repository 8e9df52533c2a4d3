"""What a teacher mended in one's own memory: before, after, and one's own words again."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stories import mendings
from stories.contribute.doors import DeskRequest, at_the_desk, on_hold, own
from stories.models import Mending, Story
from stories.moderation.changes import Change
from stories.news import reading
from stories.refusals import Refused

SHOWN = 10
"""Mendings on one page, the newest first."""


@dataclass(frozen=True)
class OnScreen:
    """One mending, what it changed, and whether the writer's words can still be put back."""

    mending: Mending
    changes: list[Change]
    may_be_put_back: bool


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def page(request: DeskRequest, ref: str) -> HttpResponse:
    story = own(request.user, ref)
    if on_hold(story):
        return redirect("desk_story", ref)
    if request.method == "POST":
        return _put_back(request, story)
    context = {"story": story, "mendings": _on_screen(story), "desk_here": "memories"}
    response = render(request, "stories/desk/versions/mended.html", context)
    reading.look_at_story(request.user, story, request)
    return response


def _on_screen(story: Story) -> list[OnScreen]:
    rows = story.mendings.select_related("by", "before", "after")[:SHOWN]
    return [
        OnScreen(row, mendings.changes_of(row), mendings.may_be_put_back(row, story))
        for row in rows
    ]


def _put_back(request: DeskRequest, story: Story) -> HttpResponse:
    number = request.POST.get("mending", "")
    if not number.isdecimal():
        raise Http404
    mending = get_object_or_404(Mending, story=story, pk=int(number))
    try:
        mendings.put_back(mending, by=request.user)
    except Refused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, _("Your own words are back. Your teacher can see that."))
    return redirect("desk_story_mended", story.ref)
