"""The desk as a server sends it: light at its first load, and whole without Wi-Fi."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client, override_settings
from django.urls import reverse
from playwright.sync_api import expect

from tests.factories import StoryFactory
from tests.journeys.cast import Cast
from tests.journeys.conftest import Open
from tests.journeys.screens import PHONE, Screen
from tests.media.resumable.receivers import Receiver

BUDGET = 150_000
"""Bytes over the wire: page, styles, scripts and drawings, with an empty cache."""

COMPRESSED = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
NOT_OF_THE_DESK = ["wagtail*", "admin", "leaflet*", "rest_framework*", "django_*"]


@pytest.fixture(scope="module")
def receiver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Receiver]:
    """Gunicorn as the Procfile starts it, over static files as a server collects them."""
    var: Path = tmp_path_factory.mktemp("served")
    with override_settings(STATIC_ROOT=var / "static", STORAGES={"staticfiles": COMPRESSED}):
        call_command("collectstatic", verbosity=0, interactive=False, ignore=NOT_OF_THE_DESK)
    made = Receiver(var)
    yield made
    made.close()


@pytest.fixture
def phone(cast: Cast, receiver: Receiver, screen: Open) -> Iterator[Screen]:
    story = StoryFactory(author=cast.amina, title="The flood", parts=["It rained."])
    session = signed_in(cast)
    receiver.know_what_the_test_knows()
    has_a_shared_cache(receiver)
    receiver.start()
    phone = screen(**PHONE)
    phone.address = f"http://127.0.0.1:{receiver.port}"
    phone.host = f"127.0.0.1:{receiver.port}"
    phone.memory = reverse("desk_story", args=[story.ref])  # type: ignore[attr-defined]
    cookie = {"name": "sessionid", "value": session, "url": phone.address}
    phone.context.add_cookies([cookie])  # type: ignore[list-item]
    yield phone
    phone.page.close()
    receiver.kill()


def signed_in(cast: Cast) -> str:
    """Her session; a server's passwords are kept in another way than the tests'."""
    client = Client()
    client.force_login(cast.amina)
    return str(client.cookies["sessionid"].value)


def has_a_shared_cache(receiver: Receiver) -> None:
    """The tests have theirs in memory; a server's is a table that ``createcachetable`` makes."""
    columns = "cache_key varchar(255) PRIMARY KEY, value text, expires datetime"
    with closing(sqlite3.connect(receiver.var / "archive.sqlite3")) as database:
        database.execute(f"CREATE TABLE IF NOT EXISTS shared_cache ({columns})")


class Scales:
    """Adds up what comes over the wire (Chrome DevTools Protocol, Network.loadingFinished)."""

    def __init__(self, phone: Screen) -> None:
        self.weight = 0
        self.coded: dict[str, str] = {}
        self.line = phone.context.new_cdp_session(phone.page)
        self.line.send("Network.enable")
        self.line.send("Network.setBypassServiceWorker", {"bypass": True})
        self.line.on("Network.loadingFinished", self._weigh)
        self.line.on("Network.responseReceived", self._note)

    def empty(self) -> None:
        self.line.send("Network.clearBrowserCache")
        self.weight = 0

    def _weigh(self, event: dict[str, Any]) -> None:
        self.weight += int(event["encodedDataLength"])

    def _note(self, event: dict[str, Any]) -> None:
        told = {name.lower(): value for name, value in event["response"]["headers"].items()}
        self.coded[event["type"]] = told.get("content-encoding", "")


def test_its_first_load_is_light(phone: Screen) -> None:
    scales = Scales(phone)
    for page in ("/desk/", phone.memory, "/desk/stories/new/"):  # type: ignore[attr-defined]
        scales.empty()
        phone.open(page)
        phone.page.wait_for_load_state("networkidle")
        assert 10_000 < scales.weight < BUDGET, f"{page}: {scales.weight} bytes"
    for kind in ("Document", "Stylesheet", "Script"):
        assert scales.coded[kind] == "gzip", kind


def test_what_was_collected_works_without_a_line(phone: Screen) -> None:
    phone.open("/desk/")
    phone.page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    with phone.expecting("net::ERR_", "Failed to load"):
        phone.context.set_offline(True)
        phone.open("/desk/")
        expect(phone.heading("There is no Wi-Fi")).to_be_visible()
        expect(phone.page.get_by_text("You can still write.")).to_be_visible()
        phone.context.set_offline(False)
