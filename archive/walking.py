"""A random walk from memory to memory, each sharing something with the one before.

Nothing is kept of who walks: the refs of the last memories are in the address. However large
the archive, a step reads a handful of rows beside a place that is chosen by chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from secrets import SystemRandom
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from media.refs import ALPHABET, LENGTH
from stories.models import Story, TaggedFund, TaggedPlace

REMEMBERED = 8
"""Refs in an address; what was seen before them may come again."""

LOOKED_AT = 12
"""Rows that are read beside the place of chance; more than are remembered."""

REF = re.compile(rf"[{ALPHABET}]{{{LENGTH}}}")

CHANCE = SystemRandom()

FROM, SEEN = "from", "seen"


def trail(asked: QueryDict) -> list[str]:
    """The refs of where somebody has been, the last one at the end. Nonsense is left out."""
    seen = REF.findall(asked.get(SEEN, "")[: REMEMBERED * (LENGTH + 1)])
    return [*seen, *REF.findall(asked.get(FROM, "")[:LENGTH])][-REMEMBERED:]


def carried(seen: Sequence[str]) -> str:
    """What was seen, as the end of an address; "" for nothing."""
    return f"?{urlencode({SEEN: '.'.join(seen)})}" if seen else ""


def address(ref: str, asked: QueryDict) -> str:
    """Where the walk goes on from this memory, whose own address carries what was seen.

    Without a memory, where it begins.
    """
    if not ref:
        return reverse("walk")
    seen = [one for one in trail(asked) if one != ref]
    query = urlencode({FROM: ref, **({SEEN: ".".join(seen)} if seen else {})})
    return f"{reverse('walk')}?{query}"


def step(seen: Sequence[str]) -> Story | None:
    """A public memory that was not seen, or at least is not the last; None where none is."""
    for left_out in dict.fromkeys((tuple(seen), tuple(seen[-1:]))):
        for near in _ways(seen):
            others = [story for story in near if story.ref not in left_out]
            if others:
                return CHANCE.choice(others)
    return None


def _ways(seen: Sequence[str]) -> Iterator[list[Story]]:
    """Some memories by each thing that is shared with the last one, in any order; then any."""
    here = Story.objects.public().filter(ref__in=seen[-1:]).first()
    if here is not None:
        tags = [*here.tagged_places.all(), *here.tagged_funds.all()]
        for tagged in CHANCE.sample(tags, len(tags)):
            yield _by_chance_with(tagged)
    yield _by_chance()


def _by_chance_with(tagged: TaggedPlace | TaggedFund) -> list[Story]:
    """Rows of one place or fund, from a number by chance on; from the first where it is late."""
    public = Story.objects.public().filter(pk=OuterRef("content_object_id"))
    rows = type(tagged)._default_manager.filter(Exists(public), tag=tagged.tag_id)
    numbers = _from_a_chance(rows, "content_object_id")
    return list(Story.objects.public().filter(pk__in=numbers))


def _by_chance() -> list[Story]:
    """Rows of the whole archive, by when they were published: that order has an index."""
    public = Story.objects.public().exclude(first_published_at=None)
    numbers = _from_a_chance(public, "first_published_at", "pk")
    return list(Story.objects.public().filter(pk__in=numbers))


def _from_a_chance(rows: QuerySet[Any], column: str, wanted: str = "") -> list[int]:
    """The next rows by an indexed column from somewhere between its ends, round its end."""
    ordered, number = rows.order_by(column), wanted or column
    first = ordered.values_list(column, flat=True).first()
    last = rows.order_by(f"-{column}").values_list(column, flat=True).first()
    if first is None or last is None:
        return []
    somewhere = first + (last - first) * CHANCE.random()
    if isinstance(first, int):
        somewhere = round(somewhere)
    later = ordered.filter(**{f"{column}__gte": somewhere})
    found = list(later.values_list(number, flat=True)[:LOOKED_AT])
    if len(found) < LOOKED_AT:
        found += ordered.values_list(number, flat=True)[: LOOKED_AT - len(found)]
    return found
