"""The questions of consent: every version with its date, and a form for the next one.

There is no address that changes or deletes one, because somebody may have answered it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import URLPattern, path, reverse
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from families import wordings
from families.admin.boundary import signed_in
from families.models import ConsentWording
from families.models.consents import BEFORE, Scope
from families.roles import Anybody, is_administrator, is_lead


def may_word(user: Anybody) -> bool:
    """Leads and administrators choose the words that every school asks in."""
    return is_lead(user) or is_administrator(user)


@dataclass(frozen=True)
class Question:
    """One question with all its versions, the newest first."""

    scope: Scope
    versions: list[ConsentWording]

    @property
    def newest(self) -> ConsentWording | None:
        return self.versions[0] if self.versions else None

    @property
    def is_asked_before(self) -> bool:
        return self.scope in BEFORE


def questions() -> list[Question]:
    """Every question in the order in which they are asked, in one query."""
    versions = list(ConsentWording.objects.select_related("made_by").order_by("-version"))
    return [Question(scope, [w for w in versions if w.scope == scope]) for scope in Scope]


class ForWhoeverWords(WagtailAdminTemplateMixin):
    """Not there for anybody else."""

    page_title = "Questions of consent"
    header_icon = "openquote"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_word(signed_in(request)):
            raise Http404
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer


class WordingsView(ForWhoeverWords, TemplateView):
    about = (
        "These are the questions that people are asked, in every school. Nothing here can be "
        "changed or deleted, because somebody may have answered it. You can add new words. "
        "Old answers still count."
    )
    template_name = "families/admin/wordings.html"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": "Questions of consent"}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"questions": questions()}


class WordingForm(forms.Form):
    """New words for one question, and what a yes to it means."""

    text = forms.CharField(
        label="The question",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Short words that a nan and a 13-year-old share. It has to ask for a yes.",
    )
    explanation = forms.CharField(
        label="What a yes means",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="A sentence or two below the question.",
    )
    after = forms.IntegerField(widget=forms.HiddenInput)


class AddWordingView(ForWhoeverWords, FormView):  # type: ignore[type-arg]
    template_name = "families/admin/wording_add.html"
    form_class = WordingForm

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if kwargs["scope"] not in Scope.values:
            raise Http404
        self.scope = Scope(kwargs["scope"])

    def get_initial(self) -> dict[str, Any]:
        """Begin from the words that are asked now."""
        now = wordings.newest()[self.scope]
        return {"text": now.text, "explanation": now.explanation, "after": now.version}

    def get_success_url(self) -> str:
        return reverse("wordings:index")

    def form_valid(self, form: WordingForm) -> HttpResponse:
        said, by = form.cleaned_data, signed_in(self.request)
        if not form.has_changed():
            form.add_error(None, "These are the words that are asked now. Change something first.")
            return self.form_invalid(form)
        try:
            added = wordings.add(scope=self.scope, by=by, **said)
        except wordings.Overtaken as overtaken:
            form.add_error(None, str(overtaken))
            return self.form_invalid(form)
        messages.success(self.request, f"This is version {added.version}. It is asked from now on.")
        return super().form_valid(form)

    def get_page_subtitle(self) -> str:
        return self.scope.label

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("wordings:index"), "label": "Questions of consent"},
            {"url": "", "label": "New words"},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"now": wordings.newest()[self.scope]}


class WordingsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_word(signed_in(request))


class WordingsViewSet(ViewSet):
    about = WordingsView.about
    name = "wordings"
    url_prefix = "consent-questions"
    icon = "openquote"
    menu_label = "Questions of consent"
    menu_name = "wordings"
    menu_order = 580
    add_to_settings_menu = True
    menu_item_class = WordingsMenuItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.construct_view(WordingsView), name="index"),
            path("<slug:scope>/add/", self.construct_view(AddWordingView), name="add"),
        ]
