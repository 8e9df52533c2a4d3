"""What machines ask, and the command that makes an archive ready."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage
from django.core.management import call_command
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page

from home import health
from media.models import Job, JobState
from stories.models import Place
from tests.factories import ItemFactory

pytestmark = pytest.mark.django_db


def test_alive(client: Client) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"alive": True})
    assert "no-store" in answer["Cache-Control"]


def test_ready(client: Client) -> None:
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {"ready": True, "database": True, "storage": True, "worker": True}


def test_nothing_is_left_behind(client: Client) -> None:
    from django.core.files.storage import storages

    client.get("/readyz")
    for name in health.STORES:
        assert not storages[name].exists(health.PROBE)


@pytest.mark.parametrize(
    ("state", "silence", "able"),
    [
        (JobState.WAITING, timedelta(0), True),
        (JobState.WAITING, health.PATIENCE * 2, False),
        (JobState.RUNNING, timedelta(0), True),
        (JobState.RUNNING, health.PATIENCE * 2, False),
        (JobState.DONE, health.PATIENCE * 2, True),
        (JobState.FAILED, health.PATIENCE * 2, True),
    ],
)
def test_worker(client: Client, state: JobState, silence: timedelta, able: bool) -> None:
    item = ItemFactory(waiting=True)
    Job.objects.create(item=item, state=state, heartbeat=timezone.now() - silence)
    answer = client.get("/readyz")
    assert answer.status_code == (200 if able else 503)
    assert answer.json()["worker"] == able


@pytest.mark.parametrize("trouble", [OSError("read-only"), DatabaseError("away")])
def test_trouble_is_said_not_raised(
    client: Client, monkeypatch: pytest.MonkeyPatch, trouble: Exception
) -> None:
    def fails() -> bool:
        raise trouble

    monkeypatch.setattr(health, "_storage", fails)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json() == {"ready": False, "database": True, "storage": False, "worker": True}


def test_a_folder_that_cannot_be_written(
    client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "a-file"
    in_the_way.write_text("not a folder")
    broken = {name: FileSystemStorage(location=in_the_way / "below") for name in health.STORES}
    monkeypatch.setattr(health, "storages", broken)
    assert client.get("/readyz").json()["storage"] is False


def test_prepare_twice_changes_nothing() -> None:
    def counted() -> tuple[int, int, int]:
        models = (Page, Place, GroupPagePermission)
        return tuple(model.objects.count() for model in models)  # type: ignore[return-value]

    said = StringIO()
    call_command("prepare", stdout=said)
    before = counted()
    call_command("prepare", verbosity=0, stdout=said)
    assert counted() == before
    assert said.getvalue() == "The archive is prepared.\n"
