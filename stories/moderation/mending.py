"""What is in the way of a memory, each with the link that mends it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from families.admin.people import ask_url, consents_url
from families.consent import REFUSALS
from families.models import Person, User
from families.models.consents import Giver
from families.roles import is_lead_of
from stories import publication, safeguarding
from stories.models import Story
from stories.moderation.policies import StoryPolicy
from stories.publication import Blocker
from stories.safeguarding import Finding

IN_THE_EDITOR = {"title", "empty", "teller", "description", "refused"}
"""Blockers that a teacher can mend in the editor, while the memory is with a teacher."""

ADVICE = {
    "audience": "Only the teller can change this. Ask for it in a sentence of feedback.",
    "unready": "Wait a little, then open this page again.",
    "held": "Only the safeguarding lead can release it.",
    "sealed": "Only the safeguarding lead can release it.",
}
"""What to do where no link would help."""

ON_PAPER = "A paper cannot be changed here. Ask for one without it, or take the paper out."

MOST_FINDINGS = 100
"""A whole address book in a paper must not make the page too long to use."""


@dataclass(frozen=True)
class Obstacle:
    """A blocker on screen: the sentence, and a link, a finding to let stay, or advice."""

    sentence: str
    url: str = ""
    link: str = ""
    finding: Finding | None = None
    advice: str = ""


def obstacles(story: Story, *, user: User) -> list[Obstacle]:
    """Everything that stands between this version and the public."""
    ways = [_obstacle(b, story, user) for b in publication.blockers(story) if b.code != "finding"]
    return [*ways, *_findings(story, user)]


def _obstacle(blocker: Blocker, story: Story, user: User) -> Obstacle:
    if blocker.code == "surname" and blocker.person is not None:
        name_url = reverse("people:edit", args=[blocker.person.pk])
        return Obstacle(blocker.sentence, name_url, "Change what readers see")
    if blocker.person is not None:
        return _yes_missing(blocker, blocker.person, story)
    if blocker.code in IN_THE_EDITOR and may_mend(user, story):
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


def _findings(story: Story, user: User) -> Iterator[Obstacle]:
    found = safeguarding.unreviewed(story)
    for finding in found[:MOST_FINDINGS]:
        yield _finding(finding, _where_to_mend(finding, story, user))
    if len(found) > MOST_FINDINGS:
        yield Obstacle(f"There are {len(found) - MOST_FINDINGS} more things like these.")


def _finding(finding: Finding, url: str) -> Obstacle:
    sentence = f"{finding.reason} It is {finding.place}: “{finding.excerpt}”."
    if finding.is_printed:
        link = "Take the paper out" if url else ""
        return Obstacle(sentence, url, link, finding, ON_PAPER)
    return Obstacle(sentence, url, "Mend it" if url else "", finding)


def _where_to_mend(finding: Finding, story: Story, user: User) -> str:
    if finding.item:
        return reverse("admin_item_transcript", args=[finding.item])
    return edit_url(story) if may_mend(user, story) else ""


def may_mend(user: User, story: Story) -> bool:
    return StoryPolicy(Story).user_has_permission_for_instance(user, "change", story)


def edit_url(story: Story) -> str:
    return reverse("moderation:edit", args=[story.pk])
