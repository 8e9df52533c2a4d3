"""A big file over bad Wi-Fi, from a phone: it goes on from where it was, and comes in once."""

from __future__ import annotations

import contextlib
import hashlib
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from media.models import Item, ResumableUpload
from media.resumable import parts
from media.resumable.faults import Busy
from tests.journeys.desk import Desk
from tests.journeys.screens import Screen
from tests.journeys.uploads.sending import choose, half_sent, is_whole
from tests.line import Line
from tests.media.samples import cornered


@pytest.fixture(autouse=True)
def too_large_to_be_kept(settings: Any) -> None:
    """What is kept on the device goes on by itself: see test_in_the_background."""
    settings.MEDIA_KEPT_ON_DEVICE = 0


@pytest.fixture(autouse=True)
def agrees(phone: Screen) -> None:
    """Whoever is asked by the browser whether they really want to leave says yes."""
    phone.page.on("dialog", lambda dialog: dialog.accept())


@pytest.fixture
def offsets(phone: Screen) -> list[int]:
    """Where each piece that is sent begins."""
    found: list[int] = []

    def note(request: object) -> None:
        if request.method == "PATCH":  # type: ignore[attr-defined]
            found.append(int(request.headers["upload-offset"]))  # type: ignore[attr-defined]

    phone.context.on("request", note)
    return found


def has_noticed() -> ResumableUpload:
    """The server has read what came before the cut, and let go."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        upload = ResumableUpload.objects.get()
        # Whoever took the lock before the server had read anything would send it away.
        if upload.offset:
            with contextlib.suppress(Busy), parts.held(upload.token):
                return upload
        time.sleep(0.02)
    raise AssertionError("The server did not notice the cut.")


def test_whoever_was_signed_out_is_told_so(desk: Desk, phone: Screen, scan: Path) -> None:
    """On a Chromebook that slept over lunch: the file stays, and nothing is tried for ever."""
    phone.context.clear_cookies()
    with phone.expecting("403"):
        row = choose(desk, scan)
        expect(row).to_contain_text("You have been signed out. Sign in again")
    assert not ResumableUpload.objects.exists()


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_it_goes_on_by_itself(desk: Desk, line: Line, scan: Path, share: float) -> None:
    line.cut_after(int(scan.stat().st_size * share))
    choose(desk, scan)
    expect(desk.thing(scan)).to_contain_text("Safe at school")
    assert line.cuts == 1
    is_whole(scan)


def test_the_same_file_chosen_again_goes_on_from_where_it_was(
    desk: Desk, phone: Screen, line: Line, scan: Path, offsets: list[int]
) -> None:
    half_sent(desk, line, scan)
    address = phone.page.url
    phone.page.goto("about:blank")
    has_noticed()
    line.mend()
    phone.page.goto(f"{phone.address}/desk/")
    expect(phone.main).to_contain_text("1 file has not finished.")
    phone.page.goto(address)
    coming = phone.page.locator("[data-coming]")
    expect(coming).to_contain_text("1 file has not finished.")
    expect(coming).to_contain_text(re.compile(r"[1-9]\d?% is safe at school"))
    offsets.clear()
    choose(desk, scan)
    expect(desk.thing(scan)).to_contain_text("Safe at school")
    expect(coming).to_have_count(0)
    assert offsets
    assert min(offsets) > 0
    is_whole(scan)
    assert phone.page.evaluate("() => localStorage.length") == 0


def test_another_file_of_the_same_name_does_not_go_on_from_there(
    desk: Desk, phone: Screen, line: Line, scan: Path, tmp_path: Path
) -> None:
    half_sent(desk, line, scan)
    other = tmp_path / scan.name
    cornered(600, 400).save(other, "BMP")
    has_noticed()
    phone.page.goto("about:blank")
    line.mend()
    phone.page.go_back()
    choose(desk, other)
    expect(desk.thing(other)).to_contain_text("Safe at school")
    assert Item.objects.get().original.sha256 == hashlib.sha256(other.read_bytes()).hexdigest()
    assert ResumableUpload.objects.unfinished().count() == 1


def test_it_can_be_left_out(desk: Desk, line: Line, scan: Path, phone: Screen) -> None:
    row = half_sent(desk, line, scan)
    has_noticed()
    line.mend()
    phone.press("Leave it out", within=row)
    expect(row).to_have_count(0)
    is_gone()


def test_one_that_did_not_finish_can_be_left_out_later(
    desk: Desk, line: Line, scan: Path, phone: Screen
) -> None:
    half_sent(desk, line, scan)
    has_noticed()
    phone.page.goto("about:blank")
    line.mend()
    phone.page.go_back()
    phone.press("Leave it out", within=phone.page.locator("[data-coming]"))
    expect(phone.page.locator("[data-coming]")).to_have_count(0)
    is_gone()


def is_gone() -> None:
    deadline = time.monotonic() + 30
    while ResumableUpload.objects.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not ResumableUpload.objects.exists()
    assert not Item.objects.exists()


def test_two_tabs_send_it_once(desk: Desk, phone: Screen, line: Line, scan: Path) -> None:
    half_sent(desk, line, scan)
    phone.page.goto("about:blank")
    upload = has_noticed()
    # Another tab, as far as this one can tell.
    with parts.held(upload.token):
        line.mend()
        phone.page.go_back()
        row = choose(desk, scan)
        expect(row).to_contain_text("Another tab is sending this file")
    expect(desk.thing(scan)).to_contain_text("Safe at school")
    is_whole(scan)


def test_a_refusal_comes_before_the_first_byte(
    desk: Desk, phone: Screen, scan: Path, settings: object, offsets: list[int]
) -> None:
    settings.MEDIA_QUOTA_USER = 1000  # type: ignore[attr-defined]
    with phone.expecting("413"):
        expect(choose(desk, scan)).to_contain_text("You have used all the room")
    assert offsets == []


def test_a_file_that_changes_while_it_is_sent_is_not_half_of_each(
    desk: Desk, phone: Screen, line: Line, tmp_path: Path
) -> None:
    file = tmp_path / "growing.bmp"
    cornered(1400, 1000).save(file, "BMP")
    row = half_sent(desk, line, file)
    has_noticed()
    file.write_bytes(file.read_bytes()[::-1] + b"more")
    line.mend()
    expect(row).to_contain_text("This file has changed, or it is a folder. Choose it once more.")
    assert not Item.objects.exists()


def test_a_file_with_nothing_in_it_is_told_so(
    desk: Desk, phone: Screen, tmp_path: Path, offsets: list[int]
) -> None:
    file = tmp_path / "empty.jpg"
    file.touch()
    with phone.expecting("422"):
        expect(choose(desk, file)).to_contain_text("This file has nothing in it.")
    assert offsets == []


def test_several_at_once_each_arrive(
    desk: Desk, line: Line, tmp_path: Path, worker: Callable[[], None]
) -> None:
    files = [tmp_path / f"page-{number}.bmp" for number in range(4)]
    for number, file in enumerate(files):
        cornered(300 + number, 200).save(file, "BMP")
    line.cut_after(200_000)
    desk.add(*files)
    sums = {hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    assert {item.original.sha256 for item in Item.objects.all()} == sums
    assert Item.objects.count() == len(files)
