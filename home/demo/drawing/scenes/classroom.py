"""The class of 1968 from the back desk: a map, a blackboard, one hand up."""

from home.demo.drawing.brickwork import Glass, window
from home.demo.drawing.canvas import Canvas
from home.demo.drawing.finish import Finish
from home.demo.drawing.palette import (
    CANAL_DEEP,
    CREAM,
    INK,
    PAPER,
    SKIN,
    SKY_LIGHT,
    SKY_PALE,
    SLATE,
    SOOT,
    STONE,
    STONE_LIGHT,
    WHITE,
    WOOD,
    WOOD_DEEP,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("classroom", aged=Finish.SILVER)
def classroom(canvas: Canvas) -> None:
    """Draw the class of 1968 from the back desk: a map, a blackboard, one hand up."""
    canvas.box(-10, -10, 1620, 1090, CREAM)
    canvas.box(-10, 560, 1620, 30, WOOD_DEEP)
    canvas.box(-10, 590, 1620, 490, mix(WOOD_DEEP, INK, 0.4))
    canvas.box(430, 110, 740, 390, WOOD_DEEP)
    board = canvas.path("450,130 1150,130 1150,480 450,480", CANAL_DEEP)
    with canvas.inside(board):
        canvas.gouges(
            (450, 130, 1150, 480),
            mix(CANAL_DEEP, WHITE, 0.2),
            count=30,
            length=200,
            width=8,
            angle=-12,
        )
    canvas.letters(740, 196, "Tuesday", 60, WHITE)
    canvas.letters(740, 290, "Our Street", 96, WHITE)
    canvas.letters(740, 400, "What can you hear at night?", 44, WHITE)
    canvas.box(90, 130, 270, 330, PAPER)
    canvas.path(
        "-60,130 -90,40 -40,-20 -70,-90 0,-130 40,-70 30,0 80,60 60,130 0,150", STONE, 225, 290
    )
    canvas.line([(80, 128), (370, 128)], WOOD_DEEP, 12)
    window(canvas, 1260, 120, 260, 340, Glass(SKY_PALE, WHITE, None, 3, 4))
    person(canvas, 1110, 660, 430, Look(SLATE, head="bun", hair=STONE, dress=True, arms="hip"))
    for row in range(3):
        count = 5 - (row > 1)
        for step in range(count):
            near = 0.62 + row * 0.24
            x = 800 + (step - (count - 1) / 2) * 330 * near
            y = 720 + row * 150
            _pupil(canvas, x, y, near, row * 5 + step)


def _pupil(canvas: Canvas, x: float, y: float, near: float, number: int) -> None:
    canvas.box(x - 130 * near, y - 12 * near, 260 * near, 30 * near, WOOD)
    coat = (STONE_LIGHT, SLATE, CREAM, STONE, SKY_LIGHT)[number % 5]
    if number == 7:
        canvas.line(
            [
                (x + 50 * near, y + 20),
                (x + 78 * near, y - 110 * near),
                (x + 70 * near, y - 230 * near),
            ],
            coat,
            32 * near,
            22 * near,
        )
        canvas.oval(x + 70 * near, y - 244 * near, 16 * near, 20 * near, SKIN[3])
    canvas.path("-84,130 -80,-30 -46,-62 46,-62 80,-30 84,130", coat, x, y, near)
    canvas.box(x - 18 * near, y - 86 * near, 36 * near, 34 * near, SKIN[number % 4])
    hair = (INK, SOOT, STONE, WOOD_DEEP, INK)[number % 5]
    canvas.oval(x, y - 118 * near, 46 * near, 54 * near, hair)
    if number % 3 == 0:
        for side in (-1, 1):
            canvas.line(
                [
                    (x + side * 36 * near, y - 110 * near),
                    (x + side * 62 * near, y - 60 * near),
                    (x + side * 52 * near, y - 10 * near),
                ],
                hair,
                20 * near,
                10 * near,
            )
            canvas.oval(x + side * 60 * near, y - 66 * near, 12 * near, 9 * near, WHITE)
    for strand in range(3):
        canvas.gouge(
            x + (strand - 1) * 20 * near,
            y - 136 * near,
            44 * near,
            4 * near,
            70 + strand * 20,
            STONE_LIGHT,
        )
