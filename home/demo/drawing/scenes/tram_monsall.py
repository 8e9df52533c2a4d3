"""The yellow tram coming down to Monsall in the evening."""

from home.demo.drawing.canvas import Canvas
from home.demo.drawing.growing import tree
from home.demo.drawing.outdoors import sky, sun
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    BRICK_DEEP,
    CANAL,
    CREAM,
    INK,
    NIGHT,
    NIGHT_LIGHT,
    PEACH,
    ROSE,
    SKIN,
    SKY,
    SLATE,
    SOOT,
    STONE,
    STONE_LIGHT,
    TRAM,
    WHITE,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("tram-monsall")
def tram(canvas: Canvas) -> None:
    """Draw the yellow tram coming down to Monsall in the evening."""
    sky(canvas, SKY, PEACH, 640)
    sun(canvas, 1260, 520, 70, AMBER, mix(PEACH, TRAM, 0.5))
    for x, tall in ((150, 300), (280, 380), (1420, 330), (1530, 280)):
        canvas.box(x - 60, 640 - tall, 120, tall, mix(BRICK_DEEP, PEACH, 0.3))
        for row in range(int(tall / 44)):
            for bay in range(3):
                canvas.box(
                    x - 44 + bay * 34,
                    652 - tall + row * 44,
                    20,
                    24,
                    TRAM if (row + bay) % 4 == 0 else SLATE,
                )
    for x in (420, 1180):
        tree(canvas, x, 680, 290)
    _rails(canvas)
    _wires(canvas)
    _tram(canvas)
    _platform(canvas)


def _rails(canvas: Canvas) -> None:
    canvas.box(-10, 640, 1620, 440, mix(STONE, INK, 0.3))
    canvas.gouges((0, 650, 1600, 1060), STONE_LIGHT, count=220, length=22, width=4, sway=60)
    for rail in ((700, 480), (900, 1120)):
        canvas.line([(790 + (rail[0] - 800) * 0.14, 642), (rail[1], 1090)], STONE_LIGHT, 4, 18)
    for sleeper in range(9):
        y = 700 + 42 * sleeper**1.22
        canvas.line(
            [(800 - 90 - sleeper * 34, y), (800 + 90 + sleeper * 34, y)], SOOT, 6 + sleeper * 2
        )
    for rail in ((-1, 480), (1, 1120)):
        canvas.line([(800 + rail[0] * 30, 642), (rail[1], 1090)], STONE_LIGHT, 5, 20)


def _wires(canvas: Canvas) -> None:
    for pole in ((300, 1000, 760), (1300, 1000, 760), (560, 740, 420), (1040, 740, 420)):
        canvas.line([(pole[0], pole[1]), (pole[0], pole[1] - pole[2])], INK, 14, 8)
        canvas.line([(pole[0], pole[1] - pole[2] + 30), (800, pole[1] - pole[2] + 20)], INK, 6)
    canvas.line([(800, 270), (800, -20)], INK, 5)
    canvas.line([(740, 330), (800, 268), (860, 330)], INK, 8)


def _tram(canvas: Canvas) -> None:
    body = canvas.path(
        "-190,0 190,0 204,-60 196,-470 150,-560 -150,-560 -196,-470 -204,-60", TRAM, 800, 900
    )
    with canvas.inside(body):
        canvas.box(590, 780, 420, 130, SLATE)
        canvas.gouges((600, 340, 1000, 780), AMBER, count=26, length=120, width=5, angle=88)
    canvas.path("-158,-250 158,-250 164,-440 134,-500 -134,-500 -164,-440", NIGHT, 800, 900)
    canvas.gouge(720, 500, 200, 12, 110, NIGHT_LIGHT)
    canvas.gouge(760, 520, 180, 8, 110, NIGHT_LIGHT)
    canvas.oval(800, 560, 40, 46, INK)
    canvas.path("-64,90 64,90 46,10 -46,10", INK, 800, 570)
    canvas.box(690, 352, 220, 46, INK)
    canvas.letters(800, 375, "MONSALL", 38, AMBER)
    for x in (650, 950):
        canvas.oval(x, 740, 30, 24, WHITE)
        canvas.oval(x, 740, 18, 14, CREAM)
    canvas.path("-210,0 210,0 190,40 -190,40", INK, 800, 884)


def _platform(canvas: Canvas) -> None:
    canvas.path("-20,790 330,760 480,1090 -20,1090", STONE_LIGHT)
    canvas.line([(330, 760), (490, 1090)], TRAM, 9, 22)
    person(canvas, 150, 1010, 400, Look(CANAL, head="scarf", hat=ROSE, skin=SKIN[1]))
    person(canvas, 262, 1020, 300, Look(NIGHT, legs=INK, head="afro", skin=SKIN[0]))
    canvas.box(236, 790, 56, 76, BRICK)
