"""The gate over a whole archive, as every night: how many memories it reads in a second.

`make bench`, or `python -m benchmarks.gate [--memories N]`. The archive is thrown away.
"""

from __future__ import annotations

import argparse
import time
from datetime import timedelta
from typing import Any

from benchmarks import thrown_away
from benchmarks.measured import say

PEOPLE = 2_000
EVERY = 50
"""One memory of so many has a teller whose yes has run out."""


def main() -> None:
    """Fill an archive, ask the gate about all of it, and print one line."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--memories", type=int, default=10_000)
    options = asked.parse_args()
    with thrown_away.archive():
        fill(options.memories)
        measure(options.memories)


def measure(memories: int) -> None:
    """Raises RuntimeError where the gate found another number than there is."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from stories import publication
    from stories.models import Story

    began = time.perf_counter()
    with CaptureQueriesContext(connection) as queries:
        found = sum(1 for _ in publication.lacking(Story.objects.all()))
    seconds = time.perf_counter() - began
    if found != len(range(0, memories, EVERY)):
        raise RuntimeError(f"{found} memories were found to lack a yes")
    say(
        f"the gate over {memories:,} memories: {seconds:.2f} s, {memories / seconds:,.0f} a"
        f" second, {len(queries)} queries; {found} lack a yes"
    )


def fill(memories: int) -> None:
    """Two people in each memory, with a child and a guardian in every other."""
    from families.models import Person, School, User
    from stories.models import Story, StoryPart, StoryPerson

    school = School.objects.create(name="Everybody’s")
    author = User.objects.create(username="author", display_name="Author", school=school)
    Person.objects.bulk_create(
        Person(name=f"Person {n}", public_name="Mary", school=school, is_child=n % 2 == 1)
        for n in range(PEOPLE)
    )
    people = list(Person.objects.order_by("pk"))
    stories = Story.objects.bulk_create(
        [
            Story(title=f"Memory {n}", author=author, school=school, audience="everyone")
            for n in range(memories)
        ],
        batch_size=500,
    )
    StoryPart.objects.bulk_create(
        [StoryPart(story=story, kind="words", text="Words.") for story in stories], batch_size=500
    )
    tellers, others = people[0::2], people[1::2]
    StoryPerson.objects.bulk_create(
        [
            StoryPerson(story=story, person=crowd[n % len(crowd)], role=role, sort_order=order)
            for n, story in enumerate(stories)
            for order, (crowd, role) in enumerate(((tellers, "teller"), (others, "reporter")))
        ],
        batch_size=500,
    )
    answer(stories, tellers, others)


def answer(stories: list[Any], tellers: list[Any], others: list[Any]) -> None:
    """Everybody says yes to every use; a teller also to each memory, some of them long ago."""
    from families.models import Consent, Guardianship, Person
    from families.models.consents import Scope

    guardian = Person.objects.create(name="A Guardian", public_name="A", school=tellers[0].school)
    Guardianship.objects.bulk_create(Guardianship(child=c, guardian=guardian) for c in others)
    rows = [_yes(person, scope) for person in (*tellers, *others) for scope in Scope]
    rows += [_yes(child, scope, guardian) for child in others for scope in Scope]
    rows = [row for row in rows if row.scope != Scope.WEB or row.person not in set(tellers)]
    rows += [
        _yes(tellers[n % len(tellers)], Scope.WEB, ref=story.ref, days=0 if n % EVERY else 400)
        for n, story in enumerate(stories)
    ]
    Consent.objects.bulk_create(rows, batch_size=500)


def _yes(person: Any, scope: Any, guardian: Any = None, *, ref: str = "", days: int = 0) -> Any:
    from django.utils import timezone

    from families import wordings
    from families.models import Consent

    moment = timezone.now() - timedelta(days=days)
    return Consent(
        person=person,
        wording=_WORDS.get(scope) or _WORDS.setdefault(scope, wordings.newest()[scope]),
        scope=scope,
        decision="yes",
        giver="guardian" if guardian else "self",
        given_by=guardian or person,
        story_ref=ref,
        method="screen",
        given_at=moment,
        renew_on=moment.date() + timedelta(days=365),
    )


_WORDS: dict[Any, Any] = {}

if __name__ == "__main__":
    main()
