"""What a reporter has published, and what in it shows that they learned something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from families.models import User
from media.formats import Kind
from media.models import Item
from stories.models import Portfolio, Story, StoryPart, StoryPerson
from stories.models.states import Status

EXAMPLES = 3
"""So many of each: an example shows it, and a number would only compare."""


@dataclass(frozen=True)
class Skill:
    """Something that reporters learn. ``key`` is the field of ``Portfolio`` with their words."""

    key: str
    title: str | Promise
    prompt: str | Promise


SKILLS = [
    Skill(
        "interviewing",
        gettext_lazy("Asking and listening"),
        gettext_lazy("What helps people to talk? What did you ask that worked?"),
    ),
    Skill(
        "recording",
        gettext_lazy("Recording"),
        gettext_lazy("How do you get a good sound or a good film?"),
    ),
    Skill(
        "editing",
        gettext_lazy("Making it better"),
        gettext_lazy("What did you change, and why is it better now?"),
    ),
    Skill(
        "describing",
        gettext_lazy("Saying what a picture shows"),
        gettext_lazy("How do you tell somebody what they cannot see?"),
    ),
]


@dataclass(frozen=True)
class Learned:
    """A skill with examples from the work and the reporter's own words."""

    skill: Skill
    words: str
    examples: list[str] = field(default_factory=list)


def published_by(user: User) -> list[Story]:
    """What this person gathered and was published, newest first, in queries that do not grow."""
    stories = Story.objects.known_to(user).filter(author=user, status=Status.PUBLISHED, held=False)
    return list(
        stories.prefetch_related("parts__item__derivatives", "people__person", "feedback").order_by(
            "-first_published_at", "-pk"
        )
    )


def learned(portfolio: Portfolio, stories: list[Story]) -> list[Learned]:
    """Each skill, with up to ``EXAMPLES`` sentences about what shows it."""
    find = {
        "interviewing": _listened,
        "recording": _recorded,
        "editing": _mended,
        "describing": _described,
    }
    found = []
    for skill in SKILLS:
        examples = [said for story in stories for said in find[skill.key](story)]
        found.append(Learned(skill, getattr(portfolio, skill.key), examples[:EXAMPLES]))
    return found


def tellers_of(story: Story) -> list[str]:
    """The public names of those who told it, without its author."""
    return [
        appearance.person.public_name
        for appearance in story.people.all()
        if appearance.role == StoryPerson.Role.TELLER
        and appearance.person.user_id != story.author_id
    ]


def _listened(story: Story) -> Iterator[str]:
    if names := tellers_of(story):
        yield _("You listened to %(who)s, for “%(title)s”.") % {
            "who": _(" and ").join(names),
            "title": story.title,
        }


def _recorded(story: Story) -> Iterator[str]:
    kinds = {item.kind for _part, item in _sent(story)}
    if Kind.AUDIO in kinds:
        yield _("You brought a sound to “%(title)s”.") % {"title": story.title}
    if Kind.VIDEO in kinds:
        yield _("You brought a film to “%(title)s”.") % {"title": story.title}


def _mended(story: Story) -> Iterator[str]:
    if any(said.answered_at for said in story.feedback.all()):
        yield _("You made “%(title)s” better after your teacher had read it.") % {
            "title": story.title
        }


def _described(story: Story) -> Iterator[str]:
    for part, item in _sent(story):
        if item.kind == Kind.IMAGE and part.description.strip():
            yield _("In “%(title)s” you wrote: “%(words)s”") % {
                "title": story.title,
                "words": part.description.strip(),
            }


def _sent(story: Story) -> list[tuple[StoryPart, Item]]:
    """Parts with a file that the author sent themselves."""
    return [
        (part, part.item)
        for part in story.parts.all()
        if part.item is not None and part.item.uploaded_by_id == story.author_id
    ]
