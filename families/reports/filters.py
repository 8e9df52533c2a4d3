"""The filters that every report has: a class of one's own school, and from which day to which."""

from __future__ import annotations

from typing import Any

import django_filters  # type: ignore[import-untyped]
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from families.admin.boundary import signed_in
from families.models import ReporterClass


def classes_of_the_school(request: HttpRequest) -> QuerySet[ReporterClass]:
    here = ReporterClass.objects.filter(school=signed_in(request).school_id)
    return here.select_related("school").order_by("name")


class ClassFilter(django_filters.ModelChoiceFilter):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(label="Class", queryset=classes_of_the_school, **kwargs)


class DaysFilter(django_filters.DateFromToRangeFilter):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(label="From and to", widget=DateRangePickerWidget, **kwargs)


class ReportFilterSet(WagtailFilterSet):
    """A report whose rows are no rows of the database reads its own filters itself."""

    def read_by_the_report(self, found: Any, name: str, value: Any) -> Any:
        return found
