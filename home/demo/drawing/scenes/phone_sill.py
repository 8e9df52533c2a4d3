"""A phone on the kitchen sill, recording: two mugs, a plant and the wet roofs."""

from home.demo.drawing.brickwork import terrace
from home.demo.drawing.canvas import Canvas
from home.demo.drawing.outdoors import sky
from home.demo.drawing.palette import (
    BRICK,
    BRICK_DEEP,
    BRICK_LIGHT,
    CANAL,
    CREAM,
    INK,
    LEAF,
    LEAF_DEEP,
    NIGHT,
    PEACH,
    SKY_PALE,
    SLATE,
    TRAM,
    WHITE,
    WOOD_DEEP,
    mix,
)
from home.demo.drawing.scene import scene


@scene("phone-sill")
def phone(canvas: Canvas) -> None:
    """Draw a phone on the kitchen sill, recording: two mugs, a plant and the wet roofs."""
    sky(canvas, SLATE, SKY_PALE, 640)
    for row in range(3):
        terrace(
            canvas,
            -80 - row * 60,
            470 + row * 110,
            houses=9,
            width=210,
            height=140,
            lit=(row, row + 4, 7),
            brick=mix(BRICK_DEEP, SKY_PALE, 0.45 - row * 0.2),
        )
    canvas.gouges((0, 0, 1600, 700), WHITE, count=120, length=46, width=1.8, angle=102, sway=2)
    for _ in range(50):
        x, y = canvas.rng.uniform(120, 1480), canvas.rng.uniform(40, 650)
        canvas.oval(x, y, 6, 9, SKY_PALE)
        canvas.gouge(x, y - 26, 40, 2, 90, SKY_PALE)
    _frame(canvas)
    _recording(canvas)
    _mugs_and_plant(canvas)


def _frame(canvas: Canvas) -> None:
    canvas.box(-10, -10, 110, 760, WHITE)
    canvas.box(1500, -10, 110, 760, WHITE)
    canvas.box(785, -10, 30, 720, WHITE)
    canvas.box(-10, 690, 1620, 60, WHITE)
    canvas.box(-10, 740, 1620, 340, mix(CREAM, PEACH, 0.3))
    canvas.gouges((0, 750, 1600, 1060), PEACH, count=50, length=200, width=5, sway=1)


def _recording(canvas: Canvas) -> None:
    canvas.path("-40,0 150,-20 170,300 -20,330", INK, 700, 660)
    canvas.path("-26,14 138,-4 156,286 -8,314", NIGHT, 700, 660)
    canvas.oval(764, 740, 26, 26, BRICK)
    for bar in range(17):
        tall = 14 + 70 * abs(((bar * 37) % 17) / 17 - 0.4)
        canvas.line([(696 + bar * 8.4, 860 - tall / 2), (698 + bar * 8.4, 860 + tall / 2)], TRAM, 5)
    canvas.letters(778, 936, "04:12", 34, WHITE)


def _mugs_and_plant(canvas: Canvas) -> None:
    for x, tone in ((430, CANAL), (1100, BRICK)):
        canvas.line([(x + 60, 800), (x + 120, 830), (x + 56, 890)], tone, 20)
        canvas.path("-78,-60 78,-60 68,110 -68,110", tone, x, 820)
        canvas.oval(x, 760, 78, 20, mix(tone, WHITE, 0.4))
        canvas.oval(x, 762, 64, 14, WOOD_DEEP)
        for rise in (-20, 8, 32):
            canvas.line(
                [(x + rise, 740), (x + rise + 16, 690), (x + rise - 12, 640), (x + rise + 8, 580)],
                WHITE,
                9,
                2,
            )
    canvas.path("-60,0 60,0 44,130 -44,130", BRICK_LIGHT, 1330, 740)
    for leaf in range(11):
        turn = -160 + leaf * 14
        canvas.line(
            [
                (1330, 745),
                (1330 + (leaf - 5) * 24, 640 - (leaf % 3) * 40),
                (1330 + (leaf - 5) * 46, 610 + abs(leaf - 5) * 18),
            ],
            (LEAF, LEAF_DEEP)[leaf % 2],
            20,
            5,
        )
        del turn
