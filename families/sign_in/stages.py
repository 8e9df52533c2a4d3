"""The second step of signing in, for those who have to take it."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest

from families.roles import is_staff


class SecondStep(AuthenticateStage):
    """Asked of staff, and of whoever has set up an app for it.

    A student whose passkey is on her phone still comes in at a school computer with
    her password.
    """

    def _should_handle(self, request: HttpRequest) -> bool:
        user = self.login.user
        if user is None or not super()._should_handle(request):
            return False
        return is_staff(user) or bool(is_mfa_enabled(user, [Authenticator.Type.TOTP]))
