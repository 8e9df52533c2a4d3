"""Which way up a picture is, by the colours of its corners."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

RGB = {"red": (255, 0, 0), "lime": (0, 255, 0), "blue": (0, 0, 255), "yellow": (255, 255, 0)}


def corners(path: Path) -> dict[str, str]:
    """The nearest known colour in each corner."""
    with Image.open(path) as opened:
        picture = opened.convert("RGB")
    width, height = picture.size
    places = {
        "top left": (width // 10, height // 10),
        "top right": (width - width // 10, height // 10),
        "bottom left": (width // 10, height - height // 10),
        "bottom right": (width - width // 10, height - height // 10),
    }
    return {name: _nearest(picture.getpixel(place)) for name, place in places.items()}


def _nearest(pixel: tuple[int, int, int]) -> str:
    return min(RGB, key=lambda name: sum(abs(a - b) for a, b in zip(RGB[name], pixel, strict=True)))
