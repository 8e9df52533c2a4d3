"""Asking again: a memory that was taken back comes back into a showcase only after that."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from wagtail.admin import messages

from archive import returning
from archive.curating.making import draft_of
from archive.curating.room import OneShowcase
from stories.models import Story


class AskedForm(forms.Form):
    """Nothing is ticked before somebody asked."""

    asked = forms.BooleanField(
        label="I asked whoever told it. They are glad for it to be in this showcase again.",
        error_messages={"required": "Ask them first. Then tick this."},
    )


class AgainView(OneShowcase):
    """One public memory of this showcase that was taken back once."""

    template_name = "archive/admin/again.html"
    page_title = "Ask again"
    form: AskedForm | None = None

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        waiting = returning.to_ask(self.showcase, draft_of(self.showcase).story_ids())
        public = Story.objects.public().filter(pk__in=waiting)
        self.story = get_object_or_404(public, ref=kwargs["ref"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = {"story": self.story, "form": self.form or AskedForm()}
        return super().get_context_data(**kwargs) | own

    def post(self, request: HttpRequest, pk: int, ref: str) -> HttpResponse:
        self.form = AskedForm(request.POST)
        if not self.form.is_valid():
            return self.render_to_response(self.get_context_data(), status=422)
        returning.welcome(self.showcase, self.story, by=self.user)
        messages.success(request, "Thank you. It is in the showcase again.")
        return redirect(self.edit_url)
