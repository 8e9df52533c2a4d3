"""Points of hand-cut shapes: nothing a knife cuts is quite straight or quite round."""

import math
from collections.abc import Sequence
from random import Random

Point = tuple[float, float]


def path(text: str, x: float = 0, y: float = 0, size: float = 1, flip: bool = False) -> list[Point]:
    """Read points written as "0,0 10,5 …", moved to (x, y), grown by `size`, or mirrored."""
    side = -size if flip else size
    pairs = (pair.split(",") for pair in text.split())
    return [(x + float(across) * side, y + float(down) * size) for across, down in pairs]


def cut_edge(points: Sequence[Point], rng: Random, rough: float) -> list[Point]:
    """Return the outline with a few more points, each up to `rough` units off its line."""
    if not rough:
        return list(points)
    cut: list[Point] = []
    for (x, y), (next_x, next_y) in zip(points, [*points[1:], points[0]], strict=True):
        pieces = max(1, min(12, int(math.hypot(next_x - x, next_y - y) / 60)))
        for piece in range(pieces):
            share = piece / pieces
            cut.append(
                (
                    x + (next_x - x) * share + rng.uniform(-rough, rough),
                    y + (next_y - y) * share + rng.uniform(-rough, rough),
                )
            )
    return cut


def oval(cx: float, cy: float, rx: float, ry: float, *, count: int = 28) -> list[Point]:
    """Return the outline of an ellipse in `count` points."""
    steps = (math.tau * step / count for step in range(count))
    return [(cx + rx * math.cos(turn), cy + ry * math.sin(turn)) for turn in steps]


def arc(cx: float, cy: float, rx: float, ry: float, start: float, end: float) -> list[Point]:
    """Return points of an arc, in degrees clockwise from the right, as screens count."""
    steps = [start + (end - start) * step / 20 for step in range(21)]
    return [
        (cx + rx * math.cos(math.radians(s)), cy + ry * math.sin(math.radians(s))) for s in steps
    ]


def smooth(points: Sequence[Point], *, pieces: int = 8) -> list[Point]:
    """Return a curve through all points (Catmull-Rom, ends repeated)."""
    padded = [points[0], *points, points[-1]]
    curve: list[Point] = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        curve += [_between(a, b, c, d, step / pieces) for step in range(pieces)]
    return [*curve, points[-1]]


def ribbon(points: Sequence[Point], widths: Sequence[float]) -> list[Point]:
    """Return the outline of a line whose width (units) changes along the way."""
    left: list[Point] = []
    right: list[Point] = []
    last = len(points) - 1
    for index, (x, y) in enumerate(points):
        before, after = points[max(0, index - 1)], points[min(last, index + 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = math.hypot(dx, dy) or 1.0
        half = widths[min(index, len(widths) - 1)] / 2
        left.append((x - dy / length * half, y + dx / length * half))
        right.append((x + dy / length * half, y - dx / length * half))
    return left + right[::-1]


def lens(x: float, y: float, length: float, width: float, angle: float) -> list[Point]:
    """Return the mark one push of a gouge leaves: pointed at both ends."""
    along = (math.cos(math.radians(angle)) * length / 2, math.sin(math.radians(angle)) * length / 2)
    across = (-along[1] / length * width, along[0] / length * width)
    return [
        (x - along[0], y - along[1]),
        (x - along[0] * 0.3 + across[0], y - along[1] * 0.3 + across[1]),
        (x + along[0] * 0.3 + across[0], y + along[1] * 0.3 + across[1]),
        (x + along[0], y + along[1]),
        (x + along[0] * 0.3 - across[0], y + along[1] * 0.3 - across[1]),
        (x - along[0] * 0.3 - across[0], y - along[1] * 0.3 - across[1]),
    ]


def cloud(cx: float, cy: float, rx: float, ry: float, rng: Random, bumps: int = 11) -> list[Point]:
    """Return a lumpy round: a tree's head, smoke, a bush, a cloud."""
    outline: list[Point] = []
    for bump in range(bumps):
        middle = math.tau * (bump + rng.uniform(-0.2, 0.2)) / bumps
        reach = rng.uniform(0.88, 1.08)
        for step in (-0.5, -0.25, 0.0, 0.25, 0.5):
            turn = middle + math.tau / bumps * step
            swell = reach * (1 + 0.13 * math.cos(step * math.pi))
            outline.append((cx + rx * swell * math.cos(turn), cy + ry * swell * math.sin(turn)))
    return outline


def _between(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    x, y = (
        0.5
        * (
            2 * b[axis]
            + (c[axis] - a[axis]) * t
            + (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * t * t
            + (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * t**3
        )
        for axis in (0, 1)
    )
    return x, y
