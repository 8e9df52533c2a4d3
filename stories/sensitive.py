"""Which memories two adults have to agree to, and why: said in this one place.

The rule is of the safeguarding document: a child's face, a child's voice, and what is
sensitive need a second adult. What the checks found and somebody let stay counts as
sensitive, whatever kind of finding it is; so does what was once sealed.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import prefetch_related_objects
from wagtail.models import ModelLogEntry

from media.formats import Kind
from stories import safeguarding
from stories.models import Story
from stories.models.parts import StoryPerson
from stories.publication import SPEAKING


def reasons(story: Story) -> list[str]:
    """Each reason as a sentence; empty where one adult is enough."""
    return [reason for check in (_of_children, _let_stay, _sealed) for reason in check(story)]


def _of_children(story: Story) -> Iterator[str]:
    appearances = list(story.people.all())
    prefetch_related_objects(appearances, "person")
    roles = {appearance.role for appearance in appearances if appearance.person.is_child}
    kinds = {part.item.kind for part in story.parts.all() if part.item is not None}
    if StoryPerson.Role.SHOWN in roles and kinds & {Kind.IMAGE, Kind.VIDEO}:
        yield "A child can be seen in it."
    if roles & SPEAKING and kinds & {Kind.AUDIO, Kind.VIDEO}:
        yield "A child can be heard in it."


def _let_stay(story: Story) -> Iterator[str]:
    allowed = safeguarding.let_stay(story)
    if allowed and any((f.kind, f.excerpt) in allowed for f in safeguarding.findings(story)):
        yield "The checks found something in it, and somebody let it stay."


def _sealed(story: Story) -> Iterator[str]:
    """A seal that was undone at once was a slip."""
    log = ModelLogEntry.objects.for_instance(story)
    sealed = log.filter(action="stories.seal").count()
    if sealed:
        undone = [entry.data.get("what") for entry in log.filter(action="stories.undo")]
        if sealed > undone.count("seal"):
            yield "It was sealed once."
