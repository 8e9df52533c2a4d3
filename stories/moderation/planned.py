"""On the dashboard: what is published on which day, and what could not be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import F
from django.http import HttpRequest
from wagtail.admin.ui.components import Component

from families.models import User
from families.roles import is_staff_of
from stories.models import PublicationPlan, Story
from stories.moderation.queue import review_url

SHOWN = 10
"""Rows of the panel: what could not go out first, then the nearest days."""


class Planned(Component):
    """Nothing is shown where nothing is planned."""

    name = "planned"
    template_name = "stories/moderation/planned.html"
    order = 110

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"planned": plans_of(parent_context["request"].user)}


def plans_of(user: User) -> list[tuple[PublicationPlan, str]]:
    """Each plan of the school's with the page where it is changed."""
    if not is_staff_of(user, user.school_id):
        return []
    visible = Story.objects.visible_to(user).of_school(user.school_id)
    rows = PublicationPlan.objects.filter(story__in=visible).select_related("story", "by")
    first = rows.order_by(F("refused_at").asc(nulls_last=True), "on", "pk")
    return [(plan, review_url(plan.story)) for plan in first[:SHOWN]]


def add(request: HttpRequest, panels: list[Any]) -> None:
    """Into Wagtail's home page (``construct_homepage_panels``)."""
    panels.append(Planned())
