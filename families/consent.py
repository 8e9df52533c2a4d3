"""Giving and taking back consent, and whether it stands.

Under 16 both the child and a parent or guardian agree, and a guardian alone is
not enough (Oral History Society, recording children). Where two guardians
disagree, or the child says no, the answer is no (Bromley Safeguarding Children
Board). Silence is never consent.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone
from wagtail.log_actions import log

from families.models import Consent, ConsentWording, Person, User
from families.models.consents import Decision, Giver, Method, Scope

RENEWED_EVERY = timedelta(days=365)

consent_withdrawn = Signal()
"""Sent inside the transaction with ``person``, ``scope`` and ``by``, so that what the
consent carried comes down in the same moment."""


@transaction.atomic
def record(
    *,
    person: Person,
    scope: Scope,
    decision: Decision,
    giver: Giver,
    giver_name: str,
    by: User,
    method: Method = Method.SCREEN,
    given_at: datetime | None = None,
) -> Consent:
    """Add one answer. Anything but a yes is announced as ``consent_withdrawn``.

    Whoever is publishing a memory of this person is waited for, so that no yes is
    taken back between their look and the page. Raises ``ValueError`` for an answer
    from the future, which would beat every later no, and
    ``ConsentWording.DoesNotExist`` where the question was never worded.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    moment = given_at or timezone.now()
    if moment > timezone.now():
        raise ValueError("Nobody has answered on a day that is still to come.")
    consent = Consent.objects.create(
        person=person,
        wording=ConsentWording.objects.filter(scope=scope).latest("version"),
        scope=scope,
        decision=decision,
        giver=giver,
        giver_name=giver_name,
        method=method,
        recorded_by=by,
        given_at=moment,
        renew_on=moment.date() + RENEWED_EVERY,
    )
    log(instance=person, action="families.consent", user=by, data=_logged(consent))
    if decision != Decision.YES:
        consent_withdrawn.send(sender=Consent, person=person, scope=scope, by=by)
    return consent


@transaction.atomic
def reconsider(person: Person, *, by: User) -> None:
    """Ask again after something about a person has changed, and announce where no yes stands.

    "Never show this person", or learning that somebody is under 16, takes away what
    an older yes had carried.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    if missing(person, Scope.WEB):
        consent_withdrawn.send(sender=Person, person=person, scope=Scope.WEB, by=by)


def missing(person: Person, scope: Scope, *, on: date | None = None) -> list[str]:
    """What is still needed, as ends of the sentence "The archive …"; empty where consent stands."""
    if person.never_publish:
        return ["has been asked never to show this person"]
    today = on or timezone.localdate()
    answers = _newest_answers(c for c in person.consents.all() if c.scope == scope)
    return [
        sentence
        for giver in _givers_needed(person)
        if (sentence := _lacking(giver, [c for c in answers if c.giver == giver], today))
    ]


def stands(person: Person, scope: Scope, *, on: date | None = None) -> bool:
    """Whether everybody who has to has said yes, and nobody no."""
    return not missing(person, scope, on=on)


def refused(person: Person, scope: Scope) -> bool:
    """Whether anybody said no to this, where a yes is not needed but a no counts."""
    answers = _newest_answers(c for c in person.consents.all() if c.scope == scope)
    return any(answer.decision != Decision.YES for answer in answers)


def _givers_needed(person: Person) -> list[Giver]:
    return [Giver.SELF, Giver.GUARDIAN] if person.is_child else [Giver.SELF]


def _newest_answers(consents: Iterable[Consent]) -> list[Consent]:
    """The newest answer of each giver; two guardians are two givers."""
    newest: dict[tuple[str, str], Consent] = {}
    for consent in sorted(consents, key=lambda c: (c.given_at, c.pk)):
        who = consent.giver_name.casefold().strip() if consent.giver == Giver.GUARDIAN else ""
        newest[consent.giver, who] = consent
    return list(newest.values())


def _lacking(giver: Giver, answers: list[Consent], today: date) -> str:
    who = "them" if giver == Giver.SELF else "a parent or guardian"
    if any(answer.decision != Decision.YES for answer in answers):
        return f"has a no from {who}"
    if not answers:
        return f"needs a yes from {who}"
    if all(answer.renew_on < today for answer in answers):
        return f"needs a new yes from {who}, because the old one has run out"
    return ""


def _logged(consent: Consent) -> dict[str, str]:
    return {
        "scope": consent.scope,
        "decision": consent.decision,
        "giver": consent.giver,
        "method": consent.method,
    }
