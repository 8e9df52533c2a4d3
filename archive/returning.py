"""Memories that were taken back once: out of a showcase until somebody has asked again.

That a memory is public again says that its teller wants it in the archive. It does not say
that they want it in this showcase, so a curator asks, and says here that they did.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from archive.models import ShowcasePage, WelcomedBack
from families.models import User
from stories.models import Story


def to_ask(showcase: ShowcasePage, numbers: Iterable[int]) -> set[int]:
    """Those of these public memories that were taken back, and not welcomed back since."""
    welcomed = WelcomedBack.objects.filter(
        showcase=showcase.pk, story=OuterRef("pk"), said_at__gte=OuterRef("withdrawn_at")
    )
    once = Story.objects.public().filter(pk__in=set(numbers), withdrawn_at__isnull=False)
    return set(once.exclude(Exists(welcomed)).values_list("pk", flat=True))


def welcome(showcase: ShowcasePage, story: Story, *, by: User) -> None:
    """Write down that this person asked, now. Asked twice, the later time counts."""
    WelcomedBack.objects.update_or_create(
        showcase=showcase, story=story, defaults={"said_by": by, "said_at": timezone.now()}
    )


def shows(ref: str) -> Q:
    """For showcases that hold the memory of that ref: those that may show it now."""
    welcomed = WelcomedBack.objects.filter(
        showcase=OuterRef("pk"), story__ref=ref, said_at__gte=F("story__withdrawn_at")
    )
    never = Q(held_stories__story__withdrawn_at__isnull=True)
    return Q(held_stories__story__ref=ref) & (never | Q(Exists(welcomed)))
