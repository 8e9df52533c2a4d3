"""Which funds and places are covered, and which not yet."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from families.models import User
from stories.models import Fund, Place
from tests.factories import FundFactory, PlaceFactory, StoryFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


@pytest.fixture
def here() -> tuple[Fund, Place]:
    return FundFactory(name="Zfund"), PlaceFactory(name="Zplace", area="Moston")


def lines(report: Client, **asked: Any) -> dict[str, list[str]]:
    found = {}
    for number in (1, 2, 3):
        answer = report.get(reverse("covered"), {**asked, "p": number})
        page = BeautifulSoup(answer.content, "html.parser")
        for row in page.select("table.listing tbody tr"):
            name, *rest = [td.get_text(strip=True) for td in row.find_all("td")]
            found[name] = rest
    return found


def test_it_counts_what_is_told_and_what_is_public(
    report: Client, student: User, here: tuple[Fund, Place]
) -> None:
    fund, place = here
    StoryFactory(author=student, submitted=True, funds=[fund], places=[place])
    StoryFactory(author=student, published=True, funds=[fund])
    StoryFactory(author=student, draft=True, funds=[fund])
    StoryFactory(author=UserFactory(student=True), published=True, funds=[fund])
    found = lines(report)
    assert found["Zfund"] == ["Fund", "", "Yes", "2", "1"]
    assert found["Zplace"] == ["Place", "Moston", "Yes", "1", "0"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"covered": "Not yet"}, {"Zplace"}),
        ({"covered": "Yes"}, {"Zfund"}),
        ({"kind": "Fund"}, {"Zfund"}),
        ({"kind": "Place", "covered": "Yes"}, set()),
    ],
)
def test_what_is_not_yet_covered(
    report: Client,
    student: User,
    here: tuple[Fund, Place],
    asked: dict[str, str],
    expected: set[str],
) -> None:
    StoryFactory(author=student, submitted=True, funds=[here[0]])
    assert {"Zfund", "Zplace"} & lines(report, **asked).keys() == expected


def test_a_class_and_days_narrow_it(
    report: Client, student: User, here: tuple[Fund, Place]
) -> None:
    other = UserFactory(student=True, school=student.school)
    StoryFactory(author=student, submitted=True, funds=[here[0]])
    assert lines(report, reporter_class=student.reporter_class_id)["Zfund"][2] == "Yes"
    assert lines(report, reporter_class=other.reporter_class_id)["Zfund"][2] == "Not yet"
    yesterday = (timezone.localdate() - timedelta(days=1)).isoformat()
    assert lines(report, days_to=yesterday)["Zfund"][2] == "Not yet"
