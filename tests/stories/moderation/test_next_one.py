"""From one memory to the next that waits for this teacher, and round again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from families.models import User
from stories import lifecycle
from stories.models import Story
from stories.moderation import next_one
from stories.moderation.seen import fingerprint
from tests.factories import StoryFactory, UserFactory

pytestmark = pytest.mark.django_db


def waiting(student: User, days: int, **fields: object) -> Story:
    story: Story = StoryFactory(submitted=True, author=student, **fields)
    since = timezone.now() - timedelta(days=days)
    Story.objects.filter(pk=story.pk).update(submitted_at=since)
    story.refresh_from_db()
    return story


def test_whoever_waited_longest_comes_first_and_then_round(student: User, teacher: User) -> None:
    last, first, middle = (waiting(student, days) for days in (1, 3, 2))
    order = [first]
    for _ in range(3):
        following = next_one.after(order[-1], teacher)
        assert following is not None
        order.append(following)
    assert order == [first, middle, last, first]


def test_handed_in_at_the_same_moment(student: User, teacher: User) -> None:
    first, second, third = (waiting(student, 1) for _ in range(3))
    Story.objects.update(submitted_at=first.submitted_at)
    for story in (second, third):
        story.refresh_from_db()
    assert next_one.after(first, teacher) == second
    assert next_one.after(second, teacher) == third
    assert next_one.after(third, teacher) == first


def test_the_first_memory_of_somebody_comes_first_as_in_the_queue(
    student: User, teacher: User
) -> None:
    StoryFactory(author=student, published=True)
    longest, shorter = (waiting(student, days) for days in (9, 8))
    first = waiting(UserFactory(student=True, school=student.school), 1)
    assert next_one.after(first, teacher) == longest
    assert next_one.after(longest, teacher) == shorter
    assert next_one.after(shorter, teacher) == first


def test_what_waits_for_others_is_passed_over(student: User, teacher: User) -> None:
    here = waiting(student, 9)
    colleague = UserFactory(teacher=True, school=teacher.school)
    lifecycle.take_up(waiting(student, 8), by=colleague)
    waiting(teacher, 7)
    mended = waiting(student, 6)
    Story.objects.filter(pk=mended.pk).update(last_edited_by=teacher)
    lifecycle.hold(waiting(student, 5), by=student, reason="Worried.")
    StoryFactory(changes_requested=True, author=student)
    waiting(UserFactory(student=True), 4)
    assert next_one.after(here, teacher) is None
    mine = waiting(student, 3)
    lifecycle.take_up(mine, by=teacher)
    assert next_one.after(here, teacher) == mine


def test_from_one_that_was_never_handed_in(student: User, teacher: User) -> None:
    story = waiting(student, 1)
    assert next_one.after(StoryFactory(author=student), teacher) == story


def test_a_decision_leads_on(client: Client, student: User, teacher: User) -> None:
    first, second = waiting(student, 2), waiting(student, 1)
    client.force_login(teacher)
    decide = reverse("moderation:decide", args=[first.ref, "publish"])
    shown = client.post(decide, {"seen": fingerprint(first)}, follow=True)
    html = shown.content.decode()
    link = reverse("moderation:review", args=[second.ref])
    assert "It is published." in html
    assert html.count(f'href="{link}"') >= 2
    ask = reverse("moderation:decide", args=[second.ref, "request_changes"])
    shown = client.post(ask, {"feedback": "How loud?"}, follow=True)
    assert "Sent back." in shown.content.decode()
    assert "Next one" not in shown.content.decode()
