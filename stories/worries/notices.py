"""What a contributor is told when somebody asked for their memory to come down."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from families.models import User
from stories.models import Story, Worry

TOLD_FOR = timedelta(days=30)

LOOKING = _(
    "Somebody asked us to take “{story}” down. Nobody else can see it while we look. "
    "You did nothing wrong, and nothing is deleted. Your teacher can tell you more."
)
DECIDED = _("We looked at “{story}”, because somebody asked us to. {outcome}.")


def for_desk(user: User) -> list[str]:
    """A sentence for each, without a word about who asked."""
    recent = Q(settled_at=None) | Q(settled_at__gt=timezone.now() - TOLD_FOR)
    told = Story.objects.told_by(user).values("pk")
    taken_down = Worry.objects.filter(recent, removed_at__isnull=False, story__in=told)
    return [_sentence(worry) for worry in taken_down.select_related("story")]


def _sentence(worry: Worry) -> str:
    if worry.settled_at is None:
        return LOOKING.format(story=worry.story)
    return DECIDED.format(story=worry.story, outcome=worry.get_outcome_display())
