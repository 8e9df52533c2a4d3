"""Delete everything about me: asked here, done by the safeguarding lead when the clock is over."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from families import erasure
from families.models import Leaving, User
from stories import access, lifecycle
from stories.contribute.doors import DeskRequest, at_the_desk
from stories.models import Deletion, Story


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def everything(request: DeskRequest) -> HttpResponse:
    """Ask once, then hide all of it and set every clock; or stop them all again."""
    if request.method == "POST":
        if request.POST.get("do") == "stay":
            _stay(request.user)
            messages.success(request, _("You stay. What was hidden is still hidden."))
        else:
            _leave(request.user)
            messages.success(request, _("Your memories are hidden now. The clock is running."))
        return redirect("desk_everything")
    leaving = Leaving.objects.filter(user=request.user).first()
    context = {"leaving": leaving, "desk_here": "memories"}
    return render(request, "stories/desk/everything.html", context)


@transaction.atomic
def _leave(user: User) -> None:
    erasure.ask(user)
    for story in Story.objects.told_by(user).filter(deletion=None):
        if access.may_delete(user, story):
            lifecycle.delete(story, by=user)


@transaction.atomic
def _stay(user: User) -> None:
    erasure.stay(user)
    for going in Deletion.objects.filter(asked_by=user).select_related("story"):
        lifecycle.keep(going.story, by=user)
