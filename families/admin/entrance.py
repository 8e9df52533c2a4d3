"""The door of the staff's room, for whoever is turned away from it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse


def entrance(request: HttpRequest) -> HttpResponse:
    """Send strangers to sign in, and those who have signed in back to where they work.

    Wagtail sends everybody here who may not enter. Somebody who has signed in must
    not be sent to sign in again: that would send them back here for ever.
    """
    if request.user.is_authenticated:
        list(messages.get_messages(request))  # Wagtail's own, about permissions, are not for them.
        messages.info(request, "That room is for teachers. This is your desk.")
        return redirect("/desk/")
    there = request.GET.get("next") or reverse("wagtailadmin_home")
    return redirect_to_login(there, reverse("account_login"))
