"""Other public memories of the same thing: the one that a memory answers, and those answering it.

Both sides are asked of ``public()``, so that neither tells that the other was ever there.
"""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Prefetch, Q

from archive.names import Role, names
from archive.shapes import Voice, joined
from archive.stamps import rest_on
from stories.models import Story
from stories.models.parts import StoryPerson
from stories.querysets import StoryQuerySet


def with_answers(stories: StoryQuerySet) -> StoryQuerySet:
    """Each with ``has_answers``, so that nobody asks for the answers of one that has none."""
    answers = Story.objects.public().filter(answers=OuterRef("pk"))
    annotated: StoryQuerySet = stories.annotate(has_answers=Exists(answers))
    return annotated


def around(story: Story) -> tuple[Voice | None, tuple[Voice, ...]]:
    """What this memory answers, and its answers, the first that was published first.

    No query where there are none, else two.
    """
    rest_on(f"story:{story.answers_id}", f"voices:{story.pk}")
    if not (story.answers_id or getattr(story, "has_answers", True)):
        return None, ()
    near = Q(pk=story.answers_id) | Q(answers=story.pk)
    people = StoryPerson.objects.select_related("person").order_by("sort_order")
    found = Story.objects.public().filter(near).prefetch_related(Prefetch("people", people))
    told = {one.pk: _voice(one) for one in found.order_by("first_published_at", "pk")}
    answered = told.pop(story.answers_id, None)
    return answered, tuple(told.values())


def _voice(story: Story) -> Voice:
    people = list(story.people.all())
    rest_on(f"story:{story.pk}", *(f"person:{one.person_id}" for one in people))
    tellers = names(people, Role.TELLER)
    return Voice(story.ref, story.get_absolute_url(), str(story), joined(tellers))
