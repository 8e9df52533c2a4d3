"""The desk as an app: what a phone is told, and that none of it is anybody's."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from PIL import Image

from families.models import User
from stories.contribute.offline import shell

pytestmark = pytest.mark.django_db

ADDRESSES = ("/desk/manifest.webmanifest", "/desk/sw.js", "/desk/offline/")


def told(client: Client) -> dict[str, Any]:
    script = client.get("/desk/sw.js").content.decode()
    found = re.search(r"self\.SHELL = (\{.*\});", script)
    assert found
    shell_told: dict[str, Any] = json.loads(found[1])
    return shell_told


def test_the_manifest_names_the_desk(client: Client) -> None:
    answer = client.get("/desk/manifest.webmanifest")
    assert answer["Content-Type"] == "application/manifest+json"
    said = answer.json()
    assert (said["start_url"], said["scope"], said["display"]) == ("/desk/", "/desk/", "standalone")
    assert {icon["purpose"] for icon in said["icons"]} == {"any", "maskable"}


def test_each_icon_is_as_large_as_it_says(client: Client) -> None:
    for icon in client.get("/desk/manifest.webmanifest").json()["icons"]:
        path = Path(str(finders.find(icon["src"].removeprefix("/static/"))))
        with Image.open(path) as image:
            assert f"{image.width}x{image.height}" == icon["sizes"]
        assert path.stat().st_size < 10_000


def test_the_worker_is_a_script_that_looks_after_the_desk_alone(client: Client) -> None:
    answer = client.get("/desk/sw.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Cache-Control"] == "no-cache"
    assert "Service-Worker-Allowed" not in answer


def test_everything_of_the_shell_is_there_and_is_ours(client: Client) -> None:
    for address in told(client)["files"]:
        assert address.startswith("/static/design/")
        assert finders.find(address.removeprefix("/static/")), address


def test_modules_of_the_shell_import_only_what_is_in_the_shell() -> None:
    names = shell.files()
    for name in (name for name in names if name.endswith(".js")):
        text = Path(str(finders.find(name))).read_text(encoding="utf-8")
        for imported in re.findall(r'from "\./([\w-]+\.js)"|import "\./([\w-]+\.js)"', text):
            assert f"design/js/{''.join(imported)}" in names


def test_a_change_in_any_file_is_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    before = shell.version()
    shell.version.cache_clear()
    assert shell.version() == before
    read = shell._read
    monkeypatch.setattr(shell, "_read", lambda path: read(path) + b" ")
    shell.version.cache_clear()
    assert shell.version() != before
    shell.version.cache_clear()


def test_a_file_that_is_missing_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        shell._read(None)


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_is_the_same_for_everybody(client: Client, student: User, address: str) -> None:
    """Also what a browser of somebody who is signed in keeps says nothing of them."""
    before = client.get(address).content
    client.force_login(student)
    assert client.get(address).content == before
    assert client.post(address).status_code == 405


def test_the_page_without_a_line_needs_nothing_that_is_not_kept(client: Client) -> None:
    page = client.get("/desk/offline/").content.decode()
    needed = re.findall(r'(?:src|href)="(/static/[^"]+)"', page)
    kept = set(told(client)["files"])
    assert needed
    assert [each for each in needed if each not in kept and "print.css" not in each] == []


def test_every_page_of_the_desk_is_part_of_the_app(desk: Client) -> None:
    page = desk.get("/desk/").content.decode()
    assert 'rel="manifest" href="/desk/manifest.webmanifest"' in page
    assert "data-work hidden" in page
