"""What the stories layer adds to the Wagtail admin."""

from functools import partial
from typing import Any

from django.db.models import Q
from django.templatetags.static import static
from django.urls import URLResolver, include, path
from django.utils.html import format_html
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from families.reports import report
from families.roles import is_administrator
from stories.item_tools.urls import admin_urlpatterns
from stories.models import (
    Assignment,
    Deck,
    Fund,
    Phrase,
    Place,
    PlaceSuggestion,
    SafeguardingContact,
    Story,
    Worry,
)
from stories.moderation import audit, digest, incidents, planned
from stories.moderation.bulk.closed import NoBulkDelete
from stories.moderation.bulk.picking_up import PickUp
from stories.moderation.bulk.reminding import Remind
from stories.moderation.menu import QuestionsGroup, WaysInGroup
from stories.moderation.policies import (
    ContactPolicy,
    PhrasePolicy,
    StoryPolicy,
    SuggestionPolicy,
    VocabularyPolicy,
    WorryPolicy,
)
from stories.moderation.viewset import ModerationViewSet
from stories.moderation.worries import ContactsViewSet, WorriesViewSet
from stories.portfolio import room
from stories.questions.staff.policies import AssignmentPolicy, DeckPolicy
from stories.reports import children
from stories.reports.children import ChildrenReport
from stories.reports.covered import CoveredReport
from stories.reports.taking_part import PartsReport

# Before any viewset asks for a policy, because the first answer is kept.
register_permission_policy(Story, StoryPolicy(Story))
register_permission_policy(Worry, WorryPolicy(Worry))
register_permission_policy(SafeguardingContact, ContactPolicy(SafeguardingContact))
register_permission_policy(Place, VocabularyPolicy(Place))
register_permission_policy(PlaceSuggestion, SuggestionPolicy(PlaceSuggestion))
register_permission_policy(Fund, VocabularyPolicy(Fund))
register_permission_policy(Phrase, PhrasePolicy(Phrase))
register_permission_policy(Deck, DeckPolicy(Deck))
register_permission_policy(Assignment, AssignmentPolicy(Assignment))

register_snippet(ModerationViewSet)
hooks.register("register_log_actions", audit.register)
for order, found in enumerate((PartsReport, CoveredReport, ChildrenReport), start=10):
    hooks.register("register_reports_menu_item", partial(report.menu_item, found, order))
for urls in (PartsReport, CoveredReport):
    hooks.register("register_admin_urls", partial(report.urlpatterns, urls))
hooks.register("register_admin_urls", children.urlpatterns)
hooks.register("register_admin_urls", lambda: incidents.urlpatterns)
hooks.register("register_admin_menu_item", incidents.menu_item)
hooks.register("construct_homepage_panels", planned.add)
hooks.register("register_account_settings_panel", digest.panel)
hooks.register("register_admin_urls", lambda: room.urlpatterns)
hooks.register("register_admin_menu_item", room.menu_item)
hooks.register("register_bulk_action", PickUp)
hooks.register("register_bulk_action", Remind)
# After Wagtail's own, whose place it takes.
hooks.register("register_bulk_action", NoBulkDelete, order=100)


@hooks.register("register_admin_viewset")
def register_viewsets() -> list[Any]:
    rooms = (WorriesViewSet, ContactsViewSet, QuestionsGroup, WaysInGroup)
    return [room() for room in rooms]


@hooks.register("register_admin_urls")
def register_item_tools() -> list[URLResolver]:
    return [path("items/", include(admin_urlpatterns))]


@hooks.register("construct_snippet_action_menu")
def only_saving(items: list[Any], request: Any, context: dict[str, Any]) -> None:
    """No publish, submit or cancel in the editor of a memory: the review page decides."""
    if issubclass(context["model"], Story):
        items[:] = [item for item in items if item.name in ("action-save", "action-locked")]
        context["draftstate_enabled"] = False  # So that the button says "Save", not "Save draft".


@hooks.register("insert_global_admin_css")
def moderation_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("stories/moderation.css"))


@hooks.register("insert_global_admin_css")
def deciding_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("stories/deciding.css"))


@hooks.register("construct_document_chooser_queryset")
def papers_of_the_school(papers: Any, request: Any) -> Any:
    """Each school's library is its own; papers that belong to no school are everybody's."""
    if is_administrator(request.user):
        return papers
    return papers.filter(Q(item__school=None) | Q(item__school=request.user.school_id))
