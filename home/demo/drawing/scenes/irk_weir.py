"""The weir below the viaduct, the water purple from the dye works that day."""

from home.demo.drawing.brickwork import wall
from home.demo.drawing.canvas import Canvas
from home.demo.drawing.finish import Finish
from home.demo.drawing.growing import bare_tree
from home.demo.drawing.outdoors import sky, smoke, water
from home.demo.drawing.palette import (
    BRICK,
    BRICK_DEEP,
    CANAL,
    CANAL_DEEP,
    CANAL_LIGHT,
    CREAM,
    INK,
    LEAF,
    LEAF_DEEP,
    MOSS,
    PEACH,
    ROSE,
    SKY,
    SKY_PALE,
    SOOT,
    STONE,
    TRAM,
    WHITE,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("irk-weir", aged=Finish.FADED)
def weir(canvas: Canvas) -> None:
    """Draw the weir below the viaduct, the water purple from the dye works that day."""
    sky(canvas, SKY_PALE, PEACH, 460)
    _viaduct(canvas)
    for x in (40, 210, 1480):
        bare_tree(canvas, x, 620, 420, SOOT)
    canvas.path("-20,560 500,600 560,700 420,1090 -20,1090", LEAF_DEEP)
    canvas.path("1620,540 1060,600 1010,700 1240,1090 1620,1090", LEAF_DEEP)
    _falling_water(canvas)
    _banks(canvas)


def _falling_water(canvas: Canvas) -> None:
    upper = [(500, 596), (1060, 596), (1030, 730), (540, 730)]
    water(canvas, upper, mix(SKY, ROSE, 0.45), ROSE)
    fall = canvas.path("536,726 1034,726 1070,860 500,860", mix(ROSE, WHITE, 0.35))
    with canvas.inside(fall):
        for _ in range(170):
            canvas.gouge(
                canvas.rng.uniform(500, 1080),
                canvas.rng.uniform(730, 860),
                90,
                6,
                90 + canvas.rng.uniform(-4, 4),
                canvas.rng.choice([WHITE, WHITE, ROSE, CREAM]),
            )
    water(
        canvas,
        [(490, 850), (1080, 850), (1250, 1090), (400, 1090)],
        mix(SKY, ROSE, 0.5),
        mix(ROSE, WHITE, 0.4),
    )
    for foam in range(26):
        canvas.blob(510 + foam * 22, 862 + canvas.rng.uniform(-10, 14), 22, 13, WHITE)


def _banks(canvas: Canvas) -> None:
    for _ in range(150):
        side = canvas.rng.choice([0, 1])
        x = canvas.rng.uniform(0, 460) if side else canvas.rng.uniform(1120, 1600)
        canvas.gouge(
            x,
            canvas.rng.uniform(640, 1060),
            canvas.rng.uniform(30, 80),
            5,
            canvas.rng.uniform(-110, -70),
            canvas.rng.choice([MOSS, LEAF, CANAL_LIGHT]),
        )
    for x, ground, tall, look in (
        (300, 900, 300, Look(TRAM, head="long", hair=SOOT)),
        (385, 910, 240, Look(BRICK, head="cap", hat=SOOT)),
        (220, 905, 270, Look(SKY, head="hair", arms="hip")),
    ):
        person(canvas, x, ground, tall, look)
    canvas.line([(410, 800), (520, 690), (640, 640)], INK, 4, 2)


def _viaduct(canvas: Canvas) -> None:
    wall(canvas, -10, 250, 1620, 340, BRICK, course=14)
    canvas.box(-10, 232, 1620, 24, STONE)
    for arch in range(5):
        left = 40 + arch * 320
        points = [
            (left, 600),
            (left, 430),
            (left + 24, 364),
            (left + 80, 318),
            (left + 130, 306),
            (left + 180, 318),
            (left + 236, 364),
            (left + 260, 430),
            (left + 260, 600),
        ]
        canvas.shape(
            [(left + 130 + (x - left - 130) * 1.13, 600 + (y - 600) * 1.07) for x, y in points],
            BRICK_DEEP,
        )
        canvas.shape(points, mix(SKY_PALE, PEACH, 0.7))
        with canvas.inside(points):
            canvas.path("0,600 0,500 90,480 180,510 260,490 260,600", CANAL_LIGHT, left, 0)
            canvas.box(left + 150, 420, 70, 120, mix(BRICK, PEACH, 0.4))
    canvas.box(380, 168, 560, 66, CANAL_DEEP)
    for carriage in range(3):
        canvas.box(386 + carriage * 186, 160, 176, 70, CANAL)
        for pane in range(5):
            canvas.box(400 + carriage * 186 + pane * 32, 174, 22, 24, TRAM)
    canvas.box(950, 180, 130, 50, INK)
    canvas.box(960, 140, 60, 50, INK)
    canvas.box(1052, 140, 16, 44, INK)
    smoke(canvas, 1050, 130, -34, WHITE, 13)
