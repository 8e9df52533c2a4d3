"""The mill at knocking-off time, every window lit, and its picture in the canal."""

from home.demo.drawing.brickwork import LIT, Glass, wall, window
from home.demo.drawing.canvas import Canvas
from home.demo.drawing.outdoors import sky, smoke, sun, water
from home.demo.drawing.palette import (
    AMBER,
    BRICK_DEEP,
    BRICK_NIGHT,
    CREAM,
    INK,
    NIGHT,
    PEACH,
    SLATE,
    SOOT,
    STONE,
    TRAM,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("mill-dusk")
def mill(canvas: Canvas) -> None:
    """Draw the mill at knocking-off time, every window lit, and its picture in the canal."""
    sky(canvas, NIGHT, PEACH, 700)
    sun(canvas, 1310, 600, 62, AMBER, mix(PEACH, AMBER, 0.5))
    canvas.box(-10, 610, 1620, 110, mix(BRICK_NIGHT, PEACH, 0.3))
    for house in range(26):
        canvas.path("0,0 30,-34 60,0", mix(BRICK_NIGHT, PEACH, 0.25), house * 62 - 8, 612)
    _mill_chimney(canvas, 1050, 715, 660)
    smoke(canvas, 1056, 60, 34, mix(NIGHT, STONE, 0.55), 24)
    _mill(canvas)
    _canal(canvas)
    _leaving(canvas)


def _mill(canvas: Canvas) -> None:
    wall(canvas, 130, 250, 800, 470, BRICK_NIGHT, course=13)
    canvas.box(118, 232, 824, 24, SOOT)
    wall(canvas, 60, 170, 150, 550, BRICK_NIGHT, course=13)
    canvas.path("48,172 222,172 135,70", SLATE)
    for floor in range(4):
        for bay in range(9):
            glass = LIT if canvas.rng.random() < 0.86 else Glass(pane=NIGHT, curtain=None)
            window(
                canvas,
                244 + bay * 76,
                286 + floor * 108,
                44,
                66,
                Glass(pane=glass.pane, frame=BRICK_NIGHT, curtain=None, across=2, down=3),
            )
    for floor in range(3):
        window(canvas, 108, 240 + floor * 130, 52, 76, Glass(TRAM, BRICK_NIGHT, None, 2, 3))


def _canal(canvas: Canvas) -> None:
    canvas.box(-10, 706, 1620, 34, STONE)
    canvas.gouges((0, 708, 1600, 738), CREAM, count=60, length=70, width=3)
    water(
        canvas, [(-10, 738), (1610, 738), (1610, 1080), (-10, 1080)], NIGHT, mix(NIGHT, PEACH, 0.4)
    )
    for floor in range(4):
        for bay in range(9):
            x = 266 + bay * 76 + canvas.rng.uniform(-10, 10)
            canvas.gouge(x, 775 + floor * 62, 60, 6 + floor, canvas.rng.uniform(-3, 3), AMBER)


def _leaving(canvas: Canvas) -> None:
    for step, tall in enumerate((128, 140, 122, 134, 144, 118)):
        person(
            canvas,
            985 + step * 84,
            722,
            tall,
            Look(
                INK,
                head="scarf" if step % 2 else "cap",
                hat=mix(NIGHT, STONE, 0.35),
                dress=bool(step % 2),
                stride=0.6,
                skin=INK,
            ),
        )


def _mill_chimney(canvas: Canvas, x: float, ground: float, height: float) -> None:
    outline = [
        (x - 34, ground),
        (x + 34, ground),
        (x + 20, ground - height),
        (x - 20, ground - height),
    ]
    canvas.shape(outline, BRICK_NIGHT)
    with canvas.inside(outline):
        for _ in range(150):
            canvas.gouge(
                canvas.rng.uniform(x - 34, x + 34),
                ground - canvas.rng.random() * height,
                15,
                4,
                0,
                BRICK_DEEP,
            )
        canvas.line([(x + 26, ground), (x + 14, ground - height)], AMBER, 7, 5)
    canvas.box(x - 28, ground - height - 14, 56, 22, SOOT)
