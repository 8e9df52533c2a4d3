"""A floured board from above: rows of pierogi, a rolling pin, two pairs of hands."""

from home.demo.drawing import shapes
from home.demo.drawing.canvas import Canvas
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    CANAL_DEEP,
    CREAM,
    INK,
    SKIN,
    SKY,
    SKY_LIGHT,
    STONE,
    STONE_LIGHT,
    TRAM,
    WHITE,
    WOOD,
    WOOD_DEEP,
    Colour,
    mix,
)
from home.demo.drawing.scene import scene


@scene("pierogi")
def pierogi(canvas: Canvas) -> None:
    """Draw a floured board from above: rows of pierogi, a rolling pin, two pairs of hands."""
    canvas.box(-10, -10, 1620, 1090, CANAL_DEEP)
    canvas.path("120,90 1480,70 1500,980 100,1000", WOOD)
    canvas.gouges((130, 90, 1480, 980), WOOD_DEEP, count=110, length=220, width=4, sway=1)
    for _ in range(22):
        canvas.blob(
            canvas.rng.uniform(300, 1300),
            canvas.rng.uniform(240, 820),
            canvas.rng.uniform(30, 110),
            canvas.rng.uniform(16, 50),
            mix(WOOD, WHITE, 0.35),
        )
    for row in range(3):
        for step in range(6 - row):
            x, y = 330 + step * 160 + row * 80, 220 + row * 160
            _dumpling(canvas, x, y)
    canvas.line([(1130, 640), (1440, 330)], AMBER, 92)
    canvas.line([(1090, 680), (1130, 640)], WOOD_DEEP, 38)
    canvas.line([(1440, 330), (1480, 290)], WOOD_DEEP, 38)
    for mark in range(5):
        canvas.gouge(1210 + mark * 40, 540 - mark * 40, 60, 5, -45, CREAM)
    canvas.oval(500, 800, 118, 104, CREAM)
    canvas.oval(512, 806, 56, 46, TRAM)
    _reaching_hand(canvas, 380, 850, SKIN[3], BRICK, False)
    _reaching_hand(canvas, 690, 850, SKIN[3], BRICK, True)
    _reaching_hand(canvas, 980, 880, SKIN[3], SKY_LIGHT, True)
    canvas.oval(1330, 820, 140, 120, SKY)
    canvas.oval(1330, 820, 112, 94, WHITE)
    canvas.blob(1330, 820, 90, 70, TRAM)
    canvas.line([(1300, 830), (1450, 700)], STONE_LIGHT, 20, 14)


def _dumpling(canvas: Canvas, x: float, y: float) -> None:
    outline = shapes.arc(x, y + 36, 66, 82, 180, 360)
    canvas.shape([(px + 7, py + 9) for px, py in outline], WOOD_DEEP)
    canvas.shape(outline, CREAM)
    for crimp in range(7):
        point = shapes.arc(x, y + 36, 56, 70, 195, 345)[crimp * 3 + 1]
        canvas.gouge(*point, 22, 4, 195 + crimp * 22, STONE)
    canvas.gouge(x - 8, y + 14, 60, 5, -8, WHITE)


def _reaching_hand(
    canvas: Canvas, x: float, y: float, skin: Colour, sleeve: Colour, flip: bool
) -> None:
    side = -1 if flip else 1
    canvas.line(
        [(x - side * 90, 1140), (x - side * 40, y + 140), (x - side * 10, y + 70)], sleeve, 150, 104
    )
    canvas.path("-50,80 -54,10 -30,-30 34,-30 56,14 44,84", skin, x, y, 1, flip)
    for finger, (dx, reach) in enumerate(((-34, 62), (-10, 84), (16, 82), (40, 60))):
        canvas.line(
            [
                (x + side * dx, y - 14),
                (x + side * (dx + 8), y - reach),
                (x + side * (dx + 22), y - reach - 34),
            ],
            skin,
            25,
            17,
        )
        canvas.gouge(x + side * (dx + 10), y - reach + 6, 30, 3, 80, mix(skin, INK, 0.35))
        del finger
    canvas.line(
        [(x + side * 40, y + 50), (x + side * 92, y + 2), (x + side * 96, y - 44)], skin, 30, 19
    )
