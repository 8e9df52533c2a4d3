"""The second-class pool: green tiles, iron balcony, and one first width being swum."""

from home.demo.drawing import shapes
from home.demo.drawing.canvas import Canvas
from home.demo.drawing.finish import Finish
from home.demo.drawing.outdoors import water
from home.demo.drawing.palette import (
    BRICK,
    CANAL,
    CANAL_LIGHT,
    CREAM,
    INK,
    NIGHT,
    SKIN,
    SKY_PALE,
    TRAM,
    WHITE,
    WOOD,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("baths", aged=Finish.FADED)
def baths(canvas: Canvas) -> None:
    """Draw the second-class pool: green tiles, iron balcony, and one first width being swum."""
    canvas.box(-10, -10, 1620, 1090, CREAM)
    canvas.path("0,0 1600,0 1080,330 520,330", SKY_PALE)
    for bar in range(13):
        canvas.line([(bar * 133, -10), (520 + bar * 46.6, 330)], CANAL, 9, 5)
    for bar in (60, 150, 240):
        canvas.line([(bar * 1.58, bar), (1600 - bar * 1.58, bar)], CANAL, 8)
    canvas.box(520, 330, 560, 210, WHITE)
    for arch in range(4):
        canvas.shape(
            [
                (546 + arch * 134, 500),
                *shapes.arc(600 + arch * 134, 410, 54, 50, 180, 360),
                (654 + arch * 134, 500),
            ],
            CANAL,
        )
    _cubicles(canvas)
    _pool(canvas)
    _swimmers(canvas)


def _cubicles(canvas: Canvas) -> None:
    for side in (False, True):
        x = 1600 if side else 0
        canvas.path("0,-10 520,330 520,545 0,760", mix(CREAM, CANAL_LIGHT, 0.5), x, 0, 1, side)
        for cubicle in range(6):
            share, nxt = cubicle / 6, (cubicle + 0.8) / 6

            def at(s: float, up: float, x: float = x, flip: bool = side) -> tuple[float, float]:
                across = 520 * s**0.8
                return (x - across if flip else across), 260 + 120 * s**0.8 + (
                    500 - 335 * s**0.8
                ) * up

            canvas.shape(
                [at(share, 0), at(nxt, 0), at(nxt, 1), at(share, 1)], (BRICK, TRAM)[cubicle % 2]
            )
            canvas.shape([at(share, 0.72), at(nxt, 0.72), at(nxt, 1), at(share, 1)], INK)


def _pool(canvas: Canvas) -> None:
    canvas.path("520,540 1080,540 1620,860 1620,1090 -20,1090 -20,860", CREAM)
    pool = shapes.path("560,560 1040,560 1440,1090 160,1090")
    canvas.shape([(800 + (x - 800) * 1.06, y - 6) for x, y in pool], WHITE)
    water(canvas, pool, CANAL_LIGHT, SKY_PALE)
    for lane in (-0.34, 0, 0.34):
        canvas.line([(800 + lane * 480, 562), (800 + lane * 1270, 1090)], CANAL, 4, 12)


def _swimmers(canvas: Canvas) -> None:
    for x, y, cap in ((690, 760, TRAM), (980, 690, BRICK), (860, 900, WHITE)):
        canvas.oval(x, y, 34, 30, cap)
        canvas.line([(x + 26, y + 14), (x + 96, y - 18), (x + 132, y + 20)], SKIN[3], 22, 14)
        for splash in range(7):
            canvas.gouge(
                x - 60 - splash * 16,
                y + 20 + canvas.rng.uniform(-16, 16),
                36,
                6,
                canvas.rng.uniform(-50, 10),
                WHITE,
            )
    person(
        canvas,
        1400,
        960,
        430,
        Look(WHITE, legs=NIGHT, head="cap", hat=WHITE, arms="hip", skin=SKIN[3]),
    )
    canvas.line([(1130, 900), (1270, 800), (1364, 740)], WOOD, 10)
