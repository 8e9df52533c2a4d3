"""Two people and a bunch of yellow flowers at the top of the old cemetery."""

from home.demo.drawing import shapes
from home.demo.drawing.canvas import PORTRAIT, Canvas
from home.demo.drawing.growing import grass, tree
from home.demo.drawing.outdoors import sky
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    BRICK_DEEP,
    CREAM,
    INK,
    LEAF,
    LEAF_DEEP,
    MOSS,
    PEACH,
    SKIN,
    SKY,
    SKY_LIGHT,
    SLATE,
    STONE,
    STONE_LIGHT,
    TRAM,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("cemetery", size=PORTRAIT)
def cemetery(canvas: Canvas) -> None:
    """Draw two people and a bunch of yellow flowers at the top of the old cemetery."""
    sky(canvas, SKY_LIGHT, PEACH, 760)
    for house in range(7):
        canvas.box(house * 160 - 20, 690, 150, 120, mix(BRICK_DEEP, PEACH, 0.5))
        canvas.path("-8,0 75,-60 158,0", mix(SLATE, PEACH, 0.45), house * 160 - 20, 692)
    tree(canvas, 190, 1010, 720, MOSS)
    tree(canvas, 960, 960, 560, AMBER, light=TRAM)
    grass(canvas, 790, 1600, MOSS, marks=420)
    path = canvas.path(
        "520,790 590,790 660,1060 900,1620 250,1620 470,1060", mix(STONE_LIGHT, CREAM, 0.5)
    )
    with canvas.inside(path):
        canvas.gouges((250, 800, 900, 1600), STONE, count=80, length=40, width=4)
    for row in range(4):
        for side in (-1, 1):
            size = 0.5 + row * 0.24
            for step in range(2):
                x = 540 + side * (170 + row * 66 + step * 190 * size)
                y = 900 + row * 150 + step * 14
                tone = mix(STONE_LIGHT, canvas.rng.choice([SLATE, CREAM]), 0.4)
                outline = [
                    (x - 56 * size, y),
                    (x - 56 * size, y - 120 * size),
                    *shapes.arc(x, y - 120 * size, 56 * size, 50 * size, 180, 360),
                    (x + 56 * size, y),
                ]
                canvas.shape([(px + 10 * size, py + 4) for px, py in outline], LEAF_DEEP)
                canvas.shape(outline, tone)
                for line in range(3):
                    canvas.gouge(x, y - (110 - line * 26) * size, 66 * size, 5 * size, 0, STONE)
    person(canvas, 470, 1440, 520, Look(BRICK, dress=True, head="scarf", hat=CREAM, skin=SKIN[0]))
    person(canvas, 610, 1450, 440, Look(SKY, head="long", hair=INK, skin=SKIN[0]))
    for stem in range(7):
        canvas.line([(545, 1270), (520 + stem * 9, 1200)], LEAF, 5)
        canvas.oval(516 + stem * 10, 1192 + (stem % 3) * 10, 15, 15, TRAM)
