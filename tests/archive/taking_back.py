"""Ways in which a public memory stops being public."""

from __future__ import annotations

from families import consent
from families.models.consents import Decision, Scope
from stories import lifecycle
from stories.models import Story


def by_hiding(story: Story) -> None:
    lifecycle.withdraw(story, by=story.author)


def by_deleting(story: Story) -> None:
    lifecycle.delete(story, by=story.author)


def by_a_no(story: Story) -> None:
    teller = story.people.get(role="teller").person
    said = Decision.WITHDRAWN
    consent.record(person=teller, scope=Scope.WEB, decision=said, by=story.author)
