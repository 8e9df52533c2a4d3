"""A showcase that opens by itself, in the nightly run, on the day that its curators chose."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from archive import opening
from archive.models import ShowcasePage
from families.models import User
from stories import lifecycle
from stories.models import Story
from tests.archive.making import showcase

pytestmark = pytest.mark.django_db


def scheduled(told: list[Story], teacher: User, *, hours: int) -> ShowcasePage:
    """As Wagtail's editor schedules it: published, with a day to go live on."""
    page = showcase(*told, by=teacher, live=False, school=teacher.school)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision(user=teacher).publish(user=teacher)
    assert not ShowcasePage.objects.get(pk=page.pk).live
    revision = page.revisions.get(approved_go_live_at__isnull=False)
    moment = timezone.now() + timedelta(hours=hours)
    revision.approved_go_live_at, revision.content["go_live_at"] = moment, moment.isoformat()
    revision.save()
    return page


def test_it_opens_in_the_night(client: Client, told: list[Story], teacher: User) -> None:
    page = scheduled(told, teacher, hours=-1)
    assert client.get(page.url).status_code == 404
    lifecycle.withdraw(told[0], by=told[0].author)
    call_command("nightly", verbosity=0)
    text = client.get(page.url).content.decode()
    assert "Memory 1" in text
    assert "Memory 0" not in text
    assert opening.on_their_day() == 0


def test_not_before_its_day(client: Client, told: list[Story], teacher: User) -> None:
    page = scheduled(told, teacher, hours=30)
    assert opening.on_their_day() == 0
    assert client.get(page.url).status_code == 404


def test_it_closes_too(client: Client, told: list[Story], teacher: User) -> None:
    page = showcase(*told, by=teacher)
    ShowcasePage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(hours=1))
    assert opening.on_their_day() == 1
    assert client.get(page.url).status_code == 404


def test_the_editor_offers_it(client: Client, told: list[Story], teacher: User) -> None:
    client.force_login(teacher)
    page = showcase(*told, by=teacher, live=False, school=teacher.school)
    text = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert 'name="go_live_at"' in text
