"""The biscuit tin: pound notes, coins, a ruled book with a tick for every week."""

from home.demo.drawing.canvas import PORTRAIT, Canvas
from home.demo.drawing.finish import Finish
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    BRICK_DEEP,
    CANAL_LIGHT,
    INK,
    SKY,
    SKY_LIGHT,
    SOOT,
    STONE,
    STONE_LIGHT,
    TRAM,
    WHITE,
    WOOD,
    Colour,
    mix,
)
from home.demo.drawing.scene import scene

LEAF_NOTE: Colour = (120, 146, 112)


@scene("catalogue-club", size=PORTRAIT, aged=Finish.FADED)
def catalogue(canvas: Canvas) -> None:
    """Draw the biscuit tin: pound notes, coins, a ruled book with a tick for every week."""
    canvas.box(-10, -10, 1090, 1620, CANAL_LIGHT)
    for row in range(16):
        for step in range(11):
            tone = mix(CANAL_LIGHT, WHITE, 0.5) if (row + step) % 2 else CANAL_LIGHT
            canvas.box(step * 102 - 10, row * 102 - 10, 102, 102, tone)
    book = canvas.path("120,760 620,690 900,740 960,1420 640,1400 150,1490", WHITE)
    with canvas.inside(book):
        for row in range(15):
            canvas.line([(100, 850 + row * 42), (640, 778 + row * 42)], SKY_LIGHT, 3)
            canvas.line([(640, 778 + row * 42), (980, 836 + row * 38)], SKY_LIGHT, 3)
        for row, name in enumerate(
            ("Mrs O.", "Jean", "Mrs B.", "Our Lil", "Pearl", "Nora", "Mrs K.", "Maureen")
        ):
            canvas.letters(170, 880 + row * 70, name, 44, SKY, anchor="lm")
            for tick in range(5):
                x, y = 400 + tick * 46, 850 + row * 70 - tick * 6
                canvas.line([(x, y), (x + 10, y + 14), (x + 30, y - 22)], BRICK, 5, 3)
    canvas.line([(640, 700), (648, 1400)], STONE, 6)
    canvas.oval(700, 420, 300, 230, BRICK_DEEP)
    canvas.oval(700, 400, 300, 230, BRICK)
    canvas.oval(700, 400, 262, 194, SOOT)
    for note in range(5):
        canvas.path(
            "-150,-50 150,-64 156,50 -144,66",
            mix(LEAF_NOTE, WHITE, 0.15 * note),
            660 + note * 22,
            380 + note * 12,
        )
    canvas.oval(730, 430, 40, 36, CANAL_LIGHT)
    canvas.letters(690, 420, "ONE POUND", 30, INK)
    for _ in range(16):
        left, top = canvas.rng.uniform(100, 420), canvas.rng.uniform(200, 640)
        tone = canvas.rng.choice([AMBER, STONE_LIGHT, WOOD])
        canvas.oval(left + 4, top + 6, 38, 36, STONE)
        canvas.oval(left, top, 38, 36, tone)
        canvas.oval(left, top, 26, 24, mix(tone, WHITE, 0.25))
    canvas.line([(700, 1530), (820, 1330), (900, 1180)], TRAM, 30)
    canvas.line([(900, 1180), (918, 1146)], INK, 16, 3)
