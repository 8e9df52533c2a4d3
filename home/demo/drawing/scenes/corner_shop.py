"""The corner shop with its bell, its bread and its slate."""

from home.demo.drawing.brickwork import Glass, door, terrace, wall, window
from home.demo.drawing.canvas import Canvas
from home.demo.drawing.outdoors import lamp, setts, sky
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    BRICK_DEEP,
    CANAL,
    CREAM,
    LEAF,
    PAPER,
    PEACH,
    ROSE,
    SKIN,
    SKY,
    SKY_LIGHT,
    SLATE,
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


@scene("corner-shop")
def corner_shop(canvas: Canvas) -> None:
    """Draw the corner shop with its bell, its bread and its slate."""
    sky(canvas, SKY_LIGHT, PEACH, 860)
    terrace(canvas, -330, 860, houses=2, width=240, height=430, doors=(SKY, BRICK_DEEP))
    terrace(canvas, 900, 860, houses=4, width=240, height=430, doors=(SKY, BRICK_DEEP, CANAL))
    wall(canvas, 160, 220, 760, 640, BRICK, course=16)
    canvas.path("120,224 960,224 880,120 200,120", SLATE)
    window(canvas, 270, 280, 150, 170, Glass(curtain=CREAM))
    window(canvas, 640, 280, 150, 170, Glass(curtain=ROSE))
    canvas.box(180, 480, 720, 84, CANAL)
    canvas.letters(540, 524, "GROCERIES & SUNDRIES", 52, TRAM)
    _shop_front(canvas)
    _pavement(canvas)


def _shop_front(canvas: Canvas) -> None:
    pane = canvas.path("210,580 590,580 590,800 210,800", mix(TRAM, CREAM, 0.4))
    with canvas.inside(pane):
        for shelf in range(3):
            canvas.box(210, 640 + shelf * 66, 380, 9, WOOD_DEEP)
            for tin in range(13):
                tone = canvas.rng.choice([BRICK, CANAL, SKY, CREAM, AMBER, ROSE])
                tall = canvas.rng.uniform(28, 48)
                canvas.box(218 + tin * 29, 640 + shelf * 66 - tall, 23, tall, tone, 0.8)
                canvas.box(
                    218 + tin * 29, 646 + shelf * 66 - tall * 0.8, 23, tall * 0.3, PAPER, 0.6
                )
        for tea in range(2):
            canvas.box(230 + tea * 280, 584, 60, 40, WHITE)
            canvas.letters(260 + tea * 280, 604, ("TEA", "EGGS")[tea], 22, BRICK)
    for bar in (336, 463):
        canvas.box(bar, 580, 8, 220, WHITE)
    door(canvas, 660, 590, 150, 270, BRICK)
    canvas.box(676, 650, 118, 100, mix(TRAM, CREAM, 0.4))
    canvas.letters(735, 700, "OPEN", 30, BRICK)


def _pavement(canvas: Canvas) -> None:
    setts(canvas, 860, 1067, STONE_LIGHT, rows=8)
    canvas.box(-10, 856, 1620, 22, CREAM)
    canvas.path("0,0 90,0 80,-70 10,-70", WOOD, 240, 900)
    canvas.blob(285, 826, 44, 20, LEAF)
    canvas.path("0,0 90,0 80,-70 10,-70", WOOD, 350, 900)
    canvas.blob(395, 826, 44, 20, AMBER)
    person(
        canvas,
        560,
        985,
        360,
        Look(ROSE, dress=True, head="scarf", hat=TRAM, skin=SKIN[1], arms="hip"),
    )
    person(canvas, 900, 1000, 230, Look(SKY, head="cap", hat=SOOT, skin=SKIN[3]))
    person(
        canvas, 980, 1000, 210, Look(TRAM, head="long", hair=WOOD_DEEP, dress=True, skin=SKIN[3])
    )
    lamp(canvas, 1420, 960, 640, lit=False)
