"""Stopping and starting reminders, for one memory or for a class, and sending one now."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.generic import View
from wagtail.admin import messages

from families.admin.boundary import signed_in
from families.models import ReporterClass
from families.roles import is_staff_of
from stories import lifecycle, reminding
from stories.models import Story
from stories.models.states import Status
from stories.moderation.picking_up import back

VERBS = {
    "stop": (reminding.stop, "No reminders go for {what} now."),
    "start": (reminding.start, "Reminders go for {what} again, gently."),
}
"""For each button what it does and what is said then."""

OF_A_MEMORY = VERBS | {
    "send": (reminding.remind, "They find a kind word about {what} at the desk.")
}


class RemindersView(View):
    """Of one memory. The boundary has been asked."""

    model: Any = None
    http_method_names = ["post"]

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        story = get_object_or_404(Story, ref=ref)
        _do(OF_A_MEMORY, story, f"“{story}”", request)
        return back(request)


class ClassRemindersView(View):
    """Of a class of one's own school; any other is not found."""

    model: Any = None
    http_method_names = ["post"]

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.group = get_object_or_404(ReporterClass, pk=kwargs["reporter_class"])
        if not is_staff_of(signed_in(request), self.group.school_id):
            raise Http404

    def post(self, request: HttpRequest, reporter_class: int) -> HttpResponse:
        _do(VERBS, self.group, self.group.name, request)
        return back(request)


def _do(verbs: Any, what: Any, name: str, request: HttpRequest) -> None:
    if request.POST.get("verb") not in verbs:
        raise Http404
    act, said = verbs[request.POST["verb"]]
    try:
        act(what, by=signed_in(request))
    except lifecycle.Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, said.format(what=name))


def of(story: Story) -> dict[str, Any] | None:
    """What the review page says about reminders; nothing while it is not its writer's turn."""
    if story.held or story.status != Status.CHANGES_REQUESTED:
        return None
    return {
        "is_stopped": hasattr(story, "no_reminders"),
        "reminded_at": reminding.last_of([story]).get(story.pk),
    }
