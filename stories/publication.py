"""The one gate: what still stands between a memory and the public.

Publishing and the end of a workflow ask ``blockers``; every change of consent and
every night ask whether the yeses still stand. Nothing is scheduled: see
``stories.models.story``. The teller's "not on the web" beats every member of staff.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Prefetch, prefetch_related_objects

from families import consent
from families.consent import Lack
from families.lacking import sentence
from families.models import Person
from families.models.consents import Giver, Scope
from media.formats import Kind
from media.models import Item
from media.models import Status as ItemStatus
from stories import in_pictures, safeguarding
from stories.in_pictures import Uniform
from stories.models import Story, StoryPart
from stories.models.parts import StoryPerson
from stories.models.states import Audience, Status
from stories.querysets import StoryQuerySet

BATCH = 500
"""Memories that are read at once where many are asked about."""


@dataclass(frozen=True)
class Blocker:
    """One thing that is missing, as a sentence; where it is a yes, whose, to what and why."""

    code: str
    sentence: str
    person: Person | None = None
    scope: Scope | None = None
    giver: Giver | None = None
    lack: Lack | None = None


def blockers(story: Story) -> list[Blocker]:
    """Everything that is missing before this memory may be public. Empty means that it may."""
    checks = (_frozen, _content, _wish_of_the_teller, _people, _media, _findings)
    return [blocker for check in checks for blocker in check(story)]


def yeses_missing(story: Story) -> list[Blocker]:
    """Every yes that somebody in it has not, or no longer, given to what the web shows of them."""
    return [blocker for blocker in _people(story) if blocker.code == "consent"]


def lacking(stories: StoryQuerySet) -> Iterator[tuple[Story, list[Blocker]]]:
    """Those of many memories in which a yes is missing, with what is.

    Each batch is read with four queries, however many people are in it.
    """
    people = StoryPerson.objects.select_related("person").prefetch_related("person__consents")
    items = StoryPart.objects.select_related("item").only("story", "item", "item__kind")
    whole = stories.prefetch_related(Prefetch("people", people), Prefetch("parts", items))
    for story in whole.iterator(chunk_size=BATCH):
        if missing := yeses_missing(story):
            yield story, missing


def has_content(story: Story) -> bool:
    """A title, and something to read, look at or listen to."""
    return bool(story.title.strip()) and _has_parts(story)


def _has_parts(story: Story) -> bool:
    return any(part.item_id or part.text.strip() for part in story.parts.all())


def _frozen(story: Story) -> Iterator[Blocker]:
    if story.held:
        yield Blocker("held", "The safeguarding lead is looking at this memory.")
    if story.status == Status.SEALED:
        yield Blocker("sealed", f"This memory is sealed until {story.sealed_until:%d %B %Y}.")


def _content(story: Story) -> Iterator[Blocker]:
    if not story.title.strip():
        yield Blocker("title", "It has no title yet.")
    if not _has_parts(story):
        yield Blocker("empty", "There is nothing in it yet.")


def _wish_of_the_teller(story: Story) -> Iterator[Blocker]:
    if story.audience != Audience.EVERYONE:
        wish = story.get_audience_display()
        yield Blocker("audience", f"The teller did not ask for the web. They chose: “{wish}”.")


def _people(story: Story) -> Iterator[Blocker]:
    appearances = list(story.people.all())
    prefetch_related_objects(appearances, "person__consents")
    if not any(a.role == StoryPerson.Role.TELLER for a in appearances):
        yield Blocker("teller", "Nobody is named as the one who told it.")
    roles: dict[Person, set[str]] = defaultdict(set)
    for appearance in filter(has_to_agree, appearances):
        roles[appearance.person].add(appearance.role)
    kinds = kinds_in(story)
    for person, theirs in roles.items():
        yield from _person(story, person, theirs, kinds)


def _person(story: Story, person: Person, roles: set[str], kinds: set[str]) -> Iterator[Blocker]:
    if person.never_publish:
        never = sentence(person, Scope.WEB, Giver.SELF, Lack.NEVER)
        yield Blocker("consent", never, person, lack=Lack.NEVER)
        return
    for scope, lacks in needs(story, person, roles, kinds):
        for giver, lack in lacks:
            said = sentence(person, scope, giver, lack)
            yield Blocker("consent", said, person, scope, giver, lack)
    if person.is_child and person.shows_surname:
        surname = f"Leave the surname out of what readers see: {person.public_name}."
        yield Blocker("surname", surname, person)


def needs(
    story: Story, person: Person, roles: set[str], kinds: set[str]
) -> Iterator[tuple[Scope, list[tuple[Giver, Lack]]]]:
    """Each yes that this memory needs of this person, and of whom it is still missing."""
    since = story.withdrawn_at
    for scope in scopes_needed(person, roles, kinds):
        heard = scope == Scope.WEB and (StoryPerson.Role.TELLER in roles or since is not None)
        yield (
            scope,
            consent.lacks(person, scope, story_ref=story.ref, heard_back=heard, since=since),
        )


def kinds_in(story: Story) -> set[str]:
    """The kinds of the files in it, which say what people have to be asked."""
    return {part.item.kind for part in _with_items(story) if part.item is not None}


def scopes_needed(person: Person, roles: set[str], kinds: set[str]) -> Iterator[Scope]:
    """What this person is asked before a memory with these kinds of files is on the web.

    Taking part at all and the web are asked of everybody, a face of who is seen and
    a voice of who is heard. A child is shown by name or by face, not by both, unless
    the name was asked for as well (NSPCC); whoever wants no name has none to ask for.
    """
    yield Scope.ARCHIVE
    yield Scope.WEB
    is_seen = StoryPerson.Role.SHOWN in roles
    if is_seen and kinds & {Kind.IMAGE, Kind.VIDEO}:
        yield Scope.FACE
        if person.is_child and roles & NAMED and not consent.has_no_name(person):
            yield Scope.NAME
    if roles & SPEAKING and kinds & {Kind.AUDIO, Kind.VIDEO}:
        yield Scope.VOICE


NAMED = {StoryPerson.Role.TELLER, StoryPerson.Role.REPORTER}
"""Roles whose public name stands beside the memory."""

SPEAKING = {StoryPerson.Role.TELLER, StoryPerson.Role.HEARD}
"""Roles that are heard where there is a recording."""


def has_to_agree(appearance: StoryPerson) -> bool:
    """A grown-up who is only talked about is not asked, unless they asked us to leave them out."""
    person = appearance.person
    talked_about = appearance.role == StoryPerson.Role.MENTIONED
    return not talked_about or person.is_child or person.never_publish


def _with_items(story: Story) -> list[StoryPart]:
    parts = list(story.parts.all())
    prefetch_related_objects(parts, "item")
    return parts


def _media(story: Story) -> Iterator[Blocker]:
    parts = _with_items(story)
    for part in parts:
        if part.item is not None:
            yield from _item(part, part.item)
    if pictures := in_pictures.pictures_of(parts):
        yield from _pictures(pictures, in_pictures.answers(story))


def _item(part: StoryPart, item: Item) -> Iterator[Blocker]:
    name = part.caption or item.shown_name
    if item.status == ItemStatus.REFUSED:
        yield Blocker("refused", f"“{name}” cannot be used. Take it out or send it again.")
    elif item.status != ItemStatus.READY:
        yield Blocker("unready", f"“{name}” is still being made ready.")
    if item.kind == Kind.IMAGE and not part.description.strip():
        yield Blocker("description", f"The picture “{name}” has no description yet.")


def _pictures(pictures: list[Item], said: in_pictures.Answers) -> Iterator[Blocker]:
    for item in pictures:
        if in_pictures.faces_to_confirm(item, said):
            face = f"A computer sees a face in “{item}”. Hide it, or say that it may be seen."
            yield Blocker("face", face)
        if in_pictures.uniform(item, said, is_asked=False) == Uniform.SEEN:
            badge = f"There is a school uniform or badge in “{item}”. Hide it, or ask for another."
            yield Blocker("uniform", badge)


def _findings(story: Story) -> Iterator[Blocker]:
    for finding in safeguarding.unreviewed(story):
        yield Blocker(
            "finding", f"{finding.reason} Mend it or say that it may stay: “{finding.excerpt}”."
        )
