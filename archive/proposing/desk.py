"""The showcases of my class, at the desk: put them in order, write a line to each."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from archive.curating.tray import moved
from archive.models import LONGEST_CAPTION, Proposal, ShowcasePage
from archive.proposing import verbs
from stories.contribute.doors import DeskRequest, at_the_desk, wants_json

CAPTION = "caption-"


@require_safe
@never_cache
@at_the_desk
def showcases(request: DeskRequest) -> HttpResponse:
    """Those that wait for ideas, and what became of mine."""
    mine = Proposal.objects.filter(proposed_by=request.user).select_related("showcase")
    context = {
        "open": verbs.open_to(request.user).order_by("draft_title", "pk"),
        "answered": mine.filter(answered_at__isnull=False).order_by("-answered_at"),
        "waiting": {proposal.showcase_id for proposal in mine if proposal.state == "sent"},
        "desk_here": "showcases",
    }
    return render(request, "archive/desk/showcases.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@at_the_desk
def propose(request: DeskRequest, pk: int) -> HttpResponse:
    """One of them. It is saved by itself; the teacher sees it once it is sent."""
    showcase = get_object_or_404(verbs.open_to(request.user), pk=pk)
    if request.method == "POST":
        return _save(request, showcase)
    return _page(request, showcase)


def _page(request: DeskRequest, showcase: ShowcasePage, **more: Any) -> HttpResponse:
    proposal = verbs.current(showcase, request.user)
    context = {
        "showcase": showcase,
        "proposal": proposal,
        "lines": verbs.as_proposed(showcase, proposal),
        "edition": proposal.edition if proposal else 0,
        "longest": LONGEST_CAPTION,
        "desk_here": "showcases",
    }
    status = 409 if more else 200
    return render(request, "archive/desk/propose.html", context | more, status=status)


def _save(request: DeskRequest, showcase: ShowcasePage) -> HttpResponse:
    """Keep what the page shows, then do what was pressed."""
    said = request.POST
    refs = said.getlist("order")
    verb, _sep, ref = said.get("do", "").partition(":")
    if verb in ("up", "down"):
        refs = moved(refs, ref, -1 if verb == "up" else 1)
    edition = said.get("edition", "")
    try:
        proposal = verbs.save(
            showcase,
            request.user,
            refs=refs,
            captions=_captions(request),
            wants_credit="wants_credit" in said,
            edition=int(edition) if edition.isdecimal() else -1,
        )
    except verbs.Overtaken:
        return _overtaken(request, showcase)
    if wants_json(request):
        return JsonResponse({"edition": proposal.edition})
    if verb == "send":
        verbs.send(proposal)
        messages.success(request, _("Sent. Your teacher reads it now."))
        return redirect("desk_showcases")
    if not verb:
        messages.success(request, _("Safe at school."))
    return redirect(f"{request.path}#{ref}" if ref else request.path)


def _overtaken(request: DeskRequest, showcase: ShowcasePage) -> HttpResponse:
    """Say so, and show what was typed beside what is there, so that nothing is lost."""
    if wants_json(request):
        return JsonResponse({"overtaken": True}, status=409)
    typed = [words for words in _captions(request).values() if words.strip()]
    return _page(request, showcase, typed=typed)


def _captions(request: DeskRequest) -> dict[str, str]:
    """What stands in the boxes, by the refs of the memories."""
    boxes = [name for name in request.POST if name.startswith(CAPTION)]
    return {name.removeprefix(CAPTION): request.POST.get(name, "") for name in boxes}
