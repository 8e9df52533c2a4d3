"""What the front door adds to the Wagtail admin."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.views import home as wagtail_home
from wagtail.permissions import register_permission_policy

from home.admin.navigation import NavigationPolicy, NavigationViewSet
from home.dashboard.panels import ClassesAtAGlance, NeedsMeNow
from home.models import NavigationLink

# Before any viewset asks for a policy, because the first answer is kept.
register_permission_policy(NavigationLink, NavigationPolicy(NavigationLink))
hooks.register("register_admin_viewset", NavigationViewSet)

IRRELEVANT = (
    wagtail_home.WorkflowObjectsToModeratePanel,
    wagtail_home.UserObjectsInWorkflowModerationPanel,
    wagtail_home.LockedPagesPanel,
)
"""Wagtail's own lists of reviews and locks: the first panel says it in a teacher's words."""


@hooks.register("construct_homepage_panels")
def what_needs_me_now(request: HttpRequest, panels: list[Any]) -> None:
    panels[:] = [panel for panel in panels if not isinstance(panel, IRRELEVANT)]
    panels += [NeedsMeNow(), ClassesAtAGlance()]


@hooks.register("construct_homepage_summary_items", order=1000)
def no_counters(request: HttpRequest, items: list[Any]) -> None:
    """How many pages, pictures and documents there are helps nobody decide."""
    items.clear()
