"""Places that were suggested at the desk: made new, found on the list, or declined with a word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import F, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.text import capfirst
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.model import ModelViewSet

from families.admin.boundary import WithinTheBoundary, WithinTheBoundaryIndex, signed_in
from families.models import User
from stories import suggesting
from stories.lifecycle import Refused
from stories.models import Place, PlaceSuggestion
from stories.moderation.queue import review_url
from stories.places.forms import PlaceForm


class MergeForm(forms.Form):
    place = forms.ModelChoiceField(
        label="It is this one", queryset=Place.objects.all(), empty_label="Choose a place"
    )


class DeclineForm(forms.Form):
    answer = forms.CharField(
        label="Why not, in a kind sentence",
        help_text="Whoever asked for it reads this.",
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def _accept(asked: PlaceSuggestion, form: Any, by: User) -> str:
    suggesting.accept(asked, form.save(commit=False), by=by)
    return "It is a place now, and the memory has it."


def _merge(asked: PlaceSuggestion, form: Any, by: User) -> str:
    suggesting.merge(asked, form.cleaned_data["place"], by=by)
    return "The memory has that place now."


def _decline(asked: PlaceSuggestion, form: Any, by: User) -> str:
    suggesting.decline(asked, form.cleaned_data["answer"], by=by)
    return "Your answer is on their desk."


VERBS: dict[str, tuple[type[Any], Callable[[PlaceSuggestion, Any, User], str]]] = {
    "accept": (PlaceForm, _accept),
    "merge": (MergeForm, _merge),
    "decline": (DeclineForm, _decline),
}


class SuggestionsIndex(WithinTheBoundaryIndex, generic.IndexView):
    page_title = "Suggested places"

    def get_base_queryset(self) -> QuerySet[PlaceSuggestion]:
        rows: QuerySet[PlaceSuggestion] = super().get_base_queryset()
        open_first = F("settled_at").asc(nulls_first=True)
        return rows.select_related("story", "suggested_by").order_by(open_first, "suggested_at")


class SuggestionView(WagtailAdminTemplateMixin, TemplateView):
    """One suggestion and its three answers, each a form that works without script."""

    model: Any = None
    template_name = "stories/moderation/suggestion.html"
    page_title = "Suggested place"
    header_icon = "site"
    http_method_names = ["get", "head", "post", "options"]

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        related = PlaceSuggestion.objects.select_related("story", "suggested_by", "settled_by")
        self.asked = get_object_or_404(related, pk=kwargs["pk"])
        start = {"name": self.asked.name, "basis": Place.Basis.ESTIMATE}
        self.forms = {
            verb: form_class(prefix=verb, initial=start) for verb, (form_class, _) in VERBS.items()
        }

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        verb = request.POST.get("verb", "")
        if verb not in VERBS:
            raise Http404
        form_class, do = VERBS[verb]
        form = self.forms[verb] = form_class(request.POST, prefix=verb)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(), status=422)
        try:
            messages.success(request, do(self.asked, form, signed_in(request)))
        except Refused as refused:
            messages.error(request, str(refused))
        return redirect(reverse("place_suggestions:index"))

    def get_page_subtitle(self) -> str:
        return str(self.asked)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        listed = {"url": reverse("place_suggestions:index"), "label": "Suggested places"}
        return [*self.breadcrumbs_items, listed, {"url": "", "label": str(self.asked)}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "asked": self.asked,
            "forms": self.forms,
            "review_url": review_url(self.asked.story),
        }


def state(asked: PlaceSuggestion) -> str:
    return capfirst(asked.get_state_display())


class SuggestionsViewSet(WithinTheBoundary, ModelViewSet):
    about = (
        "Places that somebody at the desk could not find in the list. Put each on the map, say "
        "that we have it already, or say kindly why not."
    )
    model = PlaceSuggestion
    name = "place_suggestions"
    icon = "site"
    menu_label = "Suggested places"
    closed = frozenset({"add", "copy", "delete", "usage"})
    index_view_class = SuggestionsIndex
    form_fields: tuple[str, ...] = ("answer",)
    list_filter = ("state",)
    list_display = (
        TitleColumn("name", label="What they call it", url_name="place_suggestions:edit"),
        Column("story", label="In the memory"),
        Column("suggested_by", label="Asked for by"),
        DateColumn("suggested_at", label="When", sort_key="suggested_at"),
        Column("state", label="It is", accessor=state),
    )

    @property
    def edit_view(self) -> Any:
        return self.construct_view(SuggestionView)
