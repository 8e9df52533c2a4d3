"""The yearly look at every public picture in which a child is shown."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from families.models import Person, School, User
from families.models.consents import Scope
from media.models import Item
from stories import lifecycle
from stories.models import Story, YearlyLook
from stories.models.parts import StoryPerson
from stories.models.yearly import school_year
from tests.factories import ItemFactory, PersonFactory, StoryFactory, UserFactory, agree

pytestmark = pytest.mark.django_db

HERE = "/admin/reports/children-shown/"


@pytest.fixture
def report(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


def shown(school: School, *, is_child: bool = True, **more: Any) -> tuple[Story, Item]:
    """A public memory with one picture of somebody."""
    student = UserFactory(student=True, school=school)
    who: Person = PersonFactory(
        is_child=is_child, consenting=True, school=school, public_name="Ava"
    )
    item = more.pop("item", None) or ItemFactory(uploaded_by=student)
    story = StoryFactory(
        **{"published": True, "title": "The fair"} | more,
        author=student, parts=["Words.", item], people=[(who, StoryPerson.Role.SHOWN)],
    )  # fmt: skip
    return story, item


def press(client: Client, story: Story, item: Item) -> Any:
    return client.post(reverse("looked"), {"story": story.ref, "item": item.ref}, follow=True)


def test_it_shows_the_picture_and_what_allows_it(report: Client, school: School) -> None:
    story, item = shown(school)
    page = report.get(HERE).content.decode()
    today = timezone.localdate()
    for said in (
        "Ava", "The fair", story.get_absolute_url(), item.still.url, "Not yet this year",
        f"put it on the web: the person, {today.day} {today:%B %Y}",
        f"show my face: a parent or guardian, {today.day} {today:%B %Y}",
    ):  # fmt: skip
        assert said in page
    assert f"{today.day} {today:%B} {today.year + 1}" in page or "28 February" in page


@pytest.mark.parametrize(
    "others",
    [{"is_child": False}, {"published": False, "submitted": True}],
    ids=["a grown-up", "not public"],
)
def test_nothing_else_is_in_it(report: Client, school: School, others: dict[str, Any]) -> None:
    shown(school, **others)
    assert "The fair" not in report.get(HERE).content.decode()


def test_a_film_shows_children_and_a_sound_does_not(report: Client, school: School) -> None:
    student = UserFactory(student=True, school=school)
    shown(school, item=ItemFactory(video=True, uploaded_by=student), title="On film")
    shown(school, item=ItemFactory(audio=True, uploaded_by=student), title="On tape")
    page = report.get(HERE).content.decode()
    assert "On film" in page
    assert "On tape" not in page


def test_one_looks_once_a_year(report: Client, school: School, teacher: User) -> None:
    story, item = shown(school)
    assert "Noted. Thank you for looking." in press(report, story, item).content.decode()
    press(report, story, item)
    look = YearlyLook.objects.get()
    assert (look.by, look.year) == (teacher, school_year())
    assert ModelLogEntry.objects.filter(action="stories.yearly_check").count() == 1
    page = report.get(HERE).content.decode()
    assert f"by {teacher}" in page
    assert "I looked at it" not in page


def test_last_years_look_is_over(report: Client, school: School, teacher: User) -> None:
    story, item = shown(school)
    YearlyLook.objects.create(story=story, item=item, by=teacher, year=school_year() - 1)
    assert "I looked at it" in report.get(HERE).content.decode()


def test_a_look_of_somebody_who_left_still_counts(report: Client, school: School) -> None:
    story, item = shown(school)
    YearlyLook.objects.create(story=story, item=item, by=None)
    assert "somebody who has left" in report.get(HERE).content.decode()


@pytest.mark.parametrize(("looked", "is_in"), [("yes", False), ("no", True)])
def test_what_is_still_to_be_looked_at(
    report: Client, school: School, looked: str, is_in: bool
) -> None:
    shown(school)
    assert ("The fair" in report.get(HERE, {"looked": looked}).content.decode()) is is_in


def test_days_are_those_of_publishing(report: Client, school: School) -> None:
    shown(school)
    assert "The fair" not in report.get(HERE, {"days_to": "2001-01-01"}).content.decode()
    today = timezone.localdate().isoformat()
    assert "The fair" in report.get(HERE, {"days_from": today}).content.decode()


class TestNumbersInTheBody:
    def refused(self, client: Client, story: Story, item: Item) -> None:
        assert press(client, story, item).status_code == 404
        assert not YearlyLook.objects.exists()

    def test_another_schools_picture(self, report: Client, other_school: School) -> None:
        self.refused(report, *shown(other_school))

    def test_a_picture_of_another_memory(self, report: Client, school: School) -> None:
        story, _ = shown(school)
        _, other = shown(school, title="Another")
        self.refused(report, story, other)

    def test_one_that_is_not_public_any_more(self, report: Client, school: School) -> None:
        story, item = shown(school)
        lifecycle.withdraw(story, by=story.author)
        self.refused(report, story, item)

    @pytest.mark.parametrize("who", ["administrator", "student", "family_member"])
    def test_somebody_who_is_not_staff(self, client: Client, school: School, who: str) -> None:
        story, item = shown(school)
        client.force_login(UserFactory(school=school, **{who: True}))
        client.post(reverse("looked"), {"story": story.ref, "item": item.ref})
        assert not YearlyLook.objects.exists()

    def test_nothing_at_all(self, report: Client) -> None:
        assert report.post(reverse("looked")).status_code == 404
        assert report.get(reverse("looked")).status_code == 405


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2026, 8, 31), 2025), (date(2026, 9, 1), 2026), (date(2027, 1, 5), 2026)],
)
def test_a_school_year_begins_in_september(day: date, year: int) -> None:
    assert school_year(day) == year


def test_a_yes_to_one_memory_counts_for_that_one(report: Client, school: School) -> None:
    story, _ = shown(school)
    child = Person.objects.get(public_name="Ava")
    agree(child, Scope.FACE, story_ref=story.ref)
    assert "show my face" in report.get(HERE).content.decode()
