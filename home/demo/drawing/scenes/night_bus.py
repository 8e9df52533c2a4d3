"""The last bus up Rochdale Road in the rain, the conductor on the platform."""

from home.demo.drawing.brickwork import terrace
from home.demo.drawing.canvas import Canvas
from home.demo.drawing.outdoors import lamp, sky
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    BRICK_DEEP,
    BRICK_LIGHT,
    BRICK_NIGHT,
    CANAL_DEEP,
    CREAM,
    INK,
    NIGHT,
    NIGHT_LIGHT,
    SKIN,
    SKY_LIGHT,
    SOOT,
    STONE,
    STONE_LIGHT,
    TRAM,
    WHITE,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("night-bus")
def bus(canvas: Canvas) -> None:
    """Draw the last bus up Rochdale Road in the rain, the conductor on the platform."""
    sky(canvas, NIGHT, NIGHT_LIGHT, 620, marks=70)
    terrace(
        canvas, -140, 740, houses=7, width=270, height=400, brick=BRICK_NIGHT, lit=(1, 4), roof=INK
    )
    canvas.box(-10, 740, 1620, 340, NIGHT)
    canvas.gouges((0, 750, 1600, 1060), NIGHT_LIGHT, count=140, length=120, width=5, sway=2)
    canvas.gouges((330, 880, 1320, 1060), TRAM, count=90, length=80, width=6, sway=2)
    body = canvas.path("300,250 330,210 1260,210 1300,250 1310,860 290,860", BRICK)
    with canvas.inside(body):
        canvas.box(280, 520, 1060, 60, CREAM)
        canvas.box(280, 210, 1060, 40, CREAM)
        canvas.gouges((300, 600, 1300, 850), BRICK_LIGHT, count=30, length=130, width=5)
    for deck, y in enumerate((290, 610)):
        for pane in range(6 if deck == 0 else 5):
            x = 340 + pane * 150
            canvas.box(x, y, 130, 150, TRAM)
            canvas.box(x, y, 130, 34, mix(TRAM, WHITE, 0.5))
            if (pane + deck) % 2 == 0:
                canvas.oval(x + 66, y + 92, 26, 30, INK)
                canvas.path(
                    "-44,60 44,60 34,6 -34,6",
                    (SOOT, CANAL_DEEP, BRICK_DEEP)[pane % 3],
                    x + 66,
                    y + 92,
                )
    canvas.box(1130, 600, 180, 262, INK)
    canvas.box(1146, 606, 150, 240, mix(AMBER, TRAM, 0.4))
    canvas.line([(1220, 600), (1220, 850)], STONE_LIGHT, 9)
    person(canvas, 1262, 852, 226, Look(NIGHT, head="cap", hat=NIGHT, arms="up", skin=SKIN[1]))
    canvas.box(620, 528, 380, 44, INK)
    canvas.letters(810, 550, "ROCHDALE RD", 36, WHITE)
    for wheel in (470, 1080):
        canvas.oval(wheel, 858, 84, 84, INK)
        canvas.oval(wheel, 858, 46, 46, STONE)
        canvas.oval(wheel, 858, 14, 14, INK)
    canvas.oval(296, 770, 26, 30, WHITE)
    cone = canvas.path("290,750 290,800 -20,940 -20,700", mix(NIGHT, TRAM, 0.35))
    with canvas.inside(cone):
        canvas.gouges((-20, 700, 290, 940), TRAM, count=40, length=70, width=4, angle=176)
    canvas.gouges((0, 0, 1600, 1060), SKY_LIGHT, count=150, length=44, width=1.6, angle=104, sway=2)
    lamp(canvas, 1480, 900, 620)
