"""Staff use a second factor: an app's code or a passkey, in this very session.

A session of staff that has not used one is a visitor's everywhere: no admin, no desk,
no file that visitors do not see. All that it can do is take that step, set it up first
where there is none, or sign out. So a way in that is added later is closed too.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from families.groups import ENTER_THE_ADMIN
from families.roles import is_staff

Handler = Callable[[HttpRequest], HttpResponse]
Type = Authenticator.Type

ROOMS = ("/admin/", "/desk/", "/sign-in/")
"""Where somebody is led to the second step; elsewhere they see what visitors see."""

TAKING_IT = ("second_step", "still_here", "account_logout", "mfa_reauthenticate")
SETTING_IT_UP = ("account_reauthenticate", "mfa_activate_totp", "mfa_add_webauthn")


class StaffSecondFactor:
    """Stands behind every address, so that none has to remember to ask."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_missing(request):
            return self.get_response(request)
        request.second_step = True  # type: ignore[attr-defined]
        if request.path_info in _open_to(request):
            return self.get_response(request)
        if request.path_info.startswith(ROOMS):
            return _led_there(request)
        request.user = AnonymousUser()
        return self.get_response(request)


def is_missing(request: HttpRequest) -> bool:
    """Whether this session needs a second factor and has used none."""
    return settings.STAFF_SECOND_FACTOR and _is_needed(request) and not _is_used(request)


def _is_needed(request: HttpRequest) -> bool:
    """For every role of staff, and in the admin for whoever may enter it in whatever way."""
    if not request.user.is_authenticated:
        return False
    in_admin = request.path_info.startswith("/admin/")
    return is_staff(request.user) or (in_admin and request.user.has_perm(ENTER_THE_ADMIN))


def _is_used(request: HttpRequest) -> bool:
    """Whether one that still stands was used in this session, at sign-in or since."""
    records = get_authentication_records(request, request.user)
    used = [record.get("id") for record in records if record.get("method") == "mfa"]
    mine = Authenticator.objects.filter(user_id=request.user.pk, pk__in=used)
    return bool(used) and mine.exists()


def _types(request: HttpRequest) -> set[str]:
    return set(Authenticator.objects.filter(user_id=request.user.pk).values_list("type", flat=True))


def _open_to(request: HttpRequest) -> set[str]:
    """Whoever has one already must use it before adding another: a password is not enough."""
    names = [*TAKING_IT, "mfa_reauthenticate_webauthn"]
    return {reverse(name) for name in [*names, *(() if _types(request) else SETTING_IT_UP)]}


def _led_there(request: HttpRequest) -> HttpResponse:
    """To the second step, and back afterwards; a script is told as the desk tells it."""
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"sign_in": reverse("account_login")}, status=401)
    there = request.get_full_path() if request.method == "GET" else request.path
    if request.path_info.startswith("/sign-in/"):
        there = request.GET.get("next", "")
    return redirect(_step(reverse("second_step"), there))


@login_required
def second_step(request: HttpRequest) -> HttpResponse:
    """Lead to the step that this person can take, or to setting one up."""
    there = _safe(request, request.GET.get("next", ""))
    if not is_missing(request):
        return redirect(there or "/admin/")
    types = _types(request)
    if types & {Type.TOTP, Type.RECOVERY_CODES}:
        return redirect(_step(reverse("mfa_reauthenticate"), there))
    if types:
        return redirect(_step(reverse("mfa_reauthenticate_webauthn"), there))
    return render(request, "account/second_step.html")


def _step(address: str, there: str) -> str:
    return f"{address}?{urlencode({'next': there or '/admin/'})}"


def _safe(request: HttpRequest, there: str) -> str:
    """Only an address of ours; anything else is forgotten."""
    return there if url_has_allowed_host_and_scheme(there, {request.get_host()}) else ""


def used_while_adding(
    request: HttpRequest, user: Any, authenticator: Authenticator, **_: Any
) -> None:
    """Whoever has just added one has shown that they hold it, so they are not asked again."""
    if authenticator.type != Type.RECOVERY_CODES:
        record_authentication(
            request, user, "mfa", id=authenticator.pk, type=str(authenticator.type)
        )
