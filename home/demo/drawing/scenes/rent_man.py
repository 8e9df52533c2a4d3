"""Friday: the rent man at a donkey-stoned step, a child behind the curtain."""

from home.demo.drawing.brickwork import Glass, door, wall, window
from home.demo.drawing.canvas import PORTRAIT, Canvas
from home.demo.drawing.finish import Finish
from home.demo.drawing.outdoors import setts
from home.demo.drawing.palette import (
    BRICK_LIGHT,
    CANAL_LIGHT,
    CREAM,
    INK,
    SKIN,
    SOOT,
    STONE,
    STONE_LIGHT,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("rent-man", size=PORTRAIT, aged=Finish.SEPIA)
def rent_man(canvas: Canvas) -> None:
    """Draw Friday: the rent man at a donkey-stoned step, a child behind the curtain."""
    wall(canvas, -10, -10, 1090, 1360, BRICK_LIGHT, course=30)
    window(canvas, 90, 300, 330, 520, Glass(pane=SOOT, curtain=CREAM))
    canvas.oval(330, 690, 40, 48, SKIN[2])
    door(canvas, 560, 330, 350, 1010, CANAL_LIGHT)
    setts(canvas, 1345, 1600, rows=5)
    person(canvas, 730, 1420, 850, Look(SOOT, head="brim", hat=INK, arms="hold", skin=SKIN[3]))
    canvas.box(668, 960, 120, 80, CREAM)
    for row in range(4):
        canvas.line([(680, 976 + row * 16), (776, 976 + row * 16)], STONE, 2)
    canvas.shape([(330, 1400), (470, 1400), (446, 1520), (354, 1520)], STONE_LIGHT)
    canvas.line([(335, 1405), (400, 1310), (468, 1405)], INK, 6)
