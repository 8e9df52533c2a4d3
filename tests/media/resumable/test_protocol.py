"""tus 1.0.0, header by header and status by status (https://tus.io/protocols/resumable-upload)."""

from __future__ import annotations

from datetime import timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from families.models import User
from media.models import Item, ResumableUpload
from media.resumable import parts
from stories.models import Story
from tests.factories import UserFactory
from tests.media.resumable.tus import OCTETS, UPLOADS, Tus, summed, told

pytestmark = pytest.mark.django_db


def test_what_there_is_is_told_to_anybody(client: Client) -> None:
    response = client.options(UPLOADS)
    assert response.status_code == 204
    assert response["Tus-Resumable"] == response["Tus-Version"] == "1.0.0"
    assert response["Tus-Extension"].split(",") == [
        "creation",
        "creation-with-upload",
        "expiration",
        "checksum",
        "termination",
    ]
    assert response["Tus-Max-Size"] == str(2 * 1024**3)
    assert set(response["Tus-Checksum-Algorithm"].split(",")) == {"sha1", "sha256", "md5"}


def test_the_size_that_is_told_is_the_one_that_is_enforced(tus: Tus, settings: Any) -> None:
    settings.MEDIA_LARGEST_UPLOAD = 10
    assert tus.ask("OPTIONS", UPLOADS)["Tus-Max-Size"] == "10"
    assert tus.begin(11).status_code == 413
    assert tus.begin(10).status_code == 201


def test_from_the_first_byte_to_the_last(tus: Tus, story: Story, content: bytes) -> None:
    response = tus.begin(len(content), story=story.ref, name="nan.jpg")
    assert (response.status_code, response["Tus-Resumable"]) == (201, "1.0.0")
    path, half = response["Location"], len(content) // 2
    assert tus.offset(path) == 0
    response = tus.send(path, content[:half])
    assert (response.status_code, response["Upload-Offset"]) == (204, str(half))
    assert tus.offset(path) == half
    assert not Item.objects.exists()
    response = tus.send(path, content[half:], half)
    assert (response.status_code, response["Upload-Offset"]) == (204, str(len(content)))
    item = Item.objects.get()
    assert Path(item.original.file.path).read_bytes() == content
    assert item.filename == "nan.jpg"
    assert story.parts.last().item == item


def test_where_it_is(tus: Tus, story: Story) -> None:
    path = tus.begun(100, story=story.ref)
    response = tus.ask("HEAD", path)
    assert (response["Upload-Length"], response["Upload-Offset"]) == ("100", "0")
    assert response["Cache-Control"] == "no-store"
    assert response["Upload-Metadata"] == told(filename="a.jpg", story=story.ref)
    assert response.content == b""


def test_a_finished_upload_says_so_and_takes_no_more(
    tus: Tus, story: Story, content: bytes
) -> None:
    size = len(content)
    path = tus.begun(size, story=story.ref)
    tus.send(path, content)
    assert tus.offset(path) == size
    assert tus.send(path, b"", size).status_code == 204
    assert tus.send(path, b"x", size).status_code == 409
    assert tus.send(path, content, 0).status_code == 409
    assert Item.objects.count() == 1


def test_the_first_bytes_may_come_with_the_beginning(tus: Tus, content: bytes) -> None:
    more = {"Content_Type": OCTETS, "body": content[:5000]}
    response = tus.begin(len(content), **more)
    assert (response.status_code, response["Upload-Offset"]) == (201, "5000")
    assert tus.offset(response["Location"]) == 5000
    response = tus.begin(len(content), **more | {"body": content})
    assert response.status_code == 201
    assert Item.objects.get().original.size == len(content)


def test_what_goes_wrong_with_the_first_bytes_keeps_the_address(tus: Tus) -> None:
    response = tus.begin(10, Content_Type=OCTETS, body=b"abc", Upload_Checksum=summed(b"xyz"))
    assert response.status_code == 460
    assert tus.offset(response["Location"]) == 0


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Upload_Length": None}, 400),
        ({"Upload_Length": "-1"}, 400),
        ({"Upload_Length": "many"}, 400),
        ({"Upload_Length": None, "Upload_Defer_Length": "1"}, 400),
        ({"Upload_Concat": "partial"}, 400),
        ({"Upload_Metadata": "filename ***"}, 400),
        ({"Upload_Metadata": told(story="no-such-one")}, 404),
        ({"Upload_Metadata": told(story="x" * 4000)}, 404),
        ({"Upload_Metadata": told(story="a\x00b")}, 404),
        ({"Upload_Length": "0"}, 422),
        ({"Upload_Length": str(2 * 1024**3 + 1)}, 413),
        ({"Tus_Resumable": None}, 412),
        ({"Tus_Resumable": "0.2.2"}, 412),
    ],
    ids=str,
)
def test_a_beginning_that_does_not_work(tus: Tus, headers: dict[str, Any], status: int) -> None:
    response = tus.begin(10, **headers)
    assert response.status_code == status
    assert response["Tus-Resumable"] == "1.0.0"
    assert not ResumableUpload.objects.exists()


def test_another_version_is_told_which_one_we_speak(tus: Tus) -> None:
    for method in ("HEAD", "PATCH", "DELETE"):
        response = tus.ask(method, tus.begun(10), Tus_Resumable="2.0.0")
        assert (response.status_code, response["Tus-Version"]) == (412, "1.0.0")


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"abc", {"Upload_Offset": 3}, 409),
        (b"abc", {"Upload_Offset": 999}, 409),
        (b"abc", {"Upload_Offset": None}, 400),
        (b"abc", {"Upload_Offset": "-1"}, 400),
        (b"abc", {"Content_Type": "application/octet-stream"}, 415),
        (b"abc", {"Content_Type": "multipart/form-data; boundary=x"}, 415),
        (b"x" * 11, {}, 413),
        (b"abc", {"Upload_Checksum": summed(b"abd")}, 460),
        (b"abc", {"Upload_Checksum": "crc32 YQ=="}, 400),
        (b"abc", {"Upload_Checksum": "sha1 ***"}, 400),
    ],
    ids=str,
)
def test_a_piece_that_does_not_fit_changes_nothing(
    tus: Tus, body: bytes, headers: dict[str, Any], status: int
) -> None:
    path = tus.begun(10)
    response = tus.send(path, body, **headers)
    assert (response.status_code, response["Tus-Resumable"]) == (status, "1.0.0")
    assert tus.offset(path) == 0


@pytest.mark.parametrize("algorithm", ["sha1", "sha256", "md5"])
def test_a_piece_with_its_checksum(tus: Tus, algorithm: str) -> None:
    path = tus.begun(10)
    response = tus.send(path, b"abc", Upload_Checksum=summed(b"abc", algorithm))
    assert (response.status_code, response["Upload-Offset"]) == (204, "3")
    response = tus.send(path, b"def", 3, Upload_Checksum=summed(b"DEF", algorithm))
    assert (response.status_code, tus.offset(path)) == (460, 3)


def test_a_second_tab_waits_while_the_first_one_sends(tus: Tus) -> None:
    path = tus.begun(10)
    token = path.split("/")[-2]
    with parts.held(token):
        assert tus.send(path, b"abc").status_code == 423
        assert tus.ask("DELETE", path).status_code == 423
        assert tus.offset(path) == 0
    assert tus.send(path, b"abc").status_code == 204


def test_an_upload_that_is_given_up_is_gone(tus: Tus) -> None:
    path = tus.begun(10)
    tus.send(path, b"abc")
    assert tus.ask("DELETE", path).status_code == 204
    assert tus.ask("HEAD", path).status_code == 404
    assert parts.length(path.split("/")[-2]) is None


def test_to_forget_a_finished_upload_leaves_the_file(tus: Tus, content: bytes) -> None:
    path = tus.begun(len(content))
    tus.send(path, content)
    assert tus.ask("DELETE", path).status_code == 204
    assert tus.ask("HEAD", path).status_code == 404
    assert Item.objects.count() == 1


@pytest.mark.parametrize("method", ["GET", "HEAD", "PATCH", "DELETE"])
@pytest.mark.parametrize("whose", ["somebody else's", "nobody's"])
def test_somebody_elses_and_nobodys_are_the_same_answer(
    tus: Tus, client: Client, method: str, whose: str, school: Any
) -> None:
    path = tus.begun(10)
    if whose == "nobody's":
        path = f"{UPLOADS}{'0' * 32}/"
    client.force_login(UserFactory(teacher=True, school=school))
    response = tus.ask(method, path, b"abc", Upload_Offset=0, Content_Type=OCTETS)
    assert (response.status_code, response.content) == (404, b"")
    if whose == "somebody else's":
        assert parts.length(path.split("/")[-2]) == 0


@pytest.mark.parametrize("method", ["POST", "GET", "HEAD", "PATCH", "DELETE"])
def test_whoever_has_not_signed_in_is_told_where(tus: Tus, client: Client, method: str) -> None:
    path = UPLOADS if method == "POST" else tus.begun(10)
    client.logout()
    response = tus.ask(method, path, Upload_Length=10)
    assert response.status_code == 403
    if method != "HEAD":
        assert response.json() == {"sign_in": "/sign-in/"}


def test_another_site_cannot_send_in_somebodys_name(student: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(student)
    client.get("/desk/stories/new/")
    tus, token = Tus(client), client.cookies["csrftoken"].value
    assert tus.begin(10).status_code == 403
    path = tus.begun(10, X_CSRFToken=token)
    assert tus.send(path, b"abc").status_code == 403
    assert tus.send(path, b"abc", X_CSRFToken=token).status_code == 204
    assert tus.ask("DELETE", path).status_code == 403


def test_after_a_week_of_silence_it_is_too_late(tus: Tus) -> None:
    response = tus.begin(10)
    in_a_week = timezone.now() + timedelta(days=7)
    path, expires = response["Location"], parsedate_to_datetime(response["Upload-Expires"])
    assert abs(expires - in_a_week) < timedelta(minutes=1)
    ResumableUpload.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert tus.ask("HEAD", path).status_code == 410
    assert tus.send(path, b"abc").status_code == 410


def test_every_byte_gives_it_another_week(tus: Tus) -> None:
    path = tus.begun(10)
    ResumableUpload.objects.update(expires_at=timezone.now() + timedelta(hours=1))
    expires = parsedate_to_datetime(tus.send(path, b"abc")["Upload-Expires"])
    assert expires > timezone.now() + timedelta(days=6)


def test_bytes_that_were_lost_are_gone_and_not_zero(tus: Tus) -> None:
    path = tus.begun(10)
    (parts.folder() / path.split("/")[-2]).unlink()
    assert tus.ask("HEAD", path).status_code == 410
    assert tus.send(path, b"abc").status_code == 410
    assert tus.ask("DELETE", path).status_code == 204


@pytest.mark.parametrize("method", ["PATCH", "HEAD", "DELETE"])
def test_a_proxy_that_knows_only_post(tus: Tus, method: str) -> None:
    path = tus.begun(10)
    sent = {"Upload_Offset": 0, "Content_Type": OCTETS, "X_HTTP_Method_Override": method}
    response = tus.ask("POST", path, b"abc" if method == "PATCH" else b"", **sent)
    assert response.status_code == (200 if method == "HEAD" else 204)


@pytest.mark.parametrize(
    ("method", "path"), [("PUT", UPLOADS), ("PATCH", UPLOADS), ("POST", f"{UPLOADS}abc/")]
)
def test_what_the_protocol_does_not_have(tus: Tus, method: str, path: str) -> None:
    assert tus.ask(method, path).status_code == 405


def test_a_refusal_is_a_sentence_and_stays_one(tus: Tus, story: Story) -> None:
    path = tus.begun(8, story=story.ref, name="game.jpg")
    response = tus.send(path, b"MZ\x90\0game")
    assert response.status_code == 422
    assert response.json()["code"] == "unknown"
    assert "We can't use this kind of file." in tus.outcome(path)["refused"]
    assert tus.ask("HEAD", path).status_code == 410
    assert parts.length(path.split("/")[-2]) is None
    assert not Item.objects.exists()
    assert not story.parts.filter(item__isnull=False).exists()
