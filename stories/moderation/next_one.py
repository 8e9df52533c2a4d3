"""From one memory to the next that waits, as the queue has them."""

from __future__ import annotations

from django.db.models import BooleanField, Case, Q, Value, When

from families.models import User
from stories.models import Story
from stories.models.states import Status


def after(story: Story, user: User) -> Story | None:
    """The next that waits for this person; from the last one on to the first.

    What another teacher is reading, and what this one wrote or edited last, waits for others.
    """
    waiting = Story.objects.visible_to(user).of_school(user.school_id)
    waiting = waiting.filter(status=Status.SUBMITTED, held=False).exclude(pk=story.pk)
    waiting = waiting.filter(Q(taken_up_by=None) | Q(taken_up_by=user))
    waiting = waiting.exclude(author=user).exclude(last_edited_by=user)
    found: Story | None = waiting.order_by(*_order(story)).first()
    return found


def _order(story: Story) -> tuple[Case | str, ...]:
    """Whoever waits longest comes first, but not before those who waited longer than this one."""
    if story.submitted_at is None:
        return ("submitted_at", "-pk")
    later = Q(submitted_at__gt=story.submitted_at)
    later |= Q(submitted_at=story.submitted_at, pk__lt=story.pk)
    is_earlier = Case(
        When(later, then=Value(False)), default=Value(True), output_field=BooleanField()
    )
    return (is_earlier, "submitted_at", "-pk")
