"""Skies, smoke, ground, water, snow and street furniture."""

import math
from collections.abc import Sequence

from home.demo.drawing.canvas import Canvas
from home.demo.drawing.palette import (
    CREAM,
    INK,
    STONE,
    TRAM,
    Colour,
    mix,
)


def sky(canvas: Canvas, top: Colour, low: Colour, horizon: float, *, marks: int = 110) -> None:
    """Cut a sky that brightens (or darkens) towards the horizon in long gouge marks."""
    bands = 7
    canvas.box(-20, -20, canvas.width + 40, horizon + 40, top, 0)
    for band in range(bands):
        tone = mix(top, low, band / (bands - 1))
        y = horizon * band / bands
        edge = [(float(x), y + canvas.rng.uniform(-12, 12)) for x in range(-20, 1720, 110)]
        canvas.shape([*edge, (1720, horizon + 30), (-20, horizon + 30)], tone, 0)
    for band in range(bands - 1):
        y = horizon * (band + 1) / bands
        tone = mix(top, low, (band + 0.1) / (bands - 1))
        box = (-40.0, y - 30, canvas.width + 40.0, y + 60)
        canvas.gouges(box, tone, count=marks // bands, length=150, width=5, sway=2)


def sun(canvas: Canvas, x: float, y: float, radius: float, disc: Colour, rays: Colour) -> None:
    """Hang a sun (or moon) with rings of carved rays."""
    for ring, reach in enumerate((1.5, 2.1, 2.8)):
        count = 26 + ring * 10
        for ray in range(count):
            turn = 360 * (ray + 0.5 * (ring % 2)) / count
            canvas.gouge(
                x + radius * reach * math.cos(math.radians(turn)),
                y + radius * reach * math.sin(math.radians(turn)),
                radius * 0.55,
                max(1.6, 4.6 - ring),
                turn,
                rays,
            )
    canvas.oval(x, y, radius, radius, disc)


def smoke(canvas: Canvas, x: float, y: float, drift: float, tone: Colour, size: float = 20) -> None:
    """Let smoke out of a pot, blown `drift` units to the side at each puff."""
    for puff in range(8):
        swell = size * (0.7 + puff * 0.42)
        lift = y - puff * size * 1.35
        canvas.blob(x + drift * puff, lift, swell * 1.35, swell * 0.8, tone)
        canvas.gouge(
            x + drift * puff + swell * 0.3,
            lift - swell * 0.2,
            swell * 1.3,
            3,
            -14,
            mix(tone, CREAM, 0.35),
        )


def setts(
    canvas: Canvas, top: float, bottom: float, tone: Colour = STONE, *, rows: int = 12
) -> None:
    """Pave the ground with setts that grow towards us."""
    canvas.box(-10, top, canvas.width + 20, bottom - top + 10, mix(tone, INK, 0.5), 0)
    for row in range(rows):
        near, next_near = (row / rows) ** 1.6, ((row + 1) / rows) ** 1.6
        y, tall = top + (bottom - top) * near, (bottom - top) * (next_near - near)
        long = 26 + 74 * near
        x = -canvas.rng.uniform(0, long)
        while x < canvas.width:
            stone = mix(tone, canvas.rng.choice([CREAM, INK, tone]), canvas.rng.uniform(0.02, 0.22))
            canvas.box(x + 2, y + 1.5, long - 4, max(2, tall - 3), stone, 1.2)
            x += long


def water(
    canvas: Canvas, outline: Sequence[tuple[float, float]], tone: Colour, light: Colour
) -> None:
    """Fill an outline with water that lies flat and shines."""
    canvas.shape(outline, tone)
    xs, ys = [p[0] for p in outline], [p[1] for p in outline]
    with canvas.inside(outline):
        box = (min(xs), min(ys), max(xs), max(ys))
        canvas.gouges(box, light, count=90, length=90, width=4, sway=3)
        canvas.gouges(box, mix(tone, INK, 0.35), count=70, length=110, width=5, sway=3)


def lamp(
    canvas: Canvas, x: float, ground: float, height: float, lit: bool = True, iron: Colour = INK
) -> None:
    """Stand a gas lamp with its ladder bar."""
    canvas.line([(x, ground), (x, ground - height * 0.8)], iron, height * 0.035, height * 0.018)
    canvas.box(x - height * 0.03, ground - height * 0.16, height * 0.06, height * 0.16, iron, 1)
    canvas.line(
        [(x - height * 0.08, ground - height * 0.76), (x + height * 0.08, ground - height * 0.76)],
        iron,
        height * 0.014,
    )
    top, half = ground - height, height * 0.055
    glass = TRAM if lit else CREAM
    canvas.shape(
        [
            (x - half * 1.4, top + height * 0.05),
            (x + half * 1.4, top + height * 0.05),
            (x + half * 0.7, top + height * 0.2),
            (x - half * 0.7, top + height * 0.2),
        ],
        iron,
    )
    canvas.shape(
        [
            (x - half * 1.1, top + height * 0.062),
            (x + half * 1.1, top + height * 0.062),
            (x + half * 0.55, top + height * 0.185),
            (x - half * 0.55, top + height * 0.185),
        ],
        glass,
        1,
    )
    canvas.shape(
        [(x - half * 1.5, top + height * 0.055), (x, top), (x + half * 1.5, top + height * 0.055)],
        iron,
    )


def railings(
    canvas: Canvas, left: float, right: float, ground: float, height: float, iron: Colour = INK
) -> None:
    """Put up spear-headed railings."""
    for bar in (0.12, 0.8):
        canvas.line([(left, ground - height * bar), (right, ground - height * bar)], iron, 5)
    x = left
    while x <= right:
        canvas.line([(x, ground), (x, ground - height)], iron, 5)
        canvas.gouge(x, ground - height - 4, 24, 4.5, 90, iron)
        x += height * 0.16


def snowfall(canvas: Canvas, flakes: int, white: Colour) -> None:
    """Let it snow over everything drawn so far."""
    for _ in range(flakes):
        size = canvas.rng.choice([1.6, 2.2, 3.2, 4.6])
        canvas.oval(
            canvas.rng.uniform(0, canvas.width),
            canvas.rng.uniform(0, canvas.height),
            size,
            size,
            white,
            0.6,
        )
