"""The carnival on Rochdale Road: a float of paper flowers, drums, bunting, a crowd."""

import math

from home.demo.drawing import shapes
from home.demo.drawing.brickwork import terrace
from home.demo.drawing.canvas import Canvas
from home.demo.drawing.outdoors import setts, sky
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    BRICK_DEEP,
    CANAL,
    CANAL_DEEP,
    CANAL_LIGHT,
    CREAM,
    INK,
    LEAF_DEEP,
    NIGHT,
    ROSE,
    SKIN,
    SKY,
    SKY_LIGHT,
    SLATE,
    STONE_LIGHT,
    TRAM,
    WHITE,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("carnival")
def carnival(canvas: Canvas) -> None:
    """Draw the carnival on Rochdale Road: a float of paper flowers, drums, bunting, a crowd."""
    sky(canvas, SKY_LIGHT, CREAM, 520)
    terrace(
        canvas, -120, 660, houses=8, width=230, height=300, doors=(CANAL, SKY, BRICK_DEEP, AMBER)
    )
    for rope, (start, end) in enumerate((((-20, 120), (1620, 60)), ((-20, 260), (1620, 240)))):
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + 130)
        curve = shapes.smooth([start, middle, end], pieces=14)
        canvas.line([start, middle, end], INK, 4)
        for step, (x, y) in enumerate(curve):
            canvas.path(
                "-26,0 26,0 0,56", (BRICK, TRAM, CANAL, WHITE, SKY)[(step + rope) % 5], x, y
            )
    setts(canvas, 660, 1067, STONE_LIGHT)
    _float(canvas)
    _drummers(canvas)
    _crowd(canvas)


def _float(canvas: Canvas) -> None:
    canvas.box(420, 690, 820, 110, BRICK)
    for bloom in range(27):
        for row in range(3):
            canvas.blob(
                436 + bloom * 30,
                708 + row * 38,
                20,
                18,
                (ROSE, TRAM, WHITE, AMBER)[(bloom + row * 2) % 4],
            )
            canvas.oval(436 + bloom * 30, 708 + row * 38, 5, 5, BRICK)
    for wheel in (540, 1120):
        canvas.oval(wheel, 820, 62, 62, INK)
        canvas.oval(wheel, 820, 34, 34, STONE_LIGHT)
    for feather in range(15):
        turn = 180 + feather * 180 / 14
        x, y = 830 + 190 * math.cos(math.radians(turn)), 500 + 200 * math.sin(math.radians(turn))
        canvas.gouge((830 + x) / 2, (500 + y) / 2, 240, 22, turn, (TRAM, CANAL, ROSE)[feather % 3])
        canvas.oval(x, y, 17, 17, BRICK)
    person(canvas, 830, 700, 330, Look(TRAM, dress=True, head="afro", arms="out", skin=SKIN[0]))
    for x, coat in ((560, ROSE), (1090, CANAL_LIGHT)):
        person(canvas, x, 700, 250, Look(coat, dress=True, head="bun", arms="up", skin=SKIN[1]))


def _drummers(canvas: Canvas) -> None:
    for step in range(4):
        x = 170 + step * 66 + (950 if step > 1 else 0)
        person(
            canvas,
            x,
            920,
            320,
            Look(
                SKY, legs=WHITE, head="cap", hat=BRICK, arms="hold", skin=SKIN[step % 4], stride=0.8
            ),
        )
        canvas.oval(x, 730, 52, 22, WHITE)
        canvas.path("-52,0 52,0 46,66 -46,66", (BRICK, TRAM)[step % 2], x, 730)
        canvas.line([(x - 52, 734), (x - 10, 792), (x + 40, 734)], WHITE, 4)


def _crowd(canvas: Canvas) -> None:
    for step in range(15):
        x = step * 118 + canvas.rng.uniform(-20, 20)
        tall = canvas.rng.choice([300, 350, 380])
        coat = (CANAL_DEEP, BRICK_DEEP, SLATE, NIGHT, LEAF_DEEP)[step % 5]
        person(
            canvas,
            x,
            1220,
            tall,
            Look(
                coat,
                head=("cap", "scarf", "long", "afro", "bun")[step % 5],
                hat=mix(coat, CREAM, 0.4),
                skin=SKIN[step % 4],
                arms="up" if step % 4 == 0 else "down",
            ),
        )
    for _ in range(150):
        canvas.gouge(
            canvas.rng.uniform(0, 1600),
            canvas.rng.uniform(40, 900),
            14,
            6,
            canvas.rng.uniform(0, 180),
            canvas.rng.choice([BRICK, TRAM, ROSE, WHITE, CANAL]),
        )
