"""The takeaway on Rochdale Road: red lanterns, steam, rain, a child at the counter."""

from home.demo.drawing.brickwork import wall
from home.demo.drawing.canvas import Canvas
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
    PAPER,
    ROSE,
    SKIN,
    SKY_LIGHT,
    SOOT,
    TRAM,
    WHITE,
    mix,
)
from home.demo.drawing.people import Look, person
from home.demo.drawing.scene import scene


@scene("golden-lantern")
def takeaway(canvas: Canvas) -> None:
    """Draw the takeaway on Rochdale Road: red lanterns, steam, rain, a child at the counter."""
    canvas.box(-10, -10, 1620, 1090, NIGHT)
    wall(canvas, -10, -10, 1620, 800, BRICK_NIGHT, course=16)
    canvas.box(200, 120, 1200, 120, BRICK)
    canvas.letters(800, 182, "GOLDEN LANTERN", 92, TRAM)
    shop = canvas.path("240,270 1010,270 1010,730 240,730", mix(TRAM, CREAM, 0.35))
    with canvas.inside(shop):
        canvas.box(240, 270, 770, 150, mix(AMBER, CREAM, 0.4))
        for item in range(6):
            canvas.box(268 + item * 124, 290, 104, 104, (BRICK, CANAL)[item % 2])
            for row in range(4):
                canvas.gouge(320 + item * 124, 312 + row * 22, 80, 3.4, 0, CREAM)
        for wok in range(2):
            canvas.blob(430 + wok * 330, 470, 90, 44, WHITE)
            canvas.blob(470 + wok * 330, 430, 60, 34, WHITE)
        person(canvas, 610, 860, 500, Look(WHITE, head="cap", hat=WHITE, arms="hold", skin=SKIN[3]))
        canvas.path("-70,0 70,0 50,46 -50,46", INK, 420, 520)
        canvas.path("-70,0 70,0 50,46 -50,46", INK, 770, 520)
        canvas.box(240, 590, 770, 150, CANAL)
        person(canvas, 880, 770, 250, Look(ROSE, head="bun", hair=INK, skin=SKIN[3]))
        canvas.box(800, 580, 90, 14, PAPER)
    canvas.box(616, 270, 10, 460, BRICK_DEEP)
    canvas.box(1080, 270, 250, 520, CANAL_DEEP)
    canvas.box(1106, 296, 198, 330, mix(TRAM, CREAM, 0.35))
    canvas.letters(1205, 420, "OPEN", 56, BRICK)
    for x, drop in ((300, 60), (540, 84), (1060, 84), (1300, 60)):
        canvas.line([(x, 240), (x, 240 + drop)], TRAM, 4)
        canvas.oval(x, 290 + drop, 54, 48, BRICK)
        for rib in (-26, 0, 26):
            canvas.line(
                [(x + rib, 246 + drop), (x + rib * 1.4, 290 + drop), (x + rib, 334 + drop)],
                AMBER,
                3,
            )
        canvas.box(x - 22, 238 + drop, 44, 10, TRAM)
        canvas.box(x - 22, 332 + drop, 44, 10, TRAM)
        for thread in (-8, 0, 8):
            canvas.line([(x + thread, 342 + drop), (x + thread, 376 + drop)], TRAM, 3)
    canvas.box(-10, 790, 1620, 290, SOOT)
    canvas.gouges((240, 795, 1010, 1060), TRAM, count=100, length=70, width=5, sway=2)
    canvas.gouges((1060, 795, 1340, 1060), BRICK, count=40, length=60, width=5, sway=2)
    canvas.gouges((0, 0, 1600, 1060), SKY_LIGHT, count=130, length=42, width=1.6, angle=104, sway=2)
    person(canvas, 1430, 950, 410, Look(CANAL, legs=NIGHT_LIGHT, head="cap", hat=INK, arms="hip"))
