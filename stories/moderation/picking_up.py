"""Picking a memory up from the list, so that two teachers do not read the same one."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from families.admin.boundary import signed_in
from stories import lifecycle
from stories.models import Story
from stories.moderation.decisions import DONE
from stories.moderation.queue import review_url


def back(request: HttpRequest) -> HttpResponse:
    """To the list as it was filtered."""
    return redirect(get_valid_next_url_from_request(request) or reverse("moderation:list"))


class PickUpView(View):
    """Whoever is first goes on to read it. The other is told who that is, and sees the list."""

    model: Any = None
    http_method_names = ["post"]

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        story = get_object_or_404(Story, ref=ref)
        try:
            lifecycle.take_up(story, by=signed_in(request))
        except lifecycle.Refused as refused:
            messages.error(request, f"“{story}”: {refused}")
            return back(request)
        messages.success(request, DONE["take_up"])
        return redirect(review_url(story))
