"""Giving and taking back consent, and whether it stands.

Under 16 both the child and a parent or guardian agree, and a guardian alone is
not enough (Oral History Society, recording children). Where two guardians
disagree, or the child says no, the answer is no (Bromley Safeguarding Children
Board). Silence is never consent.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta

from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone
from wagtail.log_actions import log

from families.models import Consent, ConsentWording, Invitation, Person, User
from families.models.consents import Decision, Giver, Method, Scope

RENEWED_EVERY = timedelta(days=365)

AFTER_LEAVING = timedelta(days=30)
"""How long older answers still count once somebody has left the school."""

consent_withdrawn = Signal()
"""Sent inside the transaction with ``person``, ``scope`` and ``by``, so that what the
consent carried comes down in the same moment."""


@transaction.atomic
def record(
    *,
    person: Person,
    scope: Scope,
    decision: Decision,
    by: User | None,
    given_by: Person | None = None,
    method: Method = Method.SCREEN,
    given_at: datetime | None = None,
    story_ref: str = "",
    shown_as: str = "",
    invitation: Invitation | None = None,
) -> Consent:
    """Add one answer of `given_by`: the person themselves, or else a guardian of theirs.

    `story_ref` names the memory they heard back; without it the answer is about all of
    them. Anything but a yes is announced as ``consent_withdrawn``.

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
        giver=Giver.SELF if given_by in (None, person) else Giver.GUARDIAN,
        given_by=given_by or person,
        story_ref=story_ref,
        shown_as=shown_as,
        method=method,
        invitation=invitation,
        recorded_by=by,
        given_at=moment,
        renew_on=moment.date() + RENEWED_EVERY,
    )
    log(instance=person, action="families.consent", user=by, data=_logged(consent))
    if decision != Decision.YES:
        consent_withdrawn.send(
            sender=Consent, person=person, scope=scope, by=by, story_ref=story_ref
        )
    return consent


@transaction.atomic
def reconsider(person: Person, *, by: User) -> None:
    """Ask again after something about a person has changed, and announce where no yes stands.

    "Never show this person", or learning that somebody is under 16, takes away what
    an older yes had carried.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    if missing(person, Scope.WEB):
        consent_withdrawn.send(sender=Person, person=person, scope=Scope.WEB, by=by, story_ref="")


def missing(
    person: Person,
    scope: Scope,
    *,
    story_ref: str = "",
    heard_back: bool = False,
    on: date | None = None,
) -> list[str]:
    """What is still needed, as ends of the sentence "The archive …"; empty where consent stands.

    With a `story_ref`, what was answered about that memory counts beside what was
    answered about all of them; with `heard_back`, only a yes to that very memory does.
    """
    if person.never_publish:
        return ["has been asked never to show this person"]
    today = on or timezone.localdate()
    answers = _counting(person, scope, story_ref)
    return [
        sentence
        for giver in _givers_needed(person)
        if (sentence := _lacking(giver, answers, today, heard_back=heard_back))
    ]


def stands(
    person: Person,
    scope: Scope,
    *,
    story_ref: str = "",
    heard_back: bool = False,
    on: date | None = None,
) -> bool:
    """Whether everybody who has to has said yes, and nobody no."""
    return not missing(person, scope, story_ref=story_ref, heard_back=heard_back, on=on)


def refused(person: Person, scope: Scope, *, story_ref: str = "") -> bool:
    """Whether anybody said no to this, where a yes is not needed but a no counts."""
    answers = _counting(person, scope, story_ref)
    return any(answer.decision != Decision.YES for answer in answers)


def lapses_on(person: Person, consent: Consent) -> date:
    """The last day of an answer: a year after it, or a month after the person left the school."""
    left = person.left_on
    if left is None or timezone.localdate(consent.given_at) >= left:
        return consent.renew_on
    return min(consent.renew_on, left + AFTER_LEAVING)


def _givers_needed(person: Person) -> list[Giver]:
    return [Giver.SELF, Giver.GUARDIAN] if person.is_child else [Giver.SELF]


def _counting(person: Person, scope: Scope, story_ref: str) -> list[Consent]:
    """The answers of each giver that count for this memory; two guardians are two givers."""
    by_giver: dict[tuple[str, int], list[Consent]] = defaultdict(list)
    for answer in sorted(person.consents.all(), key=lambda c: (c.given_at, c.pk)):
        if answer.scope == scope and answer.story_ref in {"", story_ref}:
            by_giver[answer.giver, answer.given_by_id].append(answer)
    return [answer for answers in by_giver.values() for answer in _newest(answers)]


def _newest(answers: list[Consent]) -> list[Consent]:
    """The newest answer about this very memory, and a newer one about all of them.

    A no to one memory is not undone by a later yes to all of them.
    """
    about_all = [answer for answer in answers if not answer.story_ref][-1:]
    about_this = [answer for answer in answers if answer.story_ref][-1:]
    if not about_this or not about_all:
        return about_this or about_all
    this, every = about_this[0], about_all[0]
    is_newer = (every.given_at, every.pk) > (this.given_at, this.pk)
    return [this, every] if is_newer and this.decision == Decision.YES else [this]


def _lacking(giver: Giver, answers: list[Consent], today: date, *, heard_back: bool) -> str:
    who = "them" if giver == Giver.SELF else "a parent or guardian"
    theirs = [answer for answer in answers if answer.giver == giver]
    if any(answer.decision != Decision.YES for answer in theirs):
        return f"has a no from {who}"
    if heard_back and not any(answer.story_ref for answer in theirs):
        return f"needs a yes from {who} after hearing it back"
    if not theirs:
        return f"needs a yes from {who}"
    if all(lapses_on(answer.person, answer) < today for answer in theirs):
        return f"needs a new yes from {who}, because the old one has run out"
    return ""


def _logged(consent: Consent) -> dict[str, str]:
    return {
        "scope": consent.scope,
        "decision": consent.decision,
        "giver": consent.giver,
        "method": consent.method,
        "about": consent.story_ref or "everything",
    }
