"""Joining with a username and a password of three words."""

from __future__ import annotations

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from families.classes import usernames
from families.invitations import UsedUp
from families.joining import members, threshold
from families.joining.forms import PASSKEY, PasswordForm
from families.joining.pages import arrived, kept_by_nobody
from families.models import Invitation, User
from families.three_words import three_words


@require_http_methods(["GET", "HEAD", "POST"])
@kept_by_nobody
def password(request: HttpRequest) -> HttpResponse:
    """Shows a username and three words, and joins with them or with words of one's own."""
    if request.user.is_authenticated:
        return already_in(request)
    invitation = threshold.at_hand(request)
    name = threshold.told(request).get("name")
    if invitation is None or not name:
        return redirect("join")
    username = _suggested(request, name)
    form = PasswordForm(
        request.POST if request.method == "POST" else None,
        username=username,
        initial={"password": three_words()},
    )
    if form.is_valid():
        return _joined(request, invitation, form.cleaned_data["password"])
    context = {
        "form": form,
        "invitation": invitation,
        "username": username,
        "name": name,
        "passkey": threshold.told(request).get("way") == PASSKEY,
    }
    status = 422 if form.is_bound else 200
    return render(request, "families/joining/password.html", context, status=status)


def already_in(request: HttpRequest) -> HttpResponse:
    """Somebody came back, or pressed twice."""
    messages.info(request, _("You are signed in. Nothing was done twice."))
    return redirect("desk")


def _suggested(request: HttpRequest, name: str) -> str:
    """The same username for as long as the name stays the same. The words are kept nowhere."""
    if threshold.told(request).get("username_for") != name:
        threshold.remember(request, username_for=name, username=username_for(name))
    suggested: str = threshold.told(request)["username"]
    return suggested


def username_for(name: str) -> str:
    """Made by us, so that nobody finds out by trying which names are taken."""
    return usernames.for_names(name.split()[:1])[0]


def _joined(request: HttpRequest, invitation: Invitation, words: str) -> HttpResponse:
    said = threshold.told(request)
    newcomer = members.Newcomer(
        name=said["name"], relation=said["relation"], username=said["username"], password=words
    )
    try:
        user = members.welcome(invitation, newcomer)
    except UsedUp:
        return redirect("join")
    except IntegrityError:
        # Somebody else has just been given this username.
        threshold.remember(request, username_for="")
        return redirect("join_password")
    wants_a_passkey = said.get("way") == PASSKEY
    # They have just made it, so nobody asks for it again before their passkey is added.
    record_authentication(request, user, method="password", reauthenticated=wants_a_passkey or None)
    return come_in(request, invitation, user, to="mfa_add_webauthn" if wants_a_passkey else "desk")


def come_in(
    request: HttpRequest, invitation: Invitation, user: User, *, to: str = "desk"
) -> HttpResponse:
    """Sign in whoever has just joined, and say so at their desk."""
    there: HttpResponse = perform_login(
        request, user, email_verification="none", signup=True, redirect_url=reverse(to)
    )
    list(messages.get_messages(request))  # One greeting is enough, and ours names the family.
    arrived(request, invitation)
    return there
