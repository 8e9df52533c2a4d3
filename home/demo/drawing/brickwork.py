"""Walls, windows, doors and roofs: the street in pieces."""

from dataclasses import dataclass

from home.demo.drawing.canvas import Canvas
from home.demo.drawing.palette import (
    BRICK,
    BRICK_DEEP,
    BRICK_LIGHT,
    CREAM,
    INK,
    NIGHT_LIGHT,
    SLATE,
    SOOT,
    STONE_LIGHT,
    TRAM,
    Colour,
    mix,
)


def wall(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    height: float,
    brick: Colour = BRICK,
    *,
    course: float = 15,
) -> None:
    """Lay a wall in stretcher bond; `course` is the height of a row with its joint."""
    joint = mix(brick, INK, 0.45)
    canvas.box(x, y, width, height, joint)
    tones = [brick, brick, mix(brick, BRICK_LIGHT, 0.35), mix(brick, BRICK_DEEP, 0.4)]
    long = course * 2.5
    rows = int(height / course)
    for row in range(rows):
        start = x - (long / 2 if row % 2 else 0)
        place = start
        while place < x + width:
            left, right = max(x, place + 1.5), min(x + width, place + long - 1.5)
            if right - left > 2 and canvas.rng.random() > 0.03:
                tone = canvas.rng.choice(tones)
                canvas.box(left, y + row * course + 1.5, right - left, course - 3, tone, 0.7)
            place += long


@dataclass(frozen=True)
class Glass:
    """A window's looks: its panes, and whether somebody is at home."""

    pane: Colour = NIGHT_LIGHT
    frame: Colour = CREAM
    curtain: Colour | None = CREAM
    across: int = 1
    down: int = 2


LIT = Glass(pane=TRAM, frame=CREAM, curtain=None)
DARK = Glass()


def window(
    canvas: Canvas, x: float, y: float, width: float, height: float, glass: Glass = DARK
) -> None:
    """Set a sash window with its stone lintel and sill."""
    canvas.box(x - 8, y - 16, width + 16, 17, STONE_LIGHT, 1)
    canvas.box(x - 9, y + height, width + 18, 11, STONE_LIGHT, 1)
    canvas.box(x, y, width, height, glass.frame, 1)
    rim = max(3, width * 0.06)
    canvas.box(x + rim, y + rim, width - 2 * rim, height - 2 * rim, glass.pane, 1)
    if glass.curtain:
        _curtains(canvas, x + rim, y + rim, width - 2 * rim, height - 2 * rim, glass.curtain)
    for bar in range(1, glass.across + 1):
        if glass.across > 1 and bar < glass.across:
            canvas.box(x + width * bar / glass.across - 2, y, 4, height, glass.frame, 0.5)
    for bar in range(1, glass.down):
        canvas.box(x, y + height * bar / glass.down - 2.5, width, 5, glass.frame, 0.5)


def _curtains(
    canvas: Canvas, x: float, y: float, width: float, height: float, cloth: Colour
) -> None:
    canvas.shape(
        [(x, y), (x + width * 0.34, y), (x + width * 0.12, y + height), (x, y + height)], cloth, 1
    )
    right = x + width
    canvas.shape(
        [
            (right, y),
            (right - width * 0.34, y),
            (right - width * 0.12, y + height),
            (right, y + height),
        ],
        cloth,
        1,
    )


def door(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    height: float,
    paint: Colour,
    step: bool = True,
) -> None:
    """Hang a panelled door with its fanlight; the step is donkey-stoned."""
    canvas.box(x - 10, y - 20, width + 20, 21, STONE_LIGHT, 1)
    canvas.box(x - 5, y, width + 10, height, INK, 1)
    canvas.box(x, y + 4, width, height * 0.16, mix(TRAM, CREAM, 0.5), 1)
    top = y + height * 0.2
    canvas.box(x, top, width, y + height - top, paint, 1)
    shade = mix(paint, INK, 0.35)
    for panel_x in (x + width * 0.14, x + width * 0.56):
        canvas.box(panel_x, top + height * 0.06, width * 0.3, height * 0.26, shade, 0.8)
        canvas.box(panel_x, top + height * 0.4, width * 0.3, height * 0.3, shade, 0.8)
    canvas.oval(x + width * 0.87, top + height * 0.37, 3.4, 3.4, TRAM)
    if step:
        canvas.box(x - 14, y + height - 4, width + 28, 12, CREAM, 1)


def slates(
    canvas: Canvas, x: float, y: float, width: float, height: float, slate: Colour = SLATE
) -> None:
    """Lay a roof seen flat on, row over row."""
    canvas.box(x, y, width, height, mix(slate, INK, 0.25))
    rows = max(2, int(height / 14))
    for row in range(rows):
        top = y + height * row / rows
        for step in range(int(width / 26) + 1):
            tone = mix(slate, canvas.rng.choice([INK, CREAM, slate]), 0.12)
            left = x + step * 26 - (13 if row % 2 else 0)
            if left >= x - 1 and left + 24 <= x + width + 4:
                canvas.box(left, top + 1, 24, height / rows - 2, tone, 0.7)
    canvas.box(x, y + height - 2, width, 6, SOOT, 1)


def chimney(
    canvas: Canvas,
    x: float,
    y: float,
    width: float = 60,
    height: float = 70,
    brick: Colour = BRICK_DEEP,
    pots: int = 3,
) -> None:
    """Stand a stack with pots on the ridge; `y` is the ridge."""
    wall(canvas, x, y - height, width, height, brick, course=13)
    canvas.box(x - 5, y - height - 8, width + 10, 10, SOOT, 1)
    gap = width / pots
    for pot in range(pots):
        middle = x + gap * (pot + 0.5)
        canvas.shape(
            [
                (middle - 7, y - height - 34),
                (middle + 7, y - height - 34),
                (middle + 9, y - height - 7),
                (middle - 9, y - height - 7),
            ],
            mix(brick, CREAM, 0.25),
            0.8,
        )


def terrace(
    canvas: Canvas,
    x: float,
    ground: float,
    *,
    houses: int,
    width: float = 260,
    height: float = 400,
    brick: Colour = BRICK,
    doors: tuple[Colour, ...] = (BRICK_DEEP,),
    lit: tuple[int, ...] = (),
    glass: Glass = DARK,
    roof: Colour = SLATE,
) -> None:
    """Build a row of two-up two-downs; houses numbered in `lit` have a lamp upstairs."""
    top = ground - height
    eaves = height * 0.2
    slates(canvas, x, top - eaves, houses * width, eaves, roof)
    wall(canvas, x, top, houses * width, height, brick)
    for house in range(houses):
        left = x + house * width
        chimney(canvas, left + width - 40, top - eaves + 6, brick=mix(brick, INK, 0.25))
        upstairs = LIT if house in lit else glass
        window(
            canvas, left + width * 0.14, top + height * 0.13, width * 0.27, height * 0.24, upstairs
        )
        window(canvas, left + width * 0.62, top + height * 0.13, width * 0.24, height * 0.24, glass)
        window(canvas, left + width * 0.12, top + height * 0.57, width * 0.34, height * 0.26, glass)
        door(
            canvas,
            left + width * 0.64,
            top + height * 0.55,
            width * 0.2,
            height * 0.45,
            doors[house % len(doors)],
        )
        canvas.box(left + width - 3, top, 5, height, mix(brick, INK, 0.5), 1)
