"""The incident button: everything of one child off the web in one moment, nothing deleted.

A hold is what takes a memory out of every page, list and file at once, whatever its
status, and what a lead can undo for one memory after another.
"""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q
from wagtail.log_actions import log

from families.models import Person, User
from families.roles import is_lead_of
from stories import lifecycle
from stories.models import Incident, Story, StoryPart, StoryPerson, Worry
from stories.models.incidents import checksum
from stories.querysets import StoryQuerySet
from stories.worries import evidence


def memories_of(child: Person) -> StoryQuerySet:
    """Every memory this child is in, and every other that shows a file of one of those.

    The same picture may be in a second memory that does not name the child; while that
    one is public the picture would be served.
    """
    named = StoryPerson.objects.filter(person=child).values("story")
    files = StoryPart.objects.filter(story__in=named, item__isnull=False).values("item")
    sharing = StoryPart.objects.filter(item__in=files).values("story")
    return Story.objects.of_school(child.school_id).filter(Q(pk__in=named) | Q(pk__in=sharing))


@transaction.atomic
def press(child: Person, *, by: User, worry: Worry | None = None) -> Incident:
    """Hold them all, seal a copy of what there was, and log it.

    Raises ``lifecycle.Refused`` for everybody but a lead of the child's school.
    """
    if not is_lead_of(by, child.school_id):
        raise lifecycle.Refused("Only the safeguarding lead can do this.")
    stories = list(memories_of(child).select_for_update().order_by("pk"))
    contents = evidence.of(stories)
    lifecycle.hold_all(stories, by=by, reason="incident")
    incident = Incident.objects.create(
        child=child,
        school_id=child.school_id,
        worry=worry,
        by=by,
        contents=contents,
        sha256=checksum(contents),
    )
    data = {"memories": len(stories)}
    log(instance=child, action="stories.incident", user=by, data=data)
    return incident
