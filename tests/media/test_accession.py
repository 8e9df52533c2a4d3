"""The way in: by streaming, under a checksum, once for the same bytes, and all or nothing."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.db import IntegrityError, connection, transaction

from families.models import User
from media import arrival, storage
from media.accession import accession, kept_name
from media.bounds import CHUNK
from media.formats import Kind
from media.models import Item, Job, JobState, OriginalFile, Status
from media.refusals import Refused
from media.removal import remove
from tests.factories.families import UserFactory

pytestmark = pytest.mark.django_db
Add = Callable[..., Item]


@pytest.fixture
def student() -> User:
    made: User = UserFactory(student=True)
    return made


@pytest.fixture
def queued(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    from media import tasks

    refs: list[str] = []
    monkeypatch.setattr(tasks, "enqueue", lambda item: refs.append(item.ref))
    return refs


def stored_files() -> set[str]:
    root = Path(storage.originals().path(""))
    return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}


def stored(item: Item) -> bytes:
    return Path(item.original.file.path).read_bytes()


def refusal(path: Path, **options: object) -> str:
    with path.open("rb") as file, pytest.raises(Refused) as caught:
        accession(upload=File(file), filename=path.name, by=None, **options)
    return caught.value.code


def test_what_is_recorded(add: Add, photo: Path, student: User) -> None:
    item = add(photo, student)
    assert (item.kind, item.status, item.progress) == (Kind.IMAGE, Status.WAITING, 0)
    assert (item.uploaded_by, item.school, item.filename) == (student, student.school, "photo.jpg")
    original = item.original
    assert original.sha256 == hashlib.sha256(photo.read_bytes()).hexdigest()
    assert original.size == photo.stat().st_size
    assert original.format.code == "jpeg"
    with original.file.open() as kept:
        assert kept.read() == photo.read_bytes()
    assert photo.exists()
    assert (item.job.state, item.job.attempts) == (JobState.WAITING, 0)


def test_the_ref_is_short_random_and_readable() -> None:
    from media.refs import new_ref

    refs = {new_ref() for _ in range(200)}
    assert len(refs) == 200
    assert all((len(ref) == 10 and ref.islower()) or ref.isalnum() for ref in refs)
    assert not set("".join(refs)) & set("0189")


@pytest.mark.parametrize("kind", ["image", "audio", "video", "document"])
def test_the_kind_is_what_the_content_is(
    add: Add, request: pytest.FixtureRequest, kind: str
) -> None:
    fixture = {"image": "photo", "audio": "sound", "video": "film", "document": "paper"}[kind]
    assert add(request.getfixturevalue(fixture)).kind == kind


def test_work_is_queued_after_commit_only(
    add: Add,
    photo: Path,
    queued: list[str],
    django_capture_on_commit_callbacks: Callable[..., list[object]],
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        item = add(photo)
        assert queued == []
    assert queued == [item.ref]


def test_work_can_be_left_to_the_caller(
    add: Add,
    photo: Path,
    queued: list[str],
    django_capture_on_commit_callbacks: Callable[..., list[object]],
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        add(photo, queue=False)
    assert queued == []


def test_the_same_bytes_are_stored_once(add: Add, photo: Path, student: User) -> None:
    first, second = add(photo, student), add(photo, UserFactory(student=True))
    assert first.pk != second.pk
    assert first.ref != second.ref
    assert first.original == second.original
    assert OriginalFile.objects.count() == 1


def test_removing_one_of_two_leaves_the_other(
    added: Add,
    photo: Path,
    student: User,
    django_capture_on_commit_callbacks: Callable[..., list[object]],
) -> None:
    first, second = added(photo, student), added(photo, UserFactory(student=True))
    gone = [made.file.name for made in first.derivatives.all()]
    name = first.original.file.name
    with django_capture_on_commit_callbacks(execute=True):
        remove(first)
    assert not any(storage.derivatives().exists(path) for path in gone)
    assert storage.originals().exists(name)
    assert all(made.file.storage.exists(made.file.name) for made in second.derivatives.all())
    with django_capture_on_commit_callbacks(execute=True):
        remove(second)
    assert not storage.originals().exists(name)
    assert not OriginalFile.objects.exists()
    assert not Job.objects.exists()


def test_two_files_of_the_same_name_never_swap(add: Add, photo: Path, film: Path) -> None:
    with photo.open("rb") as one, film.open("rb") as other:
        first = accession(upload=File(one), filename="IMG_0001", by=None)
        second = accession(upload=File(other), filename="IMG_0001", by=None)
    assert first.filename == second.filename
    assert stored(first) == photo.read_bytes()
    assert stored(second) == film.read_bytes()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\mary\\photo.jpg", "photo.jpg"),
        ("نانا\u202egpj.jpg", "نانا\u202egpj.jpg"),
        ("👵🏽 in 1972.jpg", "👵🏽 in 1972.jpg"),
        ('"><script>.jpg', '"><script>.jpg'),
        ("a\x00b\r\nc.jpg", "abc.jpg"),
        ("x" * 400, "x" * 255),
        ("bad\udc80.jpg", "bad?.jpg"),
        ("CON", "CON"),
        ("", ""),
    ],
)
def test_a_name_is_kept_as_data(name: str, kept: str) -> None:
    assert kept_name(name) == kept


def test_a_name_is_never_a_path(add: Add, photo: Path) -> None:
    with photo.open("rb") as file:
        item = accession(upload=File(file), filename="../../../tmp/evil.jpg", by=None)
    assert "evil" not in str(item.original.file.name)
    assert item.original.file.name.split("/")[1].startswith(item.original.sha256)


def test_what_the_upload_handler_put_on_disk_is_moved(photo: Path) -> None:
    upload = TemporaryUploadedFile("photo.jpg", "text/plain", 0, None)
    upload.write(photo.read_bytes())
    upload.size = photo.stat().st_size
    where = Path(upload.temporary_file_path())
    inode = where.stat().st_ino
    item = accession(upload=upload, filename="photo.jpg", by=None)
    assert not where.exists()
    assert Path(item.original.file.path).stat().st_ino == inode
    upload.close()


def test_what_is_in_memory_is_copied(photo: Path) -> None:
    item = accession(upload=ContentFile(photo.read_bytes()), filename="photo.jpg", by=None)
    assert stored(item) == photo.read_bytes()


class Endless(File):
    """Claims to be small, and never ends; counts how much was asked for at once."""

    def __init__(self) -> None:
        self.name = "endless.jpg"
        self.size = 10
        self.asked: list[int] = []

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        while True:
            self.asked.append(chunk_size or 0)
            yield b"\xff\xd8\xff\xe0" * 256


def test_a_large_file_is_streamed_and_stopped_at_the_bound(settings: pytest.FixtureRequest) -> None:
    settings.MEDIA_LARGEST_UPLOAD = 100_000
    upload = Endless()
    before = stored_files()
    with pytest.raises(Refused) as caught:
        accession(upload=upload, filename="endless.jpg", by=None)
    assert caught.value.code == "too_big"
    assert set(upload.asked) == {CHUNK}
    assert len(upload.asked) == 98
    assert stored_files() == before


def test_a_file_that_says_it_is_too_big_is_not_read(settings: pytest.FixtureRequest) -> None:
    settings.MEDIA_LARGEST_UPLOAD = 5
    upload = Endless()
    with pytest.raises(Refused, match="too_big"):
        accession(upload=upload, filename="endless.jpg", by=None)
    assert upload.asked == []


def test_the_setting_can_only_lower_the_bound(settings: pytest.FixtureRequest) -> None:
    settings.MEDIA_LARGEST_UPLOAD = 2**50
    assert arrival.largest() == 2 * 1024**3
    del settings.MEDIA_LARGEST_UPLOAD
    assert arrival.largest() == 2 * 1024**3


def test_a_refused_file_leaves_nothing(tmp_path: Path) -> None:
    before = stored_files()
    for name, content, code in (("a.jpg", b"<html>", "unknown"), ("b.jpg", b"", "empty")):
        path = tmp_path / name
        path.write_bytes(content)
        assert refusal(path) == code
    assert stored_files() == before
    assert not Item.objects.exists()
    assert not OriginalFile.objects.exists()


def test_a_kind_that_does_not_go_there_is_refused(photo: Path) -> None:
    assert refusal(photo, kinds={Kind.AUDIO}) == "wrong_kind"


def test_whoever_loses_the_race_uses_the_winners_file(
    add: Add, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process records the same bytes between our look and our writing."""
    put = storage.put

    def slowly(store: object, path: Path, name: str) -> str:
        monkeypatch.setattr(storage, "put", put)
        copy = path.with_name("copy")
        copy.write_bytes(path.read_bytes())
        add(copy)
        return put(store, path, name)

    monkeypatch.setattr(storage, "put", slowly)
    before = stored_files()
    add(photo)
    assert Item.objects.count() == 2
    assert OriginalFile.objects.count() == 1
    assert len(stored_files() - before) == 1


@pytest.mark.django_db(transaction=True)
def test_many_at_once_lose_nothing(photo: Path) -> None:
    if connection.is_in_memory_db():
        pytest.skip("An in-memory database has no writers but one.")
    student = UserFactory(student=True)
    failures: list[BaseException] = []

    def send() -> None:
        try:
            with photo.open("rb") as file:
                accession(upload=File(file), filename="p.jpg", by=student, queue=False)
        except BaseException as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert failures == []
    assert Item.objects.count() == 12
    original = OriginalFile.objects.get()
    assert original.items.count() == 12
    assert storage.originals().exists(original.file.name)


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "smell"},
        {"status": "lost"},
        {"progress": 101},
        {"refusal_code": "broken"},
        {"status": "refused"},
    ],
)
def test_the_database_refuses_what_cannot_be(
    add: Add, photo: Path, change: dict[str, object]
) -> None:
    item = add(photo)
    with pytest.raises(IntegrityError), transaction.atomic():
        Item.objects.filter(pk=item.pk).update(**change)


def test_the_database_knows_jobs_and_sizes(add: Add, photo: Path) -> None:
    item = add(photo)
    for change in (
        lambda: Job.objects.update(state="lost"),
        lambda: OriginalFile.objects.update(size=0),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()
    assert str(item.original) in item.original.sha256
    assert str(item.job).endswith("waiting")
    assert str(item) == "photo.jpg"
