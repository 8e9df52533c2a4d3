"""Whose turn it is with a memory, said to its author."""

from __future__ import annotations

from django.utils.translation import gettext as _

from stories.models import Story
from stories.models.states import Audience, Status


def whose_turn(story: Story) -> str:
    """A sentence or two; "" where it is nobody's turn any more."""
    match story.status:
        case Status.DRAFT:
            return _("It is your turn. Hand it in when you are ready.")
        case Status.CHANGES_REQUESTED:
            return _("It is your turn. Mend it. Then hand it in again.")
        case Status.SUBMITTED:
            return _with_a_teacher(story)
        case Status.PUBLISHED if story.audience == Audience.EVERYONE:
            return _("It is done. Everybody can read it.")
        case Status.PUBLISHED:
            return _("It is done.")
    return ""


def _with_a_teacher(story: Story) -> str:
    if story.taken_up_by_id is None:
        return _("It is your teacher’s turn. Until they begin to read, you can still change it.")
    if story.asked_back_at:
        return _("You want to change something. Your teacher can see that.")
    return _("Your teacher is reading it now.")
