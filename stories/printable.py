"""Which public memories may be on paper: a yes to the web is no yes to a book or a wall."""

from __future__ import annotations

from collections.abc import Iterable

from families import consent
from families.models.consents import Scope
from stories.models import Story
from stories.models.parts import StoryPerson
from stories.publication import has_to_agree


def may_be_printed(refs: Iterable[str]) -> frozenset[str]:
    """Those of these memories in which everybody who is asked said yes to being printed.

    Silent about what is not public, which may be nowhere. Three queries.
    """
    public = set(Story.objects.filter(ref__in=set(refs)).public().values_list("ref", flat=True))
    people = StoryPerson.objects.filter(story__ref__in=public).select_related("person", "story")
    lacking = {
        one.story.ref
        for one in people.prefetch_related("person__consents")
        if has_to_agree(one)
        and not consent.stands(one.person, Scope.PRINT, story_ref=one.story.ref)
    }
    return frozenset(public - lacking)
