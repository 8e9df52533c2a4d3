"""What somebody has said so far, for themselves and for their children."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.translation import gettext as _

from families import consent
from families.giving import memories, papers
from families.giving.memories import Memory
from families.giving.sitting import takes_part
from families.models import Consent, Person, User
from families.models.consents import Decision


@dataclass(frozen=True)
class Said:
    """The newest answer to one question, about everything or about one memory."""

    answer: Consent
    papers: list[str]

    @property
    def is_yes(self) -> bool:
        return self.answer.decision == Decision.YES

    @property
    def has_run_out(self) -> bool:
        return consent.lapses_on(self.answer.person, self.answer) < timezone.localdate()


@dataclass(frozen=True)
class About:
    """The answers about one memory; `title` is empty for those about all of them."""

    title: str
    said: list[Said]


@dataclass
class Subject:
    """Somebody whom this account answers for, and what it has answered."""

    person: Person
    is_own: bool
    takes_part: bool
    about: list[About] = field(default_factory=list)
    memories: list[Memory] = field(default_factory=list)


def own_person(user: User) -> Person | None:
    return Person.objects.filter(user=user).first()


def people_answered_for(user: User) -> list[Person]:
    """The person of this account, and the children whose guardian it is."""
    own = own_person(user)
    if own is None:
        return []
    wards = Person.objects.filter(guardianships__guardian=own, is_child=True)
    return [own, *wards.order_by("public_name", "pk")]


def subjects(user: User) -> list[Subject]:
    """Everybody this account answers for, with its newest answers."""
    people = people_answered_for(user)
    return [_subject(person, people[0], user) for person in people]


def newest_answers(person: Person, giver: Person) -> list[Consent]:
    """The newest answer of one giver to each question, about everything and each memory."""
    answers = person.consents.filter(given_by=giver).select_related("wording", "person")
    newest: dict[tuple[str, str], Consent] = {}
    for answer in answers.order_by("given_at", "pk"):
        newest[answer.story_ref, answer.scope] = answer
    return list(newest.values())


def _subject(person: Person, giver: Person, user: User) -> Subject:
    answers = newest_answers(person, giver)
    found = papers.of(user, [answer.pk for answer in answers])
    refs = sorted({answer.story_ref for answer in answers})
    titles = memories.titles([ref for ref in refs if ref])
    by_ref = {
        ref: [Said(a, found.get(a.pk, [])) for a in answers if a.story_ref == ref] for ref in refs
    }
    return Subject(
        person=person,
        is_own=person == giver,
        takes_part=takes_part(person, giver),
        about=[
            About(titles.get(ref, _("A memory that is not here any more")) if ref else "", said)
            for ref, said in by_ref.items()
        ],
        memories=memories.of(person, giver=giver),
    )
