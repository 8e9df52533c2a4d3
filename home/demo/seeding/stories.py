"""Memories, told by their authors and moved along by the lifecycle."""

from __future__ import annotations

import base64
import hashlib

from django.db import transaction

from families.models import Person, User
from home.demo.content.shapes import DemoStory, Shown, Words, printed
from home.demo.content.stories import STORIES
from home.demo.seeding import fates, people, wishes
from home.demo.seeding.files import Items
from media.refs import LENGTH
from stories import voices, writing
from stories.models import Fund, Place, Story, StoryPart, StoryPerson
from stories.models.parts import StoryPerson as Appearance

FREE_TAG = "invented"


def ref_of(key: str) -> str:
    """The address of a memory of the demonstration: the same in every archive."""
    digest = hashlib.sha256(f"invented/{key}".encode()).digest()
    return base64.b32encode(digest).decode().lower()[:LENGTH]


def missing() -> list[DemoStory]:
    """The memories that are not there yet, the oldest first."""
    there = set(Story.objects.values_list("ref", flat=True))
    return sorted(
        (story for story in STORIES if ref_of(story.key) not in there),
        key=lambda story: -story.days,
    )


@transaction.atomic
def plant(story: DemoStory, items: Items) -> None:
    """Tell one memory and take it to where it has got to, all of it or nothing."""
    author = User.objects.get(username=story.author)
    fates.FATES[story.fate](story, _told(story, author, items))
    wishes.keep_in_sight(story, items)


def _told(story: DemoStory, author: User, items: Items) -> Story:
    told = writing.begin(by=author, answers=voices.to_answer(author, _answered(story)))
    told.ref = ref_of(story.key)
    told.title, told.summary = printed(story.title), printed(story.summary)
    told.when_text, told.context, told.audience = story.when, story.context, story.audience
    told.parts.add(*(_part(story, part, items, at) for at, part in enumerate(story.parts)))
    told.people.add(*_appearances(story))
    told.places.add(*Place.objects.filter(slug__in=story.places))
    told.funds.add(*Fund.objects.filter(slug__in=story.funds))
    told.tags.add(FREE_TAG)
    saved = writing.save(told, by=author, edition=0)
    people.hear_back(story.teller, saved.ref)
    return saved


def _answered(story: DemoStory) -> str:
    return ref_of(story.answers) if story.answers else ""


def _part(story: DemoStory, part: Words | Shown, items: Items, at: int) -> StoryPart:
    if isinstance(part, Words):
        return StoryPart(kind=StoryPart.Kind.WORDS, text=part.text, sort_order=at)
    return StoryPart(
        kind=StoryPart.Kind.ITEM,
        item=items[story.key, part.name],
        caption=part.caption,
        description=part.description,
        sort_order=at,
    )


def _appearances(story: DemoStory) -> list[StoryPerson]:
    roles = [(story.teller, Appearance.Role.TELLER.value)]
    if story.reporter:
        roles.append((story.reporter, Appearance.Role.REPORTER.value))
    roles.extend(story.others)
    return [
        StoryPerson(person=_person(key), role=role, sort_order=at)
        for at, (key, role) in enumerate(roles)
    ]


def _person(key: str) -> Person:
    found = people.find(key)
    if found is None:
        raise LookupError(f"Nobody called {key} has been introduced.")
    return found
