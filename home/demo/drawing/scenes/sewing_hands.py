"""Two hands guiding yellow cloth under the needle, a lamp, a tower of cut sleeves."""

from home.demo.drawing.canvas import Canvas
from home.demo.drawing.finish import Finish
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    BRICK_DEEP,
    BRICK_LIGHT,
    CANAL,
    CANAL_DEEP,
    CREAM,
    INK,
    ROSE,
    SKIN,
    SKY,
    SOOT,
    STONE_LIGHT,
    TRAM,
    WHITE,
    WOOD,
    WOOD_DEEP,
    mix,
)
from home.demo.drawing.scene import scene


@scene("sewing-hands", aged=Finish.FADED)
def sewing(canvas: Canvas) -> None:
    """Draw two hands guiding yellow cloth under the needle, a lamp, a tower of cut sleeves."""
    canvas.box(-10, -10, 1620, 1090, CANAL_DEEP)
    for row in range(7):
        for step in range(12):
            canvas.blob(
                step * 145 + (70 if row % 2 else 0), row * 110, 26, 20, mix(CANAL_DEEP, CANAL, 0.8)
            )
            canvas.oval(step * 145 + (70 if row % 2 else 0), row * 110, 8, 8, AMBER)
    canvas.box(-10, 700, 1620, 380, WOOD)
    canvas.gouges((0, 710, 1600, 1060), WOOD_DEEP, count=80, length=220, width=4, sway=1)
    for layer in range(9):
        canvas.path(
            "-120,0 120,0 132,26 -132,26",
            (ROSE, SKY, CREAM)[layer % 3],
            1420 + (layer % 2) * 14,
            674 - layer * 27,
        )
    _machine(canvas, 760, 720)
    cloth = canvas.path("170,800 560,760 900,770 1060,812 1220,900 1300,1090 60,1090 90,900", TRAM)
    with canvas.inside(cloth):
        for fold in range(9):
            canvas.line(
                [(120 + fold * 130, 1090), (330 + fold * 72, 900), (520 + fold * 30, 790)],
                AMBER,
                12,
                3,
            )
        for stitch in range(26):
            canvas.gouge(150 + stitch * 22, 905 - stitch * 4.6, 15, 3.6, -12, BRICK_DEEP)
    _sewing_hand(canvas, 440, 880, False)
    _sewing_hand(canvas, 950, 890, True)


def _machine(canvas: Canvas, x: float, base: float) -> None:
    canvas.box(x - 420, base - 10, 900, 70, INK)
    canvas.box(x - 420, base - 10, 900, 12, AMBER)
    canvas.path(
        "250,0 250,-290 180,-372 60,-392 -290,-372 -338,-330 -338,-196 -236,-196 -226,-268 60,-260 "
        "112,-200 112,0",
        INK,
        x,
        base,
    )
    canvas.oval(x + 300, base - 240, 64, 112, SOOT)
    canvas.oval(x + 300, base - 240, 40, 84, INK)
    canvas.line([(x + 300, base - 320), (x + 300, base - 160)], STONE_LIGHT, 10)
    for leaf in range(9):
        canvas.gouge(
            x - 190 + leaf * 40, base - 322 + (leaf % 2) * 12, 40, 8, 24 if leaf % 2 else -24, TRAM
        )
    canvas.box(x - 296, base - 200, 20, 150, STONE_LIGHT)
    canvas.line([(x - 286, base - 60), (x - 286, base + 30)], WHITE, 6, 2)
    canvas.box(x - 316, base - 2, 70, 14, STONE_LIGHT)
    canvas.box(x + 150, base - 440, 40, 50, BRICK)
    canvas.line(
        [(x + 170, base - 420), (x - 120, base - 420), (x - 286, base - 330), (x - 286, base - 40)],
        BRICK_LIGHT,
        3,
    )


def _sewing_hand(canvas: Canvas, x: float, y: float, flip: bool) -> None:
    skin, side = SKIN[1], -1 if flip else 1
    canvas.line(
        [(x - side * 260, y + 250), (x - side * 140, y + 120), (x - side * 60, y + 40)],
        ROSE,
        170,
        110,
    )
    canvas.line([(x - side * 110, y + 84), (x - side * 66, y + 46)], TRAM, 96)
    canvas.line([(x - side * 92, y + 68), (x - side * 84, y + 62)], AMBER, 100)
    canvas.path("-80,70 -90,4 -44,-44 44,-48 70,0 30,50", skin, x, y, 1, flip)
    for reach, lift in ((118, -62), (128, -34), (118, -6), (92, 20)):
        canvas.line(
            [
                (x + side * 20, y + lift * 0.6),
                (x + side * reach * 0.7, y + lift),
                (x + side * reach, y + lift + 18),
            ],
            skin,
            30,
            19,
        )
        canvas.gouge(x + side * reach * 0.62, y + lift - 2, 44, 3.4, 6 * side, mix(skin, INK, 0.4))
        canvas.oval(x + side * (reach - 2), y + lift + 16, 8, 6, mix(skin, ROSE, 0.6))
    canvas.line(
        [(x - side * 30, y - 20), (x + side * 30, y - 84), (x + side * 76, y - 96)], skin, 32, 20
    )
