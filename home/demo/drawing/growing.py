"""Trees in leaf and out of it, and grass."""

import math

from home.demo.drawing.canvas import Canvas
from home.demo.drawing.palette import (
    CREAM,
    LEAF,
    LEAF_DEEP,
    SOOT,
    WOOD_DEEP,
    Colour,
    mix,
)


def tree(
    canvas: Canvas,
    x: float,
    ground: float,
    height: float,
    leaf: Colour = LEAF,
    *,
    light: Colour | None = None,
) -> None:
    """Plant a broad tree, its leaves cut with short bright marks on the sunny side."""
    canvas.line(
        [
            (x, ground),
            (x + height * 0.02, ground - height * 0.4),
            (x - height * 0.01, ground - height * 0.62),
        ],
        WOOD_DEEP,
        height * 0.07,
        height * 0.03,
    )
    for dx in (-0.14, 0.16):
        canvas.line(
            [(x, ground - height * 0.36), (x + dx * height, ground - height * 0.6)],
            WOOD_DEEP,
            height * 0.03,
            height * 0.012,
        )
    shine = light or mix(leaf, CREAM, 0.35)
    heads = ((-0.17, 0.58, 0.18), (0.18, 0.6, 0.18), (0.0, 0.76, 0.22), (-0.05, 0.56, 0.16))
    for dx, up, radius in heads:
        canvas.blob(
            x + dx * height,
            ground - up * height,
            radius * height,
            radius * height * 0.86,
            mix(leaf, LEAF_DEEP, canvas.rng.uniform(0, 0.5)),
        )
    for head in heads:
        _leaves(canvas, (x, ground), height, head, shine)


def _leaves(
    canvas: Canvas,
    foot: tuple[float, float],
    height: float,
    head: tuple[float, float, float],
    shine: Colour,
) -> None:
    (x, ground), (dx, up, radius) = foot, head
    for _ in range(22):
        turn, reach = canvas.rng.uniform(0, math.tau), canvas.rng.random() ** 0.5 * radius
        canvas.gouge(
            x + (dx + reach * math.cos(turn) * 0.9) * height,
            ground - (up + reach * math.sin(turn) * 0.75) * height,
            height * 0.045,
            height * 0.009,
            canvas.rng.uniform(-60, 20),
            shine,
        )


def bare_tree(canvas: Canvas, x: float, ground: float, height: float, bark: Colour = SOOT) -> None:
    """Plant a winter tree."""

    def branch(x0: float, y0: float, reach: float, turn: float, width: float, deep: int) -> None:
        bend = turn + canvas.rng.uniform(-9, 9)
        x1 = x0 + reach * math.cos(math.radians(bend))
        y1 = y0 + reach * math.sin(math.radians(bend))
        canvas.line([(x0, y0), (x1, y1)], bark, width, width * 0.62)
        if deep:
            for lean in (-27, 3, 29):
                branch(
                    x1,
                    y1,
                    reach * canvas.rng.uniform(0.6, 0.78),
                    turn + lean,
                    width * 0.6,
                    deep - 1,
                )

    branch(x, ground, height * 0.34, -90, height * 0.05, 4)


def grass(
    canvas: Canvas, top: float, bottom: float, tone: Colour = LEAF, *, marks: int = 320
) -> None:
    """Lay grass in upright ticks that grow towards us."""
    canvas.box(-10, top, canvas.width + 20, bottom - top + 10, tone, 2)
    for _ in range(marks):
        near = canvas.rng.random()
        y = top + 8 + (bottom - top) * near**1.3
        shade = mix(
            tone, canvas.rng.choice([CREAM, LEAF_DEEP, LEAF_DEEP]), canvas.rng.uniform(0.15, 0.4)
        )
        canvas.gouge(
            canvas.rng.uniform(0, canvas.width),
            y,
            10 + 24 * near,
            1.6 + 2.6 * near,
            canvas.rng.uniform(-100, -72),
            shade,
        )
