"""The black range: bottles on the mantel, a kettle, a stocking with an onion in it."""

from home.demo.drawing.canvas import Canvas
from home.demo.drawing.finish import Finish
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    BRICK_DEEP,
    CREAM,
    INK,
    PAPER,
    SOOT,
    STONE,
    STONE_LIGHT,
    TRAM,
    WHITE,
    WOOD,
    WOOD_DEEP,
    mix,
)
from home.demo.drawing.scene import scene
from home.demo.drawing.things import steam


@scene("range-and-cures", aged=Finish.SEPIA)
def cures(canvas: Canvas) -> None:
    """Draw the black range: bottles on the mantel, a kettle, a stocking with an onion in it."""
    for stripe in range(28):
        canvas.box(stripe * 60, -10, 61, 900, (CREAM, STONE_LIGHT)[stripe % 2])
    canvas.box(240, 250, 1120, 44, WOOD_DEEP)
    for scallop in range(22):
        canvas.path("0,0 51,0 25,44", WHITE, 240 + scallop * 51, 290)
    goods = (
        (300, 120, "GOOSE GREASE"),
        (470, 150, "CAMPHOR"),
        (600, 100, ""),
        (1010, 140, "SYRUP OF FIGS"),
        (1150, 110, "ZINC"),
        (1270, 150, "SENNA"),
    )
    for x, tall, label in goods:
        canvas.box(x, 250 - tall, 90, tall, SOOT if label else BRICK)
        canvas.box(x + 28, 226 - tall, 34, 28, SOOT)
        canvas.box(x + 6, 250 - tall * 0.72, 78, tall * 0.42, PAPER)
        canvas.letters(x + 45, 250 - tall * 0.5, label.split(" ")[0], 15, INK)
    canvas.oval(830, 160, 92, 92, WOOD_DEEP)
    canvas.oval(830, 160, 74, 74, PAPER)
    canvas.line([(830, 160), (830, 104)], INK, 6)
    canvas.line([(830, 160), (868, 180)], INK, 8)
    _range(canvas)
    _kettle_and_onion(canvas)
    _hearth(canvas)


def _range(canvas: Canvas) -> None:
    canvas.box(290, 330, 1020, 620, INK)
    for panel in (330, 990):
        canvas.box(panel, 480, 280, 380, SOOT)
        canvas.box(panel + 22, 504, 236, 330, INK)
        canvas.gouge(panel + 140, 530, 180, 6, 0, STONE)
        canvas.oval(panel + 140, 660, 20, 20, STONE_LIGHT)
    fire = canvas.path("640,860 640,520 960,520 960,860", BRICK_DEEP)
    with canvas.inside(fire):
        for flame in range(16):
            canvas.gouge(
                650 + flame * 20,
                760 + canvas.rng.uniform(-60, 20),
                230,
                20,
                90 + canvas.rng.uniform(-14, 14),
                canvas.rng.choice([AMBER, TRAM, CREAM]),
            )
        for bar in range(6):
            canvas.box(640, 690 + bar * 32, 320, 9, INK)


def _kettle_and_onion(canvas: Canvas) -> None:
    canvas.path("-90,0 -110,-70 -60,-120 60,-120 110,-70 90,0", SOOT, 800, 520)
    canvas.line([(890, 450), (960, 420), (990, 380)], SOOT, 26, 14)
    canvas.line([(730, 405), (800, 330), (870, 405)], SOOT, 12)
    canvas.gouge(750, 450, 90, 8, 60, STONE_LIGHT)
    steam(canvas, 990, 370, WHITE)
    canvas.line([(420, 296), (420, 420)], STONE, 24, 26)
    canvas.oval(420, 440, 36, 40, AMBER)


def _hearth(canvas: Canvas) -> None:
    canvas.box(-10, 940, 1620, 140, BRICK)
    for row in range(3):
        for tile in range(16):
            canvas.box(
                tile * 108 - (54 if row % 2 else 0) + 3,
                946 + row * 46,
                102,
                40,
                mix(BRICK, CREAM, canvas.rng.uniform(0, 0.4)),
            )
    canvas.path("-190,0 190,0 160,-30 -160,-30", WOOD, 800, 1010)
