"""Boggart Hole Clough by moonlight: a lantern, a path, and something in the trees."""

from home.demo.drawing import shapes
from home.demo.drawing.canvas import PORTRAIT, Canvas
from home.demo.drawing.growing import bare_tree
from home.demo.drawing.outdoors import sky, sun
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    CANAL,
    CREAM,
    INK,
    LEAF_DEEP,
    NIGHT,
    SKIN,
    SKY,
    SOOT,
    STONE,
    TRAM,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("boggart", size=PORTRAIT)
def boggart(canvas: Canvas) -> None:
    """Draw Boggart Hole Clough by moonlight: a lantern, a path, and something in the trees."""
    sky(canvas, NIGHT, SKY, 900, marks=90)
    sun(canvas, 700, 330, 105, CREAM, mix(SKY, CREAM, 0.4))
    canvas.path("-20,760 200,690 520,820 800,700 1090,770 1090,1620 -20,1620", LEAF_DEEP)
    canvas.path("-20,980 300,900 640,1010 1090,900 1090,1620 -20,1620", mix(LEAF_DEEP, INK, 0.45))
    path = canvas.path(
        "560,860 620,860 600,1010 760,1240 700,1620 260,1620 520,1260 470,1030",
        mix(STONE, SKY, 0.3),
    )
    with canvas.inside(path):
        canvas.gouges((260, 870, 760, 1600), CREAM, count=60, length=70, width=4)
    for x, ground, tall in ((150, 1180, 1000), (930, 1150, 980), (330, 960, 520), (820, 950, 480)):
        bare_tree(canvas, x, ground, tall, INK)
    canvas.path("-60,230 -66,90 -40,20 0,-10 40,20 66,90 60,230", INK, 960, 930)
    for eye in (-18, 18):
        canvas.oval(960 + eye, 985, 9, 12, TRAM)
    person(canvas, 500, 1380, 330, Look(BRICK, head="scarf", hat=CANAL, dress=True, skin=SKIN[2]))
    person(canvas, 600, 1400, 250, Look(SKY, head="cap", hat=SOOT, skin=SKIN[2]))
    canvas.line([(560, 1240), (575, 1290)], INK, 5)
    canvas.oval(578, 1310, 60, 66, AMBER)
    canvas.oval(578, 1310, 34, 40, TRAM)
    for ray in range(18):
        turn = ray * 20
        point = shapes.oval(578, 1310, 92, 98, count=18)[ray]
        canvas.gouge(*point, 44, 3.4, turn, TRAM)
    canvas.gouges((0, 1180, 1067, 1600), CANAL, count=90, length=40, width=4, angle=-80, sway=14)
