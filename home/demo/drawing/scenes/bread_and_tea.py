"""The table under the window: loaf, brown pot, two cups, the street outside."""

from home.demo.drawing.brickwork import wall
from home.demo.drawing.canvas import Canvas
from home.demo.drawing.outdoors import smoke
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    BRICK_DEEP,
    BRICK_LIGHT,
    CANAL,
    CANAL_DEEP,
    CREAM,
    INK,
    PAPER,
    PEACH,
    ROSE,
    SKY,
    SKY_PALE,
    SLATE,
    SOOT,
    STONE_LIGHT,
    TRAM,
    WHITE,
    WOOD,
    WOOD_DEEP,
    Colour,
    mix,
)
from home.demo.drawing.scene import scene
from home.demo.drawing.things import steam


@scene("bread-and-tea")
def bread_and_tea(canvas: Canvas) -> None:
    """Draw the table under the window: loaf, brown pot, two cups, the street outside."""
    canvas.box(-10, -10, 1620, 1090, mix(CREAM, PEACH, 0.45))
    for stripe in range(22):
        canvas.box(stripe * 76, -10, 20, 700, mix(CREAM, PEACH, 0.75))
        for flower in range(6):
            canvas.gouge(stripe * 76 + 48, 60 + flower * 116, 28, 7, 60, ROSE)
    canvas.box(470, 50, 660, 470, WHITE)
    panes = canvas.path("496,76 1104,76 1104,494 496,494", SKY_PALE)
    with canvas.inside(panes):
        for house in range(5):
            wall(canvas, 500 + house * 128, 300, 120, 200, BRICK, course=12)
            canvas.path("-8,0 64,-64 136,0", SLATE, 500 + house * 128, 302)
            canvas.box(530 + house * 128, 340, 44, 60, TRAM if house == 3 else SOOT)
        smoke(canvas, 700, 236, 14, STONE_LIGHT, 9)
    canvas.box(792, 60, 16, 450, WHITE)
    canvas.box(480, 280, 640, 14, WHITE)
    for side in (False, True):
        x = 1600 if side else 0
        canvas.path("400,20 640,20 600,150 500,330 470,530 400,540", CANAL, x, 0, 1, side)
        for fold in range(4):
            canvas.line(
                [
                    ((x - 430 - fold * 40) if side else 430 + fold * 40, 30),
                    ((x - 424 - fold * 12) if side else 424 + fold * 12, 520),
                ],
                CANAL_DEEP,
                7,
                3,
            )
    _cloth(canvas, 640, PAPER, BRICK)
    _loaf(canvas, 520, 790)
    _pot(canvas, 960, 760)
    _cup(canvas, 1230, 810, 1.0, WHITE, BRICK_LIGHT)
    _cup(canvas, 820, 930, 1.15, WHITE, BRICK_LIGHT)
    steam(canvas, 1226, 770, WHITE)
    canvas.box(1330, 700, 110, 96, SKY)
    canvas.letters(1385, 748, "JAM", 34, WHITE)
    canvas.line([(300, 960), (520, 920)], STONE_LIGHT, 22, 12)
    canvas.line([(230, 974), (310, 958)], BRICK_DEEP, 26)


def _cloth(canvas: Canvas, top: float, tone: Colour, check: Colour) -> None:
    """Lay a checked oilcloth that runs towards us."""
    canvas.shape([(-40, 1100), (220, top), (1380, top), (1640, 1100)], tone)
    for column in range(17):
        near, far = -40 + column * 105, 220 + column * 72.5
        canvas.line([(far, top), (near, 1100)], check, 8, 22)
    for row in range(8):
        y = top + (1090 - top) * (row / 8) ** 1.5
        canvas.line([(200 - row * 30, y), (1400 + row * 30, y)], check, 7 + row * 2.4)


def _cup(canvas: Canvas, x: float, y: float, size: float, tone: Colour, tea: Colour) -> None:
    canvas.oval(x, y + 74 * size, 96 * size, 24 * size, mix(tone, INK, 0.3))
    canvas.oval(x, y + 70 * size, 92 * size, 20 * size, tone)
    canvas.line(
        [
            (x + 50 * size, y + 4 * size),
            (x + 92 * size, y + 14 * size),
            (x + 40 * size, y + 48 * size),
        ],
        tone,
        13 * size,
    )
    canvas.path("-62,-14 62,-14 50,44 26,72 -26,72 -50,44", tone, x, y, size)
    canvas.oval(x, y - 14 * size, 62 * size, 16 * size, WHITE)
    canvas.oval(x, y - 12 * size, 52 * size, 11 * size, tea)
    canvas.gouge(x - 34 * size, y + 26 * size, 60 * size, 6 * size, 74, mix(tone, INK, 0.25))
    canvas.gouge(x + 8 * size, y + 40 * size, 60 * size, 5 * size, 4, BRICK)


def _loaf(canvas: Canvas, x: float, y: float) -> None:
    canvas.box(x - 210, y + 10, 470, 34, WOOD_DEEP)
    canvas.path("-170,20 -180,-90 -130,-136 -40,-150 60,-142 120,-126 140,-80 130,20", AMBER, x, y)
    for cut in range(4):
        canvas.gouge(x - 118 + cut * 62, y - 118, 90, 11, 64, CREAM)
    canvas.gouges((x - 150, y - 90, x + 110, y + 10), WOOD, count=40, length=24, width=3, sway=40)
    for slice_ in range(3):
        canvas.path(
            "0,20 -8,-92 26,-140 74,-128 84,20", WOOD, x + 118 + slice_ * 34, y + slice_ * 8
        )
        canvas.path(
            "8,12 2,-86 30,-128 66,-118 74,12", CREAM, x + 118 + slice_ * 34, y + slice_ * 8
        )


def _pot(canvas: Canvas, x: float, y: float) -> None:
    canvas.line([(x + 90, y - 30), (x + 160, y - 60), (x + 176, y - 120)], WOOD_DEEP, 40, 20)
    canvas.line(
        [(x - 100, y - 90), (x - 180, y - 80), (x - 170, y + 10), (x - 96, y + 20)], WOOD_DEEP, 20
    )
    canvas.oval(x, y - 30, 130, 104, WOOD_DEEP)
    canvas.oval(x, y - 124, 60, 16, INK)
    canvas.oval(x, y - 142, 16, 14, WOOD_DEEP)
    for step in range(4):
        canvas.gouge(x + 40 + step * 16, y - 50 + step * 14, 90 - step * 14, 6, 66, AMBER)
