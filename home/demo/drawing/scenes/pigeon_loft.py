"""The backyard loft at evening and the birds coming round for home."""

import math

from home.demo.drawing.brickwork import wall
from home.demo.drawing.canvas import PORTRAIT, Canvas
from home.demo.drawing.outdoors import sky, sun
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    BRICK_DEEP,
    CANAL,
    CANAL_DEEP,
    CREAM,
    INK,
    PEACH,
    SKIN,
    SKY,
    SKY_PALE,
    SLATE,
    SOOT,
    STONE,
    STONE_LIGHT,
    TRAM,
    WHITE,
    WOOD,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("pigeon-loft", size=PORTRAIT)
def pigeons(canvas: Canvas) -> None:
    """Draw the backyard loft at evening and the birds coming round for home."""
    sky(canvas, SKY, PEACH, 1100, marks=130)
    sun(canvas, 780, 700, 76, AMBER, mix(PEACH, TRAM, 0.4))
    for house in range(6):
        canvas.box(house * 190 - 40, 960, 186, 400, mix(BRICK_DEEP, PEACH, 0.28))
        canvas.path("-10,0 93,-80 196,0", mix(SLATE, PEACH, 0.25), house * 190 - 40, 962)
        canvas.box(house * 190 + 20, 1030, 50, 70, TRAM if house in (1, 4) else SOOT)
    wall(canvas, -10, 1290, 1090, 330, BRICK, course=24)
    canvas.box(-10, 1270, 1090, 26, STONE_LIGHT)
    canvas.box(110, 900, 470, 500, CANAL)
    for board in range(10):
        canvas.line([(110 + board * 48, 900), (110 + board * 48, 1400)], CANAL_DEEP, 5)
    canvas.path("80,905 610,905 560,810 130,810", BRICK_DEEP)
    for hole in range(3):
        canvas.box(160 + hole * 136, 960, 96, 110, INK)
        canvas.box(150 + hole * 136, 1068, 116, 16, CREAM)
        _bird(canvas, 210 + hole * 136, 1052, 0.55, perched=True)
    canvas.box(180, 1150, 130, 250, CREAM)
    canvas.box(198, 1170, 94, 210, CANAL_DEEP)
    for turn in range(15):
        angle = math.radians(turn * 19 - 160)
        x, y = 520 + 400 * math.cos(angle), 420 + 250 * math.sin(angle)
        _bird(canvas, x, y, 0.5 + 0.5 * (1 + math.sin(angle)) / 2, perched=False)
    person(canvas, 800, 1520, 640, Look(SOOT, head="cap", hat=STONE, arms="up", skin=SKIN[3]))
    person(canvas, 640, 1530, 400, Look(TRAM, head="long", hair=WOOD, dress=True, skin=SKIN[3]))
    canvas.line([(665, 905), (670, 900)], INK, 3)


def _bird(canvas: Canvas, x: float, y: float, size: float, *, perched: bool) -> None:
    tone = canvas.rng.choice([WHITE, SKY_PALE, SLATE, STONE_LIGHT])
    if perched:
        canvas.path("-44,10 0,-34 34,-22 44,10 10,26 -60,34", tone, x, y, size)
        canvas.oval(x + 38 * size, y - 30 * size, 18 * size, 18 * size, SLATE)
        return
    canvas.path("-60,6 0,-12 46,-6 62,4 30,18 -30,18", tone, x, y, size)
    canvas.path("-6,0 -54,-78 10,-60 26,0", mix(tone, INK, 0.2), x, y, size)
    canvas.path("4,4 30,-80 58,-40 40,4", tone, x, y, size)
