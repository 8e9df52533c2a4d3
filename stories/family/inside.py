"""Memories of others that somebody is in, or a child in their care, and what they said to it.

What a yes or a no does is for the gate to say (``stories.publication``). A grown-up who is
only talked about is not asked there, so they are not asked here either: they are shown what
they may read, and the way to say that something is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from families import consent
from families.giving import memories
from families.giving.standing import newest_answers, people_answered_for
from families.models import Person, User
from families.models.consents import Decision, Scope
from stories import voices
from stories.models import Story
from stories.models.parts import StoryPerson

Role = StoryPerson.Role

OWN: dict[str, str | Promise] = {
    Role.TELLER: _("You told it."),
    Role.REPORTER: _("You helped to make it."),
    Role.SHOWN: _("You can be seen in it."),
    Role.HEARD: _("You can be heard in it."),
    Role.MENTIONED: _("It talks about you."),
}
OF_A_CHILD: dict[str, str | Promise] = {
    Role.TELLER: _("{name} told it."),
    Role.REPORTER: _("{name} helped to make it."),
    Role.SHOWN: _("{name} can be seen in it."),
    Role.HEARD: _("{name} can be heard in it."),
    Role.MENTIONED: _("It talks about {name}."),
}


@dataclass(frozen=True)
class Inside:
    """One memory with somebody in it; ``said`` is "yes", "no", or "" before they answer."""

    person: Person
    is_own: bool
    ref: str
    title: str
    roles: tuple[str, ...]
    said: str

    @property
    def how(self) -> list[str]:
        """What they do in it, a sentence each."""
        words = OWN if self.is_own else OF_A_CHILD
        name = self.person.public_name
        return [str(words[role]).format(name=name) for role in Role.values if role in self.roles]


@dataclass(frozen=True)
class Mention:
    """A memory in which a grown-up is talked about, and where they read it."""

    title: str
    address: str


def of(user: User) -> list[Inside]:
    """What this account is asked about, its own writing left out; a child's all of it."""
    people = people_answered_for(user)
    return [one for person in people for one in _in_memories_of(person, people[0], user)]


def _in_memories_of(person: Person, giver: Person, user: User) -> Iterable[Inside]:
    found = memories.of(person, giver=giver)
    roles = _roles(person, [memory.ref for memory in found], user)
    said = _said(person, giver) if roles else {}
    for memory in found:
        if memory.ref in roles:
            theirs, answer = tuple(roles[memory.ref]), said.get(memory.ref, "")
            yield Inside(person, person == giver, memory.ref, memory.title, theirs, answer)


def _roles(person: Person, refs: list[str], user: User) -> dict[str, list[str]]:
    """What they do in each of the memories that this account did not write down itself."""
    appearances = StoryPerson.objects.filter(person=person, story__ref__in=refs)
    roles: dict[str, list[str]] = defaultdict(list)
    of_others = appearances.exclude(story__author=user)
    for ref, role in of_others.values_list("story__ref", "role") if refs else ():
        roles[ref].append(role)
    return roles


def _said(person: Person, giver: Person) -> dict[str, str]:
    """What this giver answered last about the web, by memory; a yes that has run out is none."""
    today = timezone.localdate()
    said = {}
    for answer in newest_answers(person, giver):
        if answer.scope == Scope.WEB and answer.story_ref:
            if answer.decision != Decision.YES:
                said[answer.story_ref] = "no"
            elif consent.lapses_on(person, answer) >= today:
                said[answer.story_ref] = "yes"
    return said


def talking_about(user: User) -> list[Mention]:
    """Where a grown-up is talked about and nothing else, of what they may read."""
    here = StoryPerson.objects.filter(person__user=user, person__is_child=False)
    doing_more = here.exclude(role=Role.MENTIONED)
    at_hand = Story.objects.at_hand_of(user).visible_to(user).exclude(author=user)
    talks = at_hand.filter(pk__in=here.values("story")).exclude(pk__in=doing_more.values("story"))
    found = list(talks.order_by("-updated_at", "-pk"))
    opened = voices.opened_at_the_desk(found, user) if found else set()
    return [Mention(str(s), voices.address(s, user, s.pk in opened)) for s in found]
