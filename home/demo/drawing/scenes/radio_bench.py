"""The mender's bench: an open wireless, a soldering iron, and hands at work."""

from home.demo.drawing.canvas import Canvas
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    CANAL_DEEP,
    CANAL_LIGHT,
    CREAM,
    INK,
    ROSE,
    SKIN,
    SKY,
    SOOT,
    STONE,
    STONE_LIGHT,
    TRAM,
    WOOD,
    WOOD_DEEP,
    mix,
)
from home.demo.drawing.scene import scene


@scene("radio-bench")
def bench(canvas: Canvas) -> None:
    """Draw the mender's bench: an open wireless, a soldering iron, and hands at work."""
    canvas.box(-10, -10, 1620, 760, CANAL_DEEP)
    for shelf in (190, 400):
        canvas.box(-10, shelf, 1620, 18, WOOD)
        x = 60.0
        while x < 1520:
            wide = canvas.rng.uniform(36, 120)
            tall = canvas.rng.uniform(60, 140)
            tone = canvas.rng.choice([BRICK, SKY, STONE, CREAM, AMBER, CANAL_LIGHT, ROSE, SOOT])
            canvas.box(x, shelf - tall, wide, tall, tone)
            canvas.oval(
                x + wide / 2,
                shelf - tall * 0.45,
                min(wide, tall) * 0.24,
                min(wide, tall) * 0.24,
                mix(tone, INK, 0.55),
            )
            canvas.gouge(x + wide / 2, shelf - tall + 12, wide * 0.7, 3, 0, mix(tone, CREAM, 0.5))
            x += wide + canvas.rng.uniform(8, 44)
    canvas.box(-10, 700, 1620, 380, WOOD)
    canvas.gouges((0, 710, 1600, 1060), WOOD_DEEP, count=90, length=200, width=4, sway=1)
    cone = canvas.path("1180,0 1270,0 1560,720 830,720", mix(CANAL_DEEP, AMBER, 0.3))
    with canvas.inside(cone):
        canvas.gouges((830, 300, 1560, 720), AMBER, count=40, length=120, width=3, angle=90)
    canvas.path("1120,120 1330,120 1290,30 1160,30", BRICK)
    canvas.oval(1225, 122, 100, 14, TRAM)
    _wireless(canvas, 470, 800)
    _hands_with_iron(canvas)
    for screw in range(9):
        canvas.oval(
            1330 + (screw % 3) * 40, 840 + screw // 3 * 44, 8, 6, (STONE, TRAM, CREAM)[screw % 3]
        )


def _wireless(canvas: Canvas, x: float, base: float) -> None:
    canvas.box(x - 300, base - 370, 620, 400, WOOD_DEEP)
    canvas.box(x - 280, base - 350, 580, 356, BRICK)
    canvas.box(x - 250, base - 320, 330, 300, AMBER)
    for slat in range(11):
        canvas.line(
            [(x - 246, base - 300 + slat * 27), (x + 76, base - 300 + slat * 27)], WOOD_DEEP, 9
        )
    canvas.box(x + 110, base - 320, 160, 120, CREAM)
    for name, row in (("Athlone", 0), ("Hilversum", 1), ("Lahore", 2), ("Lagos", 3)):
        canvas.letters(x + 190, base - 302 + row * 27, name, 20, INK)
    canvas.line([(x + 226, base - 316), (x + 226, base - 206)], BRICK, 4)
    for knob in (0, 1):
        canvas.oval(x + 148 + knob * 86, base - 130, 34, 34, INK)
        canvas.gouge(x + 148 + knob * 86, base - 142, 30, 4, 60, CREAM)


def _hands_with_iron(canvas: Canvas) -> None:
    canvas.line([(700, 700), (880, 760), (1000, 800)], STONE_LIGHT, 10, 6)
    canvas.line([(1000, 800), (1180, 870)], TRAM, 26, 34)
    canvas.line([(1700, 1120), (1400, 1000), (1230, 900)], SKY, 190, 130)
    _fist(canvas, 1190, 884, 1.0)
    canvas.line([(860, 1200), (800, 1050), (740, 930)], SKY, 180, 130)
    _fist(canvas, 730, 900, 1.0)
    canvas.box(640, 830, 120, 20, CANAL_LIGHT)


def _fist(canvas: Canvas, x: float, y: float, size: float) -> None:
    skin = SKIN[0]
    canvas.oval(x, y, 72 * size, 58 * size, skin)
    for finger in range(4):
        canvas.line(
            [
                (x - 36 * size + finger * 22 * size, y - 20 * size),
                (x - 56 * size + finger * 20 * size, y - 62 * size),
                (x - 40 * size + finger * 16 * size, y - 88 * size),
            ],
            skin,
            24 * size,
            18 * size,
        )
        canvas.gouge(
            x - 40 * size + finger * 21 * size,
            y - 38 * size,
            34 * size,
            3.4 * size,
            72,
            mix(skin, CREAM, 0.35),
        )
