"""The forms of signing in that differ from allauth's."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ConfirmLoginCodeForm, LoginForm
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from families.sessions import idle

LONGEST = 150
"""Letters of a username, as Django's own field for it."""


class SignInForm(LoginForm):
    """Asks whose device this is; unless somebody says "mine", it is everybody's.

    The square on a card brings its username along (``?login=``), so that only the
    three words are left to type.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].initial = self.request.GET.get("login", "")[:LONGEST]
        self.fields["remember"].label = _("This is my own phone or computer.")

    @property
    def sends_mail(self) -> bool:
        """Whether a code can be sent; without a server for mail that way is not offered."""
        return bool(settings.SENDS_MAIL)

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        """Note whose device it is before any second step, which does not ask again."""
        idle.say_whose(request, own=self.cleaned_data["remember"])
        response: HttpResponse = super().login(request, redirect_url)
        return response


class PasskeyForm(AddWebAuthnForm):
    """Every key that is added here also signs in by itself, so nobody is asked which kind."""

    name = forms.CharField(
        label=gettext_lazy("What do you call this device?"),
        required=False,
        max_length=60,
        help_text=gettext_lazy("So that you know later which one it is."),
    )
    passwordless = forms.BooleanField(
        initial=True, required=False, widget=forms.CheckboxInput(attrs={"hidden": True})
    )

    def clean_passwordless(self) -> bool:
        """Asks the device to check who holds it, by a finger, a face or a PIN."""
        return True


class _OnlyDigits:
    """A code of numbers, for which a phone shows the keys with numbers on them."""

    fields: dict[str, forms.Field]
    asked = gettext_lazy("The six numbers")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        code = self.fields["code"]
        code.label = self.asked
        code.widget.attrs |= {"inputmode": "numeric", "placeholder": ""}


class MailedCodeForm(_OnlyDigits, ConfirmLoginCodeForm):
    asked = gettext_lazy("The six numbers in the email")


class NewAppForm(_OnlyDigits, ActivateTOTPForm):
    """The first code of an app that is being set up."""


class SecondStepForm(_OnlyDigits, AuthenticateForm):
    asked = gettext_lazy("The six numbers, or a spare code")


class SecondStepAgainForm(_OnlyDigits, ReauthenticateForm):
    asked = gettext_lazy("The six numbers, or a spare code")
