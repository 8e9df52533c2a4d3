"""Giving and taking back consent, and whether it stands.

Under 16 both the child and a parent or guardian agree, and a guardian alone is
not enough (Oral History Society, recording children). Where two guardians
disagree, or the child says no, the answer is no (Bromley Safeguarding Children
Board). Silence is never consent.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone
from wagtail.log_actions import log

from families import naming
from families.models import Consent, ConsentWording, Invitation, Person, User
from families.models.consents import Decision, Giver, Method, Scope

RENEWED_EVERY = timedelta(days=365)

AFTER_LEAVING = timedelta(days=30)
"""How long older answers still count once somebody has left the school."""

consent_withdrawn = Signal()
"""Sent inside the transaction with ``person``, ``scope`` and ``by``, and with the ``answer``
where somebody gave one, so that what the consent carried comes down in the same moment."""


class Lack(StrEnum):
    """Why a yes that is needed does not stand."""

    NEVER = "never"
    NO = "no"
    TAKEN_BACK = "taken back"
    NOT_HEARD = "not heard back"
    NOT_ASKED = "not asked"
    RUN_OUT = "run out"


REFUSALS = frozenset({Lack.NEVER, Lack.NO, Lack.TAKEN_BACK})
"""Where somebody does not want it; all else is only not, or no longer, known."""

IN_WORDS = {
    Lack.NEVER: "has been asked never to show this person",
    Lack.NO: "has a no from {who}",
    Lack.TAKEN_BACK: "has a no from {who}",
    Lack.NOT_HEARD: "needs a yes from {who} after hearing it back",
    Lack.NOT_ASKED: "needs a yes from {who}",
    Lack.RUN_OUT: "needs a new yes from {who}, because the old one has run out",
}


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
    wording: ConsentWording | None = None,
) -> Consent:
    """Add one answer of `given_by`: the person themselves, or else a guardian of theirs.

    `story_ref` names the memory they heard back; without it the answer is about all of
    them. Anything but a yes is announced as ``consent_withdrawn``. `wording` is what was
    on their screen or paper; the newest, unless it is named.

    Whoever is publishing a memory of this person is waited for, so that no yes is
    taken back between their look and the page. Raises ``ValueError`` for an answer
    from the future, which would beat every later no, or for words of another question,
    and ``ValidationError`` for a name that a child may not be shown by.
    """
    kept = Person.objects.select_for_update().get(pk=person.pk)
    naming.check(kept, shown_as)
    moment = _past(given_at)
    consent = Consent.objects.create(
        person=person,
        wording=_words(scope, wording),
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
    if scope == Scope.NAME:
        person.public_name = naming.follow(kept, consent, refused=has_no_name(kept))
    _announce(consent, by)
    return consent


def _past(given_at: datetime | None) -> datetime:
    moment = given_at or timezone.now()
    if moment > timezone.now():
        raise ValueError("Nobody has answered on a day that is still to come.")
    return moment


def _words(scope: Scope, shown: ConsentWording | None) -> ConsentWording:
    """Raises ``ConsentWording.DoesNotExist`` where the question was never worded."""
    if shown is not None and shown.scope != scope:
        raise ValueError("These are the words of another question.")
    return shown or ConsentWording.objects.filter(scope=scope).latest("version")


def _announce(consent: Consent, by: User | None) -> None:
    log(instance=consent.person, action="families.consent", user=by, data=_logged(consent))
    if consent.decision != Decision.YES:
        news = {
            "scope": consent.scope,
            "by": by,
            "story_ref": consent.story_ref,
            "answer": consent,
        }
        consent_withdrawn.send(sender=Consent, person=consent.person, **news)


@transaction.atomic
def reconsider(person: Person, *, by: User | None) -> None:
    """Ask again after something about a person has changed, and announce where no yes stands.

    "Never show this person", or learning that somebody is under 16, takes away what
    an older yes had carried, be it to the web or to a face.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    if any(lacks(person, scope) for scope in Scope):
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

    The arguments are those of ``lacks``.
    """
    found = lacks(person, scope, story_ref=story_ref, heard_back=heard_back, on=on)
    who = {Giver.SELF: "them", Giver.GUARDIAN: "a parent or guardian"}
    return [IN_WORDS[lack].format(who=who[giver]) for giver, lack in found]


def lacks(
    person: Person,
    scope: Scope,
    *,
    story_ref: str = "",
    heard_back: bool = False,
    since: datetime | None = None,
    on: date | None = None,
) -> list[tuple[Giver, Lack]]:
    """Of whom a yes is missing, and why; empty where consent stands.

    With a `story_ref`, what was answered about that memory counts beside what was
    answered about all of them; with `heard_back`, only a yes to that very memory does,
    and only one given `since` then.
    """
    if person.never_publish:
        return [(Giver.SELF, Lack.NEVER)]
    today = on or timezone.localdate()
    answers = counting(person, scope, story_ref)
    return [
        (giver, lack)
        for giver in _givers_needed(person)
        if (lack := _lacking(giver, answers, today, heard_back=heard_back, since=since))
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
    return not lacks(person, scope, story_ref=story_ref, heard_back=heard_back, on=on)


def refused(person: Person, scope: Scope, *, story_ref: str = "") -> bool:
    """Whether anybody said no to this, where a yes is not needed but a no counts."""
    answers = counting(person, scope, story_ref)
    return any(answer.decision != Decision.YES for answer in answers)


def has_no_name(person: Person) -> bool:
    """Whether anybody wants this person unnamed, be it in one memory alone.

    One name stands in every memory, so where one has to be without, all are.
    """
    about = {answer.story_ref for answer in person.consents.all() if answer.scope == Scope.NAME}
    return any(refused(person, Scope.NAME, story_ref=ref) for ref in about)


def runs_out_on(person: Person, scope: Scope, giver: Giver, story_ref: str = "") -> date | None:
    """The last day of this giver's yes; None where none of theirs counts."""
    theirs = [a for a in counting(person, scope, story_ref) if a.giver == giver]
    return max((lapses_on(person, answer) for answer in theirs), default=None)


def lapses_on(person: Person, consent: Consent) -> date:
    """The last day of an answer: a year after it, or a month after the person left the school."""
    left = person.left_on
    if left is None or timezone.localdate(consent.given_at) >= left:
        return consent.renew_on
    return min(consent.renew_on, left + AFTER_LEAVING)


def _givers_needed(person: Person) -> list[Giver]:
    return [Giver.SELF, Giver.GUARDIAN] if person.is_child else [Giver.SELF]


def counting(person: Person, scope: Scope, story_ref: str) -> list[Consent]:
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


def _lacking(
    giver: Giver,
    answers: list[Consent],
    today: date,
    *,
    heard_back: bool,
    since: datetime | None,
) -> Lack | None:
    """Any no is a no; else one yes that stands on its own is enough, of two guardians too."""
    theirs: dict[int, list[Consent]] = defaultdict(list)
    for answer in answers:
        if answer.giver == giver:
            theirs[answer.given_by_id].append(answer)
    said = {answer.decision for answered in theirs.values() for answer in answered}
    if said - {Decision.YES}:
        return Lack.NO if Decision.NO in said else Lack.TAKEN_BACK
    if not theirs:
        return Lack.NOT_HEARD if heard_back else Lack.NOT_ASKED
    found = [_lacking_in(yeses, today, heard_back, since) for yeses in theirs.values()]
    if None in found:
        return None
    return Lack.RUN_OUT if Lack.RUN_OUT in found else Lack.NOT_HEARD


def _lacking_in(
    yeses: list[Consent], today: date, heard_back: bool, since: datetime | None
) -> Lack | None:
    """The same of one giver, who has said nothing but yes."""
    heard = [answer for answer in yeses if answer.story_ref]
    if heard_back and not any(since is None or answer.given_at >= since for answer in heard):
        return Lack.NOT_HEARD
    if all(lapses_on(answer.person, answer) < today for answer in yeses):
        return Lack.RUN_OUT
    return None


def _logged(consent: Consent) -> dict[str, str]:
    return {
        "scope": consent.scope,
        "decision": consent.decision,
        "giver": consent.giver,
        "method": consent.method,
        "about": consent.story_ref or "everything",
    }
