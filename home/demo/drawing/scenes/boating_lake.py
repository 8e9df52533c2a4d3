"""Heaton Park lake on a wakes-week Wednesday, every boat out."""

from home.demo.drawing import shapes
from home.demo.drawing.canvas import Canvas
from home.demo.drawing.finish import Finish
from home.demo.drawing.growing import tree
from home.demo.drawing.outdoors import sky, water
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    CANAL,
    CANAL_DEEP,
    CREAM,
    INK,
    LEAF,
    LEAF_DEEP,
    MOSS,
    ROSE,
    SKY,
    SKY_LIGHT,
    SKY_PALE,
    TRAM,
    WHITE,
    WOOD,
    WOOD_DEEP,
    mix,
)
from home.demo.drawing.scene import scene


@scene("boating-lake", aged=Finish.FADED)
def boats(canvas: Canvas) -> None:
    """Draw Heaton Park lake on a wakes-week Wednesday, every boat out."""
    sky(canvas, SKY_LIGHT, SKY_PALE, 460)
    for x in range(-20, 1660, 150):
        tree(canvas, x, 520, canvas.rng.uniform(260, 400), mix(LEAF, MOSS, canvas.rng.random()))
    lake = shapes.path("-20,520 600,500 1620,530 1620,1090 -20,1090")
    water(canvas, lake, CANAL, SKY_PALE)
    canvas.gouges((0, 520, 1600, 640), LEAF_DEEP, count=110, length=80, width=8)
    canvas.path("-60,0 60,0 80,-90 -80,-90", WHITE, 420, 520)
    canvas.path("-100,0 100,0 0,-70", BRICK, 420, 432)
    for x, y, size, tone, number in (
        (420, 690, 0.7, BRICK, "12"),
        (1180, 640, 0.55, TRAM, "7"),
        (950, 850, 1.1, SKY, "23"),
        (250, 930, 1.2, TRAM, "4"),
    ):
        _boat(canvas, x, y, size, tone, number)
    for x in (640, 700, 765):
        canvas.oval(x, 780, 26, 12, WHITE)
        canvas.line([(x + 18, 778), (x + 28, 752), (x + 38, 748)], WHITE, 9, 6)
        canvas.gouge(x + 44, 749, 16, 4, 6, AMBER)


def _boat(
    canvas: Canvas, x: float, y: float, size: float, tone: tuple[int, int, int], number: str
) -> None:
    def at(dx: float, dy: float) -> tuple[float, float]:
        return x + dx * size, y + dy * size

    for dx, coat, head in ((-60, ROSE, "scarf"), (50, CREAM, "brim")):
        canvas.path("-44,20 44,20 30,-74 -30,-74", coat, *at(dx, 0), size)
        canvas.oval(*at(dx, -98), 24 * size, 28 * size, WOOD_DEEP)
        if head == "brim":
            canvas.oval(*at(dx, -108), 42 * size, 9 * size, TRAM)
            canvas.path("-24,0 24,0 20,-30 -20,-30", TRAM, *at(dx, -108), size)
    for side in (-1, 1):
        canvas.line([at(50, -30), at(side * 190, 44), at(side * 250, 70)], WOOD, 9 * size)
        canvas.gouge(*at(side * 250, 70), 70 * size, 12 * size, side * 26, WOOD)
    canvas.path("-180,0 190,0 150,70 -130,70", tone, x, y, size)
    canvas.path("-180,0 190,0 184,14 -172,14", CREAM, x, y, size)
    canvas.letters(x, y + 40 * size, number, 42 * size, WHITE if tone != TRAM else INK)
    canvas.gouges(
        (x - 190 * size, y + 70 * size, x + 190 * size, y + 110 * size),
        CANAL_DEEP,
        count=16,
        length=90,
        width=6,
    )
