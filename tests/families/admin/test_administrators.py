"""Wagtail's own rooms for administrators are not there for other staff."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Site

from families.models import User
from tests.factories import StoryFactory, UserFactory

pytestmark = pytest.mark.django_db

NO_NUMBER = 987654321
ROWS = {
    "wagtailusers_users": lambda: UserFactory(student=True).pk,
    "wagtailusers_groups": lambda: Group.objects.all()[0].pk,
    "wagtailsites": lambda: Site.objects.get().pk,
}
REPORTS = ("workflow", "workflow_results", "workflow_tasks", "workflow_tasks_results")


@pytest.fixture(params=["teacher", "lead"])
def staff(request: Any, client: Client, school: Any) -> Client:
    client.force_login(UserFactory(school=school, **{request.param: True}))
    return client


@pytest.fixture
def administrator() -> Client:
    browser = Client()
    browser.force_login(UserFactory(administrator=True, school=None))
    return browser


@pytest.mark.parametrize("room", ROWS)
@pytest.mark.parametrize("page", ["edit", "history", "usage"])
def test_a_number_that_exists_looks_like_one_that_does_not(
    staff: Client, administrator: Client, room: str, page: str
) -> None:
    there, nowhere = (reverse(f"{room}:{page}", args=[n]) for n in (ROWS[room](), NO_NUMBER))
    for method in ("get", "post"):
        answers = [getattr(staff, method)(address) for address in (there, nowhere)]
        assert [answer.status_code for answer in answers] == [404, 404]
    if room != "wagtailsites":
        assert administrator.get(there).status_code == 200


@pytest.mark.parametrize("report", REPORTS)
def test_the_reports_that_offer_the_names_of_every_school(
    staff: Client, administrator: Client, report: str
) -> None:
    address = reverse(f"wagtailadmin_reports:{report}")
    assert staff.get(address).status_code == 404
    assert administrator.get(address).status_code == 200


def test_no_report_that_is_left_names_somebody_of_another_school(staff: Client) -> None:
    child = UserFactory(student=True, username="zebedee22", display_name="Zebedee")
    StoryFactory(submitted=True, author=child)
    for report in ("site_history", "aging_pages", "page_types_usage"):
        page = staff.get(reverse(f"wagtailadmin_reports:{report}")).content.decode().casefold()
        assert "zebedee" not in page, report


def test_the_menu_offers_nothing_that_is_not_there(staff: Client, administrator: Client) -> None:
    address = reverse("wagtailadmin_reports:workflow")
    assert address not in staff.get("/admin/").content.decode()
    assert address in administrator.get("/admin/").content.decode()


@pytest.mark.parametrize("who", ["student", "family_member"])
def test_whoever_may_not_enter_meets_the_same_door_as_everywhere(client: Client, who: str) -> None:
    someone: User = UserFactory(**{who: True})
    client.force_login(someone)
    assert client.get(reverse("wagtailusers_users:index")).url.startswith("/admin/login/")
    assert client.get(reverse("wagtailusers_users:index"), follow=True).redirect_chain[-1] == (
        "/desk/",
        302,
    )
