"""The phrase bank of a school in the Wagtail admin."""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from families.admin.boundary import WithinTheBoundary, WithinTheBoundaryIndex
from stories.conversation import discretion
from stories.models import Phrase


class PhraseForm(WagtailAdminModelForm):
    """A new phrase belongs to the school of whoever writes it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None and self.for_user is not None:
            self.instance.school = self.for_user.school

    def clean_text(self) -> str:
        """What teachers send again and again must not lead to anybody."""
        text: str = self.cleaned_data["text"].strip()
        if problem := discretion.problem_of_teacher(text):
            self.add_error("text", problem)
        return text

    def _get_validation_exclusions(self) -> set[str]:
        """The school is not in the form, but the same phrase twice is told by it."""
        return super()._get_validation_exclusions() - {"school"}  # type: ignore[no-any-return]


PANELS = ObjectList(
    [
        FieldPanel("kind"),
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("position"), FieldPanel("is_shown")]),
    ],
    base_form_class=PhraseForm,
)


class PhrasesIndex(WithinTheBoundaryIndex, generic.IndexView):
    page_title = "Phrase bank"


class PhrasesViewSet(WithinTheBoundary, ModelViewSet):
    model = Phrase
    name = "phrases"
    icon = "comment"
    menu_label = "Phrase bank"
    about = (
        "Teachers choose one of these when they give feedback, and change the words as they like. "
        "Thanks comes first. A next step is one thing that the writer can do."
    )
    index_view_class = PhrasesIndex
    edit_handler = PANELS
    closed = frozenset({"copy"})
    changing = frozenset({"edit", "delete"})
    list_filter = ("kind", "is_shown")
    search_fields = ("text",)
    search_backend_name = None
    ordering = ("kind", "position", "pk")
    list_display = (
        "text",
        Column("kind", label="It is", accessor="get_kind_display", sort_key="kind"),
        Column("position", label="Place", sort_key="position"),
        BooleanColumn("is_shown", label="Offered"),
    )
