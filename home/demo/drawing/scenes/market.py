"""Saturday on Conran Street: awnings, pyramids of fruit, scales and shoppers."""

from home.demo.drawing import shapes
from home.demo.drawing.brickwork import terrace
from home.demo.drawing.canvas import Canvas
from home.demo.drawing.outdoors import setts, sky
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    BRICK_LIGHT,
    CANAL,
    CREAM,
    INK,
    LEAF,
    MOSS,
    NIGHT,
    ROSE,
    SKIN,
    SKY,
    SKY_LIGHT,
    SOOT,
    STONE,
    STONE_LIGHT,
    TRAM,
    WHITE,
    WOOD,
    WOOD_DEEP,
    Colour,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("market")
def market(canvas: Canvas) -> None:
    """Draw Saturday on Conran Street: awnings, pyramids of fruit, scales and shoppers."""
    sky(canvas, SKY_LIGHT, CREAM, 420)
    terrace(canvas, -60, 560, houses=9, width=190, height=240)
    canvas.box(-10, 550, 1620, 530, STONE)
    setts(canvas, 760, 1067, STONE_LIGHT, rows=8)
    for stall, (left, tone) in enumerate(((30, BRICK), (560, CANAL), (1090, SKY))):
        _stall(canvas, left, tone, stall)
    shoppers = (
        (180, 400, Look(CANAL, dress=True, head="scarf", hat=ROSE, skin=SKIN[3])),
        (330, 430, Look(SOOT, head="cap", hat=STONE, skin=SKIN[3])),
        (640, 410, Look(TRAM, dress=True, head="scarf", hat=BRICK, skin=SKIN[0])),
        (735, 260, Look(SKY, head="afro", skin=SKIN[0])),
        (980, 420, Look(BRICK, dress=True, head="bun", hair=STONE_LIGHT, skin=SKIN[3])),
        (1250, 420, Look(LEAF, dress=True, head="scarf", hat=CREAM, skin=SKIN[1])),
        (1450, 430, Look(NIGHT, head="brim", hat=SOOT, skin=SKIN[2])),
    )
    for x, tall, look in shoppers:
        canvas.oval(x + 14, 1030, tall * 0.15, 12, STONE)
        person(canvas, x, 1030, tall, look)
    for x, tone in ((235, AMBER), (1035, CANAL), (1310, ROSE)):
        canvas.path("-46,0 46,0 38,96 -38,96", tone, x, 850)
        canvas.line([(x - 30, 852), (x, 800), (x + 30, 852)], INK, 7)
        for leaf in range(4):
            canvas.gouge(x - 24 + leaf * 16, 836, 56, 10, 70 + leaf * 14, LEAF)


def _stall(canvas: Canvas, left: float, tone: Colour, kind: int) -> None:
    canvas.box(left + 14, 300, 12, 480, WOOD_DEEP)
    canvas.box(left + 454, 300, 12, 480, WOOD_DEEP)
    canvas.box(left + 26, 360, 430, 260, mix(tone, INK, 0.62))
    _hooks(canvas, left, kind)
    canvas.path("0,620 480,620 520,760 -40,760", WOOD, left, 0)
    _trays(canvas, left, kind)
    _awning(canvas, left, tone)


def _hooks(canvas: Canvas, left: float, kind: int) -> None:
    for hook in range(8):
        x = left + 60 + hook * 52
        canvas.line([(x, 366), (x, 400)], STONE_LIGHT, 3)
        if kind == 2:
            canvas.path("-22,0 22,0 30,90 -30,90", (ROSE, TRAM, WHITE, BRICK)[hook % 4], x, 400)
        else:
            for fruit in range(4):
                canvas.gouge(
                    x + (fruit - 1.5) * 9, 426, 54, 12, 70 + fruit * 14, TRAM if kind == 0 else MOSS
                )


def _trays(canvas: Canvas, left: float, kind: int) -> None:
    goods = ((BRICK, AMBER, LEAF), (TRAM, ROSE, MOSS), (SKY, CREAM, BRICK_LIGHT))[kind]
    for tray in range(3):
        x0 = left - 10 + tray * 172
        canvas.box(x0, 690, 160, 66, WOOD_DEEP)
        _pile(canvas, x0, goods[tray], kind)
        canvas.box(x0 + 50, 610, 62, 40, WHITE)
        canvas.letters(
            x0 + 81,
            630,
            ("15p", "3 for 1", "2/6")[tray] if kind else ("8p lb", "12p", "5p")[tray],
            23,
            INK,
        )


def _pile(canvas: Canvas, x0: float, ware: Colour, kind: int) -> None:
    for row in range(5):
        for piece in range(7 - row):
            x, y = x0 + 16 + piece * 21 + row * 10.5, 692 - row * 17
            if kind == 2:
                canvas.box(x - 10, y - 8, 19, 16, mix(ware, WHITE, 0.12 * row), 1)
            else:
                canvas.oval(x, y, 11.5, 11.5, mix(ware, INK, 0.14))
                canvas.oval(x - 1, y - 1, 10, 10, ware)
                canvas.gouge(x + 2, y - 5, 9, 2.4, 30, CREAM)


def _awning(canvas: Canvas, left: float, tone: Colour) -> None:
    awning = canvas.path("-20,300 500,300 540,400 -60,400", tone, left, 0)
    with canvas.inside(awning):
        for stripe in range(6):
            canvas.shape(
                [
                    (left - 20 + stripe * 90, 296),
                    (left + 25 + stripe * 90, 296),
                    (left - 6 + stripe * 100, 404),
                    (left - 56 + stripe * 100, 404),
                ],
                CREAM,
            )
    for scallop in range(12):
        tint = CREAM if scallop % 2 == 0 else tone
        canvas.shape(shapes.arc(left - 35 + scallop * 50, 400, 25, 26, 0, 180), tint)
