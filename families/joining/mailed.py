"""Joining with an e-mail address: a code goes there first, so that nobody gives another's."""

from __future__ import annotations

import secrets
import time
from smtplib import SMTPException

from allauth.account.models import EmailAddress
from allauth.account.utils import filter_users_by_email, perform_login
from allauth.core.internal import ratelimit
from django import forms
from django.core.mail import send_mail
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from families.invitations import UsedUp
from families.joining import members, threshold
from families.joining.forms import EMAIL, EmailForm, MailedCodeForm
from families.joining.pages import kept_by_nobody
from families.joining.passwords import already_in, come_in, username_for
from families.joining.ways import ways
from families.models import Invitation, User

LASTS = 15 * 60
"""Seconds that a mailed code may be typed."""

TRIES = 5
LIMITS = {"join_email": "60/h/ip,3/10m/key,10/d/key"}
"""A school is one address; somebody's letter box is flooded by nobody."""

TOO_OFTEN = _("We have sent enough codes for now. Wait ten minutes, or choose a password instead.")
NOT_SENT = _(
    "The e-mail could not be sent. Nothing is lost. Try again, or choose a password instead."
)
WRONG = _("That is not the code that we sent last. Look at it again, or send a new one.")
SUBJECT = _("{code} is your code")
WORDS = _("""Your code is {code}

Type it on the page where you were. It lasts 15 minutes.
Did you not ask for it? Then you can forget this e-mail: nothing happens.
""")


@require_http_methods(["GET", "HEAD", "POST"])
@kept_by_nobody
def email(request: HttpRequest) -> HttpResponse:
    """Asks for the address, and sends a code to it."""
    if request.user.is_authenticated:
        return already_in(request)
    invitation, name = _who_is_there(request)
    if invitation is None or not name:
        return redirect("join")
    posted = request.POST if request.method == "POST" else None
    form = EmailForm(posted, initial={"email": threshold.told(request).get("email")})
    if form.is_valid() and _sent(request, form):
        return redirect("join_mailed")
    return _show(request, "email", form, invitation)


@require_http_methods(["GET", "HEAD", "POST"])
@kept_by_nobody
def mailed(request: HttpRequest) -> HttpResponse:
    """Asks for the code; whoever has it has the address, and comes in."""
    if request.user.is_authenticated:
        return already_in(request)
    invitation, name = _who_is_there(request)
    if invitation is None or not name or "mailed" not in threshold.told(request):
        return redirect("join")
    form = MailedCodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if _is_right(request, form.cleaned_data["mailed"]):
            return _joined(request, invitation)
        form.add_error("mailed", WRONG)
    return _show(request, "mailed", form, invitation)


def _who_is_there(request: HttpRequest) -> tuple[Invitation | None, str]:
    name: str = threshold.told(request).get("name", "")
    return (threshold.at_hand(request) if EMAIL in ways() else None), name


def _show(
    request: HttpRequest, page: str, form: forms.Form, invitation: Invitation
) -> HttpResponse:
    context = {
        "form": form,
        "invitation": invitation,
        "email": threshold.told(request).get("email"),
    }
    status = 422 if form.is_bound else 200
    return render(request, f"families/joining/{page}.html", context, status=status)


def _sent(request: HttpRequest, form: EmailForm) -> bool:
    """The same is said and done for an address with an account and one without."""
    address = form.cleaned_data["email"]
    if not ratelimit.consume(
        request, app="families", action="join_email", config=LIMITS, key=address
    ):
        form.add_error("email", TOO_OFTEN)
        return False
    code = f"{secrets.randbelow(1_000_000):06}"
    try:
        send_mail(SUBJECT.format(code=code), WORDS.format(code=code), None, [address])
    except (OSError, SMTPException):
        form.add_error("email", NOT_SENT)
        return False
    threshold.remember(
        request, email=address, mailed=_hash(address, code), until=time.time() + LASTS, tries=0
    )
    return True


def _hash(address: str, code: str) -> str:
    return salted_hmac("families.joining.mailed", f"{address} {code}").hexdigest()


def _is_right(request: HttpRequest, typed: str) -> bool:
    """Whether it is the last code, in time, and not guessed at too often."""
    said = threshold.told(request)
    threshold.remember(request, tries=said["tries"] + 1)
    digits = "".join(char for char in typed if char.isdigit())
    is_open = said["tries"] < TRIES and time.time() < said["until"]
    return constant_time_compare(said["mailed"], _hash(said["email"], digits)) and is_open


def _joined(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    """Somebody new, or somebody who is here already and joins with one press."""
    address = threshold.told(request)["email"]
    for known in filter_users_by_email(address, is_active=True, prefer_verified=True):
        there: HttpResponse = perform_login(
            request, known, email_verification="none", redirect_url=reverse("join")
        )
        return there
    try:
        return come_in(request, invitation, _welcomed(request, invitation, address))
    except (UsedUp, IntegrityError):
        return redirect("join")


@transaction.atomic
def _welcomed(request: HttpRequest, invitation: Invitation, address: str) -> User:
    said = threshold.told(request)
    newcomer = members.Newcomer(
        name=said["name"],
        relation=said["relation"],
        username=username_for(said["name"]),
        email=address,
    )
    user = members.welcome(invitation, newcomer)
    EmailAddress.objects.create(user=user, email=address, verified=True, primary=True)
    return user
