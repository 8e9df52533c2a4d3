"""The page on which a member of staff makes one place of two."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from families.admin.boundary import signed_in
from stories.models import Place
from stories.places import drawn, merging
from stories.places.forms import MergeForm
from stories.refusals import Refused


class MergeView(WagtailAdminTemplateMixin, TemplateView):
    """Choose the other place, look at both, and then press. Works without script."""

    model: Any = None
    template_name = "stories/places/merge.html"
    page_title = "Merge"
    header_icon = "site"
    http_method_names = ["get", "head", "post", "options"]

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.old = get_object_or_404(Place, pk=kwargs["pk"])
        asked = request.POST if request.method == "POST" else request.GET
        self.form = MergeForm(asked if "into" in asked else None, old=self.old)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.form.is_valid():
            return self.render_to_response(self.get_context_data(), status=422)
        try:
            into = merging.merge(self.old, self.form.cleaned_data["into"], by=signed_in(request))
        except Refused as refused:
            self.form.add_error("into", str(refused))
            return self.render_to_response(self.get_context_data(), status=422)
        messages.success(request, f"“{self.old.name}” is part of “{into.name}” now.")
        return redirect("places:edit", into.pk)

    def get_page_subtitle(self) -> str:
        return str(self.old)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("places:index"), "label": "Places"},
            {"url": reverse("places:edit", args=[self.old.pk]), "label": self.old.name},
            {"url": "", "label": "Merge"},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"old": self.old, "form": self.form, **self._both()}

    def _both(self) -> dict[str, Any]:
        """What is shown of the two once the other one is chosen."""
        into = self.form.cleaned_data.get("into") if self.form.is_valid() else None
        if into is None:
            return {}
        return {
            "into": into,
            "lost": merging.lost_by(self.old, into),
            "kilometres": drawn.kilometres(self.old, into),
            "pins": drawn.drawn([self.old, into], drawn.staff_pin),
        }
