"""Monday: lines across the street, sheets in the wind, one tram-yellow frock."""

from home.demo.drawing.brickwork import terrace
from home.demo.drawing.canvas import Canvas
from home.demo.drawing.outdoors import setts, sky, smoke
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    BRICK_DEEP,
    BRICK_LIGHT,
    CANAL,
    CANAL_LIGHT,
    CREAM,
    INK,
    PAPER,
    PEACH,
    SKY,
    SKY_LIGHT,
    SKY_PALE,
    SLATE,
    SOOT,
    STONE,
    STONE_LIGHT,
    TRAM,
    WHITE,
    Colour,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene

_CLOTHES: tuple[tuple[str, Colour], ...] = (
    ("sheet", WHITE),
    ("shirt", SKY_PALE),
    ("frock", TRAM),
    ("sheet", PAPER),
    ("long johns", CREAM),
    ("sheet", WHITE),
    ("shirt", PEACH),
    ("towel", BRICK_LIGHT),
    ("sheet", WHITE),
    ("shirt", CANAL_LIGHT),
)

_CUTS = {
    "sheet": [(-66, 0), (66, 0), (78, 70), (70, 168), (10, 178), (-58, 160), (-60, 80)],
    "towel": [(-36, 0), (36, 0), (44, 60), (38, 124), (-32, 118), (-34, 60)],
    "shirt": [
        (-34, 0),
        (34, 0),
        (72, 66),
        (52, 78),
        (36, 48),
        (44, 128),
        (-30, 124),
        (-34, 46),
        (-52, 72),
        (-68, 60),
    ],
    "frock": [
        (-26, 0),
        (26, 0),
        (46, 34),
        (32, 40),
        (26, 62),
        (64, 160),
        (-48, 164),
        (-24, 62),
        (-32, 38),
        (-44, 32),
    ],
    "long johns": [(-32, 0), (32, 0), (42, 150), (14, 154), (2, 60), (-12, 152), (-38, 146)],
}


@scene("wash-day")
def wash_day(canvas: Canvas) -> None:
    """Draw Monday: lines across the street, sheets in the wind, one tram-yellow frock."""
    sky(canvas, SKY_LIGHT, CREAM, 420)
    smoke(canvas, 300, 190, 16, STONE_LIGHT, 13)
    setts(canvas, 640, 1067)
    terrace(
        canvas, 560, 640, houses=3, width=160, height=235, lit=(1,), doors=(CANAL, SKY, BRICK_DEEP)
    )
    _gable_row(canvas, left=True)
    _gable_row(canvas, left=False)
    _line_of_washing(canvas, (60, 300), (1540, 250), 1.0, 0)
    _line_of_washing(canvas, (250, 470), (1350, 450), 0.62, 3)
    person(canvas, 560, 985, 330, Look(CANAL, dress=True, head="scarf", hat=TRAM, arms="up"))
    person(canvas, 1030, 930, 205, Look(BRICK, dress=True, head="long", hair=(70, 46, 30)))
    _basket(canvas, 690, 985)


def _gable_row(canvas: Canvas, *, left: bool) -> None:
    """Draw a row running away from us, in steep perspective."""

    def at(x: float) -> float:
        return x if left else 1600 - x

    front = [
        (at(-20), -40),
        (at(330), 235),
        (at(560), 400),
        (at(560), 645),
        (at(330), 760),
        (at(-20), 960),
    ]
    canvas.shape(front, BRICK_DEEP)
    with canvas.inside(front):
        for row in range(60):
            y0, y1 = -60 + row * 18.5, 398 + row * 4.6
            canvas.line([(at(-20), y0), (at(560), y1)], mix(BRICK_DEEP, INK, 0.5), 3, 1)
            for _ in range(5):
                share = canvas.rng.random() ** 0.7
                x, y = -20 + 580 * share, y0 + (y1 - y0) * share
                canvas.gouge(
                    at(x),
                    y + 7 * (1 - share) + 2,
                    44 * (1.1 - share),
                    7 * (1.1 - share),
                    (31 - row * 0.95) * (1 if left else -1),
                    canvas.rng.choice([BRICK, BRICK_LIGHT, BRICK]),
                )
    for share, house in ((0.08, 0), (0.5, 1), (0.78, 2)):
        _slanted(canvas, at, share, 0.16 - house * 0.035, house)
    ridge = [
        (at(-20), -140),
        (at(-20), -30),
        (at(330), 240),
        (at(562), 404),
        (at(562), 380),
        (at(330), 200),
    ]
    canvas.shape(ridge, SLATE)


def _slanted(canvas: Canvas, at, share: float, wide: float, house: int) -> None:  # type: ignore[no-untyped-def]
    def corner(s: float, up: float) -> tuple[float, float]:
        x = -20 + 580 * s
        top, low = -40 + 440 * s, 960 - 315 * s
        return at(x), top + (low - top) * up

    for up, down in ((0.16, 0.4), (0.55, 0.8)):
        frame = [
            corner(share, up),
            corner(share + wide, up),
            corner(share + wide, down),
            corner(share, down),
        ]
        canvas.shape(frame, CREAM)
        inner = [
            corner(share + 0.012, up + 0.02),
            corner(share + wide - 0.012, up + 0.02),
            corner(share + wide - 0.012, down - 0.02),
            corner(share + 0.012, down - 0.02),
        ]
        canvas.shape(inner, SOOT)
        middle = (up + down) / 2
        canvas.line([corner(share, middle), corner(share + wide, middle)], CREAM, 5)
    left, right = share + wide * 1.25, share + wide * 1.95
    panel = [corner(left, 0.55), corner(right, 0.55), corner(right, 0.99), corner(left, 0.99)]
    canvas.shape(panel, (CANAL, SKY, AMBER)[house])
    step = [
        corner(left - 0.01, 0.975),
        corner(right + 0.01, 0.975),
        corner(right + 0.01, 1.01),
        corner(left - 0.01, 1.01),
    ]
    canvas.shape(step, CREAM)


def _line_of_washing(
    canvas: Canvas, start: tuple[float, float], end: tuple[float, float], size: float, skip: int
) -> None:
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + 70 * size)
    canvas.line([start, middle, end], INK, 3.4 * size)
    span = end[0] - start[0]
    count = int(span / (175 * size))
    for step in range(count):
        share = (step + 0.75) / (count + 0.5)
        x = start[0] + span * share
        sag = 4 * share * (1 - share) * 70 * size
        y = start[1] + (end[1] - start[1]) * share + sag
        kind, tone = _CLOTHES[(step + skip) % len(_CLOTHES)]
        _garment(canvas, kind, x, y, size, tone)


def _garment(canvas: Canvas, kind: str, x: float, y: float, size: float, tone: Colour) -> None:
    blow = canvas.rng.uniform(0.05, 0.2)
    outline = [(x + (dx + dy * blow) * size, y + dy * size) for dx, dy in _CUTS[kind]]
    canvas.shape([(px + 5 * size, py + 6 * size) for px, py in outline], mix(tone, INK, 0.55))
    canvas.shape(outline, tone)
    with canvas.inside(outline):
        for fold in range(4):
            canvas.gouge(
                x + (fold * 32 - 48) * size,
                y + 90 * size,
                150 * size,
                4 * size,
                82 - fold * 3,
                mix(tone, STONE, 0.35),
            )
    for peg in (outline[0], outline[1]):
        canvas.box(peg[0] - 3 * size, peg[1] - 8 * size, 6 * size, 18 * size, AMBER, 0.5)


def _basket(canvas: Canvas, x: float, y: float) -> None:
    canvas.blob(x, y - 62, 66, 26, WHITE)
    canvas.shape([(x - 78, y - 60), (x + 78, y - 60), (x + 60, y), (x - 60, y)], AMBER)
    for row in range(4):
        for step in range(9):
            canvas.gouge(
                x - 66 + step * 16 + (8 if row % 2 else 0), y - 52 + row * 14, 16, 3, 0, STONE
            )
