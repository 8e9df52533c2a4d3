"""Reading all that a showcase is made of: as often for thirty memories as for three."""

from __future__ import annotations

from collections.abc import Iterable

from archive import clips, returning
from archive.decades import Decade
from archive.inside import IN_FULL, pictures_in, stories_in
from archive.models import ShowcasePage
from archive.records import by_number, in_full
from archive.sections import Hoard, Stop
from archive.shapes import Record
from archive.stamps import rest_on
from archive.subjects import pins
from media.models import Picture
from stories.models import Place


def hoard_of(page: ShowcasePage) -> Hoard:
    """What the blocks of this page may be made of, without what has to be asked for again."""
    blocks = page.raw_blocks()
    kinds = {kind for kind, _ in blocks}
    numbers = stories_in(blocks)
    away = returning.to_ask(page, numbers)
    records = by_number(set(numbers) - away)
    whole = in_full(set(stories_in(b for b in blocks if b[0] in IN_FULL)) - away)
    places = places_of(records.values()) if "map" in kinds else ()
    told = list(dict.fromkeys(pk for pk in numbers if pk in records))
    return Hoard(
        records=records,
        pictures=_pictures([page.cover_id, *pictures_in(blocks)]),
        in_full=whole,
        held=clips.held_in(i for r in whole.values() for i in r.items) if "clip" in kinds else {},
        pins=tuple(pins(list(places))),
        places=places,
        stops=stops_of([records[pk] for pk in told]) if "timeline" in kinds else (),
    )


def _pictures(numbers: Iterable[int | None]) -> dict[int, Picture]:
    wanted = {pk for pk in numbers if pk}
    rest_on(*(f"picture:{pk}" for pk in wanted))
    return Picture.objects.select_related("item").in_bulk(wanted) if wanted else {}


def places_of(records: Iterable[Record]) -> tuple[Place, ...]:
    """The places of these memories, in the order of their names."""
    slugs = {place.slug for record in records for place in record.places}
    return tuple(Place.objects.filter(slug__in=slugs))


def stops_of(records: list[Record]) -> tuple[Stop, ...]:
    """The memories whose time is known, under the decade in which each begins."""
    found: dict[int, list[Record]] = {}
    for record in sorted(records, key=_when):
        if record.earliest is not None:
            found.setdefault(record.earliest.year // 10 * 10, []).append(record)
    return tuple(Stop(Decade(start), tuple(told)) for start, told in found.items())


def _when(record: Record) -> tuple[str, str, str]:
    """The longest ago first, then by title, so that the order is always the same."""
    return str(record.earliest), str(record.latest), record.title
