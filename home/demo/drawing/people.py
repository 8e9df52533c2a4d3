"""People seen from behind or as silhouettes: nobody here has a face."""

from dataclasses import dataclass

from home.demo.drawing.canvas import Canvas
from home.demo.drawing.palette import CREAM, INK, SKIN, SOOT, Colour, mix


@dataclass(frozen=True)
class Look:
    """What somebody wears, and how they stand (arms: down, up, hold, out, hip)."""

    coat: Colour
    legs: Colour = SOOT
    hair: Colour = INK
    skin: Colour = SKIN[3]
    head: str = "hair"
    dress: bool = False
    arms: str = "down"
    stride: float = 0.0
    hat: Colour = INK


def person(canvas: Canvas, x: float, ground: float, height: float, look: Look) -> None:
    """Stand one person with their feet at (x, ground); `height` in units, head to foot."""
    unit = height / 100
    _legs(canvas, x, ground, unit, look)
    _body(canvas, x, ground, unit, look)
    _arms(canvas, x, ground, unit, look)
    _head(canvas, x, ground - 88 * unit, unit, look)


def _legs(canvas: Canvas, x: float, ground: float, unit: float, look: Look) -> None:
    spread = 5 + look.stride * 9
    cloth = look.skin if look.dress else look.legs
    for side in (-1, 1):
        lift = 3 * unit if look.stride and side > 0 else 0
        foot = x + side * spread * unit
        hip = x + side * 4.5 * unit
        width = 4.6 if look.dress else 8
        canvas.line(
            [(hip, ground - 48 * unit), (foot, ground - 3 * unit - lift)],
            cloth,
            (width + 2) * unit,
            width * unit,
        )
        canvas.oval(foot + side * unit, ground - 2.2 * unit - lift, 5 * unit, 2.8 * unit, INK)


def _body(canvas: Canvas, x: float, ground: float, unit: float, look: Look) -> None:
    def at(dx: float, up: float) -> tuple[float, float]:
        return x + dx * unit, ground - up * unit

    hem, flare = (26, 16) if look.dress else (42, 11.5)
    outline = [
        at(-4, 83),
        at(4, 83),
        at(12, 79),
        at(13.5, 72),
        at(10.5, 58),
        at(flare, hem),
        at(-flare, hem),
        at(-10.5, 58),
        at(-13.5, 72),
        at(-12, 79),
    ]
    canvas.shape(outline, look.coat, unit * 0.35)
    light, dark = mix(look.coat, CREAM, 0.28), mix(look.coat, INK, 0.4)
    with canvas.inside(outline):
        for step in range(5):
            canvas.gouge(*at(9 - step * 1.4, 74 - step * 10), 11 * unit, 1.1 * unit, 96, light)
            canvas.gouge(*at(-9 + step * 0.8, 72 - step * 10), 12 * unit, 1.5 * unit, 84, dark)
        canvas.line([at(0, 78), at(0.6, hem)], dark, 0.8 * unit)


_ELBOWS = {
    "down": ((15.5, 62), (14.5, 46)),
    "up": ((20, 86), (19, 101)),
    "hold": ((16.5, 62), (8, 54)),
    "out": ((23, 70), (32, 64)),
    "hip": ((21, 62), (11.5, 54)),
}


def _arms(canvas: Canvas, x: float, ground: float, unit: float, look: Look) -> None:
    elbow, hand = _ELBOWS[look.arms]
    shade = mix(look.coat, INK, 0.22)
    for side in (-1, 1):
        joints = [
            (x + side * dx * unit, ground - up * unit) for dx, up in ((11.5, 77), elbow, hand)
        ]
        canvas.oval(*joints[2], 2.6 * unit, 3 * unit, look.skin)
        canvas.line(joints, shade, 7 * unit, 5 * unit)


def _head(canvas: Canvas, x: float, y: float, unit: float, look: Look) -> None:
    canvas.box(x - 2.4 * unit, y - unit, 4.8 * unit, 7 * unit, look.skin, 0.5)
    canvas.oval(x - 6 * unit, y - 3.4 * unit, 1.4 * unit, 2 * unit, look.skin)
    canvas.oval(x + 6 * unit, y - 3.4 * unit, 1.4 * unit, 2 * unit, look.skin)
    if look.head == "bald":
        canvas.oval(x, y - 4 * unit, 6 * unit, 7.4 * unit, look.skin)
        canvas.oval(x, y - 1 * unit, 6 * unit, 4 * unit, look.hair)
        return
    canvas.oval(x, y - 4 * unit, 6.2 * unit, 7.6 * unit, look.hair)
    for step in range(3):
        canvas.gouge(
            x + (3 - step * 1.6) * unit,
            y - (6 - step) * unit,
            7 * unit,
            0.6 * unit,
            70,
            mix(look.hair, CREAM, 0.35),
        )
    _TOPS.get(look.head, _nothing)(canvas, x, y, unit, look)


def _nothing(canvas: Canvas, x: float, y: float, unit: float, look: Look) -> None:
    return


def _cap(canvas: Canvas, x: float, y: float, unit: float, look: Look) -> None:
    points = [(-8, -4), (-7.4, -10), (0, -12.6), (7.4, -10), (8, -4), (0, -5.4)]
    canvas.shape([(x + dx * unit, y + dy * unit) for dx, dy in points], look.hat, 0.5)
    canvas.gouge(x + 3 * unit, y - 9 * unit, 7 * unit, 0.7 * unit, 15, mix(look.hat, CREAM, 0.4))


def _brim(canvas: Canvas, x: float, y: float, unit: float, look: Look) -> None:
    canvas.oval(x, y - 6 * unit, 11 * unit, 2.6 * unit, look.hat)
    canvas.shape(
        [
            (x + dx * unit, y + dy * unit)
            for dx, dy in ((-6.4, -6), (-5.6, -13), (5.6, -13), (6.4, -6))
        ],
        look.hat,
        0.5,
    )
    canvas.box(x - 6.2 * unit, y - 8.4 * unit, 12.4 * unit, 1.8 * unit, mix(look.hat, CREAM, 0.45))


def _scarf(canvas: Canvas, x: float, y: float, unit: float, look: Look) -> None:
    points = [(0, -12.4), (6.6, -9), (7.4, -1), (5, 4), (0, 8.4), (-5, 4), (-7.4, -1), (-6.6, -9)]
    canvas.shape([(x + dx * unit, y + dy * unit) for dx, dy in points], look.hat, 0.6)
    fold = mix(look.hat, INK, 0.3)
    canvas.line([(x, y - 10 * unit), (x + 0.6 * unit, y + 6 * unit)], fold, unit * 0.7)
    canvas.gouge(x + 4 * unit, y - 4 * unit, 8 * unit, 0.8 * unit, 80, mix(look.hat, CREAM, 0.4))


def _bun(canvas: Canvas, x: float, y: float, unit: float, look: Look) -> None:
    canvas.oval(x, y - 4 * unit, 3.6 * unit, 3.4 * unit, mix(look.hair, CREAM, 0.14))


def _long(canvas: Canvas, x: float, y: float, unit: float, look: Look) -> None:
    points = [(-6.4, -6), (6.4, -6), (7.6, 4), (6, 12), (-6, 12), (-7.6, 4)]
    canvas.shape([(x + dx * unit, y + dy * unit) for dx, dy in points], look.hair, 0.6)
    for step in range(3):
        canvas.gouge(
            x + (3 - 3 * step) * unit,
            y + 4 * unit,
            14 * unit,
            0.7 * unit,
            88,
            mix(look.hair, CREAM, 0.3),
        )


def _afro(canvas: Canvas, x: float, y: float, unit: float, look: Look) -> None:
    canvas.blob(x, y - 5 * unit, 8.4 * unit, 9 * unit, look.hair)
    for step in range(6):
        canvas.gouge(
            x + (step - 3) * 2 * unit,
            y - (8 - step % 3 * 2) * unit,
            2.4 * unit,
            0.6 * unit,
            40 + step * 30,
            mix(look.hair, CREAM, 0.35),
        )


def _veil(canvas: Canvas, x: float, y: float, unit: float, look: Look) -> None:
    points = [(0, -13), (7, -9), (9, 6), (15, 44), (0, 48), (-15, 44), (-9, 6), (-7, -9)]
    canvas.shape([(x + dx * unit, y + dy * unit) for dx, dy in points], look.hat, 0.8)
    for step in range(-2, 3):
        canvas.gouge(
            x + step * 4 * unit,
            y + 24 * unit,
            30 * unit,
            0.7 * unit,
            90 - step * 5,
            mix(look.hat, INK, 0.25),
        )


_TOPS = {
    "cap": _cap,
    "brim": _brim,
    "scarf": _scarf,
    "bun": _bun,
    "long": _long,
    "afro": _afro,
    "veil": _veil,
}
