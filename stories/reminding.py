"""A gentle word to whoever has a memory to change: rarely, never twice in a week, easily stopped.

A teacher may send one by hand. By itself one goes when nothing has happened for a week,
and at most two in all, whoever sent them. Every reminder is news at the desk
(``stories.news``), which is gone as soon as the memory is handed in again.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.timesince import timesince
from wagtail.log_actions import log

from families.models import ReporterClass, User
from families.roles import is_staff_of
from stories import access
from stories.models import NewsItem, NewsKind, NoReminders, Story
from stories.models.states import Status
from stories.news import telling
from stories.refusals import Refused, require

APART = timedelta(days=7)
"""Between two reminders, and after the last thing that happened to the memory."""

MOST = 2
"""Reminders of one memory after which none goes by itself."""

STOPPED = "Reminders are stopped for this one. Start them again first."


def reminders() -> QuerySet[NewsItem]:
    """Every reminder that went, by hand or by itself."""
    sent: QuerySet[NewsItem] = NewsItem.objects.filter(kind=NewsKind.REMINDER)
    return sent


def last_of(stories: Collection[Story]) -> dict[int, datetime]:
    """When each of these memories was last a reminder, in one query; none where it never was."""
    sent = reminders().filter(story__in=[story.pk for story in stories]).order_by()
    return dict(sent.values_list("story").annotate(last=Max("happened_at")))


@transaction.atomic
def remind(story: Story, *, by: User | None) -> None:
    """Tell its writer that it waits for them; ``by`` nobody, at night. Raises ``Refused``."""
    story = Story.objects.select_for_update(of=("self",)).select_related("author").get(pk=story.pk)
    require(by is None or access.may_review(by, story), "This memory is not yours to review.")
    require(not story.held, "The safeguarding lead is looking at this memory.")
    require(
        story.status == Status.CHANGES_REQUESTED, f"“{story}” does not wait for its writer now."
    )
    require(story.author.is_active, f"{story.author} does not come here any more.")
    require(not are_stopped(story), STOPPED)
    if last := last_of([story]).get(story.pk):
        ago = timesince(last, depth=1)
        require(
            last <= timezone.now() - APART,
            f"{story.author} was reminded {ago} ago. Once a week is enough.",
        )
    telling.write_down(NewsKind.REMINDER, story)
    log(instance=story, action="stories.remind", user=by)


def remind_all() -> int:
    """Every memory that has waited for its writer long enough; how many were reminded.

    Twice in a night is the same as once: each is looked at again behind a lock.
    """
    return sum(_reminded(story) for story in list(_due()))


def _reminded(story: Story) -> bool:
    try:
        remind(story, by=None)
    except (Refused, Story.DoesNotExist):
        return False  # Its writer, its teacher or another process was quicker.
    return True


def _due() -> QuerySet[Story]:
    """With their writers, untouched for a week, and not reminded lately or often."""
    long_ago = timezone.now() - APART
    resting = Story.objects.filter(
        status=Status.CHANGES_REQUESTED,
        held=False,
        author__is_active=True,
        updated_at__lte=long_ago,
    )
    sent = reminders().filter(story=OuterRef("pk")).order_by()
    often = sent.values("story").annotate(times=Count("pk")).filter(times__gte=MOST)
    lately = sent.filter(happened_at__gt=long_ago)
    rows = resting.filter(~Exists(often), ~Exists(lately), ~Exists(_stops(OuterRef("pk"))))
    return rows.order_by("pk")


def _stops(story: Any) -> QuerySet[NoReminders]:
    """What stops the reminders of a memory: something about it, or about its class."""
    of_class = Q(reporter_class__stories=story)
    found: QuerySet[NoReminders] = NoReminders.objects.filter(Q(story=story) | of_class)
    return found


def are_stopped(story: Story) -> bool:
    """For this memory or for its whole class."""
    return _stops(story.pk).exists()


def are_stopped_in(group: ReporterClass) -> bool:
    return NoReminders.objects.filter(reporter_class=group).exists()


@transaction.atomic
def stop(what: Story | ReporterClass, *, by: User) -> None:
    """Send no reminders of this memory, or in this class, until somebody starts them again."""
    _require_theirs(what, by)
    if NoReminders.objects.get_or_create(**_named(what))[1]:
        log(instance=what, action="stories.stop_reminders", user=by)


@transaction.atomic
def start(what: Story | ReporterClass, *, by: User) -> None:
    """Let reminders go again."""
    _require_theirs(what, by)
    if NoReminders.objects.filter(**_named(what)).delete()[0]:
        log(instance=what, action="stories.start_reminders", user=by)


def _require_theirs(what: Story | ReporterClass, by: User) -> None:
    may = (
        access.may_review(by, what) if isinstance(what, Story) else is_staff_of(by, what.school_id)
    )
    require(may, "That is not yours to decide.")


def _named(what: Story | ReporterClass) -> dict[str, Any]:
    return {"story" if isinstance(what, Story) else "reporter_class": what}
