"""Who is asked again: a teacher's list of what runs out within a month, and what has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import URLPattern, path
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from families import renewal
from families.admin.boundary import signed_in
from families.admin.people import ask_url, consents_url
from families.models import User
from families.models.consents import Giver
from families.renewal import Renewal
from families.roles import Anybody, is_staff_of


@dataclass(frozen=True)
class Task:
    """One row: who is asked again about what, by when, and where."""

    renewal: Renewal

    @property
    def who(self) -> str:
        name = self.renewal.person.public_name
        is_self = self.renewal.giver == Giver.SELF
        return name if is_self else f"A parent or guardian of {name}"

    @property
    def url(self) -> str:
        task = self.renewal
        return ask_url(task.person, story_ref=task.story_ref, giver=task.giver)

    @property
    def consents_url(self) -> str:
        return consents_url(self.renewal.person)


def may_see(user: Anybody) -> bool:
    return isinstance(user, User) and is_staff_of(user, user.school_id)


class RenewalsView(WagtailAdminTemplateMixin, TemplateView):
    """Of one's own school; not there for anybody who is not staff of one."""

    about = (
        "A yes lasts a year, and a month after somebody leaves the school. Then we ask again. "
        "What nobody says yes to goes back behind the school’s door. Nothing is lost."
    )
    template_name = "families/admin/renewals.html"
    page_title = "Ask again"
    header_icon = "history"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_see(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": "Ask again"}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        tasks = [Task(each) for each in renewal.of_school(signed_in(self.request).school_id)]
        return context | {
            "over": [task for task in tasks if task.renewal.is_over],
            "soon": [task for task in tasks if not task.renewal.is_over],
        }


class RenewalsMenuItem(MenuItem):
    """Says how many people have to be asked, on every page of the staff's room."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see(request.user)

    def render_component(self, request: HttpRequest) -> Any:
        component = super().render_component(request)
        waiting = {task.person.pk for task in renewal.of_school(signed_in(request).school_id)}
        if waiting:
            component.label = f"{self.label} ({len(waiting)})"
        return component


class RenewalsViewSet(ViewSet):
    about = RenewalsView.about
    name = "renewals"
    url_prefix = "ask-again"
    icon = "history"
    menu_label = "Ask again"
    menu_name = "renewals"
    menu_item_class = RenewalsMenuItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [path("", self.construct_view(RenewalsView), name="index")]
