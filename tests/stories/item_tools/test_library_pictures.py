"""A picture that staff put into Wagtail's library leads to where a face in it is hidden."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection

from families.models import User
from media.models import Item, Job, Picture
from stories.moderation import permissions
from tests.factories import ItemFactory, UserFactory
from tests.stories.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture(cast: Cast) -> Picture:
    """As accession leaves it: a record whose file is the largest size of its item."""
    if not Collection.objects.filter(depth=1).exists():
        Collection.add_root(name="Root")
    permissions.install()
    item: Item = ItemFactory(uploaded_by=cast["teacher"])
    Job.objects.create(item=item)
    record = Picture(title="Baths", item=item, uploaded_by_user=cast["teacher"])
    record.take_file()
    record.save()
    return record


@pytest.fixture
def superuser() -> User:
    made: User = UserFactory(is_superuser=True, is_staff=True)
    return made


def page_of(picture: Picture) -> str:
    return reverse("wagtailimages:edit", args=[picture.pk])


def hide(picture: Picture) -> str:
    assert picture.item is not None
    return reverse("admin_item_hide", args=[picture.item.ref])


def test_its_page_leads_there_and_back(client: Client, cast: Cast, picture: Picture) -> None:
    client.force_login(cast["teacher"])
    shown = client.get(page_of(picture)).content.decode()
    assert f'href="{hide(picture)}">Hide a face</a>' in shown
    answer = client.get(hide(picture))
    assert answer.status_code == 200
    assert f'<a href="{page_of(picture)}">Go back</a>' in answer.content.decode()


ROLES = {"teacher": 200, "colleague": 404, "lead": 404, "stranger": 404}


@pytest.mark.parametrize("role", ROLES)
def test_whoever_may_change_it_may_hide(
    client: Client, cast: Cast, picture: Picture, role: str
) -> None:
    client.force_login(cast[role])
    assert client.get(hide(picture)).status_code == ROLES[role]
    may_change = client.get(page_of(picture)).status_code == 200
    assert may_change == (ROLES[role] == 200)


def test_also_somebody_who_did_not_put_it_in(
    client: Client, picture: Picture, superuser: User
) -> None:
    client.force_login(superuser)
    sent: dict[str, Any] = {
        "box-TOTAL_FORMS": "1",
        "box-INITIAL_FORMS": "0",
        "box-0-left": "10",
        "box-0-top": "10",
        "box-0-width": "30",
        "box-0-height": "30",
        "edition": "none",
    }
    assert client.post(hide(picture), sent).status_code == 302
    assert picture.item is not None
    assert picture.item.hidden_areas.count() == 1
