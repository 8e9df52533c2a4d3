"""What a teacher sets a class, in the Wagtail admin."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from families.admin.boundary import WithinTheBoundary, WithinTheBoundaryIndex
from stories.models import Assignment
from stories.questions.staff.forms import AssignmentForm

PANELS = ObjectList(
    [
        FieldPanel("sentence"),
        FieldPanel("reporter_class", help_text="Every student of it finds this on their desk."),
        FieldPanel("deck", help_text="The questions they are offered to take along."),
        FieldPanel("due_on"),
        FieldPanel("places"),
    ],
    base_form_class=AssignmentForm,
)


class AssignmentsIndex(WithinTheBoundaryIndex, generic.IndexView):
    def get_base_queryset(self) -> Any:
        rows = super().get_base_queryset()
        return rows.select_related("reporter_class__school", "deck")


class AssignmentsViewSet(WithinTheBoundary, ModelViewSet):
    about = (
        "What you ask a class to gather: a deck of questions, places and a last day. It stands on "
        "each student’s desk until then. Nobody is counted."
    )
    model = Assignment
    name = "assignments"
    icon = "calendar"
    menu_label = _("Assignments")
    index_view_class = AssignmentsIndex
    edit_handler = PANELS
    closed = frozenset({"copy"})
    changing = frozenset({"edit", "delete"})
    search_fields = ("sentence",)
    search_backend_name = None
    ordering = "-due_on"
    list_display = (
        "sentence",
        Column("reporter_class", label=_("Class"), accessor="reporter_class.name"),
        Column("deck", label=_("Question deck"), accessor="deck.title"),
        DateColumn("due_on", label=_("Until")),
    )
