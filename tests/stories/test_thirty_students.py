"""A whole class saves and hands in at once, on SQLite as a school runs it: nothing is lost.

With Django's own settings for SQLite most of these writes fail with "database is
locked"; the settings of production are what is proved here.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from config.settings.database import SQLITE
from families.models import School, User
from stories import lifecycle, writing
from stories.models import Story, StoryPart
from stories.models.states import Status
from tests.factories import ReporterClassFactory, SchoolFactory, StoryFactory, UserFactory
from tests.stories.contribute.screen import Screen

pytestmark = pytest.mark.django_db(transaction=True)

STUDENTS = 30
SAVES = 3


@pytest.fixture
def students() -> list[User]:
    school: School = SchoolFactory()
    reporters = ReporterClassFactory(school=school)
    return [
        UserFactory(student=True, school=school, reporter_class=reporters) for _ in range(STUDENTS)
    ]


def all_at_once(students: list[User], act: Callable[[User], Any]) -> list[Exception]:
    """What went wrong for any of them; each has a thread and a connection of their own."""
    gate, wrong = Barrier(len(students)), list[Exception]()

    def run(student: User) -> None:
        gate.wait()
        try:
            act(student)
        except Exception as raised:
            wrong.append(raised)
        finally:
            connection.close()

    threads = [Thread(target=run, args=[student]) for student in students]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return wrong


def words(story: Story) -> list[str]:
    return [part.text for part in story.parts.order_by("sort_order")]


def test_this_is_the_database_of_a_school() -> None:
    """A real file, with the options of production."""
    assert connection.vendor == "sqlite"
    assert connection.settings_dict["OPTIONS"] == SQLITE["OPTIONS"]
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        assert cursor.fetchone() == ("wal",)


def test_they_write_save_and_hand_in(students: list[User]) -> None:
    def write(student: User) -> None:
        story = writing.begin(by=student)
        story.title = f"{student.username} remembers"
        for save in range(SAVES):
            part = StoryPart(kind="words", text=f"{student.username} says {save}", sort_order=save)
            story.parts.add(part)
            story = writing.save(story, by=student, edition=story.edition)
            story = Story.objects.get(pk=story.pk)
        lifecycle.submit(story, by=student)

    assert all_at_once(students, write) == []
    assert Story.objects.filter(status=Status.SUBMITTED).count() == STUDENTS
    for student in students:
        story = Story.objects.get(author=student)
        assert story.title == f"{student.username} remembers"
        assert story.edition == SAVES
        assert words(story) == [f"{student.username} says {save}" for save in range(SAVES)]
        assert story.revisions.count() == 1
        assert story.workflow_in_progress


def test_they_do_it_at_the_desk(students: list[User]) -> None:
    stories = {student.pk: StoryFactory(author=student, audience="me") for student in students}

    def write(student: User) -> None:
        story, client = stories[student.pk], Client()
        client.force_login(student)
        Screen(client, story).type(title=f"{student.username} remembers").press(json=True)
        edition = Story.objects.get(pk=story.pk).edition
        check = reverse("desk_story_check", args=[story.ref])
        answer = client.post(check, {"edition": edition})
        assert answer.status_code == 302, answer.content.decode()

    assert all_at_once(students, write) == []
    for student in students:
        story = Story.objects.get(author=student)
        assert (story.status, story.title) == (
            Status.SUBMITTED,
            f"{student.username} remembers",
        )


def test_two_screens_of_one_student_never_overwrite_each_other(students: list[User]) -> None:
    story = StoryFactory(author=students[0])
    overtaken: list[str] = []
    kept: list[str] = []

    def save(student: User) -> None:
        mine = Story.objects.get(pk=story.pk)
        mine.title = f"Screen {student.pk}"
        try:
            writing.save(mine, by=students[0], edition=story.edition)
        except writing.Overtaken:
            overtaken.append(mine.title)
        else:
            kept.append(mine.title)

    assert all_at_once(students, save) == []
    assert len(overtaken) == STUDENTS - 1
    story.refresh_from_db()
    assert [story.title] == kept
