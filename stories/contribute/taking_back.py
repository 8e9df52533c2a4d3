"""Hide it, delete it, keep it after all, begin again: one question each, and no script needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stories import access, lifecycle
from stories.contribute.doors import DeskRequest, at_the_desk, on_hold, own, within_say
from stories.models import Deletion, Story
from stories.models.states import Status

Verb = Callable[..., Story]


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def withdraw(request: DeskRequest, ref: str) -> HttpResponse:
    """Ask once, then hide it. The author, teller, guardians and the family's grown-ups may."""
    story = within_say(request.user, ref)
    if not access.may_withdraw(request.user, story):
        raise Http404
    if request.method == "POST":
        done = _("“%(story)s” is hidden. Nobody can find it any more.") % {"story": story}
        return _do(request, story, lifecycle.withdraw, done)
    context = {
        "taken_back": story.status == Status.WITHDRAWN,
        "published": story.status == Status.PUBLISHED,
    }
    return _ask(request, story, "stories/desk/withdraw.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def delete(request: DeskRequest, ref: str) -> HttpResponse:
    """Ask once, then hide it and set the clock; or show how far the clock is."""
    story = within_say(request.user, ref)
    if not access.may_delete(request.user, story):
        raise Http404
    if request.method == "POST":
        done = _("“%(story)s” is hidden now. It goes for good in 30 days.") % {"story": story}
        return _do(request, story, lifecycle.delete, done, to="desk_story_delete")
    going = Deletion.objects.filter(story=story).first()
    context = {
        "going": going,
        "may_keep": access.may_keep(request.user, story, going),
        "waits": on_hold(story),
        "told_by_several": access.is_told_by_several(story),
    }
    return _ask(request, story, "stories/desk/delete.html", context)


@require_http_methods(["POST"])
@at_the_desk
def keep(request: DeskRequest, ref: str) -> HttpResponse:
    """Stop the clock."""
    story = within_say(request.user, ref)
    if not access.may_keep(request.user, story, Deletion.objects.filter(story=story).first()):
        raise Http404
    done = _("“%(story)s” is kept. It stays hidden until you say something else.") % {
        "story": story
    }
    return _do(request, story, lifecycle.keep, done)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def bring_back(request: DeskRequest, ref: str) -> HttpResponse:
    """Make a draft of a hidden memory again, for its author."""
    story = own(request.user, ref)
    if request.method == "POST":
        done = _("It is yours to write in again. Hand it in when you are ready.")
        return _do(request, story, lifecycle.bring_back, done, to="desk_story")
    if story.status != Status.WITHDRAWN or on_hold(story):
        raise Http404
    going = Deletion.objects.filter(story=story).exists()
    return _ask(request, story, "stories/desk/bring_back.html", {"going": going})


def _ask(
    request: DeskRequest, story: Story, template: str, context: dict[str, Any]
) -> HttpResponse:
    mine = story.author_id == request.user.pk
    back_to = _list_of(request, story)
    common = {
        "story": story,
        "mine": mine,
        "back_to": back_to,
        "desk_here": "memories" if back_to == "desk" else "family",
    }
    return render(request, template, common | context)


def _do(request: DeskRequest, story: Story, verb: Verb, done: str, *, to: str = "") -> HttpResponse:
    back_to = _list_of(request, story)
    try:
        verb(story, by=request.user)
    except lifecycle.Refused as refused:
        messages.warning(request, str(refused))
        return redirect(back_to)
    messages.success(request, done)
    return redirect(to, story.ref) if to else redirect(back_to)


def _list_of(request: DeskRequest, story: Story) -> str:
    is_own = Story.objects.told_by(request.user).filter(pk=story.pk).exists()
    return "desk" if is_own else "desk_family"
