"""Five-a-side under the flats: coats for posts and the ball in the air."""

from home.demo.drawing.brickwork import terrace
from home.demo.drawing.canvas import Canvas
from home.demo.drawing.growing import grass, tree
from home.demo.drawing.outdoors import sky
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    CANAL_LIGHT,
    INK,
    LEAF_DEEP,
    MOSS,
    PEACH,
    SKIN,
    SKY,
    SKY_LIGHT,
    SLATE,
    STONE_LIGHT,
    TRAM,
    WHITE,
    WOOD,
    WOOD_DEEP,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("football-rec")
def football(canvas: Canvas) -> None:
    """Draw five-a-side under the flats: coats for posts and the ball in the air."""
    sky(canvas, SKY_LIGHT, PEACH, 560)
    for left, floors, tone in ((90, 11, STONE_LIGHT), (1180, 13, CANAL_LIGHT)):
        top = 560 - floors * 38
        canvas.box(left, top, 250, 590 - top, tone)
        for floor in range(floors):
            for bay in range(5):
                lit = canvas.rng.random() < 0.14
                canvas.box(
                    left + 18 + bay * 46, top + 14 + floor * 38, 28, 20, TRAM if lit else SLATE, 0.8
                )
            canvas.line(
                [(left, top + 40 + floor * 38), (left + 250, top + 40 + floor * 38)],
                mix(tone, INK, 0.3),
                3,
            )
    terrace(canvas, 330, 590, houses=6, width=145, height=170, lit=(3,))
    for x in (60, 1540, 1460):
        tree(canvas, x, 640, 330)
    _pitch(canvas)
    _players(canvas)


def _pitch(canvas: Canvas) -> None:
    grass(canvas, 585, 1067, MOSS)
    canvas.line([(120, 700), (1500, 720)], WHITE, 5)
    canvas.path("300,640 1300,640 1290,628 310,628", WOOD)


def _players(canvas: Canvas) -> None:
    players = (
        (
            300,
            880,
            300,
            Look(
                BRICK, legs=WHITE, head="long", hair=WOOD_DEEP, stride=1.3, arms="out", skin=SKIN[3]
            ),
        ),
        (560, 800, 250, Look(BRICK, legs=WHITE, head="afro", stride=1.0, arms="hip", skin=SKIN[0])),
        (
            840,
            960,
            360,
            Look(TRAM, legs=SKY, head="bun", hair=INK, stride=1.6, arms="out", skin=SKIN[1]),
        ),
        (
            1120,
            830,
            265,
            Look(TRAM, legs=SKY, head="scarf", hat=SKY, stride=0.9, arms="up", skin=SKIN[2]),
        ),
        (
            1330,
            930,
            330,
            Look(BRICK, legs=WHITE, head="long", hair=AMBER, stride=1.2, arms="out", skin=SKIN[3]),
        ),
    )
    for x, ground, tall, look in players:
        canvas.oval(x + 10, ground, tall * 0.2, tall * 0.03, LEAF_DEEP)
        person(canvas, x, ground, tall, look)
    canvas.oval(690, 520, 26, 26, WHITE)
    canvas.path("0,-11 10,-4 7,9 -7,9 -10,-4", INK, 690, 520)
    canvas.gouge(748, 560, 90, 5, 36, WHITE)
    canvas.gouge(730, 580, 70, 4, 40, WHITE)
