"""The fever ward at night: iron beds, one lamp, a nurse going down the row."""

from home.demo.drawing.brickwork import Glass, window
from home.demo.drawing.canvas import PORTRAIT, Canvas
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    CANAL,
    CANAL_DEEP,
    CREAM,
    INK,
    NIGHT,
    PAPER,
    SKIN,
    SKY,
    SKY_LIGHT,
    SKY_PALE,
    SOOT,
    STONE,
    TRAM,
    WHITE,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("ward-night", size=PORTRAIT)
def ward(canvas: Canvas) -> None:
    """Draw the fever ward at night: iron beds, one lamp, a nurse going down the row."""
    canvas.box(-10, -10, 1090, 1620, NIGHT)
    canvas.path("0,0 1067,0 760,420 330,420", mix(NIGHT, CANAL, 0.4))
    canvas.path("330,420 760,420 1180,1620 -120,1620", mix(CANAL_DEEP, STONE, 0.2))
    for board in range(12):
        canvas.line([(340 + board * 38, 424), (-120 + board * 118, 1620)], NIGHT, 2, 6)
    window(canvas, 470, 170, 150, 230, Glass(mix(NIGHT, SKY_LIGHT, 0.5), CREAM, None, 2, 4))
    for row in range(3, -1, -1):
        near = 1 / (row * 0.55 + 1)
        for side in (-1, 1):
            _bed(canvas, 545 + side * (90 + 390 * near), 520 + 860 * near, near, side)
    canvas.line([(545, -10), (545, 300)], INK, 5)
    canvas.path("-80,0 80,0 40,-70 -40,-70", CANAL, 545, 360)
    canvas.oval(545, 362, 76, 14, TRAM)
    cone = canvas.path("470,376 620,376 800,1230 300,1230", mix(CANAL_DEEP, AMBER, 0.34))
    with canvas.inside(cone):
        canvas.gouges((300, 400, 800, 1230), AMBER, count=60, length=120, width=3, angle=90)
    person(
        canvas,
        545,
        1300,
        640,
        Look(SKY, dress=True, head="cap", hat=WHITE, hair=INK, skin=SKIN[0], arms="hold"),
    )
    canvas.path("-70,0 70,0 84,-190 -84,-190", WHITE, 545, 1080)
    canvas.gouges((480, 900, 610, 1080), SKY_PALE, count=8, length=120, width=4, angle=90)


def _bed(canvas: Canvas, x: float, ground: float, near: float, side: int) -> None:
    wide, tall = 330 * near, 210 * near
    left = x - wide / 2
    canvas.box(left, ground - tall * 0.55, wide, tall * 0.5, PAPER)
    canvas.gouges(
        (left, ground - tall * 0.5, left + wide, ground - tall * 0.1),
        SKY_PALE,
        count=10,
        length=70 * near,
        width=4,
        angle=80,
    )
    canvas.box(left, ground - tall * 0.42, wide, tall * 0.3, BRICK)
    canvas.blob(x, ground - tall * 0.7, wide * 0.36, tall * 0.2, WHITE)
    canvas.oval(x, ground - tall * 0.76, 34 * near, 30 * near, SOOT)
    for rail in range(6):
        canvas.line(
            [(left + wide * rail / 5, ground), (left + wide * rail / 5, ground - tall)],
            CREAM,
            9 * near,
        )
    canvas.line([(left, ground - tall), (left + wide, ground - tall)], CREAM, 12 * near)
