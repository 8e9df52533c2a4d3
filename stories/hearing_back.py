"""Memories for those who hear them back: which they find, what they are asked, what they see.

The release agreement is asked when the memory has been heard back (Oral History
Society), so whoever is in a memory may see it as visitors would, for as long as they
are being asked, and also without an account.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from django.db.models import Q
from django.http import HttpRequest
from django.template.loader import render_to_string

from families.giving.hearing import heard_by
from families.giving.memories import Memory
from families.models import Person, User
from families.models.consents import AFTER, Scope
from families.roles import Anybody
from media.formats import Kind
from media.models import Item
from media.visibility import Sight
from stories.contribute.reading import as_read
from stories.models import Story
from stories.models.parts import StoryPerson
from stories.models.states import Audience, Status
from stories.publication import SPEAKING

OPEN = Q(held=False) & ~Q(status__in=[Status.SEALED, Status.WITHDRAWN])
"""What is frozen or taken back is played to nobody."""

Role = StoryPerson.Role

MEDIA = {Scope.FACE, Scope.VOICE}
"""Asked only of who is seen or heard in it."""


GUARDIANS = ~Q(status=Status.DRAFT) & ~Q(audience=Audience.JUST_ME)
"""What a child keeps to themselves is not played to a guardian: it goes nowhere either."""


class Shelf:
    """Where ``families.giving`` finds memories."""

    def find(self, person: Person, ref: str, *, giver: Person) -> Memory | None:
        open_to = OPEN if giver == person else OPEN & GUARDIANS
        story = Story.objects.filter(open_to, ref=ref, people__person=person).first()
        return None if story is None else _memory(story, person)

    def people_in(self, user: User, ref: str) -> list[Person] | None:
        story = Story.objects.known_to(user).filter(OPEN, author=user, ref=ref).first()
        if story is None:
            return None
        return list(Person.objects.filter(appearances__story=story).distinct())

    def of(self, person: Person, *, giver: Person) -> list[Memory]:
        open_to = OPEN & (_own(person) if giver == person else GUARDIANS)
        in_it = StoryPerson.objects.filter(person=person)
        if not person.is_child:
            in_it = in_it.exclude(role=Role.MENTIONED)
        found = Story.objects.filter(open_to, pk__in=in_it.values("story"))
        whole = found.prefetch_related("people", "parts__item")
        return [_memory(story, person) for story in whole.order_by("-updated_at", "-pk")]

    def titles(self, refs: Collection[str]) -> dict[str, str]:
        return {story.ref: str(story) for story in Story.objects.filter(ref__in=refs)}


def _own(person: Person) -> Q:
    """What one began, told, or is in when it goes further than to teachers."""
    told = StoryPerson.objects.filter(person=person, role=Role.TELLER).values("story")
    handed_in = ~Q(status=Status.DRAFT) & (Q(pk__in=told) | ~Q(audience=Audience.JUST_ME))
    return handed_in | Q(author=person.user_id)


def _memory(story: Story, person: Person) -> Memory:
    asked = tuple(_asked(story, person))
    return Memory(story.ref, str(story), asked, partial(_shown, story))


def _asked(story: Story, person: Person) -> Iterator[Scope]:
    """Every use; of a face who is seen in it, and of a voice who is heard in it."""
    roles = {a.role for a in story.people.all() if a.person_id == person.pk}
    kinds = {part.item.kind for part in story.parts.all() if part.item is not None}
    is_seen = Role.SHOWN in roles and kinds & {Kind.IMAGE, Kind.VIDEO}
    is_heard = roles & SPEAKING and kinds & {Kind.AUDIO, Kind.VIDEO}
    left_out = MEDIA - ({Scope.FACE} if is_seen else set()) - ({Scope.VOICE} if is_heard else set())
    yield from (scope for scope in AFTER if scope not in left_out)


def _shown(story: Story, request: HttpRequest) -> str:
    html: str = render_to_string("stories/desk/_as_read.html", as_read(story), request)
    return html


def sight_of_who_hears_back(user: Anybody, item: Item) -> Sight:
    """The files of a memory, for whoever is being asked about it now."""
    heard = heard_by(user)
    if heard is None:
        return Sight.NONE
    person, ref = heard
    heard_now = Story.objects.filter(OPEN, ref=ref, people__person=person)
    return Sight.PRIVATE if heard_now.filter(parts__item=item).exists() else Sight.NONE
