"""The lead's report: their own school's log, filtered, exported, and quick."""

from __future__ import annotations

import csv
import io
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from families.models import Filed, User
from tests.factories import PersonFactory, StoryFactory, UserFactory

pytestmark = pytest.mark.django_db

HERE = "/admin/reports/audit/"


@pytest.fixture
def report(client: Client, lead: User) -> Client:
    client.force_login(lead)
    return client


def note(who: User, title: str, word: str = "families.look", **more: Any) -> ModelLogEntry:
    person = PersonFactory(school=who.school)
    return log(instance=person, action=word, user=who, title=title, **more)


def test_the_lead_reads_their_own_school(report: Client, teacher: User) -> None:
    note(teacher, "Our Mary")
    elsewhere = UserFactory(teacher=True)
    note(elsewhere, "Their John")
    log(
        instance=StoryFactory(author=elsewhere, title="Their mill"),
        action="stories.look",
        user=teacher,
    )
    html = report.get(HERE).content.decode()
    assert "Our Mary" in html
    assert "Looked at what they allow" in html
    for theirs in ("Their John", "Their mill", elsewhere.display_name):
        assert theirs not in html


def test_what_belongs_to_nobodys_school_is_in_no_report(report: Client) -> None:
    nobody = UserFactory(administrator=True, school=None)
    log(instance=nobody, action="families.account", title="Nobody's", data={})
    assert "Nobody" not in report.get(HERE).content.decode()


ROWS = {
    "look": ("families.look", "teacher", 0),
    "role": ("families.role", "lead", 3),
    "other": ("wagtail.edit", "teacher", 9),
}
"""For each entry its word, who did it, and how many days ago."""

FILTERS = [
    ({}, {"look", "role", "other"}),
    ({"kind": "look"}, {"look"}),
    ({"kind": ["role", "other"]}, {"role", "other"}),
    ({"user": "teacher"}, {"look", "other"}),
    ({"label": "ROLE"}, {"role"}),
    ({"timestamp_from": 5}, {"look", "role"}),
    ({"timestamp_to": 5}, {"other"}),
    ({"timestamp_from": 5, "timestamp_to": 2}, {"role"}),
    ({"kind": "look", "user": "lead"}, set()),
]


@pytest.mark.parametrize(("asked", "expected"), FILTERS)
def test_filters(
    report: Client, teacher: User, lead: User, asked: dict[str, Any], expected: set[str]
) -> None:
    Filed.objects.all().delete()
    people, now = {"teacher": teacher, "lead": lead}, timezone.now()
    for name, (word, who, days) in ROWS.items():
        note(people[who], f"about-{name}", word, timestamp=now - timedelta(days=days))
    query = {key: _value(value, people, now) for key, value in asked.items()}
    html = report.get(HERE, query).content.decode()
    assert {name for name in ROWS if f"about-{name}" in html} == expected


def _value(value: Any, people: dict[str, User], now: datetime) -> Any:
    if isinstance(value, int):
        return (now - timedelta(days=value)).date().isoformat()
    return people[value].pk if value in ("teacher", "lead") else value


def test_somebody_elses_pk_in_the_filter_finds_nothing(report: Client) -> None:
    stranger = UserFactory(teacher=True)
    note(stranger, "Their John")
    html = report.get(HERE, {"user": stranger.pk}).content.decode()
    assert "Their John" not in html


def test_the_export_has_every_line_and_no_formula(report: Client, teacher: User) -> None:
    note(teacher, '=HYPERLINK("http://example.org")')
    note(UserFactory(teacher=True), "Their John")
    answer = report.get(HERE, {"export": "csv", "kind": "look"})
    text = b"".join(answer.streaming_content).decode()
    head, *rows = list(csv.reader(io.StringIO(text)))
    assert head == ["When", "Who", "What they did", "To what", "Which is a"]
    assert [row[1:] for row in rows] == [
        [
            str(teacher),
            "Looked at what they allow",
            '\'=HYPERLINK("http://example.org")',
            "person",
        ]
    ]


@pytest.mark.parametrize(
    ("traits", "status"),
    [
        ({"teacher": True}, 404),
        ({"administrator": True, "is_superuser": True}, 404),
        ({"student": True}, 302),
        ({"family_member": True}, 302),
        ({"lead": True, "is_active": False}, 302),
    ],
)
def test_nobody_else(client: Client, lead: User, traits: dict[str, Any], status: int) -> None:
    client.force_login(UserFactory(school=lead.school, **traits))
    for address in (HERE, reverse("audit_results"), f"{HERE}?export=csv"):
        answer = client.get(address)
        assert answer.status_code == status
    if status == 404:
        assert "Who looked" not in client.get("/admin/").content.decode()


def test_a_lead_without_a_school_sees_nothing(client: Client) -> None:
    client.force_login(UserFactory(lead=True, school=None))
    assert client.get(HERE).status_code == 404


def test_ten_thousand_lines_take_no_more_questions_than_ten(report: Client, teacher: User) -> None:
    def questions() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert report.get(HERE).status_code == 200
        return len(asked)

    for n in range(10):
        note(teacher, f"Line {n}")
    questions()
    before = questions()
    one = ModelLogEntry.objects.latest("pk")
    made = ModelLogEntry.objects.bulk_create(
        ModelLogEntry(
            content_type=one.content_type,
            object_id=one.object_id,
            label=f"Line {n}",
            action=one.action,
            timestamp=one.timestamp,
            user=teacher,
        )
        for n in range(10_000)
    )
    Filed.objects.bulk_create(Filed(entry=entry, school=teacher.school) for entry in made)
    assert questions() <= before + 1
