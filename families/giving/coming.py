"""Coming to the questions: by a link or a square, or by typing the code."""

from __future__ import annotations

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from families import invitations, limits
from families.giving import memories
from families.giving import sitting as sittings
from families.giving.doors import is_somebody_else, is_the_child, quietly, somebody_else
from families.giving.steps import first_step
from families.models import Invitation
from families.models.consents import Method

NOT_FOUND = _(
    "This code does not work. It may have been used already, or be too old. "
    "Look at it again, letter by letter, or ask for a new one."
)
PROBLEM = "families.giving.problem"
PROBLEMS = {"too often": (limits.TOO_OFTEN, 429), "not found": (NOT_FOUND, 404)}
"""What a session keeps, what the next page says of it, and its status."""


@require_safe
@quietly
def by_link(request: HttpRequest, code: str) -> HttpResponse:
    """Take the code out of the address at once, so that no page and no link ever tells it."""
    _come(request, code)
    response = redirect("agree")
    response["Referrer-Policy"] = "no-referrer"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@quietly
def start(request: HttpRequest) -> HttpResponse:
    """Who is asked, by whom and about what; without an invitation, a box for the code."""
    if request.method == "POST":
        _come(request, request.POST.get("code", ""))
        return redirect("agree")
    sitting = sittings.of(request)
    if sitting is None:
        return _ask_for_the_code(request)
    if is_somebody_else(request, sitting):
        return somebody_else(request, sitting)
    context = {"sitting": sitting, "first": first_step(sitting)}
    return render(request, "families/giving/start.html", context)


@require_POST
@quietly
def sign_out_and_go_on(request: HttpRequest) -> HttpResponse:
    """Close the desk of whoever is signed in here, and go on with the one who is asked."""
    sitting = sittings.of(request)
    if sitting is not None and not is_the_child(request, sitting):
        logout(request)
        sittings.keep(request, sitting)
    return redirect("agree")


def _come(request: HttpRequest, code: str) -> None:
    """Begin the sitting of this code, or leave a sentence for the next page."""
    sittings.end(request)
    request.session.pop(PROBLEM, None)
    if not limits.may_try(request):
        request.session[PROBLEM] = "too often"
        return
    invitation = invitations.find(code, kind=Invitation.Kind.CONSENT)
    if invitation is None or not _begin(request, invitation):
        limits.count_wrong(request)
        request.session[PROBLEM] = "not found"


def _begin(request: HttpRequest, invitation: Invitation) -> bool:
    """Whether what this invitation asks about is still there."""
    person, giver = invitation.person, invitation.given_by
    if person is None or giver is None or not sittings.may_answer_for(person, giver):
        return False
    memory = memories.find(person, invitation.story_ref, giver=giver)
    if invitation.story_ref and memory is None:
        return False
    sittings.begin(
        request,
        person=person,
        giver=giver,
        method=Method.OWN_PHONE,
        scopes=sittings.scopes_to_ask(person, giver, memory),
        story_ref=invitation.story_ref,
        invitation=invitation,
    )
    return True


def _ask_for_the_code(request: HttpRequest) -> HttpResponse:
    problem, status = PROBLEMS.get(request.session.pop(PROBLEM, ""), ("", 200))
    return render(request, "families/giving/code.html", {"problem": problem}, status=status)
