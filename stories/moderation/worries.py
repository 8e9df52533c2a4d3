"""Worries, for the safeguarding lead: read, note what was done, release, settle."""

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
from families.admin.forms import OfOwnSchool
from families.models import User
from stories import lifecycle
from stories.models import SafeguardingContact, Story, Worry
from stories.moderation.decision_forms import SealForm
from stories.worries import contacts, following
from stories.worries.raising import memories_at


class WorriesIndex(WithinTheBoundaryIndex, generic.IndexView):
    page_title = "Worries"

    def get_base_queryset(self) -> QuerySet[Worry]:
        rows: QuerySet[Worry] = super().get_base_queryset()
        open_first = F("settled_at").asc(nulls_first=True)
        return rows.select_related("story", "settled_by").order_by(open_first, "-raised_at")


def _story(worry: Worry) -> Story:
    if worry.story is None:
        raise lifecycle.Refused(following.ABOUT_NOTHING)
    return worry.story


def _look(worry: Worry, said: Any, by: User) -> str:
    following.look_into(worry, by=by)
    return "You are looking into it."


def _note(worry: Worry, said: Any, by: User) -> str:
    following.write_note(worry, said.get("note", ""), by=by)
    return "Your note is kept."


def _settle(worry: Worry, said: Any, by: User) -> str:
    following.settle(worry, said.get("outcome", ""), by=by)
    return "It is settled."


def _take_down(worry: Worry, said: Any, by: User) -> str:
    following.take_down(worry, said.get("ground", ""), by=by)
    return "Nobody but you can see it now. Its writer is told that somebody asked, not who."


def _release(worry: Worry, said: Any, by: User) -> str:
    lifecycle.release(_story(worry), by=by)
    return "The memory is released."


def _withdraw(worry: Worry, said: Any, by: User) -> str:
    lifecycle.withdraw(_story(worry), by=by)
    return "The memory is taken down for good."


def _seal(worry: Worry, said: Any, by: User) -> str:
    form = SealForm(said)
    if not form.is_valid():
        raise lifecycle.Refused("Choose a day that is still to come.")
    lifecycle.seal(_story(worry), by=by, until=form.cleaned_data["until"])
    return "The memory is sealed."


VERBS: dict[str, Callable[[Worry, Any, User], str]] = {
    "look": _look,
    "note": _note,
    "settle": _settle,
    "take_down": _take_down,
    "release": _release,
    "withdraw": _withdraw,
    "seal": _seal,
}


class WorryView(WagtailAdminTemplateMixin, TemplateView):
    """One worry: what was said, what was done, and what can be done. The boundary was asked."""

    model: Any = None
    template_name = "stories/moderation/worry.html"
    page_title = "Worry"
    header_icon = "warning"
    http_method_names = ["get", "head", "post", "options"]

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        related = Worry.objects.select_related("story", "raised_by", "settled_by")
        self.worry = get_object_or_404(related, pk=kwargs["pk"])

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        verb = VERBS.get(request.POST.get("verb", ""))
        if verb is None:
            raise Http404
        try:
            messages.success(request, verb(self.worry, request.POST, signed_in(request)))
        except lifecycle.Refused as refused:
            messages.error(request, str(refused))
        return redirect(reverse("worries:edit", args=[pk]))

    def _also_shown_in(self) -> list[Story]:
        """Every memory of the lead's own that has the file which the worry is about."""
        readable = Story.objects.of_school(signed_in(self.request).school_id)
        return list(readable.filter(pk__in=[s.pk for s in memories_at(self.worry.about)]))

    def get_page_subtitle(self) -> str:
        return str(self.worry)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        listed = {"url": reverse("worries:index"), "label": "Worries"}
        return [*self.breadcrumbs_items, listed, {"url": "", "label": kind(self.worry)}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        story = self.worry.story
        seal = SealForm()
        people = story.people.select_related("person") if story else []
        return super().get_context_data(**kwargs) | {
            "worry": self.worry,
            "story": story,
            "others": [other for other in self._also_shown_in() if other != story],
            "notes": self.worry.notes.select_related("by"),
            "children": sorted({each.person for each in people}, key=str),
            "grounds": Worry.Ground.choices,
            "outcomes": Worry.Outcome.choices,
            "seal": seal,
            "incidents": self.worry.incidents.all(),
            "media": seal.media,
        }


def kind(worry: Worry) -> str:
    return capfirst(worry.get_kind_display())


def state(worry: Worry) -> str:
    return f"settled by {worry.settled_by}" if worry.settled_at else worry.get_state_display()


class WorriesViewSet(WithinTheBoundary, ModelViewSet):
    about = (
        "What somebody is worried about, and what people ask to have taken down. You alone see "
        "this list. What it names is hidden until you decide."
    )
    model = Worry
    name = "worries"
    icon = "warning"
    menu_label = "Worries"
    menu_order = 110
    add_to_admin_menu = True
    closed = frozenset({"add", "copy", "delete", "usage"})
    index_view_class = WorriesIndex
    form_fields: tuple[str, ...] = ("state",)
    list_filter = ("state", "kind")
    list_display = (
        TitleColumn("kind", label="What", accessor=kind, url_name="worries:edit"),
        Column("story", label="About"),
        DateColumn("raised_at", label="When", sort_key="raised_at"),
        Column("state", label="It is", accessor=state),
    )

    @property
    def edit_view(self) -> Any:
        return self.construct_view(WorryView)


class ContactForm(OfOwnSchool):
    class Meta:
        model = SafeguardingContact
        fields = ["who", "when", "phone", "web", "position"]
        widgets = {"when": forms.Textarea(attrs={"rows": 2})}
        help_texts = {
            "who": "A name or an office, like “Children’s services, out of hours”.",
            "when": "When to call them, and when somebody else.",
            "phone": "With the code of the town. On a phone it can be pressed.",
            "web": "The whole address, beginning with https.",
            "position": "Smaller numbers come first.",
        }


class ContactsIndex(WithinTheBoundaryIndex, generic.IndexView):
    page_title = "Whom to call"

    def get_base_queryset(self) -> QuerySet[SafeguardingContact]:
        user = signed_in(self.request)
        if user.school is not None and self.permission_policy.may_enter(user):
            contacts.of(user.school)
        rows: QuerySet[SafeguardingContact] = super().get_base_queryset()
        return rows


class ContactsViewSet(WithinTheBoundary, ModelViewSet):
    about = (
        "Whom to call when a child may be in danger. This list stands on the incident page and on "
        "the page where people tell us of a worry."
    )
    model = SafeguardingContact
    name = "whom_to_call"
    icon = "mail"
    menu_label = "Whom to call"
    menu_order = 120
    add_to_settings_menu = True
    closed = frozenset({"copy", "usage"})
    changing = frozenset({"edit", "delete"})
    index_view_class = ContactsIndex
    list_display = ("who", "when", "phone", "web")

    def get_form_class(self, for_update: bool = False) -> type[ContactForm]:
        return ContactForm
