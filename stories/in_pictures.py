"""What of a picture a person has to look at: a face that a computer sees, a school uniform.

No face-on, identifiable picture of a pupil is public by default, and a uniform says where to
find a child (NSPCC; NCA, IWF and NSPCC on pictures of pupils). A computer only sees that there
may be a face. Whether it may be seen, and whether there is a uniform, a person says, once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from functools import partial

from django.db import transaction
from django.db.models import prefetch_related_objects

from media import faces, tasks
from media.formats import Kind
from media.models import Item
from media.recipes.hiding import Area
from stories.models import FindingReview, Story, StoryPart, StoryPerson
from stories.models.states import Status

FACE = "face"
UNIFORM = "uniform"
UNIFORM_SEEN = "uniform seen"
"""The words of ``FindingReview.kind`` for what is in a picture; its ``excerpt`` names which."""

Answers = Mapping[tuple[str, str], FindingReview]
"""What people have said about the findings of one memory, by kind and excerpt."""


class Uniform(Enum):
    """Where the question about a school uniform or badge stands for one picture."""

    NOT_ASKED = "not asked"
    OPEN = "open"
    SEEN = "seen"
    SETTLED = "settled"


def answers(story: Story) -> Answers:
    """In one query."""
    return {(said.kind, said.excerpt): said for said in story.finding_reviews.all()}


def name_of(item: Item, face: Area) -> str:
    """A short name for one face in one picture."""
    place = (face.left, face.top, face.width, face.height)
    return " ".join([item.ref, *(f"{share:.3f}" for share in place)])


def faces_to_confirm(item: Item, said: Answers) -> list[Area]:
    """The faces that are under no box, and of which nobody has said that they may be seen."""
    return [face for face in faces.uncovered(item) if (FACE, name_of(item, face)) not in said]


def shows_a_child(story: Story) -> bool:
    """Whether any child is said to be in a picture; which one it is, nobody has to say."""
    shown = [one for one in story.people.all() if one.role == StoryPerson.Role.SHOWN]
    prefetch_related_objects(shown, "person")
    return any(one.person.is_child for one in shown)


def uniform(item: Item, said: Answers, *, is_asked: bool) -> Uniform:
    """A yes holds until the picture has other boxes; then it is asked anew."""
    if (UNIFORM, item.ref) in said:
        return Uniform.SETTLED
    seen = said.get((UNIFORM_SEEN, item.ref))
    if seen is not None:
        changed = any(box.hidden_at > seen.reviewed_at for box in item.hidden_areas.all())
        return Uniform.OPEN if changed else Uniform.SEEN
    return Uniform.OPEN if is_asked else Uniform.NOT_ASKED


def pictures_of(parts: Iterable[StoryPart]) -> list[Item]:
    """The pictures among the parts, with their boxes."""
    found = [part.item for part in parts if part.item and part.item.kind == Kind.IMAGE]
    prefetch_related_objects(found, "hidden_areas")
    return found


def look_soon(story: Story) -> None:
    """Let the computer look for faces before a teacher does, once in each picture."""
    pictures = Item.objects.filter(story_parts__story=story, kind=Kind.IMAGE)
    for item in pictures.filter(faces__isnull=True).distinct():
        transaction.on_commit(partial(tasks.enqueue_look, item))


def look_when_ready(item: Item, **_: object) -> None:
    """The same for a picture that was still being made ready when its memory was handed in."""
    if item.kind != Kind.IMAGE or item.faces is not None:
        return
    if Story.objects.filter(parts__item=item, status=Status.SUBMITTED).exists():
        transaction.on_commit(partial(tasks.enqueue_look, item))
