"""The ship's rail from behind her: a good coat, a grip, and the dock coming closer."""

from home.demo.drawing import shapes
from home.demo.drawing.canvas import PORTRAIT, Canvas
from home.demo.drawing.finish import Finish
from home.demo.drawing.outdoors import sky, water
from home.demo.drawing.palette import (
    AMBER,
    BRICK_DEEP,
    CREAM,
    INK,
    PAPER,
    SKIN,
    SLATE,
    SOOT,
    STONE,
    WHITE,
    WOOD,
    WOOD_DEEP,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("suitcase", size=PORTRAIT, aged=Finish.SEPIA)
def suitcase(canvas: Canvas) -> None:
    """Draw the ship's rail from behind her: a good coat, a grip, and the dock coming closer."""
    sky(canvas, SLATE, CREAM, 720)
    canvas.path(
        "-20,660 260,640 300,560 330,560 330,640 700,630 720,520 "
        "745,520 745,630 1090,650 1090,760 -20,760",
        STONE,
    )
    for crane in (180, 560, 900):
        canvas.line([(crane, 660), (crane + 30, 430)], SOOT, 12, 7)
        canvas.line([(crane + 30, 430), (crane + 150, 480)], SOOT, 9, 5)
        canvas.line([(crane + 150, 480), (crane + 150, 560)], SOOT, 3)
    water(canvas, shapes.path("-20,740 1090,740 1090,1300 -20,1300"), SLATE, CREAM)
    for gull in ((220, 240), (360, 320), (820, 200), (900, 380)):
        for side in (-1, 1):
            canvas.line(
                [gull, (gull[0] + side * 34, gull[1] - 22), (gull[0] + side * 70, gull[1] - 4)],
                WHITE,
                9,
                3,
            )
    canvas.box(-10, 1240, 1090, 380, WOOD)
    for plank in range(9):
        canvas.line([(-10, 1250 + plank * 42), (1090, 1250 + plank * 42)], WOOD_DEEP, 4)
    for bar in (900, 1000, 1100):
        canvas.line([(-10, bar), (1090, bar)], WHITE, 12)
    canvas.line([(-10, 830), (1090, 830)], WOOD_DEEP, 34)
    for post in (80, 360, 720, 1000):
        canvas.line([(post, 820), (post, 1260)], WHITE, 20)
    person(
        canvas, 530, 1500, 900, Look(BRICK_DEEP, dress=True, head="brim", hat=CREAM, skin=SKIN[0])
    )
    canvas.box(690, 1300, 260, 200, mix(WOOD, AMBER, 0.4))
    for strap in (740, 870):
        canvas.box(strap, 1300, 26, 200, WOOD_DEEP)
    canvas.line([(780, 1300), (800, 1250), (850, 1250), (870, 1300)], INK, 14)
    canvas.path("0,0 60,-20 70,16 10,40", PAPER, 700, 1400)
