"""What helps to write down what is said: the names of those who may speak, and warnings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from media.models import Item
from media.transcripts.problems import Malformed, Problem
from stories import minding, safeguarding
from stories.item_tools.rows import Row
from stories.minding import Underlines
from stories.models import Story, StoryPerson
from stories.safeguarding import Finding

PUBLIC = _("Everybody can read this memory. {} Take it out, or hold it back: “{}”.")


def memories_with(item: Item) -> list[Story]:
    """Every memory this item is in; whoever asks may work on the item."""
    return list(Story.objects.filter(parts__item=item).distinct())


def speakers(memories: list[Story]) -> list[str]:
    """The public names of the people in them, for choosing from."""
    people = StoryPerson.objects.filter(story__in=memories).select_related("person")
    return sorted({appearance.person.public_name for appearance in people})


def warnings(item: Item, memories: list[Story]) -> list[Finding]:
    """What may tell a stranger how to find somebody, once each."""
    said = safeguarding.said_in(item)
    found = [f for story in memories for f in safeguarding.findings_in(story, said, "a line")]
    if not memories:
        found = list(safeguarding.find(said, "a line"))
    return list(dict.fromkeys(found))


def underlined(rows: Iterable[Row], memories: list[Story]) -> Underlines:
    """The same, line by line, for those that are not held back; what a person let stay is left."""
    texts = {f"text-{row.key}": row.text for row in rows if not row.is_held}
    children = [child for story in memories for child in safeguarding.children_in(story)]
    allowed = [one for story in memories for one in safeguarding.let_stay(story)]
    return minding.underlines(texts, children, allowed)


def mend(rows: Iterable[Row], button: str, item: Item) -> None:
    """Do the mend of a pressed button to its line; other buttons mend nothing."""
    if not minding.box_of(button):
        return
    children = [c for story in memories_with(item) for c in safeguarding.children_in(story)]
    typed = {f"text-{row.key}": row.text for row in rows}
    again = minding.mended_by(button, typed, children)
    for row in rows:
        row.text = again[f"text-{row.key}"]


@contextmanager
def fit_to_be_public(item: Item) -> Iterator[None]:
    """Save in one go what everybody can read at once, where the memory is public already.

    Raises Malformed, and keeps nothing, if a stranger could find somebody with it: nobody
    looks at it again before it is shown.
    """
    with transaction.atomic():
        yield
        for story in Story.objects.filter(parts__item=item).public().distinct():
            found = [f for f in safeguarding.unreviewed(story) if f.item == item.ref]
            if found:
                raise Malformed(*(Problem(0, PUBLIC.format(f.reason, f.excerpt)) for f in found))
