"""A file that somebody sends over a line that is cut."""

from __future__ import annotations

import hashlib
from pathlib import Path

from playwright.sync_api import Locator, expect

from media.models import Item, ResumableUpload
from tests.journeys.desk import FILES, Desk
from tests.line import Line

LOST = ("net::ERR_", "423", "409")
"""What a browser says on its console about a line that was cut."""

ON_ITS_WAY = "On this phone. It goes on by itself when the Wi-Fi is back"


def choose(desk: Desk, file: Path) -> Locator:
    desk.page.get_by_label(FILES).set_input_files(file)
    return desk.page.locator("[data-upload-list] > li").filter(has_text=file.name)


def half_sent(desk: Desk, line: Line, file: Path) -> Locator:
    """The line goes in the middle, and stays away."""
    line.cut_after(file.stat().st_size // 2, dead=True)
    row = choose(desk, file)
    expect(row).to_contain_text(ON_ITS_WAY)
    return row


def is_whole(file: Path) -> None:
    """Once, byte for byte, and with nothing left behind."""
    assert Item.objects.get().original.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert not ResumableUpload.objects.unfinished().exists()
