"""How big and how wide somebody wants to read: chosen at the desk, kept for them on this device.

A cookie of its own for each person, since a Chromebook has many. The server puts the choice
into the page, so nothing jumps when it opens, and it works without script.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.functional import SimpleLazyObject
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from families.models import User
from stories.contribute.doors import DeskRequest, at_the_desk, wants_json

KEPT_FOR = 365 * 24 * 60 * 60
"""Seconds."""

SIZES = [("", _("Normal")), ("large", _("Big")), ("larger", _("Bigger")), ("largest", _("Biggest"))]
SPACES = [("", _("Normal")), ("wide", _("Wide"))]


@dataclass(frozen=True)
class Choice:
    """What one person chose; "" is as it comes."""

    size: str = ""
    lines: str = ""
    letters: str = ""

    @property
    def classes(self) -> str:
        """For the ``html`` element."""
        chosen = {field.name: getattr(self, field.name) for field in fields(self)}
        return " ".join(f"reading-{name}-{value}" for name, value in chosen.items() if value)


class ReadingForm(forms.Form):
    size = forms.ChoiceField(
        label=_("How big?"), choices=SIZES, widget=forms.RadioSelect, required=False
    )
    lines = forms.ChoiceField(
        label=_("Space between lines"), choices=SPACES, widget=forms.RadioSelect, required=False
    )
    letters = forms.ChoiceField(
        label=_("Space between letters"), choices=SPACES, widget=forms.RadioSelect, required=False
    )

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, auto_id="reading-%s", **kwargs)


def of(request: HttpRequest) -> Choice:
    """What this person chose on this device; a cookie that lies chooses nothing."""
    if not isinstance(request.user, User):
        return Choice()
    size, _dot, rest = request.COOKIES.get(_cookie(request.user), "").partition(".")
    lines, _dot, letters = rest.partition(".")
    form = ReadingForm({"size": size, "lines": lines, "letters": letters})
    return Choice(**form.cleaned_data) if form.is_valid() else Choice()


def in_templates(request: HttpRequest) -> dict[str, Any]:
    """``reading_choice`` and its form, for every page that asks for them."""
    choice = SimpleLazyObject(lambda: of(request))
    form = SimpleLazyObject(lambda: ReadingForm(initial=vars(of(request))))
    return {"reading_choice": choice, "reading_form": form}


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def page(request: DeskRequest) -> HttpResponse:
    """Choose, and go back to where one was."""
    back = _back(request)
    if request.method != "POST":
        context = {"desk_here": "", "back": back}
        return render(request, "stories/desk/reading_help.html", context)
    form = ReadingForm(request.POST)
    choice = Choice(**form.cleaned_data) if form.is_valid() else Choice()
    response = HttpResponse(status=204) if wants_json(request) else redirect(back)
    response.set_cookie(
        _cookie(request.user),
        ".".join((choice.size, choice.lines, choice.letters)),
        max_age=KEPT_FOR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def _cookie(user: User) -> str:
    """A name that says nothing about whose it is."""
    return f"reading-{salted_hmac('stories.reading-help', str(user.pk)).hexdigest()[:12]}"


def _back(request: DeskRequest) -> str:
    asked: str = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()})
    return asked if is_ours else reverse("desk")
