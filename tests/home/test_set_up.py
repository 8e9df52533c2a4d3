"""Setting up twice is as good as once, and no server gets demonstration people."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from home.management.commands import set_up

pytestmark = pytest.mark.django_db


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    names: list[str] = []
    monkeypatch.setattr(set_up, "call_command", lambda name, **_: names.append(name))
    return names


@pytest.fixture
def static_root(settings: Any, tmp_path: Path) -> Path:
    settings.STATIC_ROOT = tmp_path
    return tmp_path


def test_a_laptop_gets_the_demonstration_and_its_sign_ins(
    called: list[str], static_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("set_up", address="http://127.0.0.1:8000/")

    said = capsys.readouterr().out
    assert called == ["migrate", "prepare", "collectstatic", "seed_demo"]
    assert "demo-student" in said
    assert "collyhurst-and-harpurhey" in said
    assert "http://127.0.0.1:8000/" in said


def test_a_server_gets_neither(
    called: list[str], static_root: Path, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.DEMONSTRATION = False

    call_command("set_up")

    assert called == ["migrate", "prepare", "collectstatic"]
    assert "demo-student" not in capsys.readouterr().out


def test_static_files_are_collected_again_only_when_they_changed(
    called: list[str], static_root: Path
) -> None:
    set_up.collect_static_files()
    set_up.collect_static_files()
    assert called == ["collectstatic"]

    (static_root / ".collected").write_text("something older")
    set_up.collect_static_files()
    assert called == ["collectstatic"] * 2
