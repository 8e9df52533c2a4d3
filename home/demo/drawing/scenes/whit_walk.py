"""The Whit Walk going away from us: the banner, its ribbons, rows of white frocks."""

from home.demo.drawing import shapes
from home.demo.drawing.brickwork import terrace
from home.demo.drawing.canvas import Canvas
from home.demo.drawing.finish import Finish
from home.demo.drawing.outdoors import setts, sky
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    BRICK_DEEP,
    CREAM,
    INK,
    NIGHT,
    SKIN,
    SKY,
    SKY_LIGHT,
    SLATE,
    SOOT,
    STONE,
    STONE_LIGHT,
    WHITE,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("whit-walk", aged=Finish.SILVER)
def whit_walk(canvas: Canvas) -> None:
    """Draw the Whit Walk going away from us: the banner, its ribbons, rows of white frocks."""
    sky(canvas, SKY_LIGHT, WHITE, 600)
    terrace(canvas, -700, 760, houses=4, width=300, height=470, brick=BRICK)
    terrace(canvas, 1130, 760, houses=3, width=300, height=470, brick=BRICK)
    terrace(canvas, 500, 640, houses=5, width=126, height=170, brick=STONE)
    setts(canvas, 700, 1067, STONE_LIGHT)
    for side in (-1, 1):
        for step in range(7):
            x = 800 + side * (440 + step * 66)
            person(
                canvas,
                x,
                770 + step * 26,
                190 + step * 26,
                Look(
                    canvas.rng.choice([SOOT, SLATE, NIGHT]),
                    head=("cap", "scarf", "brim")[step % 3],
                    hat=STONE,
                ),
            )
    _banner(canvas)
    _ribbons(canvas)


def _banner(canvas: Canvas) -> None:
    canvas.line([(570, 950), (600, 150)], SOOT, 12)
    canvas.line([(1030, 950), (1000, 150)], SOOT, 12)
    canvas.line([(580, 160), (1020, 160)], AMBER, 14)
    canvas.path("610,170 990,170 996,520 800,580 604,520", BRICK_DEEP)
    canvas.path("634,194 966,194 970,504 800,552 630,504", CREAM)
    canvas.oval(800, 350, 110, 130, SKY)
    canvas.path("-60,110 60,110 44,-20 0,-70 -44,-20", WHITE, 800, 360)
    canvas.oval(800, 282, 26, 30, CREAM)
    for ray in range(16):
        point = shapes.oval(800, 350, 138, 158, count=16)[ray]
        canvas.gouge(*point, 34, 5, ray * 22.5, AMBER)
    canvas.letters(800, 232, "ST PATRICK'S", 38, INK)


def _ribbons(canvas: Canvas) -> None:
    for x in (604, 996):
        for ribbon in range(3):
            drift = (-1 if x < 800 else 1) * (70 + ribbon * 70)
            canvas.line([(x, 190), (x + drift * 0.8, 420), (x + drift, 740)], WHITE, 9, 6)
    for x in (575, 1025):
        person(canvas, x, 960, 430, Look(INK, head="hair", arms="hold", skin=SKIN[3]))
    _children(canvas)


def _children(canvas: Canvas) -> None:
    for row in range(3):
        for step in range(5 + row):
            x = 800 + (step - (4 + row) / 2) * (92 + row * 16)
            person(
                canvas,
                x,
                900 + row * 70,
                210 + row * 34,
                Look(
                    WHITE,
                    dress=True,
                    head="veil" if row == 1 else "long",
                    hat=WHITE,
                    hair=(SOOT, STONE, INK)[step % 3],
                    skin=SKIN[3],
                ),
            )
