"""Takes one person out of a memory that others told as well, and leaves it to them.

Gone are their place among its people, the files that they sent, their name wherever it
stands in the words, and every earlier wording. What remains is hidden until the others
begin again with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from families.belongings import people_of
from families.models import Person, User
from stories.conversation import points
from stories.erasing import going
from stories.index import keeping
from stories.models import Feedback, PartingWord, Story, StoryPart, StoryPerson

SOMEBODY = "somebody"
HEADING = ("title", "summary")
POINT = ("thanks", "text")
PART = ("text", "caption", "description")


def leave(story: Story, user: User) -> None:
    """Take this account, and the children it asks for, out of the memory."""
    take_out(story, list(people_of(user)), sent_by=user)


def is_in(story: Story, user: User) -> bool:
    """Whether this account, or a child it asks for, is among its people still."""
    there: bool = StoryPerson.objects.filter(story=story, person__in=people_of(user)).exists()
    return there


def take_out(story: Story, people: list[Person], *, sent_by: User | None) -> None:
    """The same for these people. The caller holds the memory's row."""
    StoryPerson.objects.filter(story=story, person__in=people).delete()
    theirs = StoryPart.objects.filter(story=story, item__isnull=False)
    theirs = theirs.filter(item__uploaded_by=sent_by) if sent_by else theirs.none()
    items = list(theirs.values_list("item", flat=True))
    theirs.delete()
    _without_names(story, [name for one in people for name in (one.name, one.public_name)])
    going.forget_wordings(story)
    points.forget(story)
    going.mask_log(story)
    going.remove_unused(items)
    keeping.drop("pk", story.pk)


def _without_names(story: Story, names: Iterable[str]) -> None:
    """Whole names alone, as they are written, so that Rose goes and a rose stays."""
    known = sorted({name for name in names if name.strip()}, key=len, reverse=True)
    if not known:
        return
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, known))})\b")
    heading = {name: pattern.sub(SOMEBODY, getattr(story, name)) for name in HEADING}
    Story.objects.filter(pk=story.pk).update(**heading)
    for point in Feedback.objects.filter(story=story):
        said = {name: pattern.sub(SOMEBODY, getattr(point, name)) for name in POINT}
        Feedback.objects.filter(pk=point.pk).update(**said)
    for word in PartingWord.objects.filter(story=story):
        words = pattern.sub(SOMEBODY, word.words)
        PartingWord.objects.filter(pk=word.pk).update(words=words)
    for part in StoryPart.objects.filter(story=story):
        said = {name: pattern.sub(SOMEBODY, getattr(part, name)) for name in PART}
        StoryPart.objects.filter(pk=part.pk).update(**said)
