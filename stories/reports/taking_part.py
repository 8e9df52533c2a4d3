"""Who took part and how their memories grew, by name: never a table of who is best."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from wagtail.admin.ui.tables import Column

from families.models import User
from families.reports.filters import ClassFilter, DaysFilter, ReportFilterSet
from families.reports.report import DayColumn, SchoolReport
from families.roles import Role
from stories.models import Story
from stories.models.states import Status
from stories.reports import growth
from stories.reports.growth import Grown


@dataclass(frozen=True)
class Part:
    """What one student has done, in numbers that no other student sees."""

    student: User
    memories: list[Grown]

    @property
    def name(self) -> str:
        return str(self.student)

    @property
    def reporter_class(self) -> str:
        return self.student.reporter_class.name if self.student.reporter_class else ""

    @property
    def took_part(self) -> str:
        return "Yes" if self.memories else "Not yet"

    @property
    def begun(self) -> int:
        return len(self.memories)

    @property
    def handed_in(self) -> int:
        """How often, second times as well."""
        return sum(memory.handed_in for memory in self.memories)

    @property
    def published(self) -> int:
        return sum(memory.story.status == Status.PUBLISHED for memory in self.memories)

    @property
    def versions(self) -> int:
        return sum(memory.versions for memory in self.memories)

    @property
    def words_at_first(self) -> int:
        return sum(memory.words_at_first for memory in self.memories)

    @property
    def words_now(self) -> int:
        return sum(memory.words_now for memory in self.memories)

    @property
    def days_to_feedback(self) -> float | str:
        """From handing in for the first time to the first word back, of the memory that waited
        longest; empty where nobody has answered yet."""
        waits = [memory.days_waited for memory in self.memories if memory.days_waited is not None]
        return max(waits) if waits else ""

    @property
    def last_day(self) -> date | None:
        days = [timezone.localdate(memory.story.updated_at) for memory in self.memories]
        return max(days, default=None)


class PartsFilterSet(ReportFilterSet):
    reporter_class = ClassFilter()
    days = DaysFilter(method="read_by_the_report")

    class Meta:
        model = User
        fields: list[str] = []


class PartsReport(SchoolReport):
    about = (
        "Who has taken part, for staff alone. Names stand in the order of the alphabet, because "
        "this is no league table. The days of the filter are those on which a memory was begun. "
        "“Days to feedback” is the longest wait for a first answer. What the safeguarding lead "
        "holds is not counted."
    )
    name = "taking-part"
    page_title = "Who took part"
    header_icon = "group"
    model = User
    filterset_class = PartsFilterSet
    columns = [
        Column("name", label="Student"),
        Column("reporter_class", label="Class"),
        Column("took_part", label="Took part"),
        Column("begun", label="Begun"),
        Column("handed_in", label="Handed in"),
        Column("published", label="Published"),
        Column("versions", label="Versions"),
        Column("words_at_first", label="Words at first"),
        Column("words_now", label="Words now"),
        Column("days_to_feedback", label="Days to feedback"),
        DayColumn("last_day", label="Last worked on"),
    ]

    def get_base_queryset(self) -> Any:
        students = User.objects.filter(
            school=self.reader.school_id, groups__name=Role.STUDENT.value
        )
        return students.select_related("reporter_class").order_by("display_name", "pk")

    def rows(self, found: Iterable[User]) -> list[Part]:
        students = list(found)
        told = Story.objects.visible_to(self.reader).of_school(self.reader.school_id)
        first, last = self.days
        if first:
            told = told.filter(created_at__date__gte=first)
        if last:
            told = told.filter(created_at__date__lte=last)
        theirs: dict[int, list[Grown]] = defaultdict(list)
        for memory in growth.of(told.filter(author__in=[student.pk for student in students])):
            theirs[memory.story.author_id].append(memory)
        return [Part(student, theirs[student.pk]) for student in students]
