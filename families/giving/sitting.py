"""One sitting: somebody answers questions one after another, and keeps the answers at its end.

Until then the answers lie in the server's session, beside the wordings that were shown.
Staff may add a new wording meanwhile: what is recorded is what was on the screen.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property

from families import consent
from families.giving import memories
from families.giving.memories import Memory
from families.models import ConsentWording, Invitation, Person
from families.models.consents import BEFORE, Decision, Method, Scope

KEY = "families.giving"
LASTS = 2 * 60 * 60
"""Seconds after which an unfinished sitting is forgotten, on a phone that was put down."""


@dataclass(frozen=True)
class Question:
    """One use in the words that this sitting shows, and what was answered so far."""

    scope: Scope
    wording: ConsentWording
    answer: str

    @property
    def is_yes(self) -> bool:
        return self.answer == Decision.YES

    @property
    def is_no(self) -> bool:
        return self.answer == Decision.NO


@dataclass
class Sitting:
    """Who is asked what, how, and what they have said; everything in it can be stored."""

    person_id: int
    giver_id: int
    method: str
    wordings: dict[str, int]
    story_ref: str = ""
    invitation_id: int | None = None
    recorded_by_id: int | None = None
    back_to: str = ""
    heard: bool = False
    answers: dict[str, str] = field(default_factory=dict)
    shown_as: str = ""
    token: str = field(default_factory=lambda: secrets.token_hex(8))
    began: float = field(default_factory=time.time)

    @cached_property
    def person(self) -> Person:
        return Person.objects.select_related("school").get(pk=self.person_id)

    @cached_property
    def giver(self) -> Person:
        return Person.objects.select_related("user").get(pk=self.giver_id)

    @cached_property
    def invitation(self) -> Invitation | None:
        return Invitation.objects.filter(pk=self.invitation_id or 0).first()

    @cached_property
    def memory(self) -> Memory | None:
        return memories.find(self.person, self.story_ref, giver=self.giver)

    @property
    def is_for_a_child(self) -> bool:
        return self.person_id != self.giver_id

    @property
    def is_on_a_lent_device(self) -> bool:
        """Whether somebody else is waiting to have this phone or computer back."""
        return self.method == Method.SCREEN and self.recorded_by_id != self.giver.user_id

    @property
    def scopes(self) -> list[Scope]:
        return [scope for scope in Scope if scope in self.wordings]

    @cached_property
    def questions(self) -> list[Question]:
        worded = ConsentWording.objects.in_bulk(self.wordings.values())
        return [
            Question(scope, worded[self.wordings[scope]], self.answers.get(scope, ""))
            for scope in self.scopes
        ]

    @property
    def is_over(self) -> bool:
        """Whether it is too old, or its invitation was used or called back meanwhile."""
        is_closed = self.invitation_id and not (self.invitation and self.invitation.is_open)
        return time.time() - self.began > LASTS or bool(is_closed)

    @property
    def refuses_to_take_part(self) -> bool:
        """After a no to taking part there is nothing else to ask."""
        return any(self.answers.get(scope) == Decision.NO for scope in BEFORE)

    def about(self, scope: Scope) -> str:
        """The ref that an answer is about: taking part is asked once, and not of each memory."""
        return "" if scope in BEFORE else self.story_ref

    def has_to_hear(self, scope: Scope) -> bool:
        """Whether the memory comes first, before anything is asked about it."""
        return bool(self.about(scope)) and not self.heard


def begin(
    request: HttpRequest,
    *,
    person: Person,
    giver: Person,
    method: Method,
    scopes: Sequence[Scope],
    story_ref: str = "",
    invitation: Invitation | None = None,
    recorded_by_id: int | None = None,
    back_to: str = "",
) -> Sitting:
    """Start anew in this session, with each question in its newest words."""
    sitting = Sitting(
        person_id=person.pk,
        giver_id=giver.pk,
        method=method.value,
        wordings={scope.value: pk for scope, pk in newest_wordings().items() if scope in scopes},
        story_ref=story_ref,
        invitation_id=invitation.pk if invitation else None,
        recorded_by_id=recorded_by_id,
        back_to=back_to,
    )
    keep(request, sitting)
    return sitting


def newest_wordings() -> dict[Scope, int]:
    """The newest wording of each question, by its key."""
    oldest_first = ConsentWording.objects.order_by("version").values_list("scope", "pk")
    return {Scope(scope): pk for scope, pk in oldest_first}


def keep(request: HttpRequest, sitting: Sitting) -> None:
    request.session[KEY] = asdict(sitting)


def end(request: HttpRequest) -> None:
    request.session.pop(KEY, None)


def of(request: HttpRequest) -> Sitting | None:
    """The sitting of this session, unless it is over."""
    stored = request.session.get(KEY)
    sitting = Sitting(**stored) if stored else None
    return None if sitting is None or sitting.is_over else sitting


def scopes_to_ask(person: Person, giver: Person, memory: Memory | None) -> list[Scope]:
    """Whether to take part, unless they have said yes to that; then what this memory needs."""
    first = [] if memory and takes_part(person, giver) else list(BEFORE)
    return [*first, *(memory.scopes if memory else ())]


def takes_part(person: Person, giver: Person) -> bool:
    """Whether the newest answer of this giver to taking part is a yes that still counts."""
    answers = person.consents.filter(given_by=giver, scope__in=BEFORE, story_ref="")
    newest = answers.order_by("given_at", "pk").last()
    return (
        newest is not None
        and newest.decision == Decision.YES
        and consent.lapses_on(person, newest) >= timezone.localdate()
    )


def may_answer_for(person: Person, giver: Person) -> bool:
    """Everybody for themselves; for a child, a guardian of theirs."""
    if giver == person:
        return True
    return person.is_child and person.guardianships.filter(guardian=giver).exists()
