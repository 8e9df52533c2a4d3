"""The school's queue: what waits for a teacher first, and what is in it."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column
from wagtail.admin.widgets.button import Button, ListingButton
from wagtail.snippets.views.snippets import IndexView

from families.admin.boundary import WithinTheBoundaryIndex, signed_in
from stories import reminding
from stories.index import finding
from stories.models import Story, Turn
from stories.models.states import Status
from stories.moderation import wording
from stories.moderation.bulk.base import open_actions
from stories.moderation.columns import MemoryColumn, TurnColumn, waiting_since
from stories.moderation.filters import QueueFilterSet

IN_ORDER = ("turn", "submitted_at", "pk")
"""First memories, then the longest wait, then other people's turn: what the index keeps."""

FROZEN = (Turn.LEAD, Turn.SEALED)


def review_url(story: Story) -> str:
    return reverse("moderation:review", args=[story.ref])


class QueueView(WithinTheBoundaryIndex, IndexView):
    """Other people's drafts stay out until somebody asks for drafts."""

    page_title = "Moderation"
    filterset_class = QueueFilterSet
    default_ordering = None
    template_name = "stories/moderation/queue.html"
    results_template_name = "stories/moderation/queue_results.html"

    def get_base_queryset(self) -> QuerySet[Story]:
        rows: QuerySet[Story] = super().get_base_queryset()
        if Status.DRAFT not in self.request.GET.getlist("status"):
            rows = rows.exclude(Q(status=Status.DRAFT) & ~Q(author=self.request.user.pk))
        related = ("author", "reporter_class", "taken_up_by", "no_reminders")
        return rows.select_related(*related).prefetch_related("parts__item").order_by(*IN_ORDER)

    def search_queryset(self, queryset: QuerySet[Story]) -> QuerySet[Story]:
        """The words of memories that this person may read in full, on the index of the archive."""
        if not self.is_searching:
            return queryset
        return finding.staff(self.search_query, queryset, signed_in(self.request))

    @cached_property
    def columns(self) -> list[Column]:
        title = self._get_title_column("title", MemoryColumn)
        title.accessor = str
        return [
            BulkActionsCheckboxColumn("bulk_actions", obj_type="snippet"),
            title,
            TurnColumn("turn", label="Whose turn"),
            Column("author", label="Who"),
            Column("reporter_class", label="Class", accessor="reporter_class.name"),
            Column("waiting", label="Waiting for", accessor=waiting_since, sort_key="submitted_at"),
            Column("contents", label="In it", accessor=wording.contents),
        ]

    def get_table(self, object_list: Any) -> Any:
        """The rows of this page, each with its last reminder."""
        rows = list(object_list)
        last = reminding.last_of(rows)
        for story in rows:
            story.reminded_at = last.get(story.pk)
        return super().get_table(rows)

    def get_edit_url(self, instance: Story) -> str:
        return review_url(instance)

    def get_list_more_buttons(self, instance: Story) -> list[Any]:
        history = reverse(self.history_url_name, args=[instance.pk])
        return [
            Button("Read it", url=review_url(instance), icon_name="view", priority=10),
            Button("History", url=history, icon_name="history", priority=20),
        ]

    history_url_name: str = ""

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        user = signed_in(self.request)
        known = Story.objects.known_to(user).of_school(user.school_id)
        return context | {
            "frozen": known.filter(turn__in=FROZEN).count(),
            "bulk_buttons": bulk_buttons(),
            "one_class": self._one_class(),
        }

    def _one_class(self) -> dict[str, Any] | None:
        """The class that the list is of, and whether its students are reminded."""
        chosen = self.filters.form.cleaned_data if self.filters.is_valid() else {}
        if (group := chosen.get("reporter_class")) is None:
            return None
        return {"group": group, "is_stopped": reminding.are_stopped_in(group)}


def bulk_buttons() -> list[ListingButton]:
    """One for each thing that may be done to many memories at once; nobody deletes or publishes."""
    return [
        ListingButton(
            action.display_name,
            reverse("wagtail_bulk_action", args=["stories", "story", action.action_type]),
            attrs={"aria-label": action.aria_label, "data-bulk-action-button": ""},
            priority=action.action_priority,
            classname="bulk-action-btn",
        )
        for action in open_actions()
    ]
