"""The wedding from behind: everybody facing the church door."""

from home.demo.drawing import shapes
from home.demo.drawing.brickwork import wall
from home.demo.drawing.canvas import Canvas
from home.demo.drawing.finish import Finish
from home.demo.drawing.growing import tree
from home.demo.drawing.outdoors import setts, sky
from home.demo.drawing.palette import (
    BRICK,
    CANAL,
    CREAM,
    INK,
    ROSE,
    SKIN,
    SKY,
    SKY_LIGHT,
    SLATE,
    SOOT,
    STONE,
    STONE_LIGHT,
    WHITE,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("wedding", aged=Finish.SEPIA)
def wedding(canvas: Canvas) -> None:
    """Draw the wedding from behind: everybody facing the church door."""
    sky(canvas, SKY_LIGHT, CREAM, 700)
    wall(canvas, 330, 120, 940, 700, BRICK, course=18)
    canvas.path("290,124 1310,124 800,-190", SLATE)
    outer = [(620, 820), (620, 470), *shapes.arc(800, 470, 180, 240, 180, 360), (980, 820)]
    canvas.shape(outer, STONE_LIGHT)
    inner = [(660, 820), (660, 480), *shapes.arc(800, 480, 140, 196, 180, 360), (940, 820)]
    canvas.shape(inner, INK)
    with canvas.inside(inner):
        for candle in range(6):
            canvas.oval(690 + candle * 44, 610, 7, 14, WHITE)
            canvas.box(686 + candle * 44, 624, 8, 60, CREAM)
    _windows(canvas)
    _guests(canvas)
    _couple(canvas)


def _windows(canvas: Canvas) -> None:
    for x in (410, 1090):
        pane = [(x, 640), (x, 430), *shapes.arc(x + 50, 430, 50, 80, 180, 360), (x + 100, 640)]
        canvas.shape(
            [(x + 50 + (px - x - 50) * 1.25, 540 + (py - 540) * 1.1) for px, py in pane],
            STONE_LIGHT,
        )
        canvas.shape(pane, SOOT)
        for bar in range(4):
            canvas.line([(x, 460 + bar * 50), (x + 100, 460 + bar * 50)], STONE, 4)
        canvas.line([(x + 50, 350), (x + 50, 640)], STONE, 4)
    tree(canvas, 130, 840, 620)
    tree(canvas, 1490, 840, 600)
    setts(canvas, 815, 1067, STONE_LIGHT, rows=7)
    for step in range(3):
        canvas.box(
            560 - step * 30, 800 + step * 24, 480 + step * 60, 26, mix(CREAM, STONE, step * 0.15)
        )


def _guests(canvas: Canvas) -> None:
    looks = [
        Look(SOOT, head="hair"),
        Look(STONE, dress=True, head="brim", hat=WHITE),
        Look(SKY, dress=True, head="brim", hat=CREAM),
        Look(INK, head="bald", hair=STONE_LIGHT),
        Look(ROSE, dress=True, head="scarf", hat=CREAM),
        Look(SOOT, head="hair"),
        Look(CANAL, dress=True, head="brim", hat=STONE),
        Look(INK, head="cap"),
    ]
    for step, look in enumerate(looks):
        x = 200 + step * 110 + (420 if step > 3 else 0)
        person(canvas, x, 960 + (step % 2) * 34, 400 + (step % 3) * 24, look)


def _couple(canvas: Canvas) -> None:
    person(
        canvas, 730, 1000, 440, Look(STONE_LIGHT, legs=STONE, head="hair", arms="hip", skin=SKIN[3])
    )
    canvas.path("-70,0 70,0 150,330 -150,330", WHITE, 870, 720)
    person(canvas, 870, 1000, 425, Look(WHITE, dress=True, head="veil", hat=WHITE, arms="hold"))
    canvas.path("-66,0 66,0 120,60 150,150 -150,150 -120,60", WHITE, 870, 900)
    for fold in range(7):
        canvas.gouge(790 + fold * 26, 950, 180, 4, 96 - fold * 2, STONE_LIGHT)
    for x, tone in ((620, WHITE), (985, WHITE)):
        person(canvas, x, 1020, 260, Look(tone, dress=True, head="long", hair=SOOT, arms="hold"))
    for _ in range(90):
        canvas.oval(canvas.rng.uniform(560, 1060), canvas.rng.uniform(420, 980), 4, 3, WHITE)
