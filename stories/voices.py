"""Several voices on one thing: a memory answered by others.

An answer is a memory like any other, with its own author, audience, consents and way; only
``Story.answers`` ties it to the one it answers. So the tie is said to nobody who may not see
both, and it is gone in the moment in which either is.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from django.db.models import Q
from django.urls import reverse

from families.models import User
from stories import access
from stories.models import Story, StoryPerson


@dataclass(frozen=True)
class Voice:
    """A memory beside another, as its reader at the desk finds it."""

    title: str
    address: str
    tellers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Voices:
    """What a memory answers, if anything, and what answers it."""

    answered: Voice | None = None
    answers: list[Voice] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.answered or self.answers)


def to_answer(user: User, ref: str | None) -> Story | None:
    """The memory of that ref, if this person may answer it; None for every other."""
    if not ref or not access.may_begin(user):
        return None
    found: Story | None = Story.objects.at_hand_of(user).visible_to(user).filter(ref=ref).first()
    return found


def around(story: Story, user: User) -> Voices:
    """Both sides of a memory that this person reads, as far as they may read them too."""
    near = Q(pk=story.answers_id) | Q(answers=story.pk)
    at_hand = Story.objects.at_hand_of(user).visible_to(user).filter(near)
    found = list(at_hand.prefetch_related("people__person").order_by("submitted_at", "pk"))
    if not found:
        return Voices()
    near_by = opened_at_the_desk(found, user)
    said = {one.pk: _voice(one, user, one.pk in near_by) for one in found}
    answered = said.pop(story.answers_id, None)
    return Voices(answered, list(said.values()))


def answered_by(story: Story, user: User) -> Voice | None:
    """What this memory answers, as far as this person may read that."""
    return around(story, user).answered if story.answers_id else None


def told_to_staff(story: Story, user: User) -> Story | None:
    """What this memory answers, for whoever decides on it: on the web it will stand beside that."""
    if not story.answers_id:
        return None
    found: Story | None = Story.objects.filter(pk=story.answers_id).visible_to(user).first()
    return found


def opened_at_the_desk(found: Collection[Story], user: User) -> set[int]:
    """Those of the memories that have a page for this person at the desk, by their rows."""
    reach = Story.objects.within_reach_of(user).filter(pk__in=[story.pk for story in found])
    return set(reach.values_list("pk", flat=True))


def address(story: Story, user: User, at_the_desk: bool) -> str:
    """Where this person reads it: at the desk, or else where everybody does."""
    if not at_the_desk:
        return story.get_absolute_url()
    page = "desk_story_preview" if story.author_id == user.pk else "desk_story_read"
    return reverse(page, args=[story.ref])


def _voice(story: Story, user: User, at_the_desk: bool) -> Voice:
    """Who told it stands beside what the desk opens; the public page says it of the others."""
    told = StoryPerson.Role.TELLER if at_the_desk else None
    tellers = [one.person.public_name for one in story.people.all() if one.role == told]
    return Voice(str(story), address(story, user, at_the_desk), tuple(dict.fromkeys(tellers)))
