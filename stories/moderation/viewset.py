"""Memories in the Wagtail admin, in an area of their own."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path
from wagtail.snippets.views.snippets import SnippetViewSet

from families.admin.boundary import WithinTheBoundary
from families.roles import Anybody
from stories.models import Story
from stories.models.states import Audience
from stories.moderation.chooser import StoryChooserViewSet
from stories.moderation.coarser import CoarserView
from stories.moderation.consents import StoryConsentsView
from stories.moderation.content_note import ContentNoteView
from stories.moderation.deciding import DecideView, UndoView
from stories.moderation.editing import PANELS, StoryEdit, StoryPreview, StoryRevert
from stories.moderation.history import StoryHistory
from stories.moderation.page import AsVisitorsView, LetStayView, ReviewView
from stories.moderation.pen_name import PenNameView
from stories.moderation.picking_up import PickUpView
from stories.moderation.points import DropPointView, KeepPointView, SettleView
from stories.moderation.queue import QueueView
from stories.moderation.reminders import ClassRemindersView, RemindersView


class ModerationViewSet(WithinTheBoundary, SnippetViewSet):
    """Wagtail's routes for a record with revisions, without those that publish or delete."""

    model = Story
    template_prefix = SnippetViewSet.template_prefix
    icon = "doc-full-inverse"
    menu_label = "Moderation"
    menu_name = "moderation"
    menu_order = 100
    add_to_admin_menu = True
    base_url_path = "moderation"
    admin_url_namespace = "moderation"
    chooser_base_url_path = "moderation/choose"
    chooser_viewset_class = StoryChooserViewSet
    index_view_class = QueueView
    index_template_name = QueueView.template_name
    index_results_template_name = QueueView.results_template_name
    edit_view_class = StoryEdit
    history_view_class = StoryHistory
    revisions_revert_view_class = StoryRevert
    preview_on_edit_view_class = StoryPreview
    edit_handler = PANELS
    copy_view_enabled = True
    search_fields = ("title", "summary", "author__display_name")
    search_backend_name = None
    list_per_page = 25
    closed = frozenset(
        {
            "add",
            "collect_workflow_action_data",
            "confirm_workflow_cancellation",
            "copy",
            "delete",
            "lock",
            "preview_on_add",
            "revisions_unschedule",
            "unlock",
            "unpublish",
            "workflow_action",
            "workflow_preview",
        }
    )
    changing = frozenset({"coarser", "content_note", "edit", "preview_on_edit", "revisions_revert"})
    looking = frozenset(
        {
            "as_visitors",
            "coarser",
            "consents",
            "content_note",
            "edit",
            "history",
            "pen_name",
            "preview_on_edit",
            "review",
            "revisions_compare",
            "revisions_revert",
            "revisions_view",
        }
    )
    look_word = "stories.look"

    def is_to_be_logged(self, user: Anybody, row: Story) -> bool:
        """Everybody may look at what is public, and anybody at their own."""
        is_public = row.live and not row.held and row.audience == Audience.EVERYONE
        is_all_public = is_public and not row.has_unpublished_changes
        return row.author_id != user.pk and not is_all_public

    def own_urlpatterns(self) -> list[URLPattern]:
        views: dict[str, tuple[str, Any]] = {
            "review": ("review/<slug:ref>/", ReviewView),
            "consents": ("review/<slug:ref>/consents/", StoryConsentsView),
            "let_stay": ("review/<slug:ref>/let-stay/", LetStayView),
            "keep_point": ("review/<slug:ref>/keep-point/", KeepPointView),
            "drop_point": ("review/<slug:ref>/drop-point/", DropPointView),
            "settle": ("review/<slug:ref>/settle/", SettleView),
            "coarser": ("review/<slug:ref>/places/<int:place>/", CoarserView),
            "content_note": ("review/<slug:ref>/content-note/", ContentNoteView),
            "pen_name": ("review/<slug:ref>/people/<int:person>/", PenNameView),
            "pick_up": ("review/<slug:ref>/pick-up/", PickUpView),
            "reminders": ("review/<slug:ref>/reminders/", RemindersView),
            "class_reminders": ("reminders/<int:reporter_class>/", ClassRemindersView),
            "as_visitors": ("review/<slug:ref>/as-visitors/", AsVisitorsView),
            "undo": ("undo/<int:number>/", UndoView),
            "decide": ("review/<slug:ref>/<slug:verb>/", DecideView),
        }
        return [
            path(route, self.construct_view(view), name=name)
            for name, (route, view) in views.items()
        ]
