"""Staff change their own settings, and no picture goes past the one way in."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from wagtail.users.models import UserProfile

from families.models import User

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/account/"


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


def test_there_is_no_box_for_a_picture(desk: Client) -> None:
    page = desk.get(ADDRESS)
    assert page.status_code == 200
    assert 'type="file"' not in page.content.decode()


def test_a_picture_that_is_sent_all_the_same_is_not_kept(desk: Client, teacher: User) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "PNG")
    sent = SimpleUploadedFile("me.png", picture.getvalue(), "image/png")
    form = {
        "theme-theme": "dark",
        "theme-contrast": "system",
        "theme-density": "default",
        "theme-keyboard_shortcuts": "on",
    }
    answer = desk.post(ADDRESS, form | {"avatar-avatar": sent})
    profile = UserProfile.get_for_user(teacher)
    assert (answer.status_code, profile.theme, bool(profile.avatar)) == (302, "dark", False)


def test_strangers_and_students_stay_outside(client: Client, student: User) -> None:
    assert client.get(ADDRESS).status_code == 302
    client.force_login(student)
    assert client.get(ADDRESS).status_code == 302
