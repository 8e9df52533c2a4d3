"""The first page of the queue with 10,000 memories waiting, beside the same with 100.

`make bench`, or `python -m benchmarks.queue [--memories N]`. The archive is thrown away.
"""

from __future__ import annotations

import argparse
import statistics
import time
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from benchmarks import thrown_away
from benchmarks.measured import say

FEW = 100
ALLOWED = 1.5
"""Times that the first page may take with all of them, beside the same with few."""

WRITERS = 28
PUBLISHED = 4
"""One writer of so many has published before, so that their memories are no first ones."""

TIMES = 9
ROUNDS = 2
ADDRESS = "/admin/moderation/"


def main() -> None:
    """Fill a small archive, then a large one, and print a line of each and of both."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--memories", type=int, default=10_000)
    options = asked.parse_args()
    with thrown_away.archive(static=True):
        measure(options.memories)


def measure(memories: int) -> None:
    """Raises RuntimeError where the large queue costs more questions or too much time.

    The small school is asked before there is another. Then the two are asked in turns, so that
    a busy machine slows both; what counts is the better time of the small one.
    """
    small = teacher_of(school("Small", FEW))
    few = queries(small)
    alone = statistics.median(seconds(small) for _ in range(TIMES))
    large = teacher_of(school("Large", memories))
    many = queries(large)
    if few != many:
        raise RuntimeError(f"{many} queries instead of {few}")
    pairs = [(seconds(small), seconds(large)) for _ in range(TIMES)]
    beside, of_many = (statistics.median(each) for each in zip(*pairs, strict=True))
    of_few = min(alone, beside)
    ratio = of_many / of_few
    say(
        f"the first page of the queue: {FEW} waiting {of_few * 1000:.0f} ms, {memories:,} waiting"
        f" {of_many * 1000:.0f} ms, {ratio:.2f} times; {many} queries each"
    )
    if ratio > ALLOWED:
        raise RuntimeError(f"{ratio:.2f} times, and {ALLOWED} were promised")


def queries(client: Any) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(ADDRESS)
    with CaptureQueriesContext(connection) as asked:
        _page(client)
    return len(asked)


def seconds(client: Any) -> float:
    """The best of a few, because a page that waited for another program says nothing of ours."""
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        _page(client)
        took.append(time.perf_counter() - began)
    return min(took)


def _page(client: Any) -> None:
    answer = client.get(ADDRESS)
    is_filled = b"data-bulk-action-checkbox" in answer.content
    if answer.status_code != HTTPStatus.OK or not is_filled:
        raise RuntimeError(f"{ADDRESS} answered {answer.status_code}")


def teacher_of(place: Any) -> Any:
    """The browser of one of its teachers."""
    from django.contrib.auth.models import Group
    from django.test import Client

    from families.models import User
    from families.roles import Role

    teacher = User.objects.create(username=f"at {place}", display_name="Ms Begum", school=place)
    teacher.groups.add(Group.objects.get(name=Role.TEACHER.value))
    client = Client()
    client.force_login(teacher)
    return client


def school(name: str, memories: int) -> Any:
    """A class of writers and what waits of theirs, handed in one after another."""
    from django.utils import timezone

    from families.models import ReporterClass, School, User
    from stories.models import Story, StoryPart

    place = School.objects.create(name=name)
    group = ReporterClass.objects.create(school=place, name="9A")
    writers = User.objects.bulk_create(
        User(username=f"{name}{n}", display_name=f"W{n}", school=place, reporter_class=group)
        for n in range(WRITERS)
    )
    now = timezone.now()
    stories = Story.objects.bulk_create(
        [
            Story(
                title=f"Memory {n}",
                author=writers[n % WRITERS],
                school=place,
                reporter_class=group,
                audience="everyone",
                status="submitted",
                submitted_at=now - timedelta(minutes=n * 7919 % memories),
                is_first=bool(n % WRITERS % PUBLISHED),
            )
            for n in range(memories)
        ],
        batch_size=500,
    )
    parts = [StoryPart(story=story, kind="words", text="Words.") for story in stories]
    StoryPart.objects.bulk_create(parts, batch_size=500)
    return place


if __name__ == "__main__":
    main()
