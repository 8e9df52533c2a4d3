"""Recording on the device itself. The script records and sends; without it, a file button does."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from families.permissions_policy import may_use
from media import choosing
from media.bounds import MAX_SECONDS
from media.limits import in_words, largest
from media.refusals import sentence
from stories import access
from stories.contribute.doors import DeskRequest, at_the_desk, own
from stories.contribute.recording import locks
from stories.contribute.recording.ways import WAYS, Way
from stories.contribute.uploading import NO_FILE, NOT_YOURS_NOW, take_in_files
from stories.models import Story
from stories.questions import taking_along


@require_safe
@at_the_desk
def choose(request: DeskRequest, ref: str) -> HttpResponse:
    """Which way to record, and what of this memory is still only on this device."""
    story = own(request.user, ref)
    if not access.may_write(request.user, story):
        return redirect("desk_story", ref)
    context = {"story": story, "desk_here": "memories"}
    return render(request, "stories/desk/recording/choose.html", context)


def _screen(request: DeskRequest, ref: str, way: Way) -> HttpResponse:
    story = own(request.user, ref)
    if not access.may_write(request.user, story):
        if request.method == "POST":
            messages.warning(request, NOT_YOURS_NOW)
        return redirect("desk_story", ref)
    if request.method == "POST":
        return _take_files(request, story, way)
    return _page(request, story, way)


@may_use(*WAYS["sound"].uses)
@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def sound(request: DeskRequest, ref: str) -> HttpResponse:
    """Record a voice."""
    return _screen(request, ref, WAYS["sound"])


@may_use(*WAYS["film"].uses)
@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def film(request: DeskRequest, ref: str) -> HttpResponse:
    """Record somebody, to be seen and heard."""
    return _screen(request, ref, WAYS["film"])


@may_use(*WAYS["picture"].uses)
@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def picture(request: DeskRequest, ref: str) -> HttpResponse:
    """Take a photograph, or one of each page of a paper."""
    return _screen(request, ref, WAYS["picture"])


@require_safe
@at_the_desk
def key(request: DeskRequest) -> HttpResponse:
    """What opens this person's recordings on a device; never kept by the browser."""
    response = JsonResponse({"keys": locks.keys(request.user)})
    response["Cache-Control"] = "private, no-store"
    return response


def _take_files(request: DeskRequest, story: Story, way: Way) -> HttpResponse:
    """What a phone's own recorder made, sent by a browser without script."""
    if not request.FILES:
        return _page(request, story, way, problem=str(NO_FILE), status=422)
    if taken := take_in_files(request, story.ref):
        messages.success(request, _("Safe at school."))
    return redirect("desk_story", story.ref) if taken else _page(request, story, way, status=422)


def _page(
    request: DeskRequest, story: Story, way: Way, *, problem: str = "", status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {
        "story": story,
        "way": way,
        "problem": problem,
        "largest": largest(),
        "largest_words": in_words(largest()),
        "longest": MAX_SECONDS,
        "too_big": sentence("too_big"),
        "accepted": choosing.accepted(),
        "cards": taking_along.cards_for(story),
        "desk_here": "memories",
    }
    template = f"stories/desk/recording/{way.key}.html"
    return render(request, template, context, status=status)
