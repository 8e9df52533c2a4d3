"""Those who asked for everything about them to be deleted; for their school's lead alone."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.auth import require_admin_access
from wagtail.admin.menu import MenuItem

from families import erasure
from families.admin.boundary import signed_in
from families.models import Leaving, User
from families.roles import is_lead_of


def _lead(request: HttpRequest) -> User:
    """The lead who asks. To everybody else there is no such page."""
    user = signed_in(request)
    if not is_lead_of(user, user.school_id):
        raise Http404
    return user


@require_safe
def leaving(request: HttpRequest) -> HttpResponse:
    """Who waits, the longest first, and whose clock is over."""
    waiting = Leaving.objects.filter(user__school=_lead(request).school_id, done_at=None)
    context = {"waiting": waiting.select_related("user")}
    return render(request, "families/admin/leaving.html", context)


@require_POST
def carry_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete everything about one of them."""
    lead = _lead(request)
    found = get_object_or_404(Leaving, pk=pk, user__school=lead.school_id)
    try:
        erasure.carry_out(found, by=lead)
    except erasure.Waits as waits:
        messages.warning(request, str(waits))
    else:
        messages.success(request, "Everything about them is deleted.")
    return redirect("leaving")


class LeavingMenuItem(MenuItem):
    """Shown to leads."""

    def is_shown(self, request: HttpRequest) -> bool:
        user = signed_in(request)
        return is_lead_of(user, user.school_id)


def menu_item() -> LeavingMenuItem:
    return LeavingMenuItem("Asked to be deleted", reverse("leaving"), icon_name="bin", order=900)


urlpatterns = [
    path("leaving/", require_admin_access(leaving), name="leaving"),
    path("leaving/<int:pk>/", require_admin_access(carry_out), name="leaving_carry_out"),
]
