"""A real browser, a live server on a real SQLite file, a worker, and the screens of people."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser, expect

from tests.journeys.cast import Cast, assembled
from tests.journeys.files import Files, made_in
from tests.journeys.screens import DESKTOP, PHONE, Screen
from tests.journeys.wall import Wall, filled
from tests.snapshots import Scenes

HERE = Path(__file__).parent
WITHOUT = (
    # What Playwright leaves out as well: of two such lists a browser reads the last alone.
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
    # Pages of the browser's own behind its address bar, drawn for every window that opens.
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxPopup",
)
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    f"--disable-features={','.join(WITHOUT)}",
)
PATIENCE = 15_000
"""Milliseconds that a slow machine may take before something counts as missing."""
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The browser of the system, so that nothing is downloaded."""
    return {
        **browser_type_launch_args,
        "executable_path": shutil.which("chromium"),
        "args": list(QUIET),
    }


@pytest.fixture(scope="session", autouse=True)
def beside_a_browser() -> Iterator[None]:
    """The browser's event loop runs in this thread, and Django would take it for its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield


@pytest.fixture
def archive(settings: Any, live_server: Any) -> str:
    """The address of an archive whose queue is real."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    return str(live_server.url)


@pytest.fixture
def worker(archive: str) -> Callable[[], None]:
    """The product's own worker, run until its queue is empty."""
    return lambda: call_command("work", batch=True, interval=0)


Open = Callable[..., Screen]


@pytest.fixture
def screen(browser: Browser, archive: str) -> Iterator[Open]:
    """``screen(**options)`` opens a browser of its own; nothing may go wrong on it."""
    opened: list[Screen] = []

    def made(**options: Any) -> Screen:
        opened.append(Screen(browser.new_context(**options), archive))
        return opened[-1]

    yield made
    complaints = [complaint for one in opened for complaint in one.complaints()]
    for one in opened:
        one.context.close()
    assert complaints == []


@pytest.fixture
def phone(screen: Open) -> Screen:
    return screen(**PHONE)


@pytest.fixture
def desktop(screen: Open) -> Screen:
    return screen(**DESKTOP)


@pytest.fixture(scope="session")
def scenes() -> Scenes:
    """The worlds of the journeys, each made once."""
    return Scenes()


@pytest.fixture
def cast(archive: str, scenes: Scenes) -> Cast:
    return scenes.of("cast", assembled)


@pytest.fixture
def wall(cast: Cast, scenes: Scenes) -> Wall:
    """Hung by the people of ``cast``: the same rows, whoever names them."""
    return scenes.of("wall", lambda: filled(cast))


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def device(request: pytest.FixtureRequest, screen: Open) -> Screen:
    """First a phone, then a desk."""
    return screen(**request.param)


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return made_in(tmp_path_factory.mktemp("files"))
