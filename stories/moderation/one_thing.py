"""A page for one thing of a memory that is being read, which leads back to where it stands."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from stories.models import Story
from stories.moderation.queue import review_url


class OneThingView(WagtailAdminTemplateMixin, FormView):  # type: ignore[type-arg]
    """A form; the boundary has been asked before."""

    model = Story
    anchor = ""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.story = get_object_or_404(Story, ref=kwargs["ref"])

    def back_url(self) -> str:
        """Where in the memory the thing stands."""
        return f"{review_url(self.story)}#{self.anchor}"

    def back(self) -> HttpResponse:
        return redirect(self.back_url())

    def get_page_subtitle(self) -> str:
        return str(self.story)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("moderation:list"), "label": "Moderation"},
            {"url": review_url(self.story), "label": str(self.story)},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"story": self.story, "back": self.back_url()}
