"""Thursday at eight: every balcony out, pans and spoons, a rainbow in a window."""

from home.demo.drawing import shapes
from home.demo.drawing.brickwork import wall
from home.demo.drawing.canvas import Canvas
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    BRICK_DEEP,
    BRICK_LIGHT,
    CANAL,
    CANAL_DEEP,
    CREAM,
    INK,
    LEAF,
    NIGHT,
    ROSE,
    SKIN,
    SKY,
    SKY_LIGHT,
    SLATE,
    STONE,
    STONE_LIGHT,
    TRAM,
    WHITE,
    WOOD,
    Colour,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("balconies")
def balconies(canvas: Canvas) -> None:
    """Draw Thursday at eight: every balcony out, pans and spoons, a rainbow in a window."""
    canvas.box(-10, -10, 1620, 1090, mix(STONE_LIGHT, CREAM, 0.4))
    wall(canvas, -10, -10, 1620, 1090, mix(BRICK_LIGHT, CREAM, 0.25), course=17)
    tones = (TRAM, CANAL, BRICK, SKY, ROSE, AMBER)
    for floor in range(3):
        for bay in range(4):
            x, y = 40 + bay * 395, 30 + floor * 352
            _balcony(canvas, x, y, tones[(floor * 2 + bay) % 6], floor * 4 + bay)


def _balcony(canvas: Canvas, x: float, y: float, tone: Colour, number: int) -> None:
    canvas.box(x, y, 340, 250, WHITE)
    canvas.box(x + 14, y + 14, 150, 236, mix(TRAM, CREAM, 0.35) if number % 3 else NIGHT)
    canvas.box(x + 178, y + 14, 148, 160, mix(TRAM, CREAM, 0.5) if number % 4 else SLATE)
    if number in (1, 6, 11):
        for ring, tint in enumerate((BRICK, AMBER, TRAM, LEAF, SKY)):
            reach = 66 - ring * 11
            canvas.shape(shapes.arc(x + 252, y + 140, reach, reach, 180, 360), tint)
        canvas.shape(shapes.arc(x + 252, y + 140, 12, 12, 180, 360), WHITE)
    looks = (
        Look(tone, head="afro", skin=SKIN[0], arms="up"),
        Look(CANAL_DEEP, head="scarf", hat=tone, skin=SKIN[1], arms="hold"),
        Look(SKY_LIGHT, head="bald", hair=STONE_LIGHT, arms="up"),
        Look(BRICK_DEEP, head="long", hair=WOOD, arms="up"),
        Look(ROSE, head="bun", arms="hip", skin=SKIN[2]),
    )
    look = looks[number % 5]
    person(canvas, x + 110, y + 400, 300, look)
    if number % 2:
        person(canvas, x + 236, y + 370, 220, looks[(number + 2) % 5])
    if look.arms == "up":
        canvas.oval(x + 168, y + 84, 26, 20, SLATE)
        canvas.line([(x + 190, y + 84), (x + 226, y + 76)], SLATE, 9)
    canvas.box(x - 16, y + 200, 372, 16, STONE)
    canvas.box(x - 10, y + 214, 360, 92, mix(tone, WHITE, 0.1))
    for bar in range(13):
        canvas.line(
            [(x - 4 + bar * 29, y + 216), (x - 4 + bar * 29, y + 304)], mix(tone, INK, 0.3), 5
        )
    canvas.box(x - 20, y + 302, 380, 20, STONE)
    if number % 3 == 0:
        for pot in range(3):
            canvas.path("-20,0 20,0 14,34 -14,34", BRICK, x + 230 + pot * 46, y + 186)
            canvas.blob(x + 230 + pot * 46, y + 176, 24, 20, LEAF)
            canvas.oval(x + 230 + pot * 46, y + 166, 6, 6, TRAM)
