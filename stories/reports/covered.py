"""Which funds of knowledge and places a school's memories cover, and which they do not yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import django_filters  # type: ignore[import-untyped]
from django.db.models import Count, Q
from wagtail.admin.ui.tables import Column

from families.reports.filters import ClassFilter, DaysFilter, ReportFilterSet
from families.reports.report import SchoolReport
from stories.models import Fund, Place, Story, TaggedFund, TaggedPlace
from stories.models.states import Status
from stories.querysets import PUBLIC, StoryQuerySet

FUND, PLACE = "Fund", "Place"
COVERED, NOT_YET = "Yes", "Not yet"
UNTOLD = (Status.DRAFT, Status.WITHDRAWN)
"""Nobody has told it yet, or not any more."""


@dataclass(frozen=True)
class Subject:
    """A fund or a place, with how many memories of the school have it."""

    kind: str
    name: str
    area: str
    told: int
    public: int

    @property
    def covered(self) -> str:
        return COVERED if self.told else NOT_YET


class CoveredFilterSet(ReportFilterSet):
    reporter_class = ClassFilter()
    days = DaysFilter(field_name="created_at")
    kind = django_filters.ChoiceFilter(
        label="Kind", choices=[(FUND, FUND), (PLACE, PLACE)], method="read_by_the_report"
    )
    covered = django_filters.ChoiceFilter(
        label="Covered",
        choices=[(COVERED, COVERED), (NOT_YET, NOT_YET)],
        method="read_by_the_report",
    )

    class Meta:
        model = Story
        fields: list[str] = []


class CoveredReport(SchoolReport):
    about = (
        "Which funds of knowledge and places your school’s memories tell of, and which nobody "
        "has told of yet. Good for choosing what to ask a class next. Drafts are not counted, "
        "nor is what the safeguarding lead holds."
    )
    name = "covered"
    page_title = "Funds and places covered"
    header_icon = "site"
    model = Story
    filterset_class = CoveredFilterSet
    columns = [
        Column("name", label="Name"),
        Column("kind", label="Kind"),
        Column("area", label="Area"),
        Column("covered", label="Covered"),
        Column("told", label="Memories handed in"),
        Column("public", label="Of these, public"),
    ]

    def get_base_queryset(self) -> StoryQuerySet:
        known = Story.objects.visible_to(self.reader).of_school(self.reader.school_id)
        return known.exclude(status__in=UNTOLD)

    def rows(self, found: StoryQuerySet) -> Iterator[Subject]:
        kind, covered = self.asked("kind"), self.asked("covered")
        for subject in (*_funds(found), *_places(found)):
            if kind in (None, subject.kind) and covered in (None, subject.covered):
                yield subject


def _funds(stories: StoryQuerySet) -> Iterator[Subject]:
    told = _counted(TaggedFund, stories)
    for fund in Fund.objects.order_by("position", "name"):
        yield Subject(FUND, fund.name, "", *told.get(fund.pk, (0, 0)))


def _places(stories: StoryQuerySet) -> Iterator[Subject]:
    told = _counted(TaggedPlace, stories)
    for place in Place.objects.order_by("name"):
        yield Subject(PLACE, place.name, place.area, *told.get(place.pk, (0, 0)))


def _counted(tagged: Any, stories: StoryQuerySet) -> dict[int, tuple[int, int]]:
    """For each tag how many of the memories have it, and how many of those are public."""
    public = Story.objects.filter(PUBLIC).values("pk")
    rows = tagged.objects.filter(content_object__in=stories.order_by().values("pk"))
    counted = (
        rows.order_by()
        .values_list("tag")
        .annotate(told=Count("pk"), public=Count("pk", filter=Q(content_object__in=public)))
    )
    return {pk: (told, public) for pk, told, public in counted}
