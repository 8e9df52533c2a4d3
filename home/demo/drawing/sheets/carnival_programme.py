"""The programme of a carnival, 1985: price 20p, and worth it."""

from home.demo.drawing.canvas import Canvas
from home.demo.drawing.lettering import Hand
from home.demo.drawing.palette import (
    AMBER,
    BRICK,
    CANAL,
    CREAM,
    INK,
    NIGHT,
    PAPER,
    ROSE,
    SKY,
    TRAM,
    WHITE,
)
from home.demo.drawing.sheet import SMALL, Page, sheet

_DAY = (
    ("12.00", "Floats gather by the park gates"),
    ("12.30", "Judging of the fancy dress"),
    ("1.00", "PROCESSION, with three bands"),
    ("2.15", "The Carnival Queen is crowned"),
    ("2.45", "Steel band on the bandstand"),
    ("3.30", "Irish dancing, then bhangra"),
    ("4.00", "Tug of war. The market v. the mill"),
    ("5.00", "Egg and spoon, all ages, no cheating"),
    ("6.00", "Tea tent closes. Help us stack chairs"),
)
_THANKS = (
    "the women who made 4,000 paper flowers",
    "the lad who lent the lorry",
    "everybody who lent a table",
    "the man with the generator",
    "the rain, for stopping",
)


def _bunting(canvas: Canvas, y: float) -> None:
    canvas.line([(-10, y), (410, y + 60), (830, y)], INK, 4)
    for flag in range(13):
        x = 20 + flag * 64
        drop = 60 * (1 - ((x - 410) / 410) ** 2)
        tone = (BRICK, TRAM, CANAL, WHITE, SKY)[flag % 5]
        canvas.path("-24,0 24,0 0,58", tone, x, y + drop)


def _cover(canvas: Canvas) -> None:
    canvas.box(-10, -10, 840, 1240, BRICK, 0)
    _bunting(canvas, 60)
    _bunting(canvas, 180)
    for ray in range(28):
        canvas.gouge(410, 640, 560, 12, ray * 180 / 28, (TRAM, ROSE, AMBER)[ray % 3])
    canvas.oval(410, 640, 190, 190, TRAM)
    canvas.letters(410, 600, "CARNIVAL", 84, BRICK)
    canvas.letters(410, 680, "DAY 1985", 60, INK)
    canvas.letters(410, 1010, "Rochdale Road & Queen's Park", 44, CREAM, Hand.BOOK_BOLD)
    canvas.letters(410, 1080, "Souvenir programme  20p", 38, TRAM, Hand.BOOK_ITALIC)
    canvas.letters(410, 1160, "Invented for this archive", 24, CREAM, Hand.BOOK_ITALIC)


def _the_day(canvas: Canvas) -> None:
    canvas.letters(410, 120, "The order of the day", 56, BRICK)
    for row, (hour, what) in enumerate(_DAY):
        y = 240 + row * 98
        canvas.letters(170, y, hour, 40, CANAL, Hand.BOOK_BOLD, "rm")
        canvas.letters(200, y, what, 30, INK, Hand.BOOK, "lm")
        canvas.line([(70, y + 46), (750, y + 46)], AMBER, 2)
    canvas.letters(410, 1160, "If it rains we start when it stops.", 28, BRICK, Hand.BOOK_ITALIC)


def _queen(canvas: Canvas) -> None:
    canvas.letters(410, 120, "This year's float", 56, BRICK)
    canvas.box(110, 220, 600, 420, SKY)
    with canvas.inside([(110, 220), (710, 220), (710, 640), (110, 640)]):
        for feather in range(17):
            canvas.gouge(410, 560, 520, 26, 180 + feather * 11.2, (TRAM, CANAL, ROSE)[feather % 3])
    canvas.box(110, 560, 600, 110, NIGHT)
    for bloom in range(20):
        for row in range(3):
            tone = (ROSE, TRAM, WHITE, AMBER)[(bloom + row) % 4]
            canvas.blob(126 + bloom * 30, 584 + row * 34, 18, 16, tone)
    words = (
        "A BIRD OF PARADISE",
        "Four weeks of Tuesday nights.",
        "Eleven rolls of chicken wire.",
        "Every feather cut by hand",
        "on somebody's kitchen table.",
    )
    for row, line in enumerate(words):
        hand = Hand.BOOK_BOLD if row == 0 else Hand.BOOK_ITALIC
        canvas.letters(410, 760 + row * 66, line, 38, CANAL if row == 0 else INK, hand)


def _thanks(canvas: Canvas) -> None:
    canvas.letters(410, 160, "Thank you to", 60, BRICK)
    for row, line in enumerate(_THANKS):
        canvas.letters(410, 320 + row * 96, line, 36, INK, Hand.BOOK_ITALIC)
    canvas.box(110, 860, 600, 220, TRAM)
    canvas.letters(410, 930, "Next year:", 44, BRICK)
    canvas.letters(410, 1010, "bring your own chair", 44, INK)


sheet(
    "carnival-programme-1985",
    *(Page(draw, SMALL, PAPER) for draw in (_cover, _the_day, _queen, _thanks)),
)
