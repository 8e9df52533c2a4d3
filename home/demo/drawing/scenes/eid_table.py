"""Two kitchens' worth of dishes on one cloth, with the new moon in the window."""

from home.demo.drawing import shapes
from home.demo.drawing.canvas import Canvas
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    BRICK_DEEP,
    BRICK_LIGHT,
    CANAL,
    CANAL_LIGHT,
    CREAM,
    LEAF,
    MOSS,
    NIGHT,
    ROSE,
    SKY,
    SKY_LIGHT,
    STONE_LIGHT,
    TRAM,
    WHITE,
    WOOD_DEEP,
    mix,
)
from home.demo.drawing.scene import scene


@scene("eid-table")
def eid_table(canvas: Canvas) -> None:
    """Draw two kitchens' worth of dishes on one cloth, with the new moon in the window."""
    canvas.box(-10, -10, 1620, 1090, CANAL)
    for row in range(7):
        for step in range(17):
            canvas.path(
                "0,-30 12,-12 30,0 12,12 0,30 -12,12 -30,0 -12,-12",
                mix(CANAL, CANAL_LIGHT, 0.3),
                step * 100 + (50 if row % 2 else 0),
                row * 88,
            )
    _moon_window(canvas)
    _dishes(canvas)


def _moon_window(canvas: Canvas) -> None:
    arch = [(600, 520), (600, 240), *shapes.arc(800, 240, 200, 190, 180, 360), (1000, 520)]
    canvas.shape([(800 + (x - 800) * 1.12, 300 + (y - 300) * 1.08) for x, y in arch], CREAM)
    canvas.shape(arch, NIGHT)
    canvas.oval(830, 230, 74, 74, CREAM)
    canvas.oval(862, 214, 64, 64, NIGHT)
    for _ in range(20):
        canvas.oval(canvas.rng.uniform(620, 980), canvas.rng.uniform(110, 380), 3, 3, CREAM)
    with canvas.inside(arch):
        for house in range(5):
            canvas.box(600 + house * 84, 430, 80, 120, BRICK_DEEP)
            canvas.box(622 + house * 84, 460, 24, 34, TRAM)


def _dishes(canvas: Canvas) -> None:
    canvas.path("-40,1100 180,620 1420,620 1640,1100", CREAM)
    for scallop in range(24):
        canvas.gouge(205 + scallop * 52, 640, 50, 9, 0, BRICK)
    dishes = (
        (430, 760, BRICK_LIGHT, TRAM),
        (800, 720, AMBER, WHITE),
        (1160, 765, LEAF, CREAM),
        (620, 910, WOOD_DEEP, AMBER),
        (1010, 905, TRAM, BRICK),
        (1330, 940, ROSE, WHITE),
        (280, 950, MOSS, TRAM),
    )
    for x, y, food, garnish in dishes:
        canvas.oval(x, y + 12, 158, 62, STONE_LIGHT)
        canvas.oval(x, y, 158, 60, SKY)
        canvas.oval(x, y, 138, 48, WHITE)
        canvas.blob(x, y - 14, 108, 38, food)
        for _ in range(26):
            canvas.gouge(
                x + canvas.rng.uniform(-80, 80),
                y - 14 + canvas.rng.uniform(-24, 24),
                18,
                4,
                canvas.rng.uniform(0, 180),
                garnish,
            )
    for x in (150, 1480):
        canvas.path("-26,0 26,0 20,-120 -20,-120", mix(SKY_LIGHT, WHITE, 0.4), x, 800)
        canvas.path("-24,0 24,0 21,-70 -21,-70", ROSE, x, 798)
