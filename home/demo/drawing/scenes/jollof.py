"""The biggest pot on the landing, all the doors open and the neighbours with plates."""

from home.demo.drawing.canvas import PORTRAIT, Canvas
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    BRICK_DEEP,
    BRICK_LIGHT,
    CANAL,
    CANAL_DEEP,
    CREAM,
    LEAF,
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
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene
from home.demo.drawing.things import steam


@scene("jollof", size=PORTRAIT)
def jollof(canvas: Canvas) -> None:
    """Draw the biggest pot on the landing, all the doors open and the neighbours with plates."""
    canvas.box(-10, -10, 1090, 1620, mix(CANAL, CREAM, 0.6))
    canvas.path("0,0 1067,0 1067,120 0,200", STONE_LIGHT)
    for flat, (x, paint) in enumerate(((40, BRICK), (400, SKY), (760, CANAL_DEEP))):
        canvas.box(x, 330, 250, 640, WHITE)
        canvas.box(x + 22, 352, 206, 618, mix(TRAM, CREAM, 0.3) if flat != 1 else paint)
        if flat != 1:
            canvas.path("0,0 80,40 80,640 0,618", paint, x + 22, 352)
    canvas.box(-10, 968, 1090, 640, mix(STONE, BRICK, 0.25))
    for slab in range(6):
        canvas.line([(-10, 1010 + slab * slab * 22), (1080, 1010 + slab * slab * 22)], SOOT, 4)
    looks = (
        (170, Look(ROSE, head="scarf", hat=TRAM, dress=True, skin=SKIN[0], arms="hold")),
        (520, Look(SKY_LIGHT, head="bald", hair=STONE_LIGHT, arms="hold", skin=SKIN[3])),
        (860, Look(CANAL, head="long", hair=WOOD_DEEP, dress=True, arms="hold", skin=SKIN[2])),
    )
    for x, look in looks:
        person(canvas, x, 1130, 560, look)
        canvas.oval(x, 826, 66, 16, WHITE)
        canvas.blob(x, 816, 44, 16, BRICK_LIGHT)
    person(canvas, 330, 1190, 330, Look(TRAM, head="afro", skin=SKIN[0]))
    canvas.path("-330,0 -300,300 -200,350 200,350 300,300 330,0", SOOT, 560, 1190)
    canvas.oval(560, 1190, 330, 92, STONE)
    canvas.oval(560, 1192, 296, 76, BRICK_LIGHT)
    for _ in range(150):
        canvas.gouge(
            560 + canvas.rng.uniform(-240, 240),
            1192 + canvas.rng.uniform(-50, 50),
            20,
            5,
            canvas.rng.uniform(0, 180),
            canvas.rng.choice([BRICK, AMBER, TRAM, BRICK_DEEP]),
        )
    for bay in ((470, 1170), (660, 1206)):
        canvas.gouge(*bay, 90, 20, -20, LEAF)
    canvas.line([(620, 1190), (800, 1020), (880, 930)], WOOD, 26, 18)
    steam(canvas, 460, 1120, WHITE)
    steam(canvas, 640, 1100, WHITE)
    for shine in range(4):
        canvas.gouge(330 + shine * 20, 1340, 190 - shine * 30, 8, 80, STONE_LIGHT)
