"""The pages of joining: the code, who you are, and at last a place in the family.

The page itself has the address ``/join/``, without a code, so that neither another
site nor the next person at this screen finds one in an address.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from families.invitations import UsedUp
from families.joining import members, threshold
from families.joining.forms import RELATIONS, AboutYouForm, CodeForm, RelationForm
from families.joining.ways import ways
from families.models import Invitation, User

View = Callable[..., HttpResponse]

TYPE_IT_AGAIN = gettext_lazy(
    "Your invitation cannot be used any more, or it was waiting for too long. "
    "What you typed is still here. Type the code again, or ask for a new one."
)


def kept_by_nobody(view: View) -> View:
    """No cache keeps the page. Only this archive is told where its reader comes from.

    "no-referrer" would take the origin from our own forms too (Fetch, section 3.2), and
    without it a form cannot prove that it is ours. The address holds no code anyhow.
    """

    @wraps(view)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        response.setdefault("Referrer-Policy", "same-origin")
        response["X-Robots-Tag"] = "noindex"
        patch_vary_headers(response, ["Cookie"])
        return response

    return kept


@require_safe
@kept_by_nobody
def link(request: HttpRequest, code: str) -> HttpResponse:
    """What a QR code leads to: the code goes out of the address at once."""
    threshold.knock(request, code)
    response = redirect("join")
    response["Referrer-Policy"] = "no-referrer"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@kept_by_nobody
def join(request: HttpRequest) -> HttpResponse:
    """Asks for a code until one is right, and then who is there."""
    try:
        threshold.answer(request)
    except threshold.Refused as refused:
        return _ask_for_a_code(request, problem=str(refused), status=refused.http_status)
    if request.method == "POST" and request.POST.get("do") == "code":
        return _typed(request)
    invitation = threshold.at_hand(request)
    if invitation is None:
        return _lapsed(request)
    if request.POST.get("do") == "other":
        threshold.put_away(request)
        return redirect("join")
    if request.user.is_authenticated:
        return _as_somebody(request, request.user, invitation)
    return _as_a_newcomer(request, invitation)


def _typed(request: HttpRequest) -> HttpResponse:
    form = CodeForm(request.POST)
    if not form.is_valid():
        return _ask_for_a_code(request, form, status=422)
    try:
        threshold.type_in(request, form.cleaned_data["code"])
    except threshold.Refused as refused:
        return _ask_for_a_code(request, form, problem=str(refused), status=refused.http_status)
    return redirect("join")


def _ask_for_a_code(
    request: HttpRequest, form: CodeForm | None = None, *, problem: str = "", status: int = 200
) -> HttpResponse:
    context = {"form": form or CodeForm(), "problem": problem}
    return render(request, "families/joining/code.html", context, status=status)


def _lapsed(request: HttpRequest) -> HttpResponse:
    """Nobody has given a code here, or it closed while they were typing."""
    had_one = request.method == "POST" or bool(threshold.told(request).get("invitation"))
    if had_one:
        fields = ("name", "relation")
        typed = {key: request.POST[key][:60] for key in fields if key in request.POST}
        threshold.remember(request, invitation=None, **typed)
    return _ask_for_a_code(request, problem=str(TYPE_IT_AGAIN) if had_one else "")


def _as_a_newcomer(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    """The name and the relation; how to sign in is a page of its own."""
    posted = request.POST if request.method == "POST" else None
    form = AboutYouForm(posted, initial=threshold.told(request), ways=ways())
    if posted is not None and form.is_valid():
        said = form.cleaned_data
        threshold.remember(request, name=said["name"], relation=said["relation"], way=said["way"])
        return redirect(f"join_{said['way']}")
    return _show(request, "about_you", invitation, form)


def _as_somebody(request: HttpRequest, user: User, invitation: Invitation) -> HttpResponse:
    """One press for a person who has an account, and one person in however many families."""
    if reason := members.why_not(invitation, user):
        return _show(request, "not_for_you", invitation, None, reason=reason)
    if invitation.family in user.families.all():
        threshold.forget(request)
        messages.info(request, _("You are in %(family)s already.") % {"family": invitation.family})
        return redirect("desk_family")
    posted = request.POST if request.method == "POST" else None
    form = RelationForm(posted, initial=threshold.told(request))
    if posted is None or not form.is_valid():
        return _show(request, "one_press", invitation, form)
    try:
        members.join(invitation, user=user, relation=form.cleaned_data["relation"])
    except UsedUp:
        return _lapsed(request)
    return arrived(request, invitation)


def arrived(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    """At the desk, with a welcome."""
    threshold.forget(request)
    messages.success(
        request, _("Welcome! You are in %(family)s now.") % {"family": invitation.family}
    )
    return redirect("desk")


def _show(
    request: HttpRequest, page: str, invitation: Invitation, form: Any, **more: Any
) -> HttpResponse:
    context = {"form": form, "invitation": invitation, "relations": RELATIONS, **more}
    wrong = form is not None and form.is_bound
    return render(request, f"families/joining/{page}.html", context, status=422 if wrong else 200)
