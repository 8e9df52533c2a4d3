"""From the last byte to the item: once, wherever somebody is killed, and never in silence."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from families.models import User
from media import accession, storage
from media.models import Item, Job, OriginalFile, ResumableUpload
from media.refusals import Refused
from media.resumable import destinations, finishing, parts, sending
from media.resumable.sweeping import sweep_uploads
from stories.models import Story
from tests.media.resumable.tus import Tus

pytestmark = pytest.mark.django_db


class Killed(BaseException):
    """Nothing that a program catches, as when the process is not there any more."""


@pytest.fixture
def upload(student: User, story: Story, content: bytes) -> ResumableUpload:
    return sending.begin(by=student, size=len(content), filename="a.jpg", destination=story.ref)


def send(upload: ResumableUpload, content: bytes) -> None:
    sending.append(upload, [content], offset=0, length=len(content))


def killed(*args: Any, **kwargs: Any) -> None:
    raise Killed


def is_done(upload: ResumableUpload, story: Story) -> None:
    upload.refresh_from_db()
    assert Item.objects.get() == upload.item == story.parts.last().item
    assert (OriginalFile.objects.count(), Job.objects.count()) == (1, 1)
    assert parts.length(upload.token) is None
    assert Path(Item.objects.get().original.file.path).stat().st_size == upload.size


def a_day_later(upload: ResumableUpload) -> None:
    part = parts.folder() / upload.token
    if part.exists():
        os.utime(part, (0, 0))


MOMENTS: dict[str, tuple[object, str]] = {
    "before anything": (finishing, "finish"),
    "before it is looked at": (accession, "identified"),
    "before it is stored": (storage, "put"),
    "after it is stored": (accession.Job.objects, "create"),
    "before it has its place": (destinations, "place"),
    "after it has its place": (ResumableUpload, "save"),
    "before the bytes go": (parts.Part, "remove"),
}


FOLLOWERS: dict[str, Callable[[Tus, str], object]] = {
    "the sweeper": lambda tus, path: sweep_uploads(),
    "the client": lambda tus, path: tus.offset(path),
    "the page": lambda tus, path: tus.outcome(path),
}


@pytest.fixture(params=MOMENTS)
def left(
    request: pytest.FixtureRequest,
    upload: ResumableUpload,
    content: bytes,
    monkeypatch: pytest.MonkeyPatch,
) -> ResumableUpload:
    """An upload that was whole when its process was killed at some moment of finishing it."""
    (parts.folder() / upload.token).write_bytes(content)
    with monkeypatch.context() as patch, pytest.raises(Killed):
        patch.setattr(*MOMENTS[request.param], killed)
        finishing.finish_if_whole(ResumableUpload.objects.get())
    return upload


@pytest.mark.parametrize("follower", FOLLOWERS)
def test_whoever_is_killed_is_followed_by_somebody_who_does_it(
    left: ResumableUpload, story: Story, tus: Tus, follower: str
) -> None:
    FOLLOWERS[follower](tus, f"/desk/uploads/{left.token}/")
    assert story.parts.last().item == Item.objects.get()
    a_day_later(left)
    sweep_uploads()
    is_done(left, story)


def test_doing_it_twice_makes_one(upload: ResumableUpload, story: Story, content: bytes) -> None:
    send(upload, content)
    for _ in range(2):
        finishing.finish_if_whole(upload)
        sweep_uploads()
    is_done(upload, story)


def test_bytes_left_behind_a_finished_upload_go(
    upload: ResumableUpload, story: Story, content: bytes
) -> None:
    send(upload, content)
    parts.make(upload.token)
    with parts.held(upload.token) as part:
        finishing.finish(upload, part)
    is_done(upload, story)


def test_the_work_is_queued_once(
    upload: ResumableUpload,
    content: bytes,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:
    from media import tasks

    queued: list[Item] = []
    monkeypatch.setattr(tasks, "enqueue", queued.append)
    with django_capture_on_commit_callbacks(execute=True):
        send(upload, content)
    assert queued == [Item.objects.get()]


def test_a_memory_that_is_closed_keeps_the_file_waiting(
    upload: ResumableUpload, story: Story, content: bytes
) -> None:
    open_again: list[bool] = []

    def check(by: User, name: str) -> None:
        if not open_again:
            raise destinations.NotNow

    with destinations.registered(check, lambda by, name, item: None):
        with pytest.raises(destinations.NotNow):
            send(upload, content)
        sweep_uploads()
        assert parts.length(upload.token) == len(content)
        assert not Item.objects.exists()
        open_again.append(True)
        sweep_uploads()
    assert Item.objects.get().uploads.get() == upload


def test_a_memory_that_closes_at_the_last_moment_leaves_no_file_behind(
    upload: ResumableUpload, content: bytes
) -> None:
    def place(by: User, name: str, item: Item) -> None:
        raise destinations.NotNow

    before = stored()
    open_until_then = destinations.registered(lambda by, name: None, place)
    with open_until_then, pytest.raises(destinations.NotNow):
        send(upload, content)
    assert not Item.objects.exists()
    assert parts.length(upload.token) == len(content)
    assert stored() == before


def test_a_memory_that_is_gone_says_so(
    upload: ResumableUpload, story: Story, content: bytes
) -> None:
    story.delete()
    with pytest.raises(Refused, match="no_place"):
        send(upload, content)
    assert ResumableUpload.objects.get().refusal_code == "no_place"
    assert parts.length(upload.token) is None


def test_a_mistake_of_ours_keeps_the_bytes_and_stops_nobody_else(
    student: User, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    identified = accession.identified
    first, second = (sending.begin(by=student, size=len(content)) for _ in range(2))
    for upload in (first, second):
        (parts.folder() / upload.token).write_bytes(content)

    def once(arrival: Any) -> Any:
        monkeypatch.setattr(accession, "identified", identified)
        raise RuntimeError

    monkeypatch.setattr(accession, "identified", once)
    assert sweep_uploads() == 1
    assert sorted(map(bool, (parts.length(first.token), parts.length(second.token)))) == [
        False,
        True,
    ]
    assert sweep_uploads() == 1
    assert Item.objects.count() == 2


def stored() -> set[Path]:
    root = Path(storage.originals().path(""))
    return {path for path in root.rglob("*") if path.is_file() and ".work" not in path.parts}
