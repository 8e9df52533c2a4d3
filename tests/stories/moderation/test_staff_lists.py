"""Places, funds and worries, and what each group may do in Wagtail."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupCollectionPermission

from families.models import User
from families.roles import Role
from stories.models import Fund, Place
from stories.moderation import permissions
from tests.factories import PlaceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


def test_a_guess_says_that_it_is_one(desk: Client) -> None:
    place = PlaceFactory(basis=Place.Basis.ESTIMATE, name="Somewhere near Rochdale Road")

    listed = desk.get(reverse("places:index"), {"q": "Somewhere near"}).content.decode()
    form = desk.get(reverse("places:edit", args=[place.pk])).content.decode()

    assert "only estimated" in listed
    assert "was <b>only estimated</b>" in form


def test_a_teacher_mends_a_place(desk: Client) -> None:
    place = PlaceFactory(basis=Place.Basis.ESTIMATE)
    fields = {"name": "The Flash", "area": "Harpurhey", "latitude": "53.5", "longitude": "-2.2"}

    desk.post(reverse("places:edit", args=[place.pk]), fields | {"basis": "sourced"})

    place.refresh_from_db()
    assert (place.name, place.basis) == ("The Flash", "sourced")


def test_a_teacher_adds_a_fund(desk: Client) -> None:
    desk.post(reverse("funds:add"), {"name": "Keeping bees", "meaning": "Bees.", "position": "99"})

    assert Fund.objects.get(name="Keeping bees").slug == "keeping-bees"


def test_contributors_have_no_permission_at_all() -> None:
    permissions.install()

    for role in (Role.STUDENT, Role.FAMILY):
        group = Group.objects.get(name=role.value)
        assert not group.permissions.exists()
        assert not GroupCollectionPermission.objects.filter(group=group).exists()


def test_installing_twice_changes_nothing() -> None:
    permissions.install()
    before = GroupCollectionPermission.objects.count()
    permissions.install()

    assert GroupCollectionPermission.objects.count() == before


def test_no_group_has_a_django_permission_on_what_schools_keep_apart() -> None:
    """Wagtail's site history would show every school's rows to whoever has one."""
    kept_apart = {"story", "person", "family", "reporterclass", "worry", "consent"}

    for group in Group.objects.all():
        models = set(group.permissions.values_list("content_type__model", flat=True))
        assert not models & kept_apart, group
