"""People who never were: faces drawn with a few ovals, which a detector takes for real ones."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

from media.recipes.hiding import Area

WALL = (120, 140, 150)
SIZE = (960, 640)
FACES = (Area(0.14, 0.26, 0.20, 0.30), Area(0.64, 0.48, 0.10, 0.16))
"""About where the two are in `two_people`."""

OVALS = (
    ("hair", (14, 2, 86, 80)),
    ("skin", (20, 10, 80, 96)),
    ("shade", (28, 38, 46, 50)),
    ("shade", (54, 38, 72, 50)),
    ("white", (30, 40, 45, 48)),
    ("white", (55, 40, 70, 48)),
    ("hair", (34, 39, 42, 48)),
    ("hair", (58, 39, 66, 48)),
    ("shade", (44, 60, 48, 64)),
    ("shade", (52, 60, 56, 64)),
    ("mouth", (37, 70, 63, 80)),
)
BROWS = (((28, 35), (36, 32), (46, 35)), ((54, 35), (64, 32), (72, 35)))


def two_people(path: Path) -> Path:
    """A picture with a large face on the left and a small, darker one on the right."""
    picture = Image.new("RGB", SIZE, WALL)
    picture.paste(_face(220, (205, 160, 130)), (120, 150))
    picture.paste(_face(120, (120, 80, 60)), (600, 300))
    picture.save(path)
    return path


def _face(side: int, skin: tuple[int, int, int]) -> Image.Image:
    shade = tuple(part * 7 // 10 for part in skin)
    colours = {"hair": (50, 35, 30), "white": (240, 240, 240), "mouth": (150, 60, 60)}
    colours |= {"skin": skin, "shade": shade}
    face = Image.new("RGB", (side, side), WALL)
    drawing, unit = ImageDraw.Draw(face), side / 100
    for colour, oval in OVALS:
        drawing.ellipse([edge * unit for edge in oval], fill=colours[colour])
    for brow in BROWS:
        points = [(x * unit, y * unit) for x, y in brow]
        drawing.line(points, fill=colours["hair"], width=round(3 * unit))
    nose = [(50 * unit, 44 * unit), (44 * unit, 63 * unit), (56 * unit, 63 * unit)]
    drawing.polygon(nose, fill=tuple(part * 9 // 10 for part in skin))
    return face.filter(ImageFilter.GaussianBlur(side / 90))
