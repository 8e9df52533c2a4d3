"""What is in the way of a memory, each with the link that mends it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from families.admin.people import ask_url, consents_url
from families.consent import REFUSALS
from families.models import Person, User
from families.models.consents import Giver
from families.roles import is_lead_of
from stories import publication
from stories.models import Story
from stories.moderation.policies import StoryPolicy
from stories.publication import Blocker

IN_THE_EDITOR = {"title", "empty", "teller", "description", "refused"}
"""Blockers that a teacher can mend in the editor, while the memory is with a teacher."""

ADVICE = {
    "audience": "Only the teller can change this. Ask for it in a sentence of feedback.",
    "unready": "Wait a little, then open this page again.",
    "held": "Only the safeguarding lead can release it.",
    "sealed": "Only the safeguarding lead can release it.",
}
"""What to do where no link would help."""

AT_ITS_PLACE = {"finding", "face", "uniform"}
"""Blockers that stand as marks in the memory itself, where each can be let stay or mended."""


@dataclass(frozen=True)
class Obstacle:
    """A blocker on screen: the sentence, and a link, the numbers of marks, or advice."""

    sentence: str
    url: str = ""
    link: str = ""
    advice: str = ""
    numbers: tuple[int, ...] = ()


def obstacles(story: Story, *, user: User, marks: Sequence[int], mends: bool) -> list[Obstacle]:
    """Everything that stands between this version and the public.

    ``marks`` are the numbers of what was found in it and keeps it back; ``mends`` says
    whether this person may change it.
    """
    found = publication.blockers(story)
    ways = [_obstacle(b, story, user, mends) for b in found if b.code not in AT_ITS_PLACE]
    if len(ways) < len(found):
        ways.append(Obstacle(TO_BE_LOOKED_AT, numbers=tuple(marks)))
    return ways


TO_BE_LOOKED_AT = "Something was found that a person has to look at."


def _obstacle(blocker: Blocker, story: Story, user: User, mends: bool) -> Obstacle:
    if blocker.code == "surname" and blocker.person is not None:
        name_url = reverse("people:edit", args=[blocker.person.pk])
        return Obstacle(blocker.sentence, name_url, "Change what readers see")
    if blocker.person is not None:
        return _yes_missing(blocker, blocker.person, story)
    if blocker.code in IN_THE_EDITOR and mends:
        return Obstacle(blocker.sentence, edit_url(story), "Mend it")
    if blocker.code in ("held", "sealed") and is_lead_of(user, story.school_id):
        return Obstacle(blocker.sentence, "#release", "Release it")
    return Obstacle(blocker.sentence, advice=ADVICE.get(blocker.code, ""))


def _yes_missing(blocker: Blocker, person: Person, story: Story) -> Obstacle:
    """Whoever said no is not asked again: a no is an answer."""
    if blocker.lack in REFUSALS:
        link = f"See what {person.public_name} allows"
        return Obstacle(blocker.sentence, consents_url(person), link)
    whom = "a parent or guardian" if blocker.giver == Giver.GUARDIAN else person.public_name
    url = ask_url(person, story_ref=story.ref, scope=blocker.scope, giver=blocker.giver)
    return Obstacle(blocker.sentence, url, f"Ask {whom}")


def may_mend(user: User, story: Story) -> bool:
    return StoryPolicy(Story).user_has_permission_for_instance(user, "change", story)


def edit_url(story: Story) -> str:
    return reverse("moderation:edit", args=[story.pk])
