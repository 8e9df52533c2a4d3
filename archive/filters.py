"""What somebody asked of the list of memories, read from the address. Nonsense is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Lower
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.text import slugify

from archive import decades
from archive.decades import Decade
from archive.models import ShowcasePage
from archive.models.contents import ShowcaseStory
from archive.records import NEWEST
from archive.stamps import fact, rest_on
from archive.subjects import by_area, gazetteer
from media.formats import Kind
from stories.models import Fund, Place, StoryPart, TaggedFund, TaggedPlace
from stories.models.states import Context
from stories.querysets import StoryQuerySet

T = TypeVar("T", Place, Fund)

LONGEST_QUESTION = 200  # characters

FEW = 1
"""Things to narrow by in a list that is worth keeping: what people combine is without end."""

KINDS = {
    Kind.IMAGE.value: "Pictures",
    Kind.AUDIO.value: "Sound",
    Kind.VIDEO.value: "Film",
    Kind.DOCUMENT.value: "Papers",
    "words": "Words alone",
}
SORTS = {"newest": "Newest here", "oldest-told": "Longest ago", "title": "A to Z"}

_ORDER: dict[str, tuple[Any, ...]] = {
    "newest": NEWEST,
    "oldest-told": (F("when_earliest").asc(nulls_last=True), "when_latest", "pk"),
    "title": (Lower("title"), "pk"),
}


@dataclass(frozen=True)
class Choices:
    """Everything that the list can be narrowed by. Three queries."""

    places: tuple[Place, ...]
    funds: tuple[Fund, ...]
    showcases: tuple[ShowcasePage, ...]

    @cached_property
    def areas(self) -> dict[str, str]:
        """The name of each area under the word for it in an address."""
        return {slugify(area): area for area, _ in self.streets}

    @cached_property
    def streets(self) -> list[tuple[str, list[Place]]]:
        """Places under the name of their area."""
        return by_area(list(self.places))


@dataclass(frozen=True)
class Chip:
    """One thing that was asked for, and the address without it."""

    name: str
    value: str
    label: str
    without: str


@dataclass(frozen=True)
class Filters:
    """Everything that was asked for and that makes sense."""

    q: str = ""
    areas: tuple[tuple[str, str], ...] = ()
    places: tuple[Place, ...] = ()
    funds: tuple[Fund, ...] = ()
    kinds: tuple[str, ...] = ()
    context: str = ""
    decade: Decade | None = None
    showcase: ShowcasePage | None = None
    sort: str = ""

    @property
    def asked(self) -> list[tuple[str, str, str]]:
        """Name, value and words of each thing asked for, in the order of the form."""
        contexts = dict(Context.choices)
        return [
            *([("q", self.q, f"“{self.q}”")] if self.q else []),
            *(("area", slug, f"All of {name}") for slug, name in self.areas),
            *(("place", place.slug, place.name) for place in self.places),
            *(("fund", fund.slug, fund.name) for fund in self.funds),
            *(("kind", kind, KINDS[kind]) for kind in self.kinds),
            *([("context", self.context, contexts[self.context])] if self.context else []),
            *([("decade", self.decade.slug, self.decade.label)] if self.decade else []),
            *([("showcase", self.showcase.slug, self.showcase.title)] if self.showcase else []),
        ]

    @property
    def chips(self) -> list[Chip]:
        """Each thing asked for with the way to let go of it alone."""
        asked = self.asked
        return [Chip(*one, self._query(o for o in asked if o != one)) for one in asked]

    @property
    def query(self) -> str:
        """The address's question without the page, encoded."""
        return self._query(self.asked)

    @property
    def narrowing(self) -> int:
        """How many things besides words narrow the list."""
        return len(self.asked) - bool(self.q)

    @property
    def is_usual(self) -> bool:
        """Whether there are few enough like it to keep what was made for it."""
        return not self.q and self.narrowing <= FEW

    @property
    def rests_on(self) -> tuple[str, ...]:
        """What decides which memories are in the list, and in which order."""
        also = {"places": self.areas, "showcases": self.showcase, "titles": self.sort == "title"}
        return ("stories", *(tag for tag, counts in also.items() if counts))

    @property
    def sorts(self) -> dict[str, str]:
        """The orders to choose from; the first is the one that nobody has to ask for."""
        if self.q:
            return {"": "Best match", **SORTS}
        return {"" if name == "newest" else name: label for name, label in SORTS.items()}

    @property
    def order(self) -> tuple[Any, ...]:
        """The order asked for, for the database; empty where words decide."""
        return () if self.q and not self.sort else _ORDER[self.sort or "newest"]

    @property
    def groups(self) -> frozenset[str]:
        """The groups in which something was chosen."""
        chosen = {
            "place": self.places or self.areas,
            "fund": self.funds,
            "kind": self.kinds,
            "context": self.context,
            "decade": self.decade,
            "showcase": self.showcase,
        }
        return frozenset(name for name, value in chosen.items() if value)

    def without(self, asked: tuple[str, str]) -> str:
        """The address's question without one thing, encoded."""
        return self._query(o for o in self.asked if o[:2] != asked)

    def _query(self, asked: Iterable[tuple[str, str, str]]) -> str:
        pairs = [(name, value) for name, value, _ in asked]
        if self.sort:
            pairs.append(("sort", self.sort))
        return urlencode(pairs)

    def narrow(self, stories: StoryQuerySet, *, but: str = "") -> StoryQuerySet:
        """The memories asked for, whatever words they hold; ``but`` names a group to leave out."""
        for group in sorted(self.groups - {but}):
            stories = _NARROW[group](self, stories)
        return stories


def _of_places(asked: Filters, stories: StoryQuerySet) -> StoryQuerySet:
    """Of any of the places, or of a place in any of the areas."""
    places = [place.pk for place in asked.places]
    wanted = Q(tag__in=places) | Q(tag__area__in=[name for _, name in asked.areas])
    return _told_of(stories, TaggedPlace.objects.filter(wanted).values("content_object"))


def _of_funds(asked: Filters, stories: StoryQuerySet) -> StoryQuerySet:
    tagged = TaggedFund.objects.filter(tag__in=[fund.pk for fund in asked.funds])
    return _told_of(stories, tagged.values("content_object"))


def _of_kinds(asked: Filters, stories: StoryQuerySet) -> StoryQuerySet:
    """Memories that hold any of the kinds; "words" asks for those that hold words alone."""
    items = StoryPart.objects.filter(story=OuterRef("pk"), kind=StoryPart.Kind.ITEM)
    wanted = Q(Exists(items.filter(item__kind__in=list(asked.kinds))))
    return stories.filter(wanted | ~Q(Exists(items)) if "words" in asked.kinds else wanted)


def _of_context(asked: Filters, stories: StoryQuerySet) -> StoryQuerySet:
    return stories.filter(context=asked.context)


def _of_decade(asked: Filters, stories: StoryQuerySet) -> StoryQuerySet:
    return decades.touching(stories, asked.decade) if asked.decade else stories


def _of_showcase(asked: Filters, stories: StoryQuerySet) -> StoryQuerySet:
    return _told_of(stories, ShowcaseStory.objects.filter(showcase=asked.showcase).values("story"))


def _told_of(stories: StoryQuerySet, rows: QuerySet[Any]) -> StoryQuerySet:
    """Those whose rows are among these: a list, so that one of few is not looked for in all."""
    return stories.filter(pk__in=rows)


_NARROW: dict[str, Callable[[Filters, StoryQuerySet], StoryQuerySet]] = {
    "place": _of_places,
    "fund": _of_funds,
    "kind": _of_kinds,
    "context": _of_context,
    "decade": _of_decade,
    "showcase": _of_showcase,
}


def choices() -> Choices:
    """What there is to choose from: places, funds, and showcases that are published."""
    return fact("choices", _choices)


def _choices() -> Choices:
    rest_on("funds", "showcases")
    showcases = ShowcasePage.objects.live().order_by("title").only("title", "slug")
    return Choices(tuple(gazetteer()), tuple(Fund.objects.all()), tuple(showcases))


def read(asked: QueryDict, there: Choices) -> Filters:
    """What an address asks for. Unknown places, kinds and times are left out, not refused."""
    sort, context = asked.get("sort", ""), asked.get("context", "")
    showcase = asked.get("showcase", "")
    return Filters(
        q=" ".join(asked.get("q", "").replace("\x00", " ").split())[:LONGEST_QUESTION],
        areas=tuple(area for area in there.areas.items() if area[0] in asked.getlist("area")),
        places=_among(there.places, asked.getlist("place")),
        funds=_among(there.funds, asked.getlist("fund")),
        kinds=tuple(kind for kind in KINDS if kind in asked.getlist("kind")),
        context=context if context in Context.values else "",
        decade=decades.read(asked.get("decade", "")),
        showcase=next((page for page in there.showcases if page.slug == showcase), None),
        sort=sort if sort in SORTS and (asked.get("q") or sort != "newest") else "",
    )


def _among(there: tuple[T, ...], slugs: list[str]) -> tuple[T, ...]:
    return tuple(one for one in there if one.slug in slugs) if slugs else ()
