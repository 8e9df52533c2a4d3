"""First house on a wet Saturday: lights, a queue, and all of it again in the road."""

from home.demo.drawing import shapes
from home.demo.drawing.brickwork import Glass, wall, window
from home.demo.drawing.canvas import Canvas
from home.demo.drawing.outdoors import lamp, sky
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    BRICK_DEEP,
    BRICK_NIGHT,
    CANAL,
    CANAL_DEEP,
    CREAM,
    INK,
    NIGHT,
    NIGHT_LIGHT,
    ROSE,
    SKY,
    SLATE,
    SOOT,
    STONE,
    TRAM,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("hippodrome")
def hippodrome(canvas: Canvas) -> None:
    """Draw first house on a wet Saturday: lights, a queue, and all of it again in the road."""
    sky(canvas, INK, NIGHT_LIGHT, 760, marks=60)
    wall(canvas, 300, 210, 1000, 590, BRICK_NIGHT, course=14)
    canvas.path("260,212 1340,212 1280,150 1010,150 800,40 590,150 320,150", BRICK_DEEP)
    canvas.shape(shapes.arc(800, 210, 150, 140, 180, 360), TRAM)
    canvas.shape(shapes.arc(800, 210, 124, 112, 180, 360), BRICK_DEEP)
    for ray in range(9):
        canvas.gouge(800, 160, 0.1 + 90, 6, 180 + ray * 22.5, AMBER)
    canvas.box(330, 250, 940, 90, INK)
    canvas.letters(800, 296, "HIPPODROME", 76, TRAM)
    for bulb in range(32):
        canvas.oval(338 + bulb * 29.8, 246, 5, 5, TRAM)
        canvas.oval(338 + bulb * 29.8, 344, 5, 5, TRAM)
    for bay in range(5):
        window(canvas, 380 + bay * 182, 378, 110, 120, Glass(AMBER, INK, BRICK, 2, 1))
    canvas.path("260,540 1340,540 1290,586 310,586", CANAL_DEEP)
    canvas.box(330, 586, 940, 214, mix(AMBER, TRAM, 0.5))
    for pillar in range(6):
        canvas.box(330 + pillar * 182, 586, 30, 214, BRICK_NIGHT)
    for poster in range(5):
        canvas.box(400 + poster * 182, 620, 76, 110, (ROSE, CREAM, SKY, CREAM, CANAL)[poster])
        canvas.oval(438 + poster * 182, 664, 22, 28, INK)
    _wet_road(canvas)
    _queue(canvas)


def _wet_road(canvas: Canvas) -> None:
    canvas.box(-10, 800, 1620, 280, NIGHT)
    canvas.gouges((300, 805, 1300, 1060), AMBER, count=120, length=90, width=5, sway=2)
    canvas.gouges((0, 805, 1600, 1060), NIGHT_LIGHT, count=80, length=140, width=4, sway=2)


def _queue(canvas: Canvas) -> None:
    looks = [
        ("cap", SOOT),
        ("scarf", BRICK),
        ("brim", INK),
        ("bun", CANAL),
        ("cap", SLATE),
        ("long", SKY),
        ("brim", SOOT),
        ("scarf", STONE),
        ("cap", INK),
    ]
    for step, (head, coat) in enumerate(looks):
        tall = 230 if step % 3 else 170
        person(
            canvas,
            90 + step * 92,
            880,
            tall,
            Look(
                coat, head=head, dress=head in ("scarf", "bun", "long"), hat=mix(coat, CREAM, 0.3)
            ),
        )
    lamp(canvas, 1440, 900, 560)
