"""What goes into the index of a memory: for staff all of it, for everybody what the record shows.

The layer above shows the record, so it also says what stands in it (``make_public_with``).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from media.models import Item
from media.transcripts.lines import all_lines
from stories.index.folding import words_in
from stories.models import PublicDocument, StaffDocument, Story, StoryPart

MOST_WORDS = 50_000
"""Of one weight in one memory: some six hours of talk."""


@dataclass(frozen=True)
class Passage:
    """Some words as they are written; the item they belong to, and the second of a recording."""

    text: str
    item: str = ""
    at: float | None = None


@dataclass(frozen=True)
class Words:
    """Everything of one memory that can be looked for, the weightiest first."""

    title: str
    about: tuple[str, ...]
    told: tuple[Passage, ...]
    said: tuple[Passage, ...]
    marks: tuple[str, ...] = ()

    def for_staff(self, number: int) -> StaffDocument:
        return StaffDocument(story_id=number, **self._folded())

    def for_everybody(self, number: int) -> PublicDocument:
        passages = [(one.text, one.item, one.at) for one in (*self.told, *self.said)]
        return PublicDocument(
            story_id=number,
            passages=[list(one) for one in passages],
            marks=" ".join(self.marks),
            **self._folded(),
        )

    def _folded(self) -> dict[str, str]:
        return {
            "title": _folded([self.title]),
            "about": _folded(self.about),
            "told": _folded(one.text for one in self.told),
            "said": _folded(one.text for one in self.said),
        }


Maker = Callable[[Collection[int]], dict[int, Words]]

_makers: list[Maker] = []


def make_public_with(maker: Maker) -> None:
    """Say how to read what is public of these memories; those that are not public are left out."""
    _makers[:] = [maker]


def public(numbers: Collection[int]) -> dict[int, PublicDocument]:
    """What everybody may find of each of these memories that is public."""
    return {
        number: words.for_everybody(number)
        for maker in _makers
        for number, words in maker(numbers).items()
    }


def staff(numbers: Collection[int]) -> dict[int, StaffDocument]:
    """Everything of the current version of each of these memories."""
    inside = ("parts__item__transcript", "parts__item__held_passages", "parts__item__page_texts")
    beside = ("people__person", "tagged_places__tag", "tagged_funds__tag", "tagged_words__tag")
    stories = Story.objects.filter(pk__in=numbers).select_related("author", "latest_revision")
    whole = stories.prefetch_related(*inside, *beside)
    return {story.pk: _everything(_current(story)).for_staff(story.pk) for story in whole}


def _current(story: Story) -> Story:
    """The draft beside a live memory, if there is one, is what a teacher reads."""
    has_draft = story.live and story.has_unpublished_changes and story.latest_revision
    return story.get_latest_revision_as_object() if has_draft else story


def _everything(story: Story) -> Words:
    parts = list(story.parts.all())
    return Words(
        title=story.title,
        about=tuple(_about(story)),
        told=tuple(Passage(text) for part in parts for text in _told(part)),
        said=tuple(Passage(text) for part in parts if part.item for text in _said(part.item)),
    )


def _about(story: Story) -> Iterator[str]:
    yield from (story.summary, story.when_text, story.author.display_name)
    yield from (appearance.person.public_name for appearance in story.people.all())
    for tagged in story.tagged_places.all():
        yield from (tagged.tag.name, tagged.tag.area)
    yield from (tagged.tag.name for tagged in story.tagged_funds.all())
    yield from (tagged.tag.name for tagged in story.tagged_words.all())


def _told(part: StoryPart) -> tuple[str, ...]:
    return part.text, part.caption, part.description


def _said(item: Item) -> Iterator[str]:
    yield from (line.text for line in all_lines(item))
    yield from item.page_words


def _folded(texts: Iterable[str]) -> str:
    words = (word for text in texts for word in words_in(text))
    return " ".join(word for word, _ in zip(words, range(MOST_WORDS), strict=False))
