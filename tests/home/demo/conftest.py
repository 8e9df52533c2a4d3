"""Small files in place of the demonstration's, so that seeding takes seconds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from home.demo import pictures, workshop
from home.demo.seed import seed
from home.demo.seeding import files
from media.models import Item


def _small(suffix: str) -> Callable[[str, Path], Path]:
    """A maker of one small picture for each name; only what is a picture says so."""

    def make(name: str, folder: Path) -> Path:
        path = folder / f"{name}{suffix}"
        if not path.exists():
            shade = sum(name.encode()) % 256
            Image.new("RGB", (96, 64), (shade, len(name) * 9, 90)).save(path, "JPEG")
        return path

    return make


def _ready(item: Item) -> Item:
    item.status, item.progress, item.width, item.height = "ready", 100, 96, 64
    item.save()
    return item


@pytest.fixture
def small_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """The workshop makes little pictures, and making them ready takes no time."""
    for kind in workshop.MAKERS:
        monkeypatch.setitem(workshop.MAKERS, kind, _small(f".{kind}"))
    monkeypatch.setattr(pictures, "draw", _small(".jpg"))
    monkeypatch.setattr(files, "process", _ready)


@pytest.fixture
def seeded(db: None, small_files: None, tmp_path: Path) -> Path:
    """An archive with the demonstration in it; the folder with its files."""
    seed(tmp_path, makers=1)
    return tmp_path
