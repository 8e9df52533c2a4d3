"""What has to be asked again: every year, and when somebody leaves the school.

It reads the very rules of ``families.consent``, as they will be in a month.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Prefetch, Q
from django.utils import timezone

from families import consent
from families.consent import Lack
from families.models import Consent, Person, School, User
from families.models.consents import Decision, Giver, Scope
from families.roles import is_student

SOON = timedelta(days=30)
"""How long before a yes runs out people are told."""


@dataclass(frozen=True)
class Renewal:
    """Everything that one giver is asked again about one person, in all memories or in one."""

    person: Person
    giver: Giver
    story_ref: str
    scopes: tuple[Scope, ...]
    last_day: date

    @property
    def is_over(self) -> bool:
        """Whether it has run out already, so that what rested on it has come down."""
        return self.last_day < timezone.localdate()

    @property
    def labels(self) -> list[str]:
        return [scope.label for scope in self.scopes]


def of_school(school: School | int | None) -> list[Renewal]:
    """The task list of a school, the most urgent first, in two queries."""
    return _sorted(Person.objects.filter(school=school)) if school is not None else []


def of_account(user: User) -> list[Renewal]:
    """What this account's people are asked again: a student's own, a grown-up's family's too."""
    mine = Q(user=user)
    if not is_student(user):
        families = user.memberships.values("family")
        mine |= Q(family__in=families) | Q(guardianships__guardian__user=user)
    return _sorted(Person.objects.filter(mine))


def _sorted(people: Iterable[Person]) -> list[Renewal]:
    found = [renewal for person in _asked_before(people) for renewal in of(person)]
    return sorted(found, key=lambda r: (r.last_day, str(r.person), r.person.pk, r.giver))


def _asked_before(people: Iterable[Person]) -> Iterable[Person]:
    """Those with a yes that may run out soon. Whoever is never shown is not bothered."""
    ending = Consent.objects.filter(decision=Decision.YES).filter(
        Q(renew_on__lt=_horizon()) | Q(person__left_on__isnull=False)
    )
    answers = Prefetch("consents", Consent.objects.order_by("given_at", "pk"))
    return people.filter(  # type: ignore[attr-defined, no-any-return]
        never_publish=False, pk__in=ending.values("person")
    ).prefetch_related(answers)


def _horizon() -> date:
    """The first day on which nobody has to be told yet that a yes runs out."""
    return timezone.localdate() + SOON + timedelta(days=1)


def of(person: Person) -> list[Renewal]:
    """What one person, or a parent or guardian of theirs, is asked again soon."""
    about = {(answer.story_ref, Scope(answer.scope)) for answer in person.consents.all()}
    ending: dict[tuple[Giver, str], dict[Scope, date]] = defaultdict(dict)
    for ref, scope in sorted(about):
        for giver, lack in consent.lacks(person, scope, story_ref=ref, on=_horizon()):
            last = consent.runs_out_on(person, scope, giver, ref)
            if lack == Lack.RUN_OUT and last is not None:
                ending[giver, ref][scope] = last
    return [
        Renewal(person, giver, ref, tuple(s for s in Scope if s in ends), min(ends.values()))
        for (giver, ref), ends in ending.items()
    ]
