"""The winter of 1963: a sledge, a hill, and a street gone quiet."""

from home.demo.drawing.brickwork import terrace
from home.demo.drawing.canvas import Canvas
from home.demo.drawing.finish import Finish
from home.demo.drawing.growing import bare_tree
from home.demo.drawing.outdoors import sky, snowfall
from home.demo.drawing.palette import (
    AMBER,
    INK,
    SKY_LIGHT,
    SKY_PALE,
    SLATE,
    SNOW,
    SOOT,
    STONE,
    WHITE,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("snow-1963", aged=Finish.SILVER)
def snow(canvas: Canvas) -> None:
    """Draw the winter of 1963: a sledge, a hill, and a street gone quiet."""
    sky(canvas, SLATE, SKY_PALE, 560)
    terrace(canvas, -60, 520, houses=7, width=150, height=210, brick=STONE, lit=(2, 5), roof=SNOW)
    hill = [(-20, 500), (300, 512), (700, 560), (1100, 690), (1620, 760), (1620, 1090), (-20, 1090)]
    canvas.shape(hill, SNOW)
    with canvas.inside(hill):
        canvas.gouges((0, 560, 1600, 1060), SKY_LIGHT, count=120, length=170, width=5, angle=12)
        for shift in (0, 34):
            canvas.line([(120, 560 + shift), (520, 640 + shift), (980, 800 + shift)], SLATE, 4, 6)
    bare_tree(canvas, 1370, 735, 520, INK)
    bare_tree(canvas, 130, 540, 300, SOOT)
    for place, tall, coat in ((250, 150, SLATE), (335, 130, SOOT), (420, 160, STONE)):
        person(canvas, place, 585 + place * 0.06, tall, Look(coat, head="cap", arms="up"))
    _sledge(canvas, 1010, 830)
    snowfall(canvas, 300, WHITE)


def _sledge(canvas: Canvas, x: float, y: float) -> None:
    canvas.shape([(x - 120, y - 42), (x + 125, y + 6), (x + 118, y + 24), (x - 128, y - 24)], AMBER)
    canvas.line([(x - 130, y - 5), (x + 90, y + 46), (x + 165, y + 34), (x + 172, y + 2)], INK, 8)
    for dx, dy, coat in ((-62, -48, SOOT), (24, -28, SLATE)):
        canvas.shape(
            [
                (x + dx - 36, y + dy + 26),
                (x + dx + 44, y + dy + 40),
                (x + dx + 30, y + dy - 62),
                (x + dx - 22, y + dy - 66),
            ],
            coat,
        )
        canvas.line(
            [(x + dx + 10, y + dy - 40), (x + dx + 64, y + dy - 16), (x + dx + 92, y + dy + 12)],
            coat,
            24,
            16,
        )
        canvas.oval(x + dx + 6, y + dy - 88, 25, 28, INK)
        canvas.line(
            [(x + dx - 18, y + dy - 62), (x + dx - 76, y + dy - 84), (x + dx - 120, y + dy - 70)],
            STONE,
            17,
            8,
        )
