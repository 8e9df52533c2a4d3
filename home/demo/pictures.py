"""The demonstration's pictures, each drawn once into a folder."""

import importlib
import pkgutil
from pathlib import Path

from home.demo.drawing import scenes as drawn
from home.demo.drawing.scene import SCENES, Scene
from home.demo.finished import finished

QUALITY = 88
"""Of the JPEG, out of 100."""


def scenes() -> dict[str, Scene]:
    """Return every scene by name."""
    for module in pkgutil.iter_modules(drawn.__path__):
        importlib.import_module(f"{drawn.__name__}.{module.name}")
    return SCENES


def draw(name: str, folder: Path) -> Path:
    """Return the JPEG of a scene, drawn now if the folder has none; raises KeyError."""
    path = folder / f"{name}.jpg"
    if not path.exists():
        picture = scenes()[name].picture()
        with finished(path) as part:
            picture.save(part, "JPEG", quality=QUALITY, optimize=True)
    return path
