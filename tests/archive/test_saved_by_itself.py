"""A showcase saves itself while a teacher writes, as Wagtail's users know it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from archive.models import ShowcasePage
from families.models import User
from tests.archive.making import showcase
from tests.stories.moderation.filled import filled

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(teacher: User) -> ShowcasePage:
    made: ShowcasePage = showcase(by=teacher, live=False, title="Ours")
    return made


class Seat:
    """A browser that has the showcase open, with what Wagtail's script would send."""

    def __init__(self, user: User, page: ShowcasePage) -> None:
        self.client = Client()
        self.client.force_login(user)
        self.address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        self.typed = filled(self.client.get(self.address), "page-edit-form")

    def saves_itself(self, **changes: Any) -> Any:
        # The body is drawn by Wagtail's script, so an empty one is sent.
        sent = self.typed | {"body-count": "0"} | changes
        return self.client.post(self.address, sent, headers={"Accept": "application/json"})


def test_what_is_typed_is_kept_as_a_draft(page: ShowcasePage, teacher: User) -> None:
    answer = Seat(teacher, page).saves_itself(title="Ours, mended")
    assert answer.json()["success"]
    again = ShowcasePage.objects.get(pk=page.pk)
    assert again.latest_revision.as_object().title == "Ours, mended"
    assert not again.live


def test_it_does_not_write_over_a_newer_version(page: ShowcasePage, teacher: User) -> None:
    early, late = Seat(teacher, page), Seat(teacher, page)
    assert late.saves_itself(title="Newer").json()["success"]
    answer = early.saves_itself(title="Older")
    assert (answer.status_code, answer.json()["error_code"]) == (400, "invalid_revision")
    newest = ShowcasePage.objects.get(pk=page.pk).latest_revision
    assert newest.as_object().title == "Newer"
