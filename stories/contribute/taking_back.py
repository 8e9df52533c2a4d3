"""Taking a memory back: one click and a confirmation, and it is gone everywhere at once."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from stories import access, lifecycle
from stories.contribute.doors import DeskRequest, at_the_desk, within_reach
from stories.models import Story
from stories.models.states import Status


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def withdraw(request: DeskRequest, ref: str) -> HttpResponse:
    """Ask once, then do it. The author, the teller and the family's grown-ups may."""
    story = within_reach(request.user, ref)
    if not access.may_withdraw(request.user, story):
        raise Http404
    back_to = "desk" if _is_own(request, story) else "desk_family"
    if request.method == "POST":
        return _take_back(request, story, back_to)
    context = {
        "story": story,
        "taken_back": story.status == Status.WITHDRAWN,
        "published": story.status == Status.PUBLISHED,
        "mine": story.author_id == request.user.pk,
        "back_to": back_to,
        "desk_here": "memories" if back_to == "desk" else "family",
    }
    return render(request, "stories/desk/withdraw.html", context)


def _take_back(request: DeskRequest, story: Story, back_to: str) -> HttpResponse:
    try:
        lifecycle.withdraw(story, by=request.user)
    except lifecycle.Refused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, f"“{story}” is taken back. Nobody can find it any more.")
    return redirect(back_to)


def _is_own(request: DeskRequest, story: Story) -> bool:
    return Story.objects.told_by(request.user).filter(pk=story.pk).exists()
