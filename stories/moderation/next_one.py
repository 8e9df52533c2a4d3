"""From one memory to the next that waits, as the queue has them."""

from __future__ import annotations

from django.db.models import BooleanField, Case, Q, Value, When

from families.models import User
from stories.models import Story
from stories.models.states import Status
from stories.moderation.queue import IN_ORDER


def after(story: Story, user: User) -> Story | None:
    """The next that waits for this person; from the last one on to the first.

    What another teacher is reading, and what this one wrote or edited last, waits for others.
    """
    waiting = Story.objects.visible_to(user).of_school(user.school_id)
    waiting = waiting.filter(status=Status.SUBMITTED, held=False).exclude(pk=story.pk)
    waiting = waiting.filter(Q(taken_up_by=None) | Q(taken_up_by=user))
    waiting = waiting.exclude(author=user).exclude(last_edited_by=user)
    found: Story | None = waiting.order_by(_is_before(story), *IN_ORDER).first()
    return found


def _is_before(story: Story) -> Case:
    """Whether the queue has it before this one, so that it comes only after the last."""
    later = Q(turn=story.turn, submitted_at=story.submitted_at, pk__gt=story.pk)
    if story.submitted_at is not None:
        later |= Q(turn=story.turn, submitted_at__gt=story.submitted_at)
    later |= Q(turn__gt=story.turn)
    return Case(When(later, then=Value(False)), default=Value(True), output_field=BooleanField())
