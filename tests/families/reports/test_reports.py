"""What holds for every report: for staff of the school alone, quick, and safe to download."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from families.models import School, User
from families.models.consents import Scope
from stories.models.parts import StoryPerson
from tests.factories import (
    ItemFactory,
    PersonFactory,
    PlaceFactory,
    StoryFactory,
    UserFactory,
    agree,
)

pytestmark = pytest.mark.django_db

REPORTS = ("taking-part", "covered", "children-shown", "yeses")
STRANGERS: dict[str, dict[str, Any]] = {
    "student": {"student": True},
    "family member": {"family_member": True},
    "administrator": {"administrator": True, "school": None},
    "staff without a school": {"teacher": True, "school": None},
}
NASTY = "=HYPERLINK(1)"


def fill(school: School, name: str = NASTY) -> None:
    """Something for each report to tell."""
    student = UserFactory(student=True, school=school, display_name=name)
    child = PersonFactory(
        child=True, consenting=True, school=school, public_name=name, user=student
    )
    place = PlaceFactory(name=f"{name} {school.pk} {student.pk}")
    story = StoryFactory(
        published=True, author=student, title=name, places=[place],
        parts=["Words.", ItemFactory(uploaded_by=student)],
        people=[(child, StoryPerson.Role.SHOWN)],
    )  # fmt: skip
    agree(child, Scope.FACE, story_ref=story.ref)


def read(client: Client, name: str, **asked: Any) -> str:
    return client.get(reverse(name), asked).content.decode()


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("who", STRANGERS)
def test_it_is_not_there_for_others(client: Client, school: School, name: str, who: str) -> None:
    client.force_login(UserFactory(**{"school": school} | STRANGERS[who]))
    for address in (reverse(name), f"{reverse(name)}results/"):
        assert client.get(address).status_code in (302, 404)
        assert client.get(address, {"export": "csv"}).status_code in (302, 404)


@pytest.mark.parametrize("name", REPORTS)
def test_another_school_finds_nothing_of_it(client: Client, school: School, name: str) -> None:
    fill(school, "Zebedee")
    client.force_login(UserFactory(teacher=True))
    if name != "covered":  # Places are every school's.
        assert "Zebedee" not in read(client, name)
    else:
        assert f"Zebedee {school.pk}" not in read(client, name, covered="Yes")


@pytest.mark.parametrize("name", REPORTS)
def test_another_schools_class_is_no_filter(client: Client, teacher: User, name: str) -> None:
    theirs = UserFactory(student=True)
    client.force_login(teacher)
    assert "Select a valid choice" in read(client, name, reporter_class=theirs.reporter_class_id)


@pytest.mark.parametrize("name", REPORTS)
def test_it_says_what_it_is_for_and_stands_in_the_menu(
    client: Client, teacher: User, name: str
) -> None:
    client.force_login(teacher)
    answer = client.get(reverse(name))
    view = answer.context["view"]
    html = answer.content.decode()
    assert view.about.endswith(".")
    assert view.about in html
    assert f'"url": "{reverse(name)}"' in html


@pytest.mark.parametrize("name", REPORTS)
def test_it_costs_the_same_however_much_there_is(
    client: Client, school: School, teacher: User, name: str
) -> None:
    client.force_login(teacher)
    fill(school)
    counts = []
    for more in (0, 2):
        for _ in range(more):
            fill(school)
        read(client, name)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            read(client, name)
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] <= 25


@pytest.mark.parametrize("name", REPORTS)
def test_a_spreadsheet_works_nothing_out_and_is_named_after_nobody(
    client: Client, school: School, teacher: User, name: str
) -> None:
    fill(school)
    client.force_login(teacher)
    csv = client.get(reverse(name), {"export": "csv"})
    text = b"".join(csv.streaming_content).decode()
    assert f"'{NASTY}" in text
    assert not [line for line in text.splitlines() if line.startswith(("=", '"='))]
    xlsx = client.get(reverse(name), {"export": "xlsx"})
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(xlsx.streaming_content))).active
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert f"'{NASTY}" in " ".join(str(cell.value) for cell in cells)
    assert "f" not in {cell.data_type for cell in cells}
    for answer, ending in ((csv, "csv"), (xlsx, "xlsx")):
        said = answer["Content-Disposition"]
        assert name in said
        assert said.rstrip('"').endswith(ending)
        assert "HYPERLINK" not in said
