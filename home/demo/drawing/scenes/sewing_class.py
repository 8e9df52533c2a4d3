"""The quilt on the hall table, every square a street, and the women round it."""

from home.demo.drawing.brickwork import Glass, window
from home.demo.drawing.canvas import Canvas
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    CANAL,
    CANAL_DEEP,
    CANAL_LIGHT,
    CREAM,
    PEACH,
    ROSE,
    SKIN,
    SKY,
    SKY_PALE,
    SLATE,
    STONE_LIGHT,
    TRAM,
    WHITE,
    WOOD_DEEP,
    Colour,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("sewing-class")
def quilt(canvas: Canvas) -> None:
    """Draw the quilt on the hall table, every square a street, and the women round it."""
    canvas.box(-10, -10, 1620, 1090, mix(CREAM, CANAL_LIGHT, 0.5))
    for pane in range(4):
        window(canvas, 130 + pane * 370, 60, 230, 260, Glass(SKY_PALE, WHITE, None, 3, 3))
    canvas.box(-10, 430, 1620, 30, WOOD_DEEP)
    looks = (
        Look(BRICK, head="scarf", hat=ROSE, skin=SKIN[1]),
        Look(SKY, head="bun", hair=STONE_LIGHT),
        Look(TRAM, head="afro", skin=SKIN[0]),
        Look(CANAL, head="long", hair=WOOD_DEEP),
        Look(ROSE, head="scarf", hat=CANAL_DEEP, skin=SKIN[2]),
    )
    outline = [(190, 600), (1410, 600), (1640, 1100), (-40, 1100)]
    canvas.shape(outline, WHITE)
    tones = (BRICK, CANAL, TRAM, SKY, ROSE, AMBER, CANAL_LIGHT, SLATE, PEACH)
    for row in range(4):
        top, low = (row / 4) ** 1.35, ((row + 1) / 4) ** 1.35
        for step in range(8):
            _patch(
                canvas,
                step / 8,
                (step + 1) / 8,
                top,
                low,
                tones[(row * 3 + step * 2) % 9],
                row + step,
            )
    for x, look in zip((110, 420, 800, 1180, 1490), looks, strict=True):
        person(canvas, x, 1400, 600, look)


def _patch(
    canvas: Canvas, left: float, right: float, top: float, low: float, tone: Colour, kind: int
) -> None:
    def at(across: float, down: float) -> tuple[float, float]:
        depth = top + (low - top) * down
        share = left + (right - left) * across
        return 190 - 230 * depth + (1220 + 460 * depth) * share, 604 + 490 * depth

    canvas.shape([at(0.04, 0.04), at(0.96, 0.04), at(0.96, 0.96), at(0.04, 0.96)], tone)
    light = mix(tone, WHITE, 0.65)
    if kind % 3 == 0:
        canvas.shape(
            [at(0.2, 0.85), at(0.2, 0.45), at(0.5, 0.15), at(0.8, 0.45), at(0.8, 0.85)], light
        )
        canvas.shape([at(0.42, 0.85), at(0.42, 0.58), at(0.6, 0.58), at(0.6, 0.85)], tone)
    elif kind % 3 == 1:
        canvas.shape([at(0.5, 0.12), at(0.86, 0.5), at(0.5, 0.88), at(0.14, 0.5)], light)
    else:
        for bar in (0.2, 0.45, 0.7):
            canvas.shape(
                [at(0.15, bar), at(0.85, bar), at(0.85, bar + 0.12), at(0.15, bar + 0.12)], light
            )
