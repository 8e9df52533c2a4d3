"""Who is in a memory, and yes by yes what it needs of them, each with the link that mends it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import prefetch_related_objects
from django.urls import reverse

from families.admin.people import ask_url, consents_url
from families.admin.standing import Standing, asked_now, read, standings
from families.consent import REFUSALS, Lack
from families.lacking import sentence
from families.models import Person
from families.models.consents import Giver, Scope
from stories import publication
from stories.models import Story, StoryPerson


@dataclass(frozen=True)
class Missing:
    """One yes that is missing: of whom, and where it is asked for or written down.

    Whoever said no is not asked again, because a no is an answer; they can change it.
    """

    sentence: str
    record_url: str
    ask_url: str = ""


@dataclass(frozen=True)
class Needed:
    """One use that this memory makes of somebody."""

    label: str
    missing: list[Missing]


@dataclass(frozen=True)
class InIt:
    """A person with everything that is asked of them here; ``others`` are all other uses."""

    person: Person
    roles: list[str]
    is_asked: bool
    needed: list[Needed]
    others: list[Standing]


def people(story: Story) -> list[InIt]:
    """Each person once, in a number of queries that stays, however many they are."""
    appearances: list[StoryPerson] = list(story.people.all())
    prefetch_related_objects(appearances, "person")
    together: dict[int, list[StoryPerson]] = {}
    for appearance in appearances:
        together.setdefault(appearance.person_id, []).append(appearance)
    read([theirs[0].person for theirs in together.values()])
    questions, kinds = asked_now(), publication.kinds_in(story)
    return [_in_it(story, theirs, kinds, questions) for theirs in together.values()]


def _in_it(
    story: Story, appearances: list[StoryPerson], kinds: set[str], questions: dict[str, str]
) -> InIt:
    person = appearances[0].person
    asked = {one.role for one in appearances if publication.has_to_agree(one)}
    lacks = dict(publication.needs(story, person, asked, kinds)) if asked else {}
    return InIt(
        person=person,
        roles=[one.get_role_display() for one in appearances],
        is_asked=bool(asked),
        needed=[
            Needed(Scope(scope).label, list(_missing(story, person, scope, theirs)))
            for scope, theirs in lacks.items()
        ],
        others=[one for one in standings(person, questions) if one.scope not in lacks],
    )


def _missing(
    story: Story, person: Person, scope: Scope, lacks: list[tuple[Giver, Lack]]
) -> Iterator[Missing]:
    for giver, lack in lacks:
        said = sentence(person, scope, giver, lack)
        if lack == Lack.NEVER:
            yield Missing(said, reverse("people:edit", args=[person.pk]))
        elif lack in REFUSALS:
            yield Missing(said, record_url(person, story, scope, giver))
        else:
            asking = ask_url(person, story_ref=story.ref, scope=scope, giver=giver)
            yield Missing(said, record_url(person, story, scope, giver), asking)


def record_url(person: Person, story: Story, scope: Scope, giver: Giver) -> str:
    """The form in which an answer is written down, at this very question, and back to here."""
    back = f"{reverse('moderation:review', args=[story.ref])}#person-{person.pk}"
    query = urlencode({"story": story.ref, "giver": giver.value, "back": back})
    return f"{consents_url(person)}?{query}#id_{scope.value}"
