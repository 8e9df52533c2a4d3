"""The front room: the gram, a 45 on the deck, two people dancing on the carpet."""

from home.demo.drawing.canvas import Canvas
from home.demo.drawing.finish import Finish
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    BRICK_DEEP,
    CANAL,
    CANAL_DEEP,
    CREAM,
    INK,
    ROSE,
    SKIN,
    SKY,
    SOOT,
    STONE_LIGHT,
    TRAM,
    WHITE,
    WOOD,
    WOOD_DEEP,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("record-player", aged=Finish.FADED)
def records(canvas: Canvas) -> None:
    """Draw the front room: the gram, a 45 on the deck, two people dancing on the carpet."""
    canvas.box(-10, -10, 1620, 760, AMBER)
    for row in range(8):
        for step in range(15):
            x, y = step * 116 + (58 if row % 2 else 0), row * 98
            canvas.oval(x, y, 46, 40, BRICK)
            canvas.oval(x, y, 30, 26, TRAM)
            canvas.oval(x, y, 14, 12, BRICK_DEEP)
    canvas.box(-10, 740, 1620, 340, BRICK_DEEP)
    canvas.box(-10, 720, 1620, 24, WHITE)
    for _ in range(60):
        canvas.gouge(
            canvas.rng.uniform(0, 1600),
            canvas.rng.uniform(770, 1060),
            70,
            10,
            canvas.rng.uniform(-40, 40),
            canvas.rng.choice([BRICK, AMBER, BRICK_DEEP, CANAL_DEEP]),
        )
    _gram(canvas)
    _dancers(canvas)


def _gram(canvas: Canvas) -> None:
    canvas.box(120, 560, 760, 300, WOOD_DEEP)
    canvas.box(140, 580, 720, 250, WOOD)
    canvas.gouges((150, 590, 850, 820), WOOD_DEEP, count=30, length=200, width=4, sway=1)
    canvas.box(170, 610, 250, 190, mix(WOOD_DEEP, INK, 0.3))
    for weave in range(12):
        canvas.line([(176 + weave * 21, 614), (176 + weave * 21, 796)], AMBER, 4)
    canvas.path("-10,0 10,0 4,90 -4,90", INK, 190, 850)
    canvas.path("-10,0 10,0 4,90 -4,90", INK, 810, 850)
    canvas.path("120,560 880,560 840,440 160,440", mix(WOOD, INK, 0.3))
    canvas.path("160,440 840,440 840,190 160,190", WOOD)
    canvas.path("184,420 816,420 816,214 184,214", CANAL)
    canvas.letters(500, 320, "Bluebird", 84, TRAM)
    canvas.oval(440, 505, 210, 48, INK)
    for ring in (180, 150, 120):
        canvas.oval(440, 505, ring, ring * 0.22, SOOT)
        canvas.oval(440, 505, ring - 8, ring * 0.21, INK)
    canvas.oval(440, 505, 70, 16, BRICK)
    canvas.line([(770, 470), (700, 480), (560, 510)], STONE_LIGHT, 14, 8)


def _dancers(canvas: Canvas) -> None:
    person(
        canvas,
        1090,
        1000,
        640,
        Look(SKY, legs=CREAM, head="brim", hat=CREAM, arms="out", skin=SKIN[0], stride=0.9),
    )
    person(
        canvas,
        1370,
        1010,
        590,
        Look(TRAM, dress=True, head="afro", arms="out", skin=SKIN[0], stride=0.8),
    )
    for sleeve in range(3):
        canvas.box(
            930 + sleeve * 16,
            640 - sleeve * 20,
            20,
            220 + sleeve * 20,
            (ROSE, CANAL, CREAM)[sleeve],
        )
