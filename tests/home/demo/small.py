"""Small files in place of the demonstration's, so that seeding takes seconds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

from PIL import Image

from home.demo import pictures, workshop
from home.demo.seeding import files
from media.models import Item


@contextmanager
def small_files() -> Iterator[None]:
    """The workshop makes little pictures, and making them ready takes no time."""
    with ExitStack() as patches:
        small = {kind: _maker(f".{kind}") for kind in workshop.MAKERS}
        patches.enter_context(patch.dict(workshop.MAKERS, small))
        patches.enter_context(patch.object(pictures, "draw", _maker(".jpg")))
        patches.enter_context(patch.object(files, "process", ready))
        yield


def _maker(suffix: str) -> Callable[[str, Path], Path]:
    def make(name: str, folder: Path) -> Path:
        path = folder / f"{name}{suffix}"
        if not path.exists():
            shade = sum(name.encode()) % 256
            Image.new("RGB", (96, 64), (shade, len(name) * 9, 90)).save(path, "JPEG")
        return path

    return make


def ready(item: Item) -> Item:
    """What processing leaves behind, without the processing."""
    item.status, item.progress, item.width, item.height = "ready", 100, 96, 64
    item.save()
    return item
