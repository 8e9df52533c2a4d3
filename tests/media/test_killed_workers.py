"""A worker is killed at any moment: nothing is lost, nothing is half done, all is finished."""

from __future__ import annotations

import hashlib
import itertools
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django_tasks_db.models import DBTaskResult

from tests.media import samples

ROOT = Path(__file__).parents[2]
MOMENTS = 20
WAITING = 3
LATEST = 0.7
"""Seconds: about what a film of one second takes, so that every stage of it is hit."""

LONGEST = 60
"""Seconds in which any worker is ready for work; only a mistake takes that long."""

TASKS = f"select status from {DBTaskResult._meta.db_table}"  # noqa: S608
UNREADY = "select id from media_item where status <> 'ready'"
DERIVATIVES = "select name, file, sha256 from media_derivative"


class Archive:
    """An archive of its own, whose database and files are in `var`."""

    def __init__(self, var: Path) -> None:
        self.var = var
        self.environment = {
            **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
            "VAR": str(var),
            "SECRET_KEY": "only-for-tests",
            "DJANGO_SETTINGS_MODULE": "config.settings.laptop",
        }
        self.nursery = subprocess.Popen(
            [sys.executable, "-m", "tests.media.workers"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=ROOT,
            env=self.environment,
        )

    def ask(self, line: str) -> str:
        assert self.nursery.stdin is not None and self.nursery.stdout is not None
        self.nursery.stdin.write(line + "\n")
        self.nursery.stdin.flush()
        return self.nursery.stdout.readline().strip()

    def kill_a_worker_after(self, seconds: float) -> None:
        """Counted from when it is ready for work, since until then nothing can go wrong."""
        before = self.workers()
        worker = int(self.ask("work"))
        deadline = time.monotonic() + LONGEST
        while self.workers() <= before:
            assert time.monotonic() < deadline, "The worker did not start."
            time.sleep(0.005)
        time.sleep(seconds)
        os.killpg(worker, signal.SIGKILL)
        self.ask(f"bury {worker}")

    def workers(self) -> set[str]:
        return {path.name for path in (self.var / "workers").glob("*")}

    def rows(self, query: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.var / "archive.sqlite3")) as database:
            return database.execute(query).fetchall()

    def close(self) -> None:
        assert self.nursery.stdin is not None and self.nursery.stdout is not None
        self.nursery.stdin.close()
        self.nursery.wait(20)
        self.nursery.stdout.close()


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    made = Archive(tmp_path)
    try:
        assert made.ask("make") == "0"
        yield made
    finally:
        made.close()


@pytest.fixture
def sent(made: Callable[..., Path], tmp_path: Path) -> Iterator[Path]:
    """A film of a second, a small picture, a film, …; each differs, so that each is stored."""
    film = made("short.mp4", samples.film, "-t", "1", size="160x120")
    picture = made("small.jpg", samples.photo)
    folder = tmp_path / "sent"
    folder.mkdir()
    return (
        _one_more(path, folder / f"{number}{path.suffix}", number)
        for number, path in enumerate(itertools.cycle((film, picture)))
    )


def _one_more(path: Path, copy: Path, number: int) -> Path:
    box = (12).to_bytes(4, "big") + b"free" + number.to_bytes(4, "big")
    copy.write_bytes(path.read_bytes() + box)
    return copy


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def stored(folder: Path) -> set[str]:
    """What is in a store, half-made files left out."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {str(path) for path in found if path.parts[0] != ".work"}


def test_twenty_deaths_lose_nothing_and_leave_nothing_half_done(
    archive: Archive, sent: Iterator[Path]
) -> None:
    dice, files = random.Random(20), list[Path]()
    for _ in range(MOMENTS):
        # There is always something to do, and on a slow machine little is left at the end.
        while len(archive.rows(UNREADY)) < WAITING:
            files.append(next(sent))
            assert archive.ask(f"add {files[-1]}") == "0"
        archive.kill_a_worker_after(dice.uniform(0, LATEST))
        _nothing_in_use_is_half_done(archive)
    assert archive.ask("finish") == "0"

    runs = archive.rows(
        "select status, deaths, state from media_item i join media_job j on j.item_id = i.id"
    )
    assert [(status, state) for status, _, state in runs] == [("ready", "done")] * len(files)
    # Most deaths met a file that was being made ready; otherwise this has shown nothing.
    assert sum(deaths for _, deaths, _ in runs) >= MOMENTS / 4
    _nothing_in_use_is_half_done(archive)
    _originals_are_as_they_came(archive, files)
    assert "RUNNING" not in {status for (status,) in archive.rows(TASKS)}
    for store in ("originals", "derivatives"):
        left = {path.name for path in (archive.var / store / ".work").glob("*")}
        assert left <= {"parts"}


def _nothing_in_use_is_half_done(archive: Archive) -> None:
    """What is ready has every one of its files, each as it was when it was verified."""
    for item, kind in archive.rows("select id, kind from media_item where status = 'ready'"):
        rows = archive.rows(f"{DERIVATIVES} where item_id = {item}")
        needed = {"film.mp4", "poster.jpg"} if kind == "video" else {"w480.jpg", "w2400.webp"}
        assert needed <= {name for name, _, _ in rows}
        assert len({str(file).split("/")[1] for _, file, _ in rows}) == 1
        for _, file, checksum in rows:
            assert sha256(archive.var / "derivatives" / str(file)) == checksum
    assert archive.rows(f"{DERIVATIVES} where item_id in ({UNREADY})") == []


def _originals_are_as_they_came(archive: Archive, files: list[Path]) -> None:
    rows = archive.rows("select file, sha256 from media_originalfile")
    assert {checksum for _, checksum in rows} == {sha256(path) for path in files}
    assert stored(archive.var / "originals") == {str(file) for file, _ in rows}
    for file, checksum in rows:
        path = archive.var / "originals" / str(file)
        assert sha256(path) == checksum
        assert path.stat().st_mode & 0o777 == 0o400
