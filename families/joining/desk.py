"""At the desk: asking for a family, inviting into it, and calling an invitation back."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from families import invitations
from families.joining import asking, inviting, once
from families.joining.pages import kept_by_nobody
from families.models import Family, User

View = Callable[..., HttpResponse]

MADE_ALREADY = gettext_lazy(
    "That invitation is made already, and its code was shown once. "
    "Is it lost? Call it back below and make a new one."
)
CALLED_BACK = gettext_lazy("Called back. Its code and its square open nothing any more.")


def of_ones_family(view: View) -> View:
    """Give the view a family that this person may invite into; another is not there."""

    @wraps(view)
    @login_required
    @kept_by_nobody
    def guarded(request: HttpRequest, pk: int, **kwargs: Any) -> HttpResponse:
        family = get_object_or_404(Family.objects.select_related("school"), pk=pk)
        if not inviting.may_invite(request.user, family):
            raise Http404
        return view(request, family, **kwargs)

    return cast(View, guarded)


@require_http_methods(["GET", "HEAD", "POST"])
@of_ones_family
def invite(request: HttpRequest, family: Family) -> HttpResponse:
    """Makes an invitation, and shows it in the answer: its code is kept nowhere."""
    posted = request.POST if request.method == "POST" else None
    form = inviting.InvitationForm(posted, family=family)
    if form.is_valid():
        if not once.is_first(request):
            messages.info(request, MADE_ALREADY)
            return redirect("desk_family_invite", pk=family.pk)
        return render(request, "families/joining/made.html", made(request, family, form))
    context = {
        "form": form,
        "family": family,
        "once": once.stamp(),
        "open": inviting.open_in(family),
        "desk_here": "family",
    }
    status = 422 if form.is_bound else 200
    return render(request, "families/joining/invite.html", context, status=status)


def made(request: HttpRequest, family: Family, form: inviting.InvitationForm) -> dict[str, Any]:
    """A new invitation, for the page that shows it once."""
    letter = inviting.write(
        family,
        by=cast(User, request.user),
        request=request,
        for_whom=form.cleaned_data["for_whom"],
        places=int(form.cleaned_data["places"]),
    )
    return {"letter": letter, "family": family, "desk_here": "family"}


@require_POST
@of_ones_family
def call_back(request: HttpRequest, family: Family, number: int) -> HttpResponse:
    invitation = get_object_or_404(inviting.open_in(family), pk=number)
    invitations.call_back(invitation, by=cast(User, request.user))
    messages.success(request, CALLED_BACK)
    return redirect("desk_family_invite", pk=family.pk)


@require_POST
@of_ones_family
def card(request: HttpRequest, family: Family, number: int) -> HttpResponse:
    return printed(request, family, number)


def printed(request: HttpRequest, family: Family, number: int) -> HttpResponse:
    """The card as a PDF, for whoever has the code on the screen."""
    invitation = get_object_or_404(inviting.open_in(family).select_related("school"), pk=number)
    letter = inviting.again(invitation, request.POST.get("code", ""), request)
    if letter is None:
        raise Http404
    answer = HttpResponse(inviting.card(letter), content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="invitation.pdf"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def ask(request: HttpRequest) -> HttpResponse:
    """A student asks for a family, and a teacher answers."""
    user = cast(User, request.user)
    if not asking.may_ask(user):
        return redirect("desk_family")
    form = asking.AskForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            asking.ask(by=user, **form.cleaned_data)
        except PermissionDenied:
            return redirect("desk_family")
        messages.success(request, _("Your teacher has your question. Nothing else is needed now."))
        return redirect("desk_family")
    status = 422 if form.is_bound else 200
    context = {"form": form, "desk_here": "family"}
    return render(request, "families/joining/ask.html", context, status=status)
