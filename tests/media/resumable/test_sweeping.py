"""What never became whole is cleared away, late enough and not in silence."""

from __future__ import annotations

import os
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from families.models import User
from media.models import Item, ResumableUpload
from media.resumable import parts, sending
from media.resumable.sweeping import STRAY, sweep_uploads
from tests.media.resumable.tus import Tus

pytestmark = pytest.mark.django_db


@pytest.fixture
def upload(student: User) -> ResumableUpload:
    made = sending.begin(by=student, size=10, filename="a.jpg")
    sending.append(made, [b"abc"], offset=0, length=3)
    return made


def pass_by(upload: ResumableUpload, **time: int) -> None:
    """As if that long ago the last byte had come."""
    expired = timezone.now() + sending.LIFE - timedelta(**time)
    ResumableUpload.objects.filter(pk=upload.pk).update(expires_at=expired)


@pytest.mark.parametrize(
    ("days", "bytes_left", "is_known"), [(6, 3, True), (8, None, True), (38, None, False)]
)
def test_first_the_bytes_go_and_a_month_later_the_name(
    upload: ResumableUpload, days: int, bytes_left: int | None, is_known: bool
) -> None:
    pass_by(upload, days=days)
    sweep_uploads()
    assert parts.length(upload.token) == bytes_left
    assert ResumableUpload.objects.exists() == is_known


def test_gone_on_with_in_time_it_stays(upload: ResumableUpload, tus: Tus) -> None:
    pass_by(upload, days=6)
    assert tus.send(f"/desk/uploads/{upload.token}/", b"def", 3).status_code == 204
    assert sweep_uploads() == 0
    assert parts.length(upload.token) == 6


def test_what_somebody_is_sending_to_is_left_alone(upload: ResumableUpload) -> None:
    pass_by(upload, days=8)
    with parts.held(upload.token):
        assert sweep_uploads() == 0
    assert sweep_uploads() == 1


@pytest.mark.parametrize(("age", "stays"), [(STRAY - 60, True), (STRAY + 60, False)])
def test_bytes_that_nobody_knows(age: int, stays: bool) -> None:
    parts.make("f" * 32)
    then = time.time() - age
    os.utime(parts.folder() / ("f" * 32), (then, then))
    sweep_uploads()
    assert (parts.length("f" * 32) is not None) == stays
    (parts.folder() / ("f" * 32)).unlink(missing_ok=True)


def test_bytes_of_somebody_who_left(upload: ResumableUpload, student: User) -> None:
    ResumableUpload.objects.all().delete()
    then = time.time() - STRAY - 60
    os.utime(parts.folder() / upload.token, (then, then))
    assert sweep_uploads() == 1


def test_what_a_killed_process_made_beside_them() -> None:
    folder = parts.folder() / "tmp-of-somebody"
    folder.mkdir()
    (folder / "whole").touch()
    sweep_uploads()
    assert folder.exists()
    os.utime(folder, (0, 0))
    sweep_uploads()
    assert not folder.exists()


def test_an_item_outlives_the_note_of_how_it_came(
    student: User, content: bytes, upload: ResumableUpload
) -> None:
    done = sending.begin(by=student, size=len(content))
    sending.append(done, [content], offset=0, length=len(content))
    pass_by(done, days=60)
    sweep_uploads()
    assert list(ResumableUpload.objects.all()) == [upload]
    assert Item.objects.count() == 1
