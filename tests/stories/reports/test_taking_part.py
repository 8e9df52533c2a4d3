"""Who took part, and how their memories grew: by name, in the order of the alphabet."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from families.models import School, User
from stories.models import Story
from tests.factories import ReporterClassFactory, StoryFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


def named(name: str, school: School, **more: Any) -> User:
    made: User = UserFactory(student=True, school=school, display_name=name, **more)
    return made


def lines(report: Client, **asked: Any) -> dict[str, list[str]]:
    """The cells of each student after their name, in the order of the page."""
    page = BeautifulSoup(report.get(reverse("taking-part"), asked).content, "html.parser")
    rows = page.select("table.listing tbody tr")
    cells = [[td.get_text(" ", strip=True) for td in row.find_all("td")] for row in rows]
    return {row[0]: row[1:] for row in cells}


def test_names_stand_in_the_order_of_the_alphabet_and_nothing_sorts(
    report: Client, school: School
) -> None:
    for name in ("Zara", "Ben", "Ava"):
        named(name, school)
    StoryFactory(author=User.objects.get(display_name="Zara"), published=True)
    assert list(lines(report)) == ["Ava", "Ben", "Zara"]
    assert list(lines(report, ordering="-published")) == ["Ava", "Ben", "Zara"]
    assert "ordering=" not in report.get(reverse("taking-part")).content.decode()


def test_it_says_who_has_not_yet(report: Client, school: School) -> None:
    named("Ava", school)
    assert lines(report)["Ava"][1:4] == ["Not yet", "0", "0"]


def test_it_tells_how_a_memory_grew(report: Client, school: School) -> None:
    ava = named("Ava", school)
    story = StoryFactory(author=ava, changes_requested=True, parts=["One two three."])
    part = story.parts.get()
    part.text = "One two three four five."
    part.save()
    submitted = ModelLogEntry.objects.filter(action="stories.submit", object_id=str(story.pk))
    submitted.update(timestamp=timezone.now() - timedelta(days=2))
    took, begun, handed_in, published, versions, first, now, wait, last = lines(report)["Ava"][1:]
    assert [took, begun, handed_in, published] == ["Yes", "1", "1", "0"]
    assert int(versions) >= 1
    assert [first, now, wait] == ["3", "5", "2.0"]
    today = timezone.localdate()
    assert last == f"{today.day} {today:%B %Y}"


def test_what_waits_for_an_answer_has_no_wait_yet(report: Client, school: School) -> None:
    StoryFactory(author=named("Ava", school), submitted=True)
    assert lines(report)["Ava"][8] == ""


def test_a_class_and_days_narrow_it(report: Client, school: School) -> None:
    of_class = ReporterClassFactory(school=school)
    ava = named("Ava", school, reporter_class=of_class)
    named("Ben", school)
    StoryFactory(author=ava)
    assert list(lines(report, reporter_class=of_class.pk)) == ["Ava"]
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    assert lines(report, days_from=tomorrow)["Ava"][1] == "Not yet"
    assert lines(report, days_to=timezone.localdate().isoformat())["Ava"][1] == "Yes"


def test_what_the_lead_holds_is_not_told_to_a_teacher(
    client: Client, report: Client, school: School, lead: User
) -> None:
    StoryFactory(author=named("Ava", school), submitted=True, held=True)
    assert lines(report)["Ava"][1] == "Not yet"
    client.force_login(lead)
    assert lines(client)["Ava"][1] == "Yes"
    assert Story.objects.filter(held=True).exists()
