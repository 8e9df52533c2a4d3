"""What was found at the pictures, sounds and films of a memory, and not in any words."""

from __future__ import annotations

from collections.abc import Iterator

from families.models.consents import Scope
from media.formats import Kind
from media.models import Item
from media.transcripts.lines import all_lines, transcript_of
from media.transcripts.verbs import RECORDINGS
from stories import in_pictures, publication
from stories.in_pictures import FACE, UNIFORM, UNIFORM_SEEN, Answers, Uniform
from stories.models import Story, StoryPart
from stories.moderation.marks.hit import CONSENT, DESCRIPTION, TRANSCRIPT, Hit
from stories.publication import Blocker

SHOWS = {
    Scope.FACE: {Kind.IMAGE, Kind.VIDEO},
    Scope.VOICE: {Kind.AUDIO, Kind.VIDEO},
}
"""The kinds of files for which each of these yeses is needed."""

QUESTION = "Somebody under 16 is in a picture. Is a school uniform or a badge in this one?"
SEEN = "There is a school uniform or a badge in this picture. Hide it, or ask for another one."
NOT_DESCRIBED = "Nobody has said yet what this picture shows."
NOT_WRITTEN = "Nobody has written down what is said here."
NOT_READ = "A computer wrote down what is said here, and nobody has read it all."


def hits(story: Story, parts: list[StoryPart], said: Answers) -> Iterator[Hit]:
    """In the order of the parts. A yes that is missing stands at the first part that needs it."""
    is_asked = in_pictures.shows_a_child(story)
    in_pictures.pictures_of(parts)
    missing = [lack for lack in publication.yeses_missing(story) if lack.scope in SHOWS]
    for place, part in enumerate(parts):
        if part.item is not None and not part.item.refusal:
            here = [lack for lack in missing if _is_needed(lack, part.item)]
            missing = [lack for lack in missing if lack not in here]
            yield from (_consent(lack, place) for lack in here)
            yield from _at(part, part.item, place, said, is_asked=is_asked)


def _is_needed(lack: Blocker, item: Item) -> bool:
    return lack.scope is not None and Kind(item.kind) in SHOWS[lack.scope]


def _consent(lack: Blocker, place: int) -> Hit:
    who = lack.person.pk if lack.person else ""
    anchor = f"#person-{who}"
    about = f"{who} {lack.scope}"
    return Hit(CONSENT, about, None, place, sentence=lack.sentence, anchor=anchor)


def _at(part: StoryPart, item: Item, place: int, said: Answers, *, is_asked: bool) -> Iterator[Hit]:
    if item.kind == Kind.IMAGE:
        yield from _faces(item, place, said)
        yield from _uniform(item, place, said, is_asked=is_asked)
        if not part.description.strip():
            yield Hit(DESCRIPTION, item.ref, None, place, sentence=NOT_DESCRIBED)
    elif item.kind in RECORDINGS:
        yield from _not_written(item, place)


def _faces(item: Item, place: int, said: Answers) -> Iterator[Hit]:
    faces = in_pictures.faces_to_confirm(item, said)
    number = "a face" if len(faces) == 1 else f"{len(faces)} faces"
    sentence = f"A computer sees {number} here. It makes mistakes. May everybody see them?"
    for face in faces:
        note = (FACE, in_pictures.name_of(item, face))
        yield Hit(FACE, item.ref, note, place, sentence=sentence, area=face)


def _uniform(item: Item, place: int, said: Answers, *, is_asked: bool) -> Iterator[Hit]:
    stands = in_pictures.uniform(item, said, is_asked=is_asked)
    settles = (UNIFORM, item.ref)
    if stands == Uniform.OPEN:
        yield Hit(UNIFORM, item.ref, settles, place, sentence=QUESTION)
    if stands == Uniform.SEEN:
        yield Hit(UNIFORM_SEEN, item.ref, settles, place, sentence=SEEN)


def _not_written(item: Item, place: int) -> Iterator[Hit]:
    transcript, note = transcript_of(item), (TRANSCRIPT, item.ref)
    if not all_lines(item):
        yield Hit(TRANSCRIPT, item.ref, note, place, sentence=NOT_WRITTEN)
    elif transcript is not None and transcript.by_computer:
        yield Hit(TRANSCRIPT, item.ref, note, place, sentence=NOT_READ)
