"""A phone, a file and a line between it and the archive that can be cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.journeys.cast import Cast
from tests.journeys.desk import Desk
from tests.journeys.screens import PHONE, Screen
from tests.journeys.uploads.sending import LOST
from tests.line import Line, line_to
from tests.media.samples import cornered


@pytest.fixture(scope="session")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A picture of four megabytes."""
    path = tmp_path_factory.mktemp("scans") / "album-page.bmp"
    cornered(1400, 1000).save(path, "BMP")
    return path


@pytest.fixture
def line(archive: str) -> Iterator[Line]:
    with line_to(archive) as line:
        yield line


@pytest.fixture
def phone(browser: Browser, line: Line) -> Iterator[Screen]:
    """A phone on a line that can be cut; what it says about that is no mistake of ours."""
    phone = Screen(browser.new_context(**PHONE), line.address)
    with phone.expecting(*LOST):
        yield phone
        complaints = phone.complaints()
    phone.context.close()
    assert complaints == []


@pytest.fixture
def desk(cast: Cast, phone: Screen) -> Desk:
    phone.sign_in("amina")
    desk = Desk(phone)
    desk.begin("The album")
    return desk
