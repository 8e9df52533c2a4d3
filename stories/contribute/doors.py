"""Who comes to the desk, and which memories they find there.

An address that is wrong and an address that is somebody else's give the same
answer, so nobody learns what exists.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from families.models import User
from stories import access
from stories.models import Story
from stories.models.states import Status

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


class DeskRequest(HttpRequest):
    """A request whose sender has signed in."""

    user: User


def at_the_desk(
    view: Callable[Concatenate[DeskRequest, P], HttpResponse],
) -> View[P]:
    """Let a signed-in person through, and send anybody else to sign in first.

    A script that was saving is told so in JSON: it keeps the words on the device.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.user.is_authenticated:
            return view(cast(DeskRequest, request), *args, **kwargs)
        if wants_json(request):
            return JsonResponse({"sign_in": reverse("account_login")}, status=401)
        return redirect_to_login(request.get_full_path())

    return cast(View[P], guarded)


def wants_json(request: HttpRequest) -> bool:
    """Whether one of our own scripts asks, and not the browser itself."""
    return request.headers.get("Accept") == "application/json"


def own(user: User, ref: str, *, locked: bool = False) -> Story:
    """A memory that this person began; ``Http404`` for every other.

    ``locked`` holds its row against other writers until the transaction ends.
    """
    stories = Story.objects.known_to(user).filter(author=user)
    return get_object_or_404(stories.select_for_update() if locked else stories, ref=ref)


def within_reach(user: User, ref: str) -> Story:
    """A memory begun or told by this person, or shared with their family; else ``Http404``."""
    return get_object_or_404(Story.objects.within_reach_of(user).known_to(user), ref=ref)


def within_say(user: User, ref: str) -> Story:
    """The same, those with a child in their care, and those gathered with somebody else."""
    try:
        return within_reach(user, ref)
    except Http404:
        cared_for = Story.objects.in_care_of(user).exclude(held=True).exclude(status=Status.SEALED)
        return get_object_or_404(cared_for | Story.objects.gathered_by(user), ref=ref)


def on_hold(story: Story) -> bool:
    """Held or sealed: its own people are told that it is, and nothing else."""
    return story.held or story.status == Status.SEALED


def held_page(request: HttpRequest, story: Story) -> HttpResponse:
    """What its own people read then; they keep their say over it, except over what is sealed."""
    context = {
        "desk_here": "memories",
        "story": story,
        "taken_back": story.status == Status.WITHDRAWN,
        "may_delete": access.may_delete(request.user, story),
    }
    return render(request, "stories/desk/on_hold.html", context)
