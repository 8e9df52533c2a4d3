"""More like this: public memories that share a place, a fund, a time or a telling word.

Candidates are the newest that share any one thing, so that a place of thousands costs no more
than one of some; the database then weighs how much each of them shares.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from archive.likeness import Likeness
from archive.records import NEWEST, by_number
from archive.shapes import Record, Subject
from archive.stamps import fact, rest_on
from stories.index.engines import engine
from stories.models import PublicDocument, Story, TaggedFund, TaggedPlace

MOST, MOST_SUBJECTS = 6, 3
ASKED = 40
"""Of the newest that share one thing."""

WORD, PLACE, FUND, YEAR = 5, 4, 3, 2
"""What each thing that is shared counts; a place that is shared says more than a year."""


@dataclass(frozen=True)
class Beside:
    """Another memory, and in plain words what it shares: "Also Sandhills, also the 1970s"."""

    card: Record
    why: str


def of(record: Record) -> list[Beside]:
    """The likest first; each says why it is here. Seven queries, once until one of them changes.

    It rests on what stands at its places and in its funds; a new one that is like it by its
    time or its words alone comes along when something of these changes.
    """
    return fact(f"like:{record.ref}", lambda: _likest(record))


def _likest(record: Record) -> list[Beside]:
    rest_on(*(f"place:{place.number}" for place in record.places))
    rest_on(*(f"fund:{fund.number}" for fund in record.funds))
    like = Likeness.of(record)
    numbers = list(_weighed(like).values_list("pk", flat=True)[:MOST])
    found = by_number(numbers)
    likest = (found[number] for number in numbers if number in found)
    return [Beside(card, why) for card in likest if (why := like.to(card))]


def _weighed(like: Likeness) -> QuerySet[Any]:
    """Public candidates by what they share, without those that stand beside it as voices."""
    candidates = list(_candidates(like))
    if not candidates:
        return Story.objects.public().none()
    mine = like.record
    voices = [one.ref for one in (mine.answered, *mine.answers) if one is not None]
    others = Story.objects.public().filter(pk__in=candidates[0].union(*candidates[1:]))
    weighed: QuerySet[Any] = others.exclude(ref__in=[mine.ref, *voices]).annotate(
        weight=_weight(like)
    )
    return weighed.order_by("-weight", *NEWEST)


def _candidates(like: Likeness) -> Iterator[QuerySet[Any]]:
    """The newest that share a place or a fund, some of its time, and those with a telling word."""
    public, mine = Story.objects.public().order_by(), like.record
    for tagged, subjects in ((TaggedPlace, mine.places), (TaggedFund, mine.funds)):
        for subject in subjects[:MOST_SUBJECTS]:
            yield public.filter(pk__in=_newest(tagged, subject.slug)).values("pk")
    if mine.earliest and mine.latest:
        begun = public.filter(when_earliest__range=(mine.earliest, mine.latest))
        some = begun.order_by("when_earliest").values("pk")[:ASKED]
        yield public.filter(pk__in=some).values("pk")
    if like.words:
        yield public.filter(pk__in=engine().matching(PublicDocument, like.question)).values("pk")


def _newest(tagged: type[TaggedPlace] | type[TaggedFund], slug: str) -> QuerySet[Any]:
    """By the index of the tag, which knows the order: no more are read than are asked for."""
    public = Story.objects.public().filter(pk=OuterRef("content_object_id"))
    rows: QuerySet[Any] = tagged._default_manager.filter(Exists(public), tag__slug=slug)
    return rows.order_by("-content_object_id").values("content_object_id")[:ASKED]


def _weight(like: Likeness) -> Any:
    mine = like.record
    weight = PLACE * _shared(TaggedPlace, mine.places) + FUND * _shared(TaggedFund, mine.funds)
    if mine.earliest and mine.latest:
        same = Q(when_earliest__lte=mine.latest, when_latest__gte=mine.earliest)
        weight += Case(When(same, then=Value(YEAR)), default=Value(0))
    if like.words:
        said = Q(pk__in=engine().matching(PublicDocument, like.question))
        weight += Case(When(said, then=Value(WORD)), default=Value(0))
    return weight


def _shared(
    tagged: type[TaggedPlace] | type[TaggedFund], subjects: tuple[Subject, ...]
) -> Coalesce:
    """How many of the places or funds the memory of the row outside has."""
    slugs = [subject.slug for subject in subjects]
    rows = tagged._default_manager.filter(content_object=OuterRef("pk"), tag__slug__in=slugs)
    counted = rows.order_by().values("content_object").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
