"""The warm corner of the library: tall shelves, a radiator, a reader on the floor."""

from home.demo.drawing.canvas import PORTRAIT, Canvas
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    BRICK_DEEP,
    CANAL,
    CANAL_LIGHT,
    CREAM,
    INK,
    MOSS,
    PAPER,
    ROSE,
    SKY,
    SLATE,
    STONE,
    STONE_LIGHT,
    TRAM,
    WHITE,
    WOOD_DEEP,
    mix,
)
from home.demo.drawing.scene import scene


@scene("library", size=PORTRAIT)
def library(canvas: Canvas) -> None:
    """Draw the warm corner of the library: tall shelves, a radiator, a reader on the floor."""
    canvas.box(-10, -10, 1090, 1620, mix(CREAM, AMBER, 0.3))
    for bay in range(3):
        x = 20 + bay * 350
        canvas.box(x, 60, 330, 1160, WOOD_DEEP)
        for shelf in range(6):
            y = 80 + shelf * 190
            canvas.box(x + 16, y, 298, 170, mix(WOOD_DEEP, INK, 0.5))
            across = x + 20.0
            while across < x + 296:
                wide, tall = canvas.rng.uniform(14, 34), canvas.rng.uniform(96, 156)
                tone = canvas.rng.choice(
                    [BRICK, CANAL, SKY, AMBER, ROSE, CREAM, MOSS, BRICK_DEEP, CANAL_LIGHT, SLATE]
                )
                if canvas.rng.random() > 0.08 and across + wide < x + 312:
                    canvas.box(across, y + 168 - tall, wide - 3, tall, tone, 0.8)
                    canvas.box(across + 2, y + 180 - tall, wide - 7, 6, mix(tone, TRAM, 0.5), 0.4)
                    canvas.box(across + 2, y + 140, wide - 7, 5, mix(tone, INK, 0.4), 0.4)
                across += wide
    _warm_floor(canvas)
    _reader(canvas)
    _pile_and_sign(canvas)


def _warm_floor(canvas: Canvas) -> None:
    canvas.box(-10, 1220, 1090, 400, BRICK)
    for row in range(5):
        for step in range(9):
            canvas.box(
                step * 130 - (65 if row % 2 else 0),
                1226 + row * 80,
                126,
                74,
                mix(BRICK, INK, canvas.rng.uniform(0, 0.2)),
            )
    for fin in range(9):
        canvas.box(620 + fin * 44, 1010, 34, 260, WHITE)
        canvas.gouge(630 + fin * 44, 1130, 200, 5, 90, STONE_LIGHT)
    canvas.box(600, 1000, 420, 26, WHITE)


def _reader(canvas: Canvas) -> None:
    canvas.path("-150,150 -130,20 -60,-30 60,-30 130,20 150,150 90,190 -90,190", CANAL, 480, 1290)
    canvas.line([(360, 1330), (300, 1450), (480, 1500)], SKY, 84, 60)
    canvas.line([(600, 1330), (680, 1450), (500, 1500)], SKY, 84, 60)
    canvas.blob(480, 1190, 92, 92, INK)
    for curl in range(10):
        canvas.gouge(410 + curl * 16, 1160 + (curl % 3) * 22, 26, 4, curl * 40, STONE)
    canvas.path("-130,0 0,-26 130,0 130,90 0,64 -130,90", TRAM, 480, 1420)
    canvas.path("-118,2 0,-20 118,2 118,76 0,54 -118,76", PAPER, 480, 1416)
    for row in range(4):
        for side in (-1, 1):
            canvas.gouge(480 + side * 60, 1420 + row * 14, 90, 3, side * 8, STONE)


def _pile_and_sign(canvas: Canvas) -> None:
    for pile in range(5):
        canvas.box(
            140 + (pile % 2) * 14,
            1480 - pile * 30,
            160,
            28,
            (BRICK_DEEP, TRAM, CANAL, CREAM, SKY)[pile],
        )
    canvas.box(390, 20, 290, 70, CANAL)
    canvas.letters(535, 55, "CHILDREN'S", 50, CREAM)
