"""The shed: looms to the far wall under a saw-tooth roof, a weaver between them."""

from home.demo.drawing.canvas import Canvas
from home.demo.drawing.finish import Finish
from home.demo.drawing.palette import (
    CREAM,
    INK,
    SKY,
    SOOT,
    STONE,
    STONE_LIGHT,
    TRAM,
    WHITE,
    WOOD,
    WOOD_DEEP,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("weaving-shed", aged=Finish.SEPIA)
def looms(canvas: Canvas) -> None:
    """Draw the shed: looms to the far wall under a saw-tooth roof, a weaver between them."""
    canvas.box(-10, -10, 1620, 1090, CREAM)
    for tooth in range(5):
        left = tooth * 340 - 60
        canvas.path("0,330 0,0 340,330", STONE, left, 0)
        canvas.path("10,310 10,24 40,52 40,310", WHITE, left, 0)
        canvas.path("52,310 52,64 90,100 90,310", WHITE, left, 0)
    canvas.box(-10, 330, 1620, 190, STONE_LIGHT)
    canvas.path("620,430 980,430 1500,1080 100,1080", WOOD)
    for board in range(14):
        canvas.line([(630 + board * 26, 430), (120 + board * 108, 1080)], WOOD_DEEP, 2, 6)
    for row in range(5, -1, -1):
        size = 0.34 * 1.42 ** (5 - row) / 1.42**5 * 3.6
        near = 1 / (row * 0.62 + 1)
        for side in (-1, 1):
            _loom(canvas, 800 + side * (560 * near + 40), 470 + 520 * near, near * 1.05)
        canvas.line([(0, 330 - 130 * near), (1600, 330 - 130 * near)], INK, 12 * near)
        del size
    person(canvas, 800, 960, 470, Look(SKY, dress=True, head="scarf", hat=TRAM, arms="hip"))


def _loom(canvas: Canvas, x: float, ground: float, size: float) -> None:
    wide, tall = 440 * size, 330 * size
    left, top = x - wide / 2, ground - tall
    canvas.box(left, top + tall * 0.3, wide, tall * 0.52, CREAM)
    for thread in range(26):
        canvas.line(
            [
                (left + wide * thread / 26, top + tall * 0.3),
                (left + wide * thread / 26, top + tall * 0.82),
            ],
            STONE_LIGHT,
            max(1, 3 * size),
        )
    canvas.box(left - 8 * size, top + tall * 0.76, wide + 16 * size, tall * 0.2, INK)
    canvas.gouge(x, top + tall * 0.85, wide * 0.9, 5 * size, 0, STONE_LIGHT)
    canvas.box(left - 14 * size, top, 30 * size, tall, SOOT)
    canvas.box(left + wide - 16 * size, top, 30 * size, tall, SOOT)
    canvas.box(left - 14 * size, top, wide + 28 * size, 34 * size, SOOT)
    canvas.oval(left + wide + 8 * size, ground - tall * 0.3, 56 * size, 62 * size, INK)
    canvas.oval(left + wide + 8 * size, ground - tall * 0.3, 34 * size, 40 * size, STONE)
