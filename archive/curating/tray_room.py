"""The tray in the staff’s room: put in order, take out, and make a showcase of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from wagtail.admin import messages

from archive import fitting
from archive.curating import making, tray
from archive.curating.room import CuratorsRoom
from archive.models import ShowcaseIndexPage, ShowcasePage
from archive.permissions import showcases_of
from families.admin.boundary import signed_in
from stories.models import Story

IN_PLAY = 30
"""Drafts that are offered to put memories into, the latest first."""


class NewShowcaseForm(forms.Form):
    """What a new showcase needs before it is a draft."""

    title = forms.CharField(label="What is it called?", max_length=120)
    introduction = forms.CharField(
        label="What is it about?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="One or two sentences. You can change them later.",
    )


class TrayView(CuratorsRoom):
    """The tray, what would fit beside it, and the ways out of it."""

    template_name = "archive/admin/tray.html"
    page_title = "My tray"
    form: NewShowcaseForm | None = None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        inside = tray.of(self.user)
        return super().get_context_data(**kwargs) | {
            "tray": inside,
            "suggestions": fitting.beside(inside.records),
            "form": self.form or NewShowcaseForm(),
            "may_make": ShowcaseIndexPage.objects.get()
            .permissions_for_user(self.user)
            .can_add_subpage(),
            "drafts": list(self._drafts()[:IN_PLAY]),
        }

    def _drafts(self) -> QuerySet[ShowcasePage]:
        return showcases_of(self.user).order_by("-latest_revision_created_at", "-pk")

    def post(self, request: HttpRequest) -> HttpResponse:
        """Keep the order that the page shows, then do what was pressed."""
        refs = request.POST.getlist("order")
        verb, _, about = request.POST.get("do", "").partition(":")
        if verb in ("up", "down"):
            refs = tray.moved(refs, about, -1 if verb == "up" else 1)
        tray.order(self.user, refs)
        if verb == "make":
            return self._make()
        if verb == "put":
            return self._put(request.POST.get("into", ""))
        if verb == "out":
            tray.take_out(self.user, [about])
        if verb == "clear":
            tray.clear_gone(self.user)
        if request.headers.get("Accept") == "application/json":
            return JsonResponse({"safe": True})
        return redirect(f"{reverse('tray')}#{about}" if verb in ("up", "down") else "tray")

    def _make(self) -> HttpResponse:
        self.form = NewShowcaseForm(self.request.POST)
        inside = tray.of(self.user)
        if not inside.numbers:
            messages.error(self.request, "There is nothing in your tray yet.")
        elif self.form.is_valid():
            page = making.make(inside.numbers, by=self.user, **self.form.cleaned_data)
            messages.success(self.request, f"“{page}” is a draft now. Nobody else sees it yet.")
            return redirect("wagtailadmin_pages:edit", page.pk)
        return self.render_to_response(self.get_context_data(), status=422)

    def _put(self, into: str) -> HttpResponse:
        page = get_object_or_404(showcases_of(self.user), pk=into if into.isdecimal() else 0)
        new = making.put(tray.of(self.user).numbers, page, by=self.user)
        said = f"{new} memories are" if new != 1 else "One memory is"
        messages.success(self.request, f"{said} new in the draft of “{page}”.")
        return redirect("wagtailadmin_pages:edit", page.pk)


class AddToTrayView(CuratorsRoom):
    """Put one public memory into the tray: asked first where a link led here."""

    template_name = "archive/admin/add_to_tray.html"
    page_title = "Add to my tray"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.story = get_object_or_404(Story.objects.public(), ref=kwargs["ref"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "story": self.story,
            "next": self._next(self.request.GET.get("next", "")),
        }

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        add_and_say(request, [self.story])
        return redirect(self._next(request.POST.get("next", "")) or "tray")

    def _next(self, address: str) -> str:
        own = {self.request.get_host()}
        fits = url_has_allowed_host_and_scheme(address, own, self.request.is_secure())
        return address if fits else ""


class AddSeveralView(CuratorsRoom):
    """The same for a button on a list: which memory is in the form."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        story = get_object_or_404(Story.objects.public(), ref=request.POST.get("story", ""))
        return AddToTrayView.as_view()(request, ref=story.ref)


def add_and_say(request: HttpRequest, stories: list[Story]) -> None:
    """Add, and say what came of it on the next page."""
    user = signed_in(request)
    if tray.add(user, stories):
        messages.success(request, "It is in your tray.", buttons=[_to_the_tray()])
    elif tray.of(user).is_full:
        messages.error(request, "Your tray is full. Take something out first.")
    else:
        messages.success(request, "It was in your tray already.", buttons=[_to_the_tray()])


def _to_the_tray() -> Any:
    return messages.button(reverse("tray"), "My tray")
