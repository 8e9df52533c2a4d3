"""The desk's uploads as tuspy sends them, a client that is not ours, over a line that is cut."""

from __future__ import annotations

import contextlib
import hashlib
import io
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from tusclient.client import TusClient
from tusclient.exceptions import TusCommunicationError
from tusclient.uploader import Uploader

from families.models import User
from media.models import Item, ResumableUpload
from media.resumable import parts
from media.resumable.faults import Busy
from stories.models import Story
from tests.factories import UserFactory
from tests.line import Line, line_to
from tests.media.samples import cornered

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(scope="module")
def content() -> bytes:
    """A picture of about a megabyte."""
    written = io.BytesIO()
    cornered(800, 450).save(written, "BMP")
    return written.getvalue()


@pytest.fixture
def line(live_server: Any) -> Iterator[Line]:
    with line_to(live_server.url) as line:
        yield line


def tuspy(user: User, line: Line) -> TusClient:
    """Signed in as a browser would be, and with the header that proves it is no other site."""
    browser = Client()
    browser.force_login(user)
    browser.get("/desk/stories/new/")
    cookies = {name: morsel.value for name, morsel in browser.cookies.items()}
    headers = {
        "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()),
        "X-CSRFToken": cookies["csrftoken"],
        "Connection": "close",
    }
    return TusClient(f"{line.address}/desk/uploads/", headers=headers)


def uploader(client: TusClient, content: bytes, story: Story, **options: Any) -> Uploader:
    about = {"filename": "nan’s mill.bmp", "story": story.ref}
    return client.uploader(file_stream=io.BytesIO(content), metadata=about, **options)


def has_noticed(seconds: float = 30) -> None:
    """Wait until the server has read what came before the cut, and let go.

    The lock is asked for only once the server has written down how far it is. Whoever held
    it while the server was about to begin would have kept the server itself out.
    """
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        upload = ResumableUpload.objects.get()
        if upload.offset:
            with contextlib.suppress(Busy), parts.held(upload.token):
                return
        time.sleep(0.01)
    raise AssertionError("The server did not notice the cut.")


def is_whole(story: Story, content: bytes) -> None:
    item = Item.objects.get()
    assert item.original.sha256 == hashlib.sha256(content).hexdigest()
    assert item.filename == "nan’s mill.bmp"
    assert [part.item for part in story.parts.all() if part.item] == [item]


@pytest.mark.parametrize(
    "options", [{}, {"chunk_size": 300_000}, {"upload_checksum": True}], ids=str
)
def test_it_arrives(
    student: User, story: Story, line: Line, content: bytes, options: dict[str, Any]
) -> None:
    uploader(tuspy(student, line), content, story, **options).upload()
    is_whole(story, content)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_it_goes_on_from_where_the_line_was_cut(
    student: User, story: Story, line: Line, content: bytes, share: float
) -> None:
    client = tuspy(student, line)
    first = uploader(client, content, story)
    first.set_url(first.create_url())
    line.cut_after(int(len(content) * share))
    with pytest.raises(TusCommunicationError):
        first.upload()
    assert line.cuts == 1
    has_noticed()
    again = uploader(client, content, story, url=first.url)
    # The headers went over the line as well, and the last piece read may be lost with it.
    assert share - 0.1 < again.offset / len(content) < share
    assert again.offset > 0
    again.upload()
    is_whole(story, content)


def test_a_cut_under_a_checksum_keeps_nothing_that_was_not_checked(
    student: User, story: Story, line: Line, content: bytes
) -> None:
    client = tuspy(student, line)
    first = uploader(client, content, story, chunk_size=400_000, upload_checksum=True)
    first.set_url(first.create_url())
    line.cut_after(600_000)
    with pytest.raises(TusCommunicationError):
        first.upload()
    has_noticed()
    # The server may still be reading what came before the cut, and then says 423 for a moment.
    again = uploader(client, content, story, url=first.url, retries=200, retry_delay=0.05)
    assert again.offset == 400_000
    again.upload()
    is_whole(story, content)


def test_two_at_once_make_one(student: User, story: Story, line: Line, content: bytes) -> None:
    client = tuspy(student, line)
    first = uploader(client, content, story)
    first.set_url(first.create_url())
    answers: list[int] = []

    def send() -> None:
        try:
            uploader(client, content, story, url=first.url).upload()
            answers.append(204)
        except TusCommunicationError as error:
            answers.append(error.status_code or 0)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert 204 in answers
    assert set(answers) <= {204, 409, 410, 423, 0}
    is_whole(story, content)


def test_while_one_holds_it_another_is_told_to_wait(
    student: User, story: Story, line: Line, content: bytes
) -> None:
    client = tuspy(student, line)
    first = uploader(client, content[:1000], story)
    first.set_url(first.create_url())
    holding = parts.held(ResumableUpload.objects.get().token)
    with holding, pytest.raises(TusCommunicationError) as caught:
        first.upload()
    assert caught.value.status_code == 423


def test_somebody_elses_is_not_there(
    student: User, story: Story, line: Line, content: bytes, school: Any
) -> None:
    mine = uploader(tuspy(student, line), content, story)
    mine.set_url(mine.create_url())
    other = tuspy(UserFactory(student=True, school=school), line)
    with pytest.raises(TusCommunicationError) as caught:
        uploader(other, content, story, url=mine.url)
    assert caught.value.status_code == 404
