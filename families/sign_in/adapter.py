"""How signing in behaves: accounts are made by the school, never by whoever comes along."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from families.models import User
from families.roles import is_contributor
from families.sign_in import limits

ASKS = "allauth.mfa.stages.AuthenticateStage"
ASKS_WHO_NEEDS_IT = "families.sign_in.stages.SecondStep"


class Adapter(DefaultAccountAdapter):
    """Closes sign-up, stops guessing, and sends each person to the room where they work."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _(
            "That username and password do not go together. Look at both, and try again."
        ),
        "incorrect_password": _("That is not your password. Look at it, and try again."),
        "incorrect_code": _("That code is not right. Look at it, and type it again."),
        "too_many_login_attempts": limits.TOO_OFTEN,
        "rate_limited": limits.TOO_OFTEN,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The desk for students and families, the Wagtail admin for staff."""
        return "/desk/" if is_contributor(request.user) else "/admin/"

    def get_login_stages(self) -> list[str]:
        """A passkey is a second step for staff; for everybody else it is another way in."""
        return [ASKS_WHO_NEEDS_IT if path == ASKS else path for path in super().get_login_stages()]

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse before looking, so that a refusal says nothing about the name."""
        if limits.is_refused(request, credentials.get("username", "")):
            raise self.validation_error("too_many_login_attempts")

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        limits.count_wrong(request, credentials.get("username", ""))

    def post_login(self, request: HttpRequest, user: User, **details: Any) -> HttpResponse:
        """Remember in this browser that its owner has been here before."""
        response: HttpResponse = super().post_login(request, user, **details)
        limits.remember_browser(request, response, user.username)
        return response
