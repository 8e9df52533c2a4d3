"""The allotment over Smedley: rows of cabbages, a door for a gate, a man digging."""

from home.demo.drawing.brickwork import terrace
from home.demo.drawing.canvas import Canvas
from home.demo.drawing.growing import tree
from home.demo.drawing.outdoors import sky
from home.demo.drawing.palette import (
    BRICK,
    BRICK_DEEP,
    CANAL,
    CANAL_DEEP,
    CREAM,
    INK,
    LEAF,
    MOSS,
    PEACH,
    SKIN,
    SKY,
    SKY_PALE,
    SOOT,
    STONE,
    STONE_LIGHT,
    TRAM,
    WOOD,
    WOOD_DEEP,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("allotment")
def allotment(canvas: Canvas) -> None:
    """Draw the allotment over Smedley: rows of cabbages, a door for a gate, a man digging."""
    sky(canvas, SKY_PALE, PEACH, 480)
    terrace(canvas, 520, 470, houses=9, width=120, height=120)
    for x in (40, 260, 1500):
        tree(canvas, x, 520, 300)
    canvas.path("-20,480 400,450 900,470 1620,440 1620,1090 -20,1090", WOOD_DEEP)
    _cabbages(canvas)
    _beans_and_shed(canvas)
    _diggers(canvas)


def _cabbages(canvas: Canvas) -> None:
    for furrow in range(9):
        far, near = 560 + furrow * 95, -300 + furrow * 290
        canvas.line(
            [(far, 490), ((far + near) / 2 + 20, 740), (near, 1090)],
            mix(WOOD_DEEP, INK, 0.35),
            14,
            60,
        )
        for plant in range(7):
            share = (plant / 7) ** 1.5
            x = far + 45 + (near + 140 - far - 45) * share
            y = 510 + 560 * share
            size = 10 + 52 * share
            leaf = (LEAF, CANAL, MOSS)[furrow % 3]
            canvas.blob(x, y, size * 1.25, size * 0.8, leaf)
            canvas.blob(x, y - size * 0.15, size * 0.7, size * 0.45, mix(leaf, CREAM, 0.3))
            for vein in (-40, 0, 40):
                canvas.gouge(
                    x + vein * size / 60,
                    y - size * 0.1,
                    size * 1.2,
                    max(1.6, size * 0.07),
                    90 + vein,
                    mix(leaf, CREAM, 0.6),
                )


def _beans_and_shed(canvas: Canvas) -> None:
    _shed(canvas, 190, 650)
    for cane in range(6):
        x = 1120 + cane * 74
        canvas.line([(x, 640), (x + 34, 360)], WOOD, 6)
        canvas.line([(x + 68, 640), (x + 34, 360)], WOOD, 6)
        for bean in range(12):
            canvas.gouge(
                x + 30 + canvas.rng.uniform(-24, 24),
                390 + bean * 20,
                26,
                9,
                canvas.rng.uniform(0, 180),
                (LEAF, MOSS)[bean % 2],
            )
            if bean % 4 == 0:
                canvas.oval(x + 30 + canvas.rng.uniform(-20, 20), 400 + bean * 20, 6, 6, BRICK)


def _diggers(canvas: Canvas) -> None:
    person(
        canvas,
        700,
        940,
        420,
        Look(SKY, legs=SOOT, head="cap", hat=STONE, arms="hold", skin=SKIN[0]),
    )
    canvas.line([(690, 720), (800, 960)], WOOD, 14)
    canvas.path("-24,-10 30,-20 44,50 6,76 -22,56", STONE_LIGHT, 806, 970)
    person(canvas, 880, 900, 250, Look(TRAM, head="afro", skin=SKIN[0], arms="hold"))
    canvas.path("-40,0 40,0 34,50 -34,50", CANAL, 880, 800)
    canvas.blob(880, 796, 38, 18, LEAF)


def _shed(canvas: Canvas, x: float, y: float) -> None:
    canvas.box(x - 130, y - 250, 270, 260, CANAL)
    for board in range(8):
        canvas.line(
            [(x - 130, y - 250 + board * 33), (x + 140, y - 250 + board * 33)], CANAL_DEEP, 4
        )
    canvas.path("-160,0 170,0 140,-80 -130,-80", BRICK_DEEP, x, y - 246)
    canvas.box(x - 20, y - 190, 110, 200, BRICK)
    canvas.letters(x + 36, y - 120, "7B", 40, CREAM)
    canvas.box(x - 110, y - 190, 70, 70, TRAM)
    canvas.line([(x - 75, y - 190), (x - 75, y - 120)], CANAL_DEEP, 5)
    canvas.path("-36,0 36,0 30,70 -30,70", STONE_LIGHT, x + 190, y - 60)
