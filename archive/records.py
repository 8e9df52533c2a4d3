"""Public memories, and nothing else: everything that is shown comes through here.

``Story.objects.public()`` is asked again as soon as a stamp says that something changed, so
that a memory which is taken back, held or sealed is gone from every page in the same moment.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar, overload

from django.db.models import Exists, OuterRef, Prefetch, Value
from django.urls import reverse
from django.utils import timezone

from archive import voices, worded
from archive.models.contents import ShowcaseStory
from archive.names import Role, faces, names
from archive.shapes import Cover, Record, RecordItem, RecordPart, Subject, as_cover
from archive.stamps import fact, facts, rest_on
from media.bounds import MAX_SHOWN_PAGES
from media.formats import Kind
from media.models import Derivative, Item
from media.transcripts.captions import NAME as CAPTIONS
from stories.covers import COVERS
from stories.models import Fund, Place, Story, StoryPart, TaggedFund, TaggedPlace, Tombstone
from stories.models.parts import StoryPerson
from stories.models.states import Status
from stories.querysets import StoryQuerySet

BESIDE = {
    "moving.webp": "item_moves",
    "film-1080.mp4": "item_is_large",
    CAPTIONS: "item_has_captions",
}
"""Files that an item may have beside the others, and the mark that a part then has."""

T = TypeVar("T")

NEWEST = ("-first_published_at", "-pk")


class Shelf(Sequence[Record]):
    """Public memories as records, read only as far as they are asked for.

    A page of it costs six queries, however many memories there are. ``of`` is what the shelf
    rests on, besides the memories themselves: all of them, or those of ``place:3``. One that is
    ``known`` by a name is counted and put in order once until that changes.
    """

    def __init__(
        self,
        stories: StoryQuerySet | None = None,
        of: Collection[str] = ("stories",),
        known: str = "",
    ) -> None:
        chosen = Story.objects.all() if stories is None else stories
        self.stories = chosen.public()
        self.of, self.known = of, known
        rest_on(*of)

    def __len__(self) -> int:
        return self._once("how many", self.stories.count)

    @overload
    def __getitem__(self, which: int) -> Record: ...
    @overload
    def __getitem__(self, which: slice) -> list[Record]: ...
    def __getitem__(self, which: int | slice) -> Record | list[Record]:
        if isinstance(which, int):
            return self[which : which + 1][0]
        numbers = self._once(f"{which.start} to {which.stop}", lambda: self._rows(which))
        found = by_number(numbers)
        return [found[number] for number in numbers if number in found]

    def __iter__(self) -> Iterator[Record]:
        return iter(self[:])

    def _rows(self, which: slice) -> list[int]:
        """Rows alone: what is passed over on the way to a late page is not read."""
        return list(self.stories.values_list("pk", flat=True)[which])

    def _once(self, what: str, ask: Callable[[], T]) -> T:
        def asked() -> T:
            rest_on(*self.of)
            return ask()

        return fact((self.known, what), asked) if self.known else ask()

    def newest(self, most: int) -> list[Record]:
        """The most recently published, the newest first."""
        return Shelf(self.stories.order_by(*NEWEST), self.of)[:most]


def find(ref: str) -> Record | None:
    """The public memory of that ref, with every word in its files and the voices beside it.

    It is read once until something of it changes.
    """
    return facts("found", [ref], _found).get(ref)


def _found(refs: Collection[str]) -> Iterator[tuple[str, Record]]:
    told_of = ShowcaseStory.objects.filter(story=OuterRef("pk"))
    asked = Story.objects.filter(ref__in=refs).public().annotate(is_told_of=Exists(told_of))
    for story in voices.with_answers(asked).only("answers", "ref"):
        record = in_full([story.pk]).get(story.pk)
        if record is not None:
            rest_on(f"held:{story.pk}")
            answered, answers = voices.around(story)
            told = story.is_told_of
            yield story.ref, replace(record, is_told_of=told, answered=answered, answers=answers)


def by_number(numbers: Iterable[int]) -> dict[int, Record]:
    """Those of the memories that are public, by their row.

    They are read together, each once until something of it changes.
    """
    asked = set(numbers)
    # One that is not public may be so again.
    rest_on(*(f"story:{number}" for number in asked))
    return facts("record", asked, _read)


def _read(numbers: Collection[int]) -> Iterator[tuple[int, Record]]:
    subjects = _subjects(numbers)
    for story in _whole(Story.objects.filter(pk__in=numbers).public()):
        yield story.pk, _record(story, subjects[story.pk])


def in_full(numbers: Iterable[int]) -> dict[int, Record]:
    """The same with what is said and written in their files: to find, to quote and to cut from."""
    return {record.number: record for record in worded.in_full(by_number(numbers).values())}


def was_taken_back(ref: str) -> bool:
    """Whether a memory that once was public has been taken back; silent about held ones."""
    taken_back = Story.objects.filter(
        ref=ref, status=Status.WITHDRAWN, held=False, first_published_at__isnull=False
    )
    return taken_back.exists() or Tombstone.objects.filter(ref=ref, was_public=True).exists()


def taken_back_on(numbers: Iterable[int]) -> dict[int, date]:
    """The day on which each of these was taken back; silent about held and deleted ones."""
    taken_back = Story.objects.filter(
        pk__in=set(numbers), status=Status.WITHDRAWN, held=False, first_published_at__isnull=False
    )
    moments = taken_back.order_by("withdrawn_at", "pk").values_list("pk", "withdrawn_at")
    return {pk: timezone.localdate(moment) for pk, moment in moments if moment is not None}


def as_it_would_be(story: Story) -> Record:
    """The record of a memory that is not public, for somebody who may read it already.

    Only Wagtail's preview, which is for staff, may show this.
    """
    places = [_subject(tagged.tag) for tagged in story.tagged_places.all()]
    funds = [_subject(tagged.tag) for tagged in story.tagged_funds.all()]
    return worded.in_full([_record(story, [*places, *funds])])[0]


def _whole(stories: StoryQuerySet) -> StoryQuerySet:
    """With everything that a record holds, in a number of queries that does not grow."""
    return stories.prefetch_related(
        Prefetch("parts", _parts()),
        Prefetch("people", StoryPerson.objects.select_related("person").order_by("sort_order")),
    )


def _subjects(numbers: Collection[int]) -> dict[int, list[Subject]]:
    """The places and the funds of each of these memories, as they were given. One query."""
    named = ("content_object", "pk", "tag", "tag__slug", "tag__name")
    places = TaggedPlace.objects.filter(content_object__in=numbers)
    funds = TaggedFund.objects.filter(content_object__in=numbers)
    rows = places.values_list(*named, "tag__area", Value(value=True)).union(
        funds.values_list(*named, Value(""), Value(value=False)), all=True
    )
    found: dict[int, list[Subject]] = defaultdict(list)
    for story, _, pk, slug, name, area, is_place in sorted(rows, key=lambda row: row[1]):
        tag = (
            Place(pk=pk, slug=slug, name=name, area=area)
            if is_place
            else Fund(pk=pk, slug=slug, name=name)
        )
        found[story].append(_subject(tag))
    return found


def _parts() -> Any:
    """With what stands beside each file, asked along with it."""
    made = Derivative.objects.filter(item=OuterRef("item"))
    beside = {mark: Exists(made.filter(name=name)) for name, mark in BESIDE.items()}
    parts = StoryPart.objects.select_related("item").annotate(**beside)
    return parts.order_by("sort_order", "pk")


def _record(story: Story, subjects: Collection[Subject]) -> Record:
    people = list(story.people.all())
    rest_on(*_tags(story, people, subjects))
    parts = tuple(filter(None, (_part(part) for part in story.parts.all())))
    return Record(
        ref=story.ref,
        number=story.pk,
        url=story.get_absolute_url(),
        title=str(story),
        summary=story.summary,
        when_text=story.when_text,
        when_edtf=story.when_edtf,
        earliest=story.when_earliest,
        latest=story.when_latest,
        context=story.context,
        context_label=story.get_context_display() if story.context else "",
        parts=parts,
        tellers=names(people, Role.TELLER),
        reporters=names(people, Role.REPORTER),
        heard=names(people, Role.HEARD),
        shown=faces(people),
        places=tuple(subject for subject in subjects if subject.place),
        funds=tuple(subject for subject in subjects if not subject.place),
        published_at=story.first_published_at,
        changed_at=story.last_published_at,
        cover=_cover(parts),
        content_note=story.content_note,
    )


def _tags(story: Story, people: list[StoryPerson], subjects: Collection[Subject]) -> Iterator[str]:
    """Everything that the record of a memory says something of."""
    yield f"story:{story.pk}"
    yield from (f"person:{appearance.person_id}" for appearance in people)
    yield from (f"{'place' if one.place else 'fund'}name:{one.number}" for one in subjects)
    yield from (f"item:{part.item_id}" for part in story.parts.all() if part.item_id)


def _part(part: StoryPart) -> RecordPart | None:
    """A part that can be shown: some words, or an item that is ready."""
    if part.item is not None:
        shown = _item(part, part.item) if part.item.is_ready else None
        return RecordPart("item", item=shown) if shown else None
    return RecordPart("words", text=part.text.strip()) if part.text.strip() else None


def _item(part: StoryPart, item: Item) -> RecordItem:
    return RecordItem(
        ref=item.ref,
        kind=item.kind,
        width=item.width,
        height=item.height,
        seconds=item.duration,
        pages=min(item.pages or 0, MAX_SHOWN_PAGES),
        caption=part.caption,
        description=part.description,
        placeholder=item.placeholder,
        colour=item.colour,
        focal=item.focal,
        is_cover=part.is_cover,
        moving=_has(part, item, "moving.webp"),
        large=_has(part, item, "film-1080.mp4"),
        peaks=tuple(item.peaks),
        captions=item.url(CAPTIONS) if _has(part, item, CAPTIONS) else "",
    )


def _has(part: StoryPart, item: Item, name: str) -> bool:
    """Whether that file stands beside the item; a preview's parts were not asked for it."""
    known: bool | None = getattr(part, BESIDE[name], None)
    return item.derivative(name) is not None if known is None else known


def _subject(tag: Place | Fund) -> Subject:
    place = isinstance(tag, Place)
    area = tag.area if isinstance(tag, Place) else ""
    return Subject(tag.slug, tag.name, tag.get_absolute_url(), place, area, tag.pk)


def _cover(parts: Iterable[RecordPart]) -> Cover | None:
    """The one that the teller chose, or else the first picture, or a frame of the first film."""
    shown = [part.item for part in parts if part.item is not None and part.item.kind in COVERS]
    best = min(shown, key=lambda item: (not item.is_cover, COVERS.index(item.kind)), default=None)
    if best is None:
        return None
    if best.kind == Kind.VIDEO:
        poster = reverse("file", args=[best.ref, "poster.jpg"])
        return Cover(best.ref, best.width, best.height, f"A film: {best.caption}", poster)
    return as_cover(best)
