"""Five in the morning: a long pole rattling at an upstairs window."""

from home.demo.drawing.brickwork import Glass, chimney, door, wall, window
from home.demo.drawing.canvas import PORTRAIT, Canvas
from home.demo.drawing.finish import Finish
from home.demo.drawing.outdoors import lamp, setts, sky
from home.demo.drawing.palette import (
    BRICK_DEEP,
    CANAL,
    CREAM,
    INK,
    PEACH,
    SLATE,
    SOOT,
    TRAM,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("knocker-up", size=PORTRAIT, aged=Finish.SEPIA)
def knocker_up(canvas: Canvas) -> None:
    """Draw five in the morning: a long pole rattling at an upstairs window."""
    sky(canvas, SLATE, PEACH, 700)
    wall(canvas, 430, 150, 650, 1200, BRICK_DEEP, course=24)
    canvas.shape([(400, 150), (1080, 150), (1080, 40), (520, 40)], SLATE)
    chimney(canvas, 800, 48, 120, 60, pots=3)
    window(canvas, 520, 300, 200, 300, Glass(pane=TRAM, curtain=CREAM))
    window(canvas, 830, 300, 180, 300)
    window(canvas, 520, 800, 230, 320)
    door(canvas, 850, 780, 180, 570, CANAL)
    for house in range(4):
        left = 400 - (house + 1) * 100
        canvas.box(left, 520 + house * 36, 102, 900, mix(BRICK_DEEP, PEACH, house * 0.2))
        canvas.shape(
            [
                (left - 4, 522 + house * 36),
                (left + 106, 522 + house * 36),
                (left + 106, 480 + house * 36),
                (left + 20, 480 + house * 36),
            ],
            mix(SLATE, PEACH, house * 0.2),
        )
        canvas.box(left + 30, 640 + house * 30, 40, 70, TRAM if house == 1 else SOOT)
    setts(canvas, 1340, 1600, rows=6)
    lamp(canvas, 130, 1440, 760)
    person(canvas, 330, 1470, 560, Look(SOOT, head="cap", arms="hold", hat=INK))
    canvas.line([(300, 1210), (430, 820), (600, 440)], INK, 9, 4)
    for wire in (-16, 0, 14):
        canvas.line([(600, 440), (618 + wire, 402)], INK, 3)
    canvas.gouges((0, 1380, 1060, 1590), CREAM, count=14, length=90, width=3)
