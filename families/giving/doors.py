"""Who gets to the questions: whoever is asked, where nobody else is signed in."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from families.giving import sitting as sittings
from families.giving.sitting import Sitting
from families.models import User

View = Callable[..., HttpResponse]


def quietly(view: View) -> View:
    """Kept by no cache, so that the back button shows nobody the last one's answers."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response

    return answered


def in_a_sitting(view: Callable[..., HttpResponse]) -> View:
    """Call `view` with the sitting; without one, or with somebody else there, say so instead.

    A page of an earlier sitting, open in another tab, must not answer for somebody else.
    """

    @quietly
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        sitting = sittings.of(request)
        if sitting is None:
            return redirect("agree")
        if is_somebody_else(request, sitting):
            return somebody_else(request, sitting)
        if request.method == "POST" and request.POST.get("sitting") != sitting.token:
            return redirect("agree")
        return view(request, sitting, *args, **kwargs)

    return guarded


def is_somebody_else(request: HttpRequest, sitting: Sitting) -> bool:
    """Whether an account is signed in here that is not the one of whoever is asked."""
    return isinstance(request.user, User) and sitting.giver.user_id != request.user.pk


def is_the_child(request: HttpRequest, sitting: Sitting) -> bool:
    """Whether a guardian is asked on a device on which their child is signed in."""
    return sitting.is_for_a_child and sitting.person.user_id == request.user.pk


def somebody_else(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """Somebody signed in here is not the one who is asked, so no question is shown."""
    context = {
        "sitting": sitting,
        "is_the_child": is_the_child(request, sitting),
    }
    return render(request, "families/giving/somebody_else.html", context, status=403)
