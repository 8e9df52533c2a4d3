"""What somebody may mean while they type: places, funds and titles, all of them public."""

from __future__ import annotations

from collections.abc import Iterable

from stories.index import finding
from stories.index.folding import words_in
from stories.models import Fund, Place, Story

SHORTEST = 2
"""Letters from which on something is suggested."""

MOST = 8
LOOKED_AT = 40
"""Of the memories that answer best, whose titles are looked at."""


def of(typed: str) -> list[str]:
    """Names and titles in which every typed word begins a word. Four queries at most."""
    asked = words_in(typed)
    if len("".join(asked)) < SHORTEST:
        return []
    named = [place.name for place in Place.objects.only("name")]
    named += [fund.name for fund in Fund.objects.only("name")]
    told = _titles(typed)
    return list(dict.fromkeys(_beginning(asked, [*named, *told])))[:MOST]


def _titles(typed: str) -> list[str]:
    best = finding.public(typed, Story.objects.public()).numbers[:LOOKED_AT]
    titles = dict(Story.objects.public().filter(pk__in=best).values_list("pk", "title"))
    return [titles[number] for number in best if number in titles]


def _beginning(asked: list[str], names: Iterable[str]) -> Iterable[str]:
    for name in names:
        words = words_in(name)
        if all(any(word.startswith(typed) for word in words) for typed in asked):
            yield name
