"""What somebody asked of the list of memories, read from the address. Nonsense is left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Lower
from django.http import QueryDict
from django.utils.http import urlencode

from archive import decades, search
from archive.decades import Decade
from archive.records import NEWEST
from media.formats import Kind
from stories.models import Fund, Place, Story, StoryPart
from stories.models.states import Context
from stories.querysets import StoryQuerySet

LONGEST_QUESTION = 200  # characters
KINDS = {
    Kind.IMAGE.value: "Pictures",
    Kind.AUDIO.value: "Sound",
    Kind.VIDEO.value: "Film",
    Kind.DOCUMENT.value: "Papers",
    "words": "Words alone",
}
SORTS = {"newest": "Newest here", "oldest-told": "Longest ago", "title": "A to Z"}


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
    places: tuple[Place, ...] = ()
    funds: tuple[Fund, ...] = ()
    kinds: tuple[str, ...] = ()
    context: str = ""
    decade: Decade | None = None
    sort: str = "newest"

    @property
    def asked(self) -> list[tuple[str, str, str]]:
        """Name, value and words of each thing asked for, in the order of the form."""
        contexts = dict(Context.choices)
        return [
            *([("q", self.q, f"“{self.q}”")] if self.q else []),
            *(("place", place.slug, place.name) for place in self.places),
            *(("fund", fund.slug, fund.name) for fund in self.funds),
            *(("kind", kind, KINDS[kind]) for kind in self.kinds),
            *([("context", self.context, contexts[self.context])] if self.context else []),
            *([("decade", self.decade.slug, self.decade.label)] if self.decade else []),
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

    def _query(self, asked: Iterable[tuple[str, str, str]]) -> str:
        pairs = [(name, value) for name, value, _ in asked]
        if self.sort != "newest":
            pairs.append(("sort", self.sort))
        return urlencode(pairs)

    def apply(self, stories: StoryQuerySet) -> StoryQuerySet:
        """The memories asked for, in the order asked for."""
        stories = search.holding(stories, self.q)
        if self.places:
            stories = stories.filter(_tagged("tagged_places", self.places))
        if self.funds:
            stories = stories.filter(_tagged("tagged_funds", self.funds))
        if self.kinds:
            stories = stories.filter(_of_kinds(self.kinds))
        if self.context:
            stories = stories.filter(context=self.context)
        if self.decade:
            stories = decades.touching(stories, self.decade)
        return stories.order_by(*_ORDER[self.sort])


_ORDER = {
    "newest": NEWEST,
    "oldest-told": (F("when_earliest").asc(nulls_last=True), "when_latest", "pk"),
    "title": (Lower("title"), "pk"),
}


def read(asked: QueryDict, *, places: Iterable[Place], funds: Iterable[Fund]) -> Filters:
    """What an address asks for. Unknown places, kinds and times are left out, not refused."""
    sort, context = asked.get("sort", ""), asked.get("context", "")
    return Filters(
        q=" ".join(asked.get("q", "").replace("\x00", " ").split())[:LONGEST_QUESTION],
        places=tuple(place for place in places if place.slug in asked.getlist("place")),
        funds=tuple(fund for fund in funds if fund.slug in asked.getlist("fund")),
        kinds=tuple(kind for kind in KINDS if kind in asked.getlist("kind")),
        context=context if context in Context.values else "",
        decade=decades.read(asked.get("decade", "")),
        sort=sort if sort in SORTS else "newest",
    )


def _tagged(relation: str, tags: Iterable[Place | Fund]) -> Exists:
    """Memories that belong to any of the places, or any of the funds."""
    through = Story._meta.get_field(relation).related_model
    rows = through._default_manager.filter(content_object=OuterRef("pk"))
    return Exists(rows.filter(tag__in=[tag.pk for tag in tags]))


def _of_kinds(kinds: Iterable[str]) -> Q:
    """Memories that hold any of the kinds; "words" asks for those that hold words alone."""
    items = StoryPart.objects.filter(story=OuterRef("pk"), kind=StoryPart.Kind.ITEM)
    wanted = Q(Exists(items.filter(item__kind__in=list(kinds))))
    return wanted | ~Q(Exists(items)) if "words" in kinds else wanted
