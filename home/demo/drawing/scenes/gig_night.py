"""The last night at the Electric Circus from the back of the crowd."""

from home.demo.drawing.canvas import Canvas
from home.demo.drawing.finish import Finish
from home.demo.drawing.palette import (
    INK,
    SLATE,
    SOOT,
    STONE,
    STONE_LIGHT,
    WHITE,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("gig-night", aged=Finish.SILVER)
def gig(canvas: Canvas) -> None:
    """Draw the last night at the Electric Circus from the back of the crowd."""
    canvas.box(-10, -10, 1620, 1090, INK)
    for x, tone in ((260, SLATE), (800, STONE_LIGHT), (1340, SLATE)):
        beam = canvas.path("-30,-10 30,-10 300,760 -300,760", tone, x, 0)
        with canvas.inside(beam):
            canvas.gouges(
                (0, 0, 1600, 760), WHITE, count=120, length=140, width=3, angle=90, sway=16
            )
    canvas.box(150, 640, 1300, 130, SOOT)
    canvas.letters(800, 110, "ELECTRIC CIRCUS", 92, WHITE)
    for x in (200, 330, 1270, 1400):
        canvas.box(x - 56, 430, 112, 210, SOOT)
        canvas.oval(x, 490, 36, 36, STONE)
        canvas.oval(x, 580, 36, 36, STONE)
    for x, arms in ((560, "hip"), (800, "up"), (1050, "hip")):
        person(canvas, x, 660, 330, Look(INK, head="hair", arms=arms, stride=1.0, skin=STONE))
        canvas.line([(x - 120, 500), (x + 90, 430)], INK, 16, 10)
        canvas.blob(x - 70, 500, 50, 40, INK)
    _heads(canvas)


def _heads(canvas: Canvas) -> None:
    for row in range(3):
        for step in range(13 - row):
            x = 60 + step * (122 + row * 14) + canvas.rng.uniform(-22, 22)
            y = 830 + row * 95 + canvas.rng.uniform(-18, 18)
            size = 46 + row * 12
            tone = mix(STONE, INK, 0.2 + row * 0.38)
            canvas.path("-110,190 -96,64 -34,30 34,30 96,64 110,190", tone, x, y, size / 56)
            canvas.oval(x, y, size * 0.72, size * 0.9, tone)
            _spikes(canvas, x, y - size * 0.4, size, tone, step)
            canvas.gouge(
                x, y - size * 0.86, size * 0.9, 4, canvas.rng.uniform(-15, 15), STONE_LIGHT
            )
            if (step + row) % 4 == 0:
                canvas.line(
                    [(x + size, y + 60), (x + size * 1.4, y - 70), (x + size * 1.2, y - 170)],
                    tone,
                    34,
                    22,
                )


def _spikes(
    canvas: Canvas, x: float, y: float, size: float, tone: tuple[int, int, int], step: int
) -> None:
    if step % 3 == 1:
        for spike in range(-3, 4):
            canvas.gouge(
                x + spike * size * 0.2, y - size * 0.5, size * 0.9, 7, 90 + spike * 11, tone
            )
    elif step % 3 == 2:
        canvas.blob(x, y, size * 0.86, size * 0.8, tone)
