"""A real server is killed at any moment of an upload, and costs nothing and no memory."""

from __future__ import annotations

import hashlib
import http.client
import random
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.test import Client

from families.models import User
from stories.models import Story
from tests.factories import StoryFactory
from tests.media.resumable.receivers import PATIENCE, Receiver
from tests.media.resumable.tus import OCTETS, UPLOADS, VERSION, told

DEATHS = 20
FILES = 5
SIZE = 700_000
"""Bytes of each file: several of the pieces in which a server writes them."""

LATE = 0.06
"""Seconds: about what a server needs from the last byte of such a file to its answer."""

FLAT = 24 * 1024**2
"""Bytes that the receiving process may grow by, whatever the size of the file."""

Sender = Callable[..., http.client.HTTPResponse]


@pytest.fixture(scope="module")
def receiver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Receiver]:
    made = Receiver(tmp_path_factory.mktemp("var"))
    yield made
    made.close()


@pytest.fixture
def story(student: User) -> Story:
    made: Story = StoryFactory(author=student)
    return made


@pytest.fixture
def headers(client: Client, student: User) -> dict[str, str]:
    """Signed in as a browser would be."""
    client.force_login(student)
    session, token = client.cookies["sessionid"].value, "t" * 32
    return VERSION | {"Cookie": f"sessionid={session}; csrftoken={token}", "X-CSRFToken": token}


@pytest.fixture
def desk(
    transactional_db: None, receiver: Receiver, story: Story, headers: dict[str, str]
) -> Iterator[Receiver]:
    receiver.know_what_the_test_knows()
    receiver.start()
    yield receiver
    receiver.kill()


class Sending:
    """One file, sent by a client that asks how far it is and goes on from there."""

    def __init__(self, desk: Receiver, headers: dict[str, str], ref: str, content: bytes) -> None:
        self.desk, self.headers, self.content = desk, headers, content
        about = {"Upload-Metadata": told(filename="nan.wav", story=ref)}
        answer = self.ask("POST", UPLOADS, **about, **{"Upload-Length": str(len(content))})
        assert answer.status == 201
        self.address = answer.headers["Location"]

    def ask(self, method: str, address: str, **more: str) -> http.client.HTTPResponse:
        line = http.client.HTTPConnection("127.0.0.1", self.desk.port, timeout=PATIENCE)
        with closing(line):
            line.request(method, address, headers=self.headers | more)
            answer = line.getresponse()
            answer.read()
            return answer

    @property
    def offset(self) -> int:
        answer = self.ask("HEAD", self.address)
        assert answer.status == 200
        return int(answer.headers["Upload-Offset"])

    def begin(self, offset: int) -> socket.socket:
        """A line on which the rest of the file is promised."""
        line = socket.create_connection(("127.0.0.1", self.desk.port), timeout=PATIENCE)
        told = self.headers | {"Host": "127.0.0.1", "Upload-Offset": str(offset)}
        told |= {"Content-Type": OCTETS, "Content-Length": str(len(self.content) - offset)}
        lines = [f"PATCH {self.address} HTTP/1.1", *(f"{k}: {v}" for k, v in told.items())]
        line.sendall("\r\n".join([*lines, "", ""]).encode())
        return line

    def send_all(self) -> None:
        offset = self.offset
        with self.begin(offset) as line:
            line.sendall(self.content[offset:])
            assert line.recv(64).startswith(b"HTTP/1.1 204")

    def send_until_it_dies(self, share: float, late: float) -> int:
        """Kill the server after some of the bytes, and say how many it had before them."""
        offset = self.offset
        count = round((len(self.content) - offset) * share)
        with self.begin(offset) as line:
            line.sendall(self.content[offset : offset + count])
            time.sleep(late)
            self.desk.kill()
        self.desk.start()
        return offset


def sound(size: int, seed: int) -> bytes:
    """A WAV file that is as long as it says, of noise that no other has."""
    head = b"RIFF" + (size - 8).to_bytes(4, "little") + b"WAVEfmt " + (16).to_bytes(4, "little")
    pcm = bytes.fromhex("0100 0200 44ac0000 10b10200 0400 1000")
    data = head + pcm + b"data" + (size - 44).to_bytes(4, "little")
    return data + random.Random(seed).randbytes(2**16) * (size // 2**16 + 1)


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def test_twenty_deaths_lose_no_byte_and_leave_nothing_half_done(
    desk: Receiver, headers: dict[str, str], story: Story
) -> None:
    dice = random.Random(20)
    contents = [sound(SIZE, seed)[:SIZE] for seed in range(FILES)]
    went_on = 0
    for content in contents:
        sending = Sending(desk, headers, story.ref, content)
        for death in range(1, DEATHS // FILES + 1):
            # The last one comes when all bytes were sent, while the file becomes an item.
            is_last = death == DEATHS // FILES
            share = 1 if is_last else dice.random()
            went_on += sending.send_until_it_dies(share, dice.uniform(0, LATE)) > 0
            _nothing_in_the_store_is_half_there(desk, contents)
        if sending.offset < SIZE:
            sending.send_all()
        assert sending.offset == SIZE
    # Most deaths met a file of which something had come; otherwise this has shown nothing.
    assert went_on >= DEATHS / 4
    desk.sweep()
    _each_came_in_once(desk, story, contents)


def _nothing_in_the_store_is_half_there(desk: Receiver, contents: list[bytes]) -> None:
    whole = {sha256(content) for content in contents}
    for path in stored(desk.var):
        assert path.name.partition("-")[0] == sha256(path.read_bytes())
        assert sha256(path.read_bytes()) in whole


def _each_came_in_once(desk: Receiver, story: Story, contents: list[bytes]) -> None:
    sums = sorted(sha256(content) for content in contents)
    rows = desk.rows("select sha256, file from media_originalfile order by sha256")
    assert [checksum for checksum, _ in rows] == sums
    assert {f"{path.parent.name}/{path.name}" for path in stored(desk.var)} == {
        file for _, file in rows
    }
    assert [sha256(path.read_bytes()) for path in sorted(stored(desk.var), key=name)] == sums
    assert {path.stat().st_mode & 0o777 for path in stored(desk.var)} == {0o400}
    shown = "select item_id, story_id from stories_storypart where item_id is not null"
    items = [(item, story.pk) for (item,) in desk.rows("select id from media_item")]
    assert len(items) == len(contents)
    assert sorted(desk.rows(shown)) == sorted(items)
    work = desk.var / "originals" / ".work"
    assert [path.name for path in work.rglob("*")] == ["parts"]


def name(path: Path) -> str:
    return path.name


def stored(var: Path) -> list[Path]:
    """What is in the store, half-made files left out."""
    found = (var / "originals").glob("[!.]*/*")
    return [path for path in found if path.is_file()]


def test_memory_stays_flat_however_large_the_file(
    desk: Receiver, headers: dict[str, str], story: Story
) -> None:
    before = []
    for size in (8 * 1024**2, 96 * 1024**2):
        content = sound(size, size)[:size]
        before.append(desk.peak())
        Sending(desk, headers, story.ref, content).send_all()
    assert desk.rows("select max(size) from media_originalfile") == [(96 * 1024**2,)]
    assert desk.peak() - before[-1] < FLAT
