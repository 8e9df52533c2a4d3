"""What stands now of one person's consent: before, after, and memory by memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet, prefetch_related_objects

from families import consent, wordings
from families.models import Consent, Person
from families.models.consents import BEFORE, Scope


@dataclass(frozen=True)
class Standing:
    """One use, its question, and what is known about it for all memories."""

    scope: Scope
    question: str
    lacking: list[str]
    answers: list[Consent]

    @property
    def label(self) -> str:
        return self.scope.label

    @property
    def stands(self) -> bool:
        return not self.lacking

    @property
    def is_asked_before(self) -> bool:
        """Participation is asked before anything is gathered, release when it was heard (OHS)."""
        return self.scope in BEFORE


@dataclass(frozen=True)
class Heard:
    """One memory, and each giver's newest answers when they heard it back."""

    ref: str
    title: str
    answers: list[Consent]


def standings(person: Person, questions: Mapping[str, str] | None = None) -> list[Standing]:
    """Every use in turn, with each giver's newest answer about all memories."""
    read([person])
    worded = asked_now() if questions is None else questions
    about_all = [answer for answer in person.consents.all() if not answer.story_ref]
    return [
        Standing(
            scope=scope,
            question=worded.get(scope, ""),
            lacking=consent.missing(person, scope),
            answers=_newest(answer for answer in about_all if answer.scope == scope),
        )
        for scope in Scope
    ]


def heard_back(person: Person, titles: Mapping[str, str]) -> list[Heard]:
    """Each memory that they are in, also where nothing has been answered about it."""
    read([person])
    return [
        Heard(ref, title, _newest(a for a in person.consents.all() if a.story_ref == ref))
        for ref, title in titles.items()
    ]


def timeline(answers: QuerySet[Consent]) -> QuerySet[Consent]:
    """Every answer with who, when, in what words and by which invitation, the newest first."""
    beside = ("person", "wording", "recorded_by", "given_by", "invitation__made_by")
    return answers.select_related(*beside).order_by("-given_at", "-pk")


def read(people: Iterable[Person]) -> None:
    """Everything that is shown of their answers, in four queries for all of them."""
    prefetch_related_objects(
        list(people), "consents__wording", "consents__recorded_by", "consents__given_by"
    )


def asked_now() -> dict[str, str]:
    """The newest words of each question."""
    return {scope: wording.text for scope, wording in wordings.newest().items()}


def _newest(answers: Iterable[Consent]) -> list[Consent]:
    newest: dict[tuple[int, str], Consent] = {}
    for answer in sorted(answers, key=lambda said: (said.given_at, said.pk)):
        newest[answer.given_by_id, answer.scope] = answer
    return list(newest.values())
