"""The lead's report: everything that was looked at and changed in their own school."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

import django_filters  # type: ignore[import-untyped]
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import URLPattern, path, reverse_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import ReportView
from wagtail.models import ModelLogEntry

from families.admin.boundary import signed_in
from families.audit import vocabulary
from families.models import User
from families.reports.cells import harmless
from families.roles import is_lead_of


def entries_of(school: int | None) -> QuerySet[ModelLogEntry]:
    """What is filed under this school, and nothing that is filed under another or none."""
    rows = ModelLogEntry.objects.filter(filed__school=school, filed__school__isnull=False)
    newest: QuerySet[ModelLogEntry] = rows.order_by("-timestamp", "-pk")
    return newest.select_related("user", "content_type")


def _people(request: HttpRequest) -> QuerySet[User]:
    entries = entries_of(signed_in(request).school_id).order_by()
    return User.objects.filter(pk__in=entries.values("user")).order_by("display_name")


class AuditFilterSet(WagtailFilterSet):
    """Who, what, which kind, and from when to when."""

    user = django_filters.ModelChoiceFilter(label="Who", queryset=_people)
    label = django_filters.CharFilter(label="What (a name or a title)", lookup_expr="icontains")
    kind = django_filters.MultipleChoiceFilter(
        label="Kind", choices=vocabulary.Kind.choices, method="of_kind"
    )
    timestamp = django_filters.DateFromToRangeFilter(
        label="From and to", widget=DateRangePickerWidget
    )

    class Meta:
        model = ModelLogEntry
        fields: list[str] = []

    def of_kind(self, entries: Any, name: str, kinds: Sequence[str]) -> Any:
        return entries.filter(vocabulary.of_kinds(kinds)) if kinds else entries


class AuditReport(ReportView):
    """For the safeguarding lead; to everybody else it is not there."""

    page_title = "Who looked, who changed what"
    header_icon = "history"
    index_url_name = "audit"
    index_results_url_name = "audit_results"
    results_template_name = "families/audit/results.html"
    filterset_class = AuditFilterSet
    model = ModelLogEntry
    list_export = ["timestamp", "user_display_name", "message", "label", "object_verbose_name"]
    export_headings = {
        "timestamp": "When",
        "user_display_name": "Who",
        "message": "What they did",
        "label": "To what",
        "object_verbose_name": "Which is a",
    }

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        user = signed_in(request)
        if not is_lead_of(user, user.school_id):
            raise Http404
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer

    def get_queryset(self) -> QuerySet[ModelLogEntry]:
        return entries_of(signed_in(self.request).school_id)

    def get_filename(self) -> str:
        return "audit"

    def to_row_dict(self, item: ModelLogEntry) -> OrderedDict[str, Any]:
        row: OrderedDict[str, Any] = super().to_row_dict(item)
        return OrderedDict((name, harmless(value)) for name, value in row.items())


class AuditMenuItem(MenuItem):
    """In Wagtail's menu of reports, for the lead."""

    def is_shown(self, request: HttpRequest) -> bool:
        user = signed_in(request)
        return is_lead_of(user, user.school_id)


def menu_item() -> AuditMenuItem:
    label = "Who looked, who changed"
    return AuditMenuItem(label, reverse_lazy("audit"), name="audit", icon_name="history", order=50)


urlpatterns: list[URLPattern] = [
    path("reports/audit/", AuditReport.as_view(), name="audit"),
    path("reports/audit/results/", AuditReport.as_view(results_only=True), name="audit_results"),
]
