"""No file is made ready before the scanner has said that it is clean."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from media import admission, jobs, reaper, viruses
from media.claims import CAP
from media.models import Item, Job, JobState, OriginalFile, Picture, Status
from media.processing import process
from media.refusals import Refused
from media.tasks import process_item
from tests.factories.families import UserFactory
from tests.media.answers import body
from tests.media.fake_clamd import EICAR, FakeClamd

Add = Callable[..., Item]


@pytest.fixture
def scanner(tmp_path: Path, settings: object) -> Iterator[FakeClamd]:
    fake = FakeClamd(tmp_path / "clamd.ctl")
    settings.CLAMD = fake.address
    settings.CLAMD_TIMEOUT = 2
    yield fake
    fake.close()


@pytest.fixture
def infected(photo: Path, tmp_path: Path) -> Path:
    """A photograph that opens, with something behind it."""
    path = tmp_path / "infected.jpg"
    path.write_bytes(photo.read_bytes() + EICAR)
    return path


@pytest.mark.django_db
def test_a_clean_file_is_sent_whole_and_made_ready(
    scanner: FakeClamd, added: Add, photo: Path
) -> None:
    assert added(photo).is_ready
    assert scanner.received == [photo.read_bytes()]


@pytest.mark.django_db
def test_what_the_scanner_finds_is_refused_and_kept_under_lock(
    scanner: FakeClamd, add: Add, infected: Path, client: Client
) -> None:
    sender = UserFactory(student=True)
    item = process(add(infected, sender))
    assert (item.status, item.refusal_code) == (Status.REFUSED, "virus")
    assert "virus check" in item.refusal
    assert not item.derivatives.exists()
    original = OriginalFile.objects.get()
    assert original.file.storage.exists(original.file.name)
    client.force_login(sender)
    assert client.get(f"/files/{item.ref}/original").status_code == 404


@pytest.mark.django_db
def test_nobody_gets_the_same_bytes_from_an_older_item(
    scanner: FakeClamd, add: Add, infected: Path, client: Client, settings: object
) -> None:
    sender = UserFactory(student=True)
    settings.CLAMD = ""
    older = process(add(infected, sender))
    client.force_login(sender)
    answer = client.get(f"/files/{older.ref}/original")
    assert answer.status_code == 200
    assert body(answer)
    settings.CLAMD = scanner.address
    process(add(infected, UserFactory(student=True)))
    assert client.get(f"/files/{older.ref}/original").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    "answer",
    [b"", b"\n", b"stream: ERROR\n", b"hello\n", b"\xff\xfe\n", b"stream OK\n", b"OK\n"],
)
def test_only_a_plain_ok_lets_a_file_through(
    scanner: FakeClamd, add: Add, photo: Path, answer: bytes
) -> None:
    scanner.answer = answer
    item = process(add(photo))
    assert item.status == Status.WAITING
    job = item.job
    assert (job.state, job.attempts) == (JobState.FAILED, 0)
    assert job.error.startswith("The virus scanner does not answer, so this file waits.")
    assert not item.derivatives.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["unix:/nowhere/clamd.ctl", "127.0.0.1:1", "nonsense", ":x"])
def test_a_scanner_that_is_down_keeps_the_file_waiting(
    settings: object, add: Add, photo: Path, address: str
) -> None:
    settings.CLAMD = address
    assert process(add(photo)).status == Status.WAITING


@pytest.mark.django_db
def test_a_scanner_that_is_silent_is_waited_for_only_so_long(
    scanner: FakeClamd, settings: object, add: Add, photo: Path
) -> None:
    settings.CLAMD_TIMEOUT = 0.2
    scanner.silent = True
    item = process(add(photo))
    assert (item.status, item.job.attempts) == (Status.WAITING, 0)
    assert "timed out" in item.job.error.lower()


@pytest.mark.django_db
def test_a_file_that_waited_is_made_ready_once_the_scanner_is_back(
    scanner: FakeClamd,
    add: Add,
    photo: Path,
    django_capture_on_commit_callbacks: Callable[..., object],
) -> None:
    scanner.answer = b"nonsense\n"
    item = add(photo)
    for _ in range(CAP + 1):
        item = process(item)
        past = timezone.now() - reaper.RETRY_AFTER - timedelta(seconds=1)
        Job.objects.update(heartbeat=past)
        with django_capture_on_commit_callbacks(execute=True):
            assert reaper.reap() == [item.ref]
    scanner.answer = None
    process_item.call(item.ref)
    item.refresh_from_db()
    assert item.is_ready
    assert (item.job.attempts, item.job.error) == (1, "")


@pytest.mark.django_db
def test_over_the_network_as_well(settings: object, added: Add, photo: Path) -> None:
    fake = FakeClamd()
    settings.CLAMD = fake.address
    try:
        assert added(photo).is_ready
    finally:
        fake.close()
    assert fake.received == [photo.read_bytes()]


@pytest.mark.django_db
def test_a_file_that_the_scanner_does_not_take(
    scanner: FakeClamd, add: Add, photo: Path, settings: object
) -> None:
    """Such a file is turned away when it comes; this one was there when the scanner was set up."""
    item = add(photo)
    settings.CLAMD_LARGEST = photo.stat().st_size - 1
    process(item)
    assert (item.status, item.refusal_code) == (Status.REFUSED, "too_big_to_check")
    assert scanner.received == []


def test_a_scanner_that_hangs_up_on_a_long_file(scanner: FakeClamd, tmp_path: Path) -> None:
    path = tmp_path / "long"
    path.write_bytes(bytes(3_000_000))
    scanner.most = 100_000
    with pytest.raises((Refused, viruses.NoAnswer)) as caught:
        viruses.check(path)
    # A reset may take the scanner's last words along; either way the file is not let through.
    assert getattr(caught.value, "code", "too_big_to_check") == "too_big_to_check"


def test_a_long_file_goes_in_pieces_and_shows_a_sign_of_life(
    scanner: FakeClamd, tmp_path: Path
) -> None:
    path, beats = tmp_path / "long", []
    path.write_bytes(bytes(5 * viruses.PIECE + 1))
    viruses.check(path, lambda: beats.append(1))
    assert len(beats) == 6
    assert [len(content) for content in scanner.received] == [5 * viruses.PIECE + 1]


@pytest.mark.django_db
def test_what_is_in_use_is_looked_at_again_when_it_is_made_again(
    scanner: FakeClamd, added: Add, photo: Path
) -> None:
    item = added(photo)
    scanner.answer = b"stream: New.Name FOUND\n"
    assert jobs.renew(item)
    process(item)
    assert (item.status, item.refusal_code) == (Status.REFUSED, "virus")


@pytest.mark.django_db
def test_a_picture_for_the_library_is_turned_away_meanwhile(
    scanner: FakeClamd, photo: Path
) -> None:
    """It would be shown on the next screen, so it cannot wait."""
    scanner.answer = b"nonsense\n"
    upload = SimpleUploadedFile("mill.jpg", photo.read_bytes())
    with pytest.raises(Refused) as caught:
        Picture(title="The mill", file=upload).save()
    assert caught.value.code == "unchecked"
    assert not Item.objects.filter(picture__isnull=False).exists()
    assert admission.is_new(Picture(file=upload))


@pytest.mark.django_db
def test_ingest_does_not_wait_for_ever(
    scanner: FakeClamd, photo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scanner.answer = b"nonsense\n"
    by = UserFactory(student=True)
    with pytest.raises(SystemExit):
        call_command("ingest", "--as", by.username, str(photo))
    assert "It is safe here" in capsys.readouterr().out
