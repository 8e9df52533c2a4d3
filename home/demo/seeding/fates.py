"""What becomes of a memory once it is told, each step by the person whose step it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from django.utils import timezone

from families.models import User
from families.roles import Role
from home.demo.content.shapes import DemoStory, Point, printed
from stories import lifecycle, sensitive
from stories.conversation import points, quotes
from stories.models import KeptPoint, Pin, Story

WRITING = timedelta(days=6)
"""How long a memory of the demonstration took to write."""
READING = timedelta(days=1, hours=3)
"""How long it waited for a teacher."""
SEALED_FOR = 20
"""Years."""


def _draft(story: DemoStory, told: Story) -> None:
    _date(story, told)


def _submitted(story: DemoStory, told: Story) -> Story:
    lifecycle.submit(told, by=told.author)
    _date(story, told)
    return told


def _taken_up(story: DemoStory, told: Story) -> None:
    lifecycle.take_up(_submitted(story, told), by=_reader(story))


def _changes(story: DemoStory, told: Story) -> None:
    lifecycle.take_up(_submitted(story, told), by=_reader(story))
    for point in story.points:
        _keep(point, Story.objects.get(pk=told.pk), by=_reader(story))
    lifecycle.request_changes(told, by=_reader(story), feedback=printed(story.remark))


def _keep(point: Point, told: Story, *, by: User) -> None:
    """Pin a point to its words."""
    said = {"thanks": printed(point.thanks), "text": printed(point.step)}
    for part in told.parts.all():
        if words := quotes.find(part.text, printed(point.quote)):
            place = {"quote": words.exact, "before": words.before, "after": words.after}
            kept = KeptPoint(story=told, given_by=by, pin=Pin.WORDS, part=part, **place, **said)
            points.keep(kept)


def _published(story: DemoStory, told: Story) -> Story:
    handed_in = _submitted(story, told)
    if sensitive.reasons(handed_in):
        lifecycle.recommend(handed_in, by=_second_reader(story))
    lifecycle.publish(handed_in, by=_reader(story))
    _date(story, told)
    return told


def _withdrawn(story: DemoStory, told: Story) -> None:
    lifecycle.withdraw(_published(story, told), by=told.author)


def _sealed(story: DemoStory, told: Story) -> None:
    until = date(timezone.localdate().year + SEALED_FOR, 1, 1)
    lifecycle.seal(_submitted(story, told), by=_reader(story), until=until)


def _held(story: DemoStory, told: Story) -> None:
    lifecycle.hold(_submitted(story, told), by=_reader(story), reason=story.remark)


FATES: dict[str, Callable[[DemoStory, Story], object]] = {
    "draft": _draft,
    "submitted": _submitted,
    "taken up": _taken_up,
    "changes": _changes,
    "published": _published,
    "withdrawn": _withdrawn,
    "sealed": _sealed,
    "held": _held,
}


def _reader(story: DemoStory) -> User:
    return User.objects.get(username=story.reader)


def _second_reader(story: DemoStory) -> User:
    """Another teacher of the same school, for what two adults have to agree to."""
    reader = _reader(story)
    others = User.objects.filter(school=reader.school, groups__name=Role.TEACHER.value)
    return others.exclude(pk=reader.pk).order_by("pk")[0]


def _date(story: DemoStory, told: Story) -> None:
    """Put the dates back to when it would have happened; nothing else is touched."""
    last = timezone.now() - timedelta(days=story.days, hours=len(story.key) % 7)
    row = Story.objects.filter(pk=told.pk)
    row.update(created_at=last - WRITING, updated_at=last)
    row.exclude(submitted_at=None).update(submitted_at=last - READING)
    row.exclude(first_published_at=None).update(first_published_at=last, last_published_at=last)
