"""Sunday in Queen's Park: the band under its iron roof, deckchairs, big trees."""

from home.demo.drawing.canvas import Canvas
from home.demo.drawing.growing import grass, tree
from home.demo.drawing.outdoors import railings, sky, sun
from home.demo.drawing.palette import (
    BRICK,
    BRICK_DEEP,
    CANAL,
    CANAL_DEEP,
    CANAL_LIGHT,
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
    STONE_LIGHT,
    TRAM,
    WHITE,
    WOOD,
    WOOD_DEEP,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("bandstand")
def bandstand(canvas: Canvas) -> None:
    """Draw Sunday in Queen's Park: the band under its iron roof, deckchairs, big trees."""
    sky(canvas, SKY_LIGHT, CREAM, 620)
    sun(canvas, 250, 170, 56, TRAM, mix(SKY_LIGHT, TRAM, 0.5))
    for x, tall in ((90, 560), (360, 460), (1290, 520), (1520, 600)):
        tree(canvas, x, 680, tall, mix(LEAF, MOSS, canvas.rng.random()))
    grass(canvas, 640, 1067, MOSS)
    canvas.oval(800, 790, 520, 70, mix(STONE_LIGHT, CREAM, 0.4))
    canvas.path("-330,40 330,40 360,120 -360,120", BRICK, 800, 660)
    canvas.path("-330,40 330,40 334,56 -334,56", CREAM, 800, 660)
    tones = (BRICK_DEEP, NIGHT, BRICK_DEEP, NIGHT, BRICK_DEEP, NIGHT)
    for step, tone in enumerate(tones):
        x = 560 + step * 96
        person(
            canvas, x, 706, 230, Look(tone, head="cap", hat=tone, arms="hold", skin=SKIN[step % 4])
        )
        canvas.oval(x, 588, 36, 36, TRAM)
        canvas.oval(x, 588, 22, 22, WOOD_DEEP)
        canvas.line([(x - 24, 600), (x - 6, 640), (x + 16, 600)], TRAM, 9)
    for pillar in range(7):
        x = 500 + pillar * 100
        canvas.box(x - 7, 360, 14, 345, CANAL_DEEP)
        canvas.line([(x, 420), (x + 26, 378), (x + 50, 366)], CANAL_DEEP, 6)
        canvas.line([(x, 420), (x - 26, 378), (x - 50, 366)], CANAL_DEEP, 6)
    railings(canvas, 490, 1110, 706, 60, CANAL_DEEP)
    roof = canvas.path("-370,0 370,0 250,-110 120,-170 -120,-170 -250,-110", CANAL, 800, 366)
    with canvas.inside(roof):
        for rib in range(-6, 7):
            canvas.line([(800 + rib * 62, 370), (800 + rib * 20, 196)], CANAL_DEEP, 7, 4)
            canvas.gouge(800 + rib * 44 + 14, 300, 90, 5, 100 - rib * 6, CANAL_LIGHT)
    canvas.box(420, 360, 760, 16, TRAM)
    canvas.line([(800, 196), (800, 120)], CANAL_DEEP, 10, 4)
    canvas.oval(800, 118, 12, 12, TRAM)
    for x, tone in ((210, BRICK), (430, TRAM), (1130, SKY), (1370, BRICK)):
        _deckchair(canvas, x, 1010, tone)
    for x, look in (
        (660, Look(ROSE, dress=True, head="brim", hat=CREAM)),
        (745, Look(SKY, head="cap", hat=SOOT)),
        (900, Look(TRAM, dress=True, head="afro", skin=SKIN[0])),
    ):
        person(canvas, x, 985, 270 if x != 745 else 190, look)


def _deckchair(canvas: Canvas, x: float, y: float, tone: tuple[int, int, int]) -> None:
    canvas.line([(x - 90, y), (x + 60, y - 190)], WOOD, 12)
    canvas.line([(x + 90, y), (x - 60, y - 110)], WOOD, 12)
    cloth = canvas.path("-20,-60 80,-200 160,-186 60,-40", tone, x - 20, y)
    with canvas.inside(cloth):
        for stripe in range(4):
            canvas.line(
                [(x - 30 + stripe * 32, y - 40), (x + 76 + stripe * 26, y - 210)], WHITE, 10
            )
    canvas.oval(x + 84, y - 214, 24, 27, WOOD_DEEP)
    canvas.path("-34,30 34,30 40,110 -40,110", mix(tone, INK, 0.4), x + 54, y - 216)
