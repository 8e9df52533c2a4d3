"""The sky over Collyhurst in December 1940, and not one light in a window."""

from home.demo.drawing.brickwork import Glass, terrace
from home.demo.drawing.canvas import Canvas
from home.demo.drawing.finish import Finish
from home.demo.drawing.outdoors import setts, sky
from home.demo.drawing.palette import (
    INK,
    SLATE,
    SOOT,
    STONE,
    STONE_LIGHT,
    WHITE,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("blackout", aged=Finish.SILVER)
def blackout(canvas: Canvas) -> None:
    """Draw the sky over Collyhurst in December 1940, and not one light in a window."""
    sky(canvas, INK, SLATE, 760, marks=60)
    for foot, tip in ((180, 520), (760, 300), (1330, 900), (1480, 1420)):
        beam = [(foot - 16, 760), (foot + 16, 760), (tip + 90, -20), (tip - 70, -20)]
        canvas.shape(beam, mix(SLATE, STONE_LIGHT, 0.6))
        with canvas.inside(beam):
            canvas.gouges(
                (0, 0, 1600, 700), WHITE, count=70, length=130, width=3, angle=90, sway=12
            )
    for x, y in ((470, 150), (980, 110), (1250, 220)):
        canvas.path("-46,0 0,-26 46,0 24,24 -24,24", STONE, x, y)
        canvas.path("-60,6 -40,-10 -40,22", STONE, x, y)
    terrace(
        canvas,
        -90,
        900,
        houses=8,
        width=220,
        height=270,
        brick=SLATE,
        roof=SOOT,
        glass=Glass(pane=INK, frame=SOOT, curtain=None),
        doors=(INK,),
    )
    setts(canvas, 900, 1067, SLATE, rows=6)
    person(canvas, 640, 1010, 260, Look(INK, head="brim", hat=WHITE, arms="hip"))
    for x, tall, kind in ((800, 230, "scarf"), (876, 150, "cap"), (935, 130, "long")):
        person(canvas, x, 1010, tall, Look(SOOT, head=kind, dress=kind != "cap", hat=STONE))
