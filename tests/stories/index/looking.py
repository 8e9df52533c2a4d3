"""Looks for words as everybody does and as staff do, once the index has caught up."""

from __future__ import annotations

from families.models import User
from stories.index import finding, keeping
from stories.index.finding import Found
from stories.models import PublicDocument, Story


def found(text: str) -> Found:
    """What everybody finds, as a page would right after the commit."""
    keeping.catch_up()
    return finding.public(text, Story.objects.public())


def titles(text: str) -> list[str]:
    """Titles of what everybody finds, the best first."""
    numbers = found(text).numbers
    stories = Story.objects.in_bulk(numbers)
    return [stories[number].title for number in numbers]


def titles_for(user: User, text: str) -> set[str]:
    """Titles of what this member of staff finds in the list of their school."""
    keeping.catch_up()
    rows = Story.objects.of_school(user.school_id)
    return {story.title for story in finding.staff(text, rows, user)}


def document_of(story: Story) -> PublicDocument | None:
    keeping.catch_up()
    return PublicDocument.objects.filter(story=story).first()
