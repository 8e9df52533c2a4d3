"""The school's queue: what waits for a teacher first, and what is in it."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.timesince import timesince
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import IndexView

from families.admin.boundary import WithinTheBoundaryIndex, signed_in
from stories.index import finding
from stories.models import Story
from stories.models.states import Status
from stories.moderation import wording
from stories.moderation.filters import QueueFilterSet

TURN = Case(
    When(status=Status.SUBMITTED, taken_up_by=None, then=Value(0)),
    When(status=Status.SUBMITTED, then=Value(1)),
    When(status=Status.PUBLISHED, has_unpublished_changes=True, then=Value(2)),
    When(status=Status.CHANGES_REQUESTED, then=Value(3)),
    default=Value(4),
    output_field=IntegerField(),
)
"""Whose turn it is: nobody's yet, a teacher's, then everybody else's."""


def review_url(story: Story) -> str:
    return reverse("moderation:review", args=[story.ref])


def waiting_since(story: Story) -> str:
    """How long a teacher has been waited for."""
    if story.status != Status.SUBMITTED or story.submitted_at is None:
        return ""
    return timesince(story.submitted_at, depth=1)


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
        rows = rows.select_related("author", "reporter_class", "taken_up_by")
        return rows.prefetch_related("parts__item").order_by(TURN, "submitted_at", "-pk")

    def search_queryset(self, queryset: QuerySet[Story]) -> QuerySet[Story]:
        """The words of memories that this person may read in full, on the index of the archive."""
        if not self.is_searching:
            return queryset
        return finding.staff(self.search_query, queryset, signed_in(self.request))

    @cached_property
    def columns(self) -> list[Column]:
        """Wagtail's checkboxes are for bulk actions, of which there are none here."""
        return [
            self._get_title_column("title"),
            Column("author", label="Who"),
            Column("reporter_class", label="Class", accessor="reporter_class.name"),
            Column("waiting", label="Waiting for", accessor=waiting_since, sort_key="submitted_at"),
            Column("state", label="It is", accessor=wording.state),
            Column("contents", label="In it", accessor=wording.contents),
        ]

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
        frozen = known.filter(Q(held=True) | Q(status=Status.SEALED)).count()
        return context | {"frozen": frozen}
