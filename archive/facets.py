"""What the list can be narrowed by, each with how many of the memories found it would leave.

A group in which something is chosen is counted as if nothing in it were: its choices add up,
those of different groups do not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from archive import decades
from archive.decades import Decade
from archive.filters import KINDS, Choices, Filters
from archive.models.contents import ShowcaseStory
from archive.stamps import fact, rest_on, searched
from stories.index import finding
from stories.index.finding import Found
from stories.models import Fund, PublicDocument, Story
from stories.models.states import Context
from stories.querysets import StoryQuerySet

Counts = Counter[str]

AT_ONCE = 2_000
"""Memories whose marks are in memory together."""


@dataclass(frozen=True)
class Option:
    """One thing to narrow by. Several may be chosen, unless the group says otherwise."""

    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Street:
    """An area with its places."""

    area: Option
    places: tuple[Option, ...]


@dataclass(frozen=True)
class Facets:
    """Everything to narrow by that would leave something, and whatever is chosen already."""

    areas: tuple[Street, ...]
    funds: tuple[Option, ...]
    kinds: tuple[Option, ...]
    contexts: tuple[Option, ...]
    decades: tuple[Option, ...]
    showcases: tuple[Option, ...]


def facets(asked: Filters, there: Choices, found: Found | None) -> Facets:
    """Count what was found: two queries, and two more for each group with a choice in it.

    What a usual list is narrowed by is counted once until something of it changes, and so is what
    was looked for lately.
    """
    narrowed = " ".join(f"{name}={value}" for name, value, _ in asked.asked)
    known = fact if asked.is_usual else searched
    return known(f"facets {narrowed}", lambda: _counted(asked, there, found))


def _counted(asked: Filters, there: Choices, found: Found | None) -> Facets:
    rest_on("stories", "marks", "showcases", "places", "funds", *(("words",) if found else ()))
    counting = _Counting(asked, found)
    of = counting.of
    return Facets(
        areas=tuple(_streets(asked, there, of("place"))),
        funds=_kept(_fund(fund, fund in asked.funds, of("fund")) for fund in there.funds),
        kinds=_kept(
            Option(kind, label, of("kind")[f"kind:{kind}"], kind in asked.kinds)
            for kind, label in KINDS.items()
        ),
        contexts=_kept(
            Option(value, str(label), of("context")[f"context:{value}"], value == asked.context)
            for value, label in Context.choices
        ),
        decades=_kept(
            Option(one.slug, one.label, of("decade")[f"decade:{one.slug}"], one == asked.decade)
            for one in _decades(of("decade"), asked.decade)
        ),
        showcases=_kept(
            Option(page.slug, page.title, count, page == asked.showcase)
            for page, count in counting.showcases(there)
        ),
    )


class _Counting:
    """Marks of the memories found; each set of memories is counted once."""

    def __init__(self, asked: Filters, found: Found | None) -> None:
        self.asked, self.found = asked, found
        self.counted: dict[str, Counts] = {}

    def of(self, group: str) -> Counts:
        """How often each mark stands in the memories found, as if nothing in the group mattered."""
        left_out = group if group in self.asked.groups else ""
        if left_out not in self.counted:
            self.counted[left_out] = self._count(left_out)
        return self.counted[left_out]

    def showcases(self, there: Choices) -> Iterable[tuple[Any, int]]:
        told = self._told()
        return [(page, told[page.pk]) for page in there.showcases]

    def _told(self) -> Counter[int]:
        """How many of the memories found each showcase tells."""
        if self.found is None:
            # They hold few: each of theirs is looked for among the memories, not the other way.
            here = Exists(self._stories("showcase").filter(pk=OuterRef("story")))
            return Counter(page for page, _ in _rows(ShowcaseStory.objects.filter(here)))
        found = set(self._found(self.found, "showcase"))
        return Counter(page for page, story in fact("told in showcases", _rows) if story in found)

    def _count(self, left_out: str) -> Counts:
        if self.found is not None:
            return _counted_in(finding.marks(self._found(self.found, left_out)))
        is_whole = not self.asked.groups - {left_out}
        return _of_everything() if is_whole else _marks(self._stories(left_out))

    def _found(self, found: Found, left_out: str) -> tuple[int, ...]:
        """The rows of what was found, as if nothing in the group mattered."""
        if left_out not in self.asked.groups:
            return found.numbers
        return finding.among(found.question, self._stories(left_out))

    def _stories(self, left_out: str) -> StoryQuerySet:
        return self.asked.narrow(Story.objects.public(), but=left_out)


def _rows(told: QuerySet[Any] | None = None) -> tuple[tuple[int, int], ...]:
    """Which showcase tells which memory; of all of them, unless some are named."""
    rest_on("showcases")
    rows = ShowcaseStory.objects.all() if told is None else told
    return tuple(rows.values_list("showcase", "story"))


def _of_everything() -> Counts:
    """Over the whole archive, counted again once any document has come, gone or changed."""
    return fact("marks", _marks_of_everything)


def _marks_of_everything() -> Counts:
    rest_on("stories", "marks")
    return _marks(Story.objects.public())


def _marks(stories: QuerySet[Any]) -> Counts:
    documents = PublicDocument.objects.filter(story__in=stories)
    return _counted_in(documents.values_list("marks", flat=True).iterator(chunk_size=AT_ONCE))


def _counted_in(marks: Iterable[str]) -> Counts:
    counts: Counts = Counter()
    rest = iter(marks)
    while some := list(islice(rest, AT_ONCE)):
        counts.update(" ".join(some).split())
    return counts


def _streets(asked: Filters, there: Choices, counts: Counts) -> Iterable[Street]:
    slugs = {name: slug for slug, name in there.areas.items()}
    for name, places in there.streets:
        slug = slugs[name]
        area = Option(slug, name, counts[f"area:{slug}"], (slug, name) in asked.areas)
        options = _kept(
            Option(p.slug, p.name, counts[f"place:{p.slug}"], p in asked.places) for p in places
        )
        if options or area.is_chosen:
            yield Street(area, options)


def _fund(fund: Fund, is_chosen: bool, counts: Counts) -> Option:
    return Option(fund.slug, fund.name, counts[f"fund:{fund.slug}"], is_chosen)


def _decades(counts: Counts, chosen: Decade | None) -> list[Decade]:
    slugs = (mark.removeprefix("decade:") for mark in counts if mark.startswith("decade:"))
    known = {decade for slug in slugs if (decade := decades.read(slug)) is not None}
    return sorted(known | ({chosen} if chosen else set()), key=lambda decade: decade.start)


def _kept(options: Iterable[Option]) -> tuple[Option, ...]:
    return tuple(option for option in options if option.count or option.is_chosen)
