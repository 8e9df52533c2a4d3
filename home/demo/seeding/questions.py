"""What the teachers of the demonstration set their classes."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from families.models import ReporterClass, User
from stories.models import Assignment, Deck, Place

SET = (
    (
        "9R",
        "journeys",
        "Ask somebody at home how your family came to live here.",
        "demo-teacher",
        ("collyhurst",),
    ),
    (
        "9M",
        "our-neighbourhood",
        "Ask a neighbour what stood on Rochdale Road.",
        "demo-teacher-2",
        ("rochdale-road",),
    ),
)
"""Class, deck, sentence, teacher, places."""

WEEKS = timedelta(weeks=3)


@transaction.atomic
def plant() -> None:
    """Set what was never set. What a teacher has changed or moved since stays as it is."""
    for name, key, sentence, username, places in SET:
        teacher = User.objects.get(username=username)
        reporters = ReporterClass.objects.get(school=teacher.school, name=name)
        if not Assignment.objects.filter(reporter_class=reporters).exists():
            made = Assignment(
                school=reporters.school,
                reporter_class=reporters,
                deck=Deck.objects.get(key=key),
                sentence=sentence,
                due_on=timezone.localdate() + WEEKS,
                set_by=teacher,
            )
            made.places.set(Place.objects.filter(slug__in=places))
            made.save()
