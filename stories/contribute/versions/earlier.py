"""Earlier wordings of one's own memory: seen, and brought back without changing where it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.models import Revision

from families.models import User
from stories import access, writing
from stories.contribute.doors import DeskRequest, at_the_desk, on_hold, own
from stories.models import Story
from stories.moderation import changes

SHOWN = 20
"""Wordings on one page, the newest first."""


@dataclass(frozen=True)
class Wording:
    """One earlier wording, and what it says that the memory does not say now."""

    revision: Revision
    story: Story
    changes: list[changes.Change]


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def earlier(request: DeskRequest, ref: str) -> HttpResponse:
    """The writer's own wordings of this memory; with one chosen, that one again."""
    memory = own(request.user, ref)
    if on_hold(memory):
        return redirect("desk_story", ref)
    if request.method == "POST":
        return _bring_back(request, memory)
    context = {
        "story": memory,
        "wordings": _wordings(memory, request.user),
        "may_write": access.may_write(request.user, memory),
        "desk_here": "memories",
    }
    return render(request, "stories/desk/versions/earlier.html", context)


def _own_revisions(memory: Story, user: User) -> Any:
    """What this person wrote; what a teacher mended is in the staff's history."""
    return memory.revisions.filter(user=user).order_by("-created_at", "-pk")


def _wordings(memory: Story, user: User) -> list[Wording]:
    """Without those that say the same as the memory, or as the one before them in the list."""
    found: list[Wording] = []
    newer = memory
    for revision in _own_revisions(memory, user)[:SHOWN]:
        then: Story = revision.as_object()
        if changes.between(newer, then):
            found.append(Wording(revision, then, changes.between(memory, then)))
        newer = then
    return [wording for wording in found if wording.changes]


def _bring_back(request: DeskRequest, memory: Story) -> HttpResponse:
    number = request.POST.get("wording", "")
    if not number.isdecimal() or not access.may_write(request.user, memory):
        raise Http404
    revision = get_object_or_404(_own_revisions(memory, request.user), pk=int(number))
    try:
        writing.bring_back(revision, by=request.user)
    except writing.Overtaken:
        return redirect("desk_story", memory.ref)
    messages.success(request, _("It says again what it said then. The other wording is kept."))
    return redirect("desk_story", memory.ref)
