"""Whether one adult's yes to a sensitive memory still stands, for another to publish it."""

from __future__ import annotations

from families.models import User
from families.roles import is_staff_of
from stories.models import FirstYes, Story
from stories.moderation import seen


def of(story: Story, shown: Story) -> FirstYes | None:
    """The yes to these very words; None where there is none or something changed since."""
    said = FirstYes.objects.filter(story=story).select_related("by").first()
    stands = said is not None and said.seen == seen.mark(shown)
    return said if said and stands and is_staff_of(said.by, story.school_id) else None


def stands(story: Story, shown: Story, *, beside: User) -> bool:
    """Whether somebody else than this person has said it."""
    said = of(story, shown)
    return said is not None and said.by_id != beside.pk
