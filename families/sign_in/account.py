"""How you sign in: one page from which somebody looks after it."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from families.models import User
from families.roles import is_staff

Type = Authenticator.Type


@login_required
def how_you_sign_in(request: HttpRequest) -> HttpResponse:
    """The password, the passkeys, and for staff the app and the recovery codes."""
    user = request.user
    mine: dict[str, list[Any]] = {}
    for one in Authenticator.objects.filter(user_id=user.pk).order_by("created_at"):
        mine.setdefault(one.type, []).append(one)
    codes = mine.get(Type.RECOVERY_CODES)
    context = {
        "passkeys": mine.get(Type.WEBAUTHN, []),
        "app": bool(mine.get(Type.TOTP)),
        "codes_left": len(codes[0].wrap().get_unused_codes()) if codes else None,
        "is_staff": is_staff(user),
        "has_password": isinstance(user, User) and user.has_usable_password(),
    }
    return render(request, "account/how_you_sign_in.html", context)
