"""Which yes runs out when, of everybody in a school."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch
from wagtail.admin.ui.tables import Column, TitleColumn

from families import consent
from families.admin.people import consents_url
from families.consent import Lack
from families.models import Consent, Person
from families.models.consents import Giver, Scope
from families.reports.filters import ClassFilter, DaysFilter, ReportFilterSet
from families.reports.report import DayColumn, SchoolReport


@dataclass(frozen=True)
class Yes:
    """What one giver says yes to about one person until one day."""

    person: Person
    giver: Giver
    story_ref: str
    last_day: date
    scopes: tuple[Scope, ...]

    @property
    def who(self) -> str:
        return self.person.public_name

    @property
    def reporter_class(self) -> str:
        user = self.person.user
        return user.reporter_class.name if user and user.reporter_class else ""

    @property
    def said_by(self) -> str:
        return "They themselves" if self.giver == Giver.SELF else "A parent or guardian"

    @property
    def about(self) -> str:
        return "One memory" if self.story_ref else "All memories"

    @property
    def to(self) -> str:
        return ", ".join(scope.label for scope in self.scopes)


def of(person: Person) -> Iterator[Yes]:
    """Every yes of one person, and of their parents and guardians, that nobody has taken back."""
    until: dict[tuple[Giver, str, date], list[Scope]] = defaultdict(list)
    for ref, scope in sorted({(c.story_ref, Scope(c.scope)) for c in person.consents.all()}):
        lacks = dict(consent.lacks(person, scope, story_ref=ref))
        for giver in Giver:
            last = consent.runs_out_on(person, scope, giver, ref)
            if last is not None and lacks.get(giver, Lack.RUN_OUT) == Lack.RUN_OUT:
                until[giver, ref, last].append(scope)
    for (giver, ref, last), scopes in until.items():
        yield Yes(person, giver, ref, last, tuple(s for s in Scope if s in scopes))


class YesesFilterSet(ReportFilterSet):
    reporter_class = ClassFilter(field_name="user__reporter_class")
    days = DaysFilter(method="read_by_the_report")

    class Meta:
        model = Person
        fields: list[str] = []


class YesesReport(SchoolReport):
    about = (
        "Every yes that was given in your school, and its last day; what runs out first is on "
        "top. The days of the filter are these last days. Press a name to see all they said, "
        "or to ask again."
    )
    name = "yeses"
    page_title = "Which yes runs out when"
    header_icon = "history"
    model = Person
    filterset_class = YesesFilterSet
    columns = [
        TitleColumn("who", label="Who", get_url=lambda yes: consents_url(yes.person)),
        Column("reporter_class", label="Class"),
        Column("said_by", label="Said by"),
        Column("about", label="About"),
        Column("to", label="Yes to"),
        DayColumn("last_day", label="Last day"),
    ]

    def get_base_queryset(self) -> Any:
        answers = Prefetch("consents", Consent.objects.order_by("given_at", "pk"))
        people = Person.objects.filter(school=self.reader.school_id, never_publish=False)
        return people.select_related("user__reporter_class").prefetch_related(answers)

    def rows(self, found: Iterable[Person]) -> list[Yes]:
        first, last = self.days
        said = [
            yes
            for person in found
            for yes in of(person)
            if (first is None or yes.last_day >= first) and (last is None or yes.last_day <= last)
        ]
        return sorted(said, key=lambda yes: (yes.last_day, yes.who, yes.person.pk, yes.giver))
