"""The incident button in the staff's room: choose a child, press, see whom to call."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from families.admin.boundary import signed_in
from families.models import Person
from families.roles import is_lead_of
from stories import lifecycle
from stories.models import Incident, Story, Worry
from stories.moderation.policies import WorryPolicy
from stories.worries import contacts, incident

SHOWN = 60
"""Names on the page; more are found by searching."""


class LeadsRoom(WagtailAdminTemplateMixin, TemplateView):
    """For the lead of a school; to everybody else it is not there."""

    header_icon = "warning"
    http_method_names = ["get", "head", "options"]
    here = ""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        first = {"url": reverse("incident_choose") if self.here else "", "label": "Incident"}
        rest = [{"url": "", "label": self.here}] if self.here else []
        return [*self.breadcrumbs_items, first, *rest]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        user = signed_in(request)
        if not is_lead_of(user, user.school_id):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    @property
    def people(self) -> QuerySet[Person]:
        return Person.objects.filter(school=signed_in(self.request).school_id)


class ChooseView(LeadsRoom):
    """Children first; anybody else is found by their name."""

    template_name = "stories/moderation/incident_choose.html"
    page_title = "Incident"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sought = self.request.GET.get("q", "").strip()
        found = self.people.filter(Q(name__icontains=sought) | Q(public_name__icontains=sought))
        people = list(found.order_by("-is_child", "public_name", "pk")[: SHOWN + 1])
        pressed = Incident.objects.filter(school=signed_in(self.request).school_id)
        shown = people[:SHOWN]
        return super().get_context_data(**kwargs) | {
            "sought": sought,
            "children": [person for person in shown if person.is_child],
            "grown_ups": [person for person in shown if not person.is_child],
            "more": len(people) > SHOWN,
            "incidents": pressed.select_related("child", "by")[:20],
        }


class PressView(LeadsRoom):
    """What will come down, and the button."""

    template_name = "stories/moderation/incident_press.html"
    page_title = "Incident"
    here = "Take everything down"
    http_method_names = ["get", "head", "post", "options"]

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.child_pk = kwargs["child"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        child = get_object_or_404(self.people, pk=self.child_pk)
        memories = incident.memories_of(child)
        return super().get_context_data(**kwargs) | {
            "child": child,
            "how_many": memories.count(),
            "public": memories.public().count(),
            "worry": self.request.GET.get("worry", ""),
        }

    def post(self, request: HttpRequest, child: int) -> HttpResponse:
        person = get_object_or_404(self.people, pk=child)
        pressed = incident.press(person, by=signed_in(request), worry=self._worry())
        return redirect(reverse("incident", args=[pressed.pk]))

    def _worry(self) -> Worry | None:
        """The worry that led here, if this lead may see it."""
        ref = self.request.POST.get("worry", "")
        return WorryPolicy(Worry).rows_of(signed_in(self.request)).filter(ref=ref).first()


class IncidentView(LeadsRoom):
    """Whom to call, what was sealed, and each memory with the way back."""

    template_name = "stories/moderation/incident.html"
    page_title = "Incident"
    here = "What to do now"
    http_method_names = ["get", "head", "post", "options"]

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.incident_pk = kwargs["incident"]

    def _incident(self) -> Incident:
        rows = Incident.objects.filter(school=signed_in(self.request).school_id)
        return get_object_or_404(rows.select_related("child", "by", "school"), pk=self.incident_pk)

    def _memories(self, pressed: Incident) -> QuerySet[Story]:
        refs = [memory["ref"] for memory in pressed.contents["memories"]]
        return Story.objects.of_school(pressed.school_id).filter(ref__in=refs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pressed = self._incident()
        return super().get_context_data(**kwargs) | {
            "incident": pressed,
            "memories": self._memories(pressed).order_by("title"),
            "files": len(pressed.contents["files"]),
            "contacts": contacts.of(pressed.school),
        }

    def post(self, request: HttpRequest, incident: int) -> HttpResponse:
        """Release one memory of it."""
        stories = self._memories(self._incident())
        story = get_object_or_404(stories, ref=request.POST.get("release", ""))
        try:
            lifecycle.release(story, by=signed_in(request))
            messages.success(request, f"“{story}” is released.")
        except lifecycle.Refused as refused:
            messages.error(request, str(refused))
        return redirect(reverse("incident", args=[incident]))


class IncidentMenuItem(MenuItem):
    """One click away from every page of the staff's room, for the lead."""

    def is_shown(self, request: HttpRequest) -> bool:
        user = signed_in(request)
        return is_lead_of(user, user.school_id)


def menu_item() -> IncidentMenuItem:
    address = reverse_lazy("incident_choose")
    return IncidentMenuItem("Incident", address, name="incident", icon_name="warning", order=115)


urlpatterns: list[URLPattern] = [
    path("incidents/", ChooseView.as_view(), name="incident_choose"),
    path("incidents/child/<int:child>/", PressView.as_view(), name="incident_press"),
    path("incidents/<int:incident>/", IncidentView.as_view(), name="incident"),
]
