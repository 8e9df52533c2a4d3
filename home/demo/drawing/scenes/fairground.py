"""The fair on the croft: the big wheel, the carousel's stripes, bulbs all the way up."""

import math

from home.demo.drawing import shapes
from home.demo.drawing.canvas import Canvas
from home.demo.drawing.outdoors import sky
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    BRICK_DEEP,
    CANAL,
    CREAM,
    INK,
    NIGHT,
    ROSE,
    SKIN,
    SKY,
    SKY_LIGHT,
    SOOT,
    TRAM,
    WHITE,
    WOOD_DEEP,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("fairground")
def fair(canvas: Canvas) -> None:
    """Draw the fair on the croft: the big wheel, the carousel's stripes, bulbs all the way up."""
    sky(canvas, NIGHT, ROSE, 810)
    hub, reach = (1130, 430), 330
    for angle in range(0, 360, 30):
        turn = math.radians(angle + 8)
        tip = (hub[0] + reach * math.cos(turn), hub[1] + reach * math.sin(turn))
        canvas.line([hub, tip], CREAM, 6)
        canvas.line([(tip[0] - 22, tip[1]), (tip[0] + 22, tip[1])], INK, 5)
        canvas.path("-40,6 40,6 30,52 -30,52", (BRICK, TRAM, CANAL, ROSE)[angle // 30 % 4], *tip)
        canvas.oval(tip[0] - 10, tip[1] - 4, 12, 14, INK)
        canvas.oval(tip[0] + 16, tip[1] - 2, 11, 13, SOOT)
    for ring in (reach, reach * 0.9):
        for step in range(72):
            turn = math.radians(step * 5)
            canvas.oval(hub[0] + ring * math.cos(turn), hub[1] + ring * math.sin(turn), 5, 5, TRAM)
    canvas.oval(*hub, 34, 34, BRICK)
    canvas.line([(hub[0] - 8, hub[1]), (900, 830)], SOOT, 22)
    canvas.line([(hub[0] + 8, hub[1]), (1360, 830)], SOOT, 22)
    _ground(canvas)
    _carousel(canvas)
    _crowd(canvas)


def _ground(canvas: Canvas) -> None:
    canvas.box(-10, 820, 1620, 260, mix(WOOD_DEEP, NIGHT, 0.4))
    canvas.gouges((0, 830, 1600, 1060), AMBER, count=60, length=80, width=4, sway=3)


def _carousel(canvas: Canvas) -> None:
    tent = shapes.path("80,430 410,220 740,430")
    canvas.shape(tent, CREAM)
    with canvas.inside(tent):
        for stripe in range(8):
            canvas.shape([(410, 214), (60 + stripe * 94, 440), (107 + stripe * 94, 440)], BRICK)
    canvas.box(80, 428, 660, 50, TRAM)
    for scallop in range(11):
        canvas.path("0,0 60,0 30,44", (BRICK, CANAL)[scallop % 2], 80 + scallop * 60, 474)
    canvas.box(120, 790, 580, 44, BRICK_DEEP)
    for pole in range(5):
        canvas.box(150 + pole * 126, 478, 12, 316, AMBER)
    for horse in range(4):
        _galloper(
            canvas, 214 + horse * 130, 640 + (horse % 2) * 44, (WHITE, TRAM, ROSE, SKY_LIGHT)[horse]
        )
    canvas.line([(410, 220), (410, 150)], AMBER, 8)
    canvas.path("0,0 70,18 0,38", BRICK, 410, 150)


def _crowd(canvas: Canvas) -> None:
    for x, tall, coat in (
        (800, 250, CANAL),
        (872, 160, TRAM),
        (940, 240, BRICK),
        (1240, 260, SKY),
        (1316, 250, ROSE),
        (300, 230, SOOT),
        (1460, 170, AMBER),
    ):
        person(
            canvas,
            x,
            985,
            tall,
            Look(
                coat,
                head=("cap", "long", "scarf", "brim", "bun", "cap", "afro")[x % 7],
                dress=x % 3 == 0,
                hat=mix(coat, INK, 0.4),
                skin=SKIN[x % 4],
            ),
        )


def _galloper(canvas: Canvas, x: float, y: float, tone: tuple[int, int, int]) -> None:
    canvas.oval(x, y, 48, 26, tone)
    canvas.line([(x + 34, y - 8), (x + 54, y - 46)], tone, 28, 20)
    canvas.line([(x + 48, y - 50), (x + 82, y - 34)], tone, 22, 13)
    for leg, bend in ((-34, -24), (-24, 16), (30, 20), (38, 44)):
        canvas.line([(x + leg, y + 10), (x + leg + bend, y + 46)], tone, 12, 7)
    canvas.line([(x - 44, y - 8), (x - 70, y + 20)], INK, 12, 3)
    canvas.line([(x + 30, y - 24), (x + 44, y - 56)], INK, 9, 5)
    canvas.box(x - 16, y - 30, 30, 14, BRICK)
