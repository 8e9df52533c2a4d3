"""A place that is not on the list: suggested at the desk, answered in the staff's room.

Each verb checks, writes and adds a line to the audit log in one transaction; ``Refused`` is a
sentence for whoever tried. A public memory gets its place in the draft beside it, which
somebody else publishes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from families.models import User
from stories import access, safeguarding, writing
from stories.lifecycle import Refused
from stories.models import Place, PlaceSuggestion, Story, TaggedPlace

State = PlaceSuggestion.State

MOST = 5
"""Places of one memory that may wait at once."""

TOLD_FOR = timedelta(days=30)
HOME = re.compile(
    r"\b(?:my|our|your|his|her|their|\w+['’]s?) (?:\w+ )?(?:house|home|flat|bungalow)\b",
    re.IGNORECASE,
)
A_HOME = _("This looks like somebody’s home. Choose a street, a park or a shop near it instead.")
A_STRANGER = _("A stranger could find somebody with this. Leave it out: “%(excerpt)s”.")
ON_THE_LIST = _("“%(name)s” is on the list already. Find it above and tick it.")
TOO_MANY = _("Five places of this memory wait for an answer. Wait for those first.")


def check(name: str, whereabouts: str, story: Story) -> None:
    """Raises ``Refused`` for a home, for what finds somebody, and for a place there is already."""
    words = f"{name} {whereabouts}"
    if HOME.search(words) or any(f.kind == "address" for f in safeguarding.find(words)):
        raise Refused(str(A_HOME))
    for finding in safeguarding.findings_in(story, words, ""):
        raise Refused(A_STRANGER % {"excerpt": finding.excerpt})
    if place := Place.objects.filter(name__iexact=name).first():
        raise Refused(ON_THE_LIST % {"name": place.name})
    if story.place_suggestions.filter(state=State.WAITING).count() >= MOST:
        raise Refused(str(TOO_MANY))


@transaction.atomic
def suggest(story: Story, *, name: str, whereabouts: str, by: User) -> PlaceSuggestion:
    """Ask for a place. Pressing twice asks once."""
    if not access.may_write(by, story):
        raise Refused(gettext("This memory is not yours to write in now."))
    asked = PlaceSuggestion.objects.filter(story=story, state=State.WAITING)
    if waiting := asked.filter(name__iexact=name).first():
        return waiting
    check(name, whereabouts, story)
    made = PlaceSuggestion.objects.create(
        story=story, name=name, whereabouts=whereabouts, suggested_by=by
    )
    log(instance=made, action="stories.suggest_place", user=by)
    return made


@transaction.atomic
def accept(suggestion: PlaceSuggestion, place: Place, *, by: User) -> PlaceSuggestion:
    """Make it a new place, unsaved as it comes, and give it to the memory."""
    suggestion = _waiting(suggestion, by)
    place.save()
    return _settle(suggestion, State.ADDED, place=place, by=by)


@transaction.atomic
def merge(suggestion: PlaceSuggestion, place: Place, *, by: User) -> PlaceSuggestion:
    """It is a place that is there under another name."""
    return _settle(_waiting(suggestion, by), State.MERGED, place=place, by=by)


@transaction.atomic
def decline(suggestion: PlaceSuggestion, answer: str, *, by: User) -> PlaceSuggestion:
    """Say no, with a word for whoever asked."""
    suggestion = _waiting(suggestion, by)
    if not answer.strip():
        raise Refused("Say in a sentence why not. Whoever asked will read it.")
    suggestion.answer = answer.strip()
    return _settle(suggestion, State.DECLINED, place=None, by=by)


def answered_for(user: User) -> list[PlaceSuggestion]:
    """What was answered lately of what this person asked for, the newest first."""
    recent = PlaceSuggestion.objects.filter(
        suggested_by=user, settled_at__gt=timezone.now() - TOLD_FOR
    )
    known = Story.objects.known_to(user).values("pk")
    return list(
        recent.filter(story__in=known).select_related("story", "place").order_by("-settled_at")
    )


def came_since(story: Story, opened: datetime) -> Iterator[Place]:
    """Places that staff gave to a memory after a screen was opened, which has no box for them."""
    settled = story.place_suggestions.filter(settled_at__gt=opened, place__isnull=False)
    for suggestion in settled.select_related("place"):
        if suggestion.place is not None:
            yield suggestion.place


def _waiting(suggestion: PlaceSuggestion, by: User) -> PlaceSuggestion:
    locked = PlaceSuggestion.objects.select_for_update().select_related("story")
    suggestion = locked.get(pk=suggestion.pk)
    if not access.may_review(by, suggestion.story):
        raise Refused("This memory is not one of your school.")
    if suggestion.state != State.WAITING:
        raise Refused(f"{suggestion.settled_by or 'Somebody'} has answered this already.")
    return suggestion


def _settle(
    suggestion: PlaceSuggestion, state: State, *, place: Place | None, by: User
) -> PlaceSuggestion:
    suggestion.state, suggestion.place = state, place
    suggestion.settled_by, suggestion.settled_at = by, timezone.now()
    suggestion.save()
    if place is not None:
        _give(suggestion.story, place, by)
    log(instance=suggestion, action="stories.answer_place", user=by, data={"state": state.value})
    return suggestion


def _give(story: Story, place: Place, by: User) -> None:
    """Put the place on the memory, without overtaking a screen on which it is being written."""
    if story.live:
        newest = story.get_latest_revision_as_object()
        newest.places.add(place)
        writing.set_aside(newest.save_revision(user=by, clean=False), by=by)
        return
    TaggedPlace.objects.get_or_create(tag=place, content_object=story)
