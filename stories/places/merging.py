"""Two places that are one: everything of the first moves to the second, and its address leads on.

Places belong to every school, so all memories move, of whatever school. Each is told so in its
own history, on its own side of the boundary.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from families.models import User
from stories.index import keeping
from stories.models import Assignment, FormerPlace, Place, PlaceSuggestion, Story, TaggedPlace
from stories.models.vocabulary import INTRODUCTION
from stories.refusals import Refused

MOVED = frozenset(
    {
        "stories.TaggedPlace.tag",
        "stories.FormerPlace.place",
        "stories.PlaceSuggestion.place",
        "stories.Assignment_places.place",
    }
)
"""Everything in the database that points at a place; a test fails for one that is not here."""

KEPT = ("name", "slug", "area", "latitude", "longitude", "basis", "note", "introduction")
"""What the log keeps of a place that is gone, so that somebody can make it again."""

SAME = "That is the same place. Choose the other one."
GONE = "Somebody has merged one of these places already. Go back to the list."
BETTER_PIN = (
    "“{old}” was looked up, and “{into}” is only estimated: the better pin would be lost. "
    "Merge “{into}” into “{old}” instead, or look up “{into}” first."
)
TWO_NOTES = (
    "Both have a note, and the two do not fit into one. Shorten a note first, "
    "so that nothing that somebody wrote is lost."
)
TWO_INTRODUCTIONS = (
    "Both have an introduction, and the two are too long for one page. Shorten one first, "
    "so that nothing that somebody wrote is lost."
)


def lost_by(old: Place, into: Place) -> str:
    """What would be lost if `old` became part of `into`, as a sentence; "" if nothing."""
    if old.pk == into.pk:
        return SAME
    if (old.basis, into.basis) == (Place.Basis.SOURCED, Place.Basis.ESTIMATE):
        return BETTER_PIN.format(old=old.name, into=into.name)
    if len(_both_introductions(old, into)) > INTRODUCTION:
        return TWO_INTRODUCTIONS
    longest = Place._meta.get_field("note").max_length or 0
    return TWO_NOTES if len(_both_notes(old, into)) > longest else ""


@transaction.atomic
def merge(old: Place, into: Place, *, by: User) -> Place:
    """Move everything and forget nothing. Raises ``Refused`` where something would be lost."""
    found = {p.pk: p for p in Place.objects.select_for_update().filter(pk__in=[old.pk, into.pk])}
    if not {old.pk, into.pk} <= found.keys():
        raise Refused(GONE)
    old, into = found[old.pk], found[into.pk]
    if lost := lost_by(old, into):
        raise Refused(lost)
    was = {name: getattr(old, name) for name in KEPT}
    into.note = _both_notes(old, into)
    into.introduction = _both_introductions(old, into)
    into.save()
    _move_memories(old, into, by)
    PlaceSuggestion.objects.filter(place=old).update(place=into)
    _move_assignments(old, into)
    FormerPlace.objects.filter(place=old).update(place=into)
    FormerPlace.objects.create(slug=old.slug, number=old.pk, name=old.name, place=into)
    old.delete()
    log(instance=into, action="stories.merge_place", user=by, data={"was": was})
    return into


def _both_notes(old: Place, into: Place) -> str:
    notes = dict.fromkeys(note for note in (into.note, old.note) if note)
    return "; ".join(notes)


def _both_introductions(old: Place, into: Place) -> str:
    """One under the other, for somebody to make one text of."""
    return "\n\n".join(dict.fromkeys(t for t in (into.introduction, old.introduction) if t))


def _move_memories(old: Place, into: Place, by: User) -> None:
    """A memory that has both keeps one."""
    here = TaggedPlace.objects.filter(tag=old)
    moving = list(Story.objects.filter(pk__in=here.values("content_object")).order_by("pk"))
    there = TaggedPlace.objects.filter(tag=into).values("content_object")
    here.filter(content_object__in=list(there.values_list("content_object", flat=True))).delete()
    here.update(tag=into)
    data: dict[str, Any] = {"was": {"name": old.name}, "into": into.name}
    for story in moving:
        keeping.follow(story)
        log(instance=story, action="stories.merge_place", user=by, data=data)


def _move_assignments(old: Place, into: Place) -> None:
    through = Assignment.places.through
    rows = through.objects.filter(place=old)
    both = through.objects.filter(place=into).values_list("assignment", flat=True)
    rows.filter(assignment__in=list(both)).delete()
    rows.update(place=into)
