"""What every report for staff has: the boundary, its sentence, its rows, and a safe spreadsheet."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import URLPattern, path, reverse_lazy
from django.utils import timezone
from wagtail.admin.auth import require_admin_access
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView

from families.admin.boundary import signed_in
from families.models import User
from families.reports.cells import harmless
from families.roles import Anybody, is_staff_of


def may_read(user: Anybody) -> bool:
    """Staff of a school read the reports on it; to everybody else there are none."""
    return isinstance(user, User) and is_staff_of(user, user.school_id)


class DayColumn(Column):
    """A day in words on screen; in the spreadsheet it stays a day."""

    def get_value(self, instance: Any) -> str:
        day: date | None = super().get_value(instance)
        return f"{day.day} {day:%B %Y}" if day else ""


class SchoolReport(ReportView):
    """A list that is worked out anew from one school's rows, always in one order.

    ``rows`` makes the lines of it; each column is an attribute of a line, on screen and in
    the spreadsheet alike. No column sorts: a report is no league table.
    """

    about = ""
    name = ""
    """Of its address and its file, which say nothing of anybody."""

    template_name = "families/reports/report.html"
    results_template_name = "families/reports/results.html"
    header_icon = "list-ul"
    columns: list[Column] = []

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.list_export = [column.name for column in self.columns]
        self.export_headings = {column.name: str(column.label) for column in self.columns}
        self.index_url_name = self.name
        self.index_results_url_name = f"{self.name}_results"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_read(request.user):
            raise Http404
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer

    @property
    def reader(self) -> User:
        return signed_in(self.request)

    def rows(self, found: Any) -> Iterable[Any]:
        """The lines of the report, from what the filters left."""
        raise NotImplementedError

    def get_filtered_queryset(self) -> list[Any]:
        return list(self.rows(self.filter_queryset(self.get_base_queryset())))

    def asked(self, name: str) -> Any:
        """What was chosen in a filter that the report reads itself; None if nothing was."""
        if not self.filters or not self.filters.is_valid():
            return None
        return self.filters.form.cleaned_data.get(name) or None

    @property
    def days(self) -> tuple[date | None, date | None]:
        """From which day to which, both included."""
        asked = self.asked("days")
        if asked is None:
            return None, None
        first, last = (timezone.localdate(m) if m else None for m in (asked.start, asked.stop))
        return first, last

    def get_filename(self) -> str:
        return f"{self.name}-{timezone.localdate().isoformat()}"

    def to_row_dict(self, item: Any) -> OrderedDict[str, Any]:
        return OrderedDict((name, harmless(getattr(item, name))) for name in self.list_export)


class ReportMenuItem(MenuItem):
    """In Wagtail's menu of reports, for staff of a school."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_read(request.user)


def menu_item(report: type[SchoolReport], order: int) -> ReportMenuItem:
    return ReportMenuItem(
        report.page_title,
        reverse_lazy(report.name),
        name=report.name,
        icon_name=report.header_icon,
        order=order,
    )


def urlpatterns(report: type[SchoolReport]) -> list[URLPattern]:
    """The report, and its list alone for the filters that work while one types."""
    whole, part = report.as_view(), report.as_view(results_only=True)
    return [
        path(f"reports/{report.name}/", require_admin_access(whole), name=report.name),
        path(
            f"reports/{report.name}/results/",
            require_admin_access(part),
            name=f"{report.name}_results",
        ),
    ]
