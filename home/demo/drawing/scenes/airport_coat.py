"""A family's first morning: four cases, thin jackets, snow on a bus stop."""

from home.demo.drawing.brickwork import terrace
from home.demo.drawing.canvas import PORTRAIT, Canvas
from home.demo.drawing.outdoors import sky
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    CANAL,
    INK,
    ROSE,
    SKIN,
    SKY,
    SKY_LIGHT,
    SKY_PALE,
    SLATE,
    STONE,
    STONE_LIGHT,
    TRAM,
    WHITE,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("airport-coat", size=PORTRAIT)
def bus_stop(canvas: Canvas) -> None:
    """Draw a family's first morning: four cases, thin jackets, snow on a bus stop."""
    sky(canvas, SLATE, SKY_PALE, 900)
    for left, floors in ((60, 15), (690, 18)):
        top = 1000 - floors * 46
        canvas.box(left, top, 310, 1010 - top, STONE_LIGHT)
        for floor in range(floors):
            for bay in range(6):
                canvas.box(
                    left + 18 + bay * 48,
                    top + 14 + floor * 46,
                    30,
                    24,
                    TRAM if canvas.rng.random() < 0.2 else SLATE,
                    0.8,
                )
            canvas.line(
                [(left, top + 46 + floor * 46), (left + 310, top + 46 + floor * 46)], STONE, 4
            )
    terrace(canvas, -60, 1090, houses=6, width=210, height=190, roof=WHITE, lit=(1, 3))
    canvas.box(-10, 1085, 1090, 540, WHITE)
    _family_with_cases(canvas)
    _snow(canvas)


def _family_with_cases(canvas: Canvas) -> None:
    canvas.gouges((0, 1090, 1067, 1600), SKY_LIGHT, count=90, length=150, width=5, sway=3)
    canvas.line([(900, 1440), (900, 760)], INK, 16)
    canvas.box(830, 730, 140, 130, TRAM)
    canvas.letters(900, 795, "BUS", 62, INK)
    for x, tall, look in (
        (250, 560, Look(SKY, legs=INK, head="hair", skin=SKIN[0])),
        (420, 520, Look(TRAM, dress=True, head="scarf", hat=BRICK, skin=SKIN[0])),
        (560, 360, Look(CANAL, head="afro", skin=SKIN[0])),
        (660, 270, Look(ROSE, head="bun", skin=SKIN[0], dress=True)),
    ):
        canvas.oval(x + 30, 1460, tall * 0.17, 18, SKY_LIGHT)
        person(canvas, x, 1460, tall, look)
    for x, wide, tall, tone in (
        (120, 130, 190, BRICK),
        (330, 90, 150, CANAL),
        (720, 120, 170, AMBER),
        (800, 80, 110, SLATE),
    ):
        canvas.box(x, 1490 - tall, wide, tall, tone)
        canvas.line(
            [
                (x + wide * 0.3, 1490 - tall),
                (x + wide * 0.3, 1446 - tall),
                (x + wide * 0.7, 1446 - tall),
                (x + wide * 0.7, 1490 - tall),
            ],
            INK,
            8,
        )
        for rib in range(3):
            canvas.line(
                [(x + wide * (rib + 1) / 4, 1496 - tall), (x + wide * (rib + 1) / 4, 1486)],
                mix(tone, INK, 0.35),
                5,
            )


def _snow(canvas: Canvas) -> None:
    for _ in range(160):
        size = canvas.rng.choice([2.4, 3.6, 5.0])
        canvas.oval(canvas.rng.uniform(0, 1067), canvas.rng.uniform(0, 1600), size, size, WHITE)
