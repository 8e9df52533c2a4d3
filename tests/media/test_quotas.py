"""How much one may keep, at every way in that has a person."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import File
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from families.models import User
from media import quotas
from media.accession import accession
from media.models import Item, Picture, ResumableUpload
from media.refusals import Refused, sentence
from media.resumable import parts, sending
from tests.factories import StoryFactory, UserFactory
from tests.media.resumable.tus import Tus

pytestmark = pytest.mark.django_db


@pytest.fixture
def size(photo: Path) -> int:
    return photo.stat().st_size


@pytest.fixture
def tus(client: Client, student: User) -> Tus:
    client.force_login(student)
    return Tus(client)


@pytest.fixture
def room_for_one(settings: Any, size: int) -> None:
    settings.MEDIA_QUOTA_USER = size + size // 2


@pytest.fixture
def class_room_for_one(settings: Any, size: int) -> None:
    settings.MEDIA_QUOTA_CLASS = size + size // 2


def put(photo: Path, by: User | None) -> Item:
    with photo.open("rb") as file:
        return accession(upload=File(file), filename=photo.name, by=by)


def no_room(photo: Path, by: User) -> str:
    with pytest.raises(Refused) as caught:
        put(photo, by)
    return caught.value.code


def test_each_person_has_room_of_their_own(photo: Path, student: User, room_for_one: None) -> None:
    put(photo, student)
    assert no_room(photo, student) == "no_room"
    put(photo, UserFactory(student=True))
    put(photo, None)
    put(photo, None)
    assert Item.objects.count() == 4


def test_a_class_shares_its_room(
    photo: Path, student: User, class_room_for_one: None, school: Any
) -> None:
    classmate = UserFactory(student=True, school=school, reporter_class=student.reporter_class)
    put(photo, classmate)
    assert no_room(photo, student) == "no_room_in_class"
    put(photo, UserFactory(teacher=True, school=school))


def test_a_file_that_hides_its_size_is_measured(
    photo: Path, student: User, settings: Any, size: int
) -> None:
    settings.MEDIA_QUOTA_USER = size - 1
    with photo.open("rb") as file, pytest.raises(Refused, match="no_room"):
        upload: File[bytes] = File(file)
        upload.size = 1
        accession(upload=upload, filename="a.jpg", by=student)
    assert not Item.objects.exists()


def test_room_is_told_before_the_first_byte_and_counts_what_has_begun(
    tus: Tus, room_for_one: None, size: int
) -> None:
    path = tus.begun(size)
    response = tus.begin(size)
    assert response.status_code == 413
    assert response.json() == {"refused": sentence("no_room"), "code": "no_room"}
    assert tus.ask("DELETE", path).status_code == 204
    assert tus.begin(size).status_code == 201


def test_room_that_went_while_a_file_was_on_its_way(
    tus: Tus, student: User, photo: Path, size: int, settings: Any
) -> None:
    path = tus.begun(size)
    settings.MEDIA_QUOTA_USER = size - 1
    response = tus.send(path, photo.read_bytes())
    assert (response.status_code, response.json()["code"]) == (413, "no_room")
    assert tus.outcome(path)["refused"] == sentence("no_room")
    assert not Item.objects.exists()


def test_a_file_does_not_take_its_own_room_twice(tus: Tus, photo: Path, room_for_one: None) -> None:
    path = tus.begun(photo.stat().st_size)
    assert tus.send(path, photo.read_bytes()).status_code == 204


def test_a_disk_that_is_nearly_full(student: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "free", lambda: sending.SPARE + 9)
    with pytest.raises(Refused, match="full"):
        sending.begin(by=student, size=10)
    assert sending.begin(by=student, size=9).pk


def test_the_desks_form(client: Client, student: User, photo: Path, settings: Any) -> None:
    settings.MEDIA_QUOTA_USER = 10
    client.force_login(student)
    story = StoryFactory(author=student)
    file = SimpleUploadedFile("a.jpg", photo.read_bytes())
    response = client.post(
        reverse("desk_story_files", args=[story.ref]),
        {"file": file},
        headers={"Accept": "application/json"},
    )
    assert (response.status_code, response.json()["refused"]) == (422, sentence("no_room"))


def test_ingest(
    student: User, photo: Path, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.MEDIA_QUOTA_USER = 10
    with pytest.raises(SystemExit):
        call_command("ingest", "--as", student.username, str(photo))
    assert sentence("no_room") in capsys.readouterr().out


@pytest.mark.parametrize("page", ["wagtailimages:add", "wagtailimages_chooser:create"])
def test_the_staff_room(client: Client, photo: Path, settings: Any, page: str) -> None:
    client.force_login(UserFactory(administrator=True))
    settings.MEDIA_QUOTA_USER = 10
    file = SimpleUploadedFile("a.jpg", photo.read_bytes(), "image/jpeg")
    name = "image-chooser-upload-file" if "chooser" in page else "file"
    title = "image-chooser-upload-title" if "chooser" in page else "title"
    response = client.post(reverse(page), {name: file, title: "A"})
    assert response.status_code == 200
    assert "You have used all the room" in response.content.decode()
    assert not Picture.objects.exists()


@pytest.mark.parametrize(
    ("page", "name"),
    [("wagtailimages:add_multiple", "photo"), ("wagtaildocs:add_multiple", "paper")],
)
def test_many_at_once_in_the_staff_room(
    client: Client, settings: Any, page: str, name: str, request: pytest.FixtureRequest
) -> None:
    client.force_login(UserFactory(administrator=True))
    settings.MEDIA_QUOTA_USER = 10
    sent = request.getfixturevalue(name)
    response = client.post(
        reverse(page),
        {"files[]": SimpleUploadedFile(sent.name, sent.read_bytes()), "title": "A"},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    assert response.status_code == 200
    assert "You have used all the room" in response.json()["error_message"]
    assert not Item.objects.exists()


@pytest.mark.parametrize(
    ("used", "left", "near"), [(0, 1000, None), (850, 150, None), (910, 90, 90), (2000, 0, 0)]
)
def test_how_much_is_left_is_said_when_it_gets_near(
    student: User, settings: Any, used: int, left: int, near: int | None
) -> None:
    settings.MEDIA_QUOTA_USER, settings.MEDIA_LARGEST_UPLOAD = 1000, 50
    if used:
        ResumableUpload.objects.create(
            user=student, size=used, offset=used, expires_at="2030-01-01T00:00Z"
        )
    assert (quotas.left(student), quotas.left_if_near(student)) == (left, near)


def test_the_class_may_be_nearer_its_end_than_the_person(student: User, settings: Any) -> None:
    settings.MEDIA_QUOTA_CLASS = 700
    assert quotas.left(student) == 700
