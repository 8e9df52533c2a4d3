"""A rent book of 1936: so much a week, and the week it was not there."""

from home.demo.drawing.canvas import Canvas
from home.demo.drawing.lettering import Hand
from home.demo.drawing.palette import (
    AMBER,
    BRICK_DEEP,
    CANAL_DEEP,
    CREAM,
    INK,
    NIGHT,
    SKY,
    STONE,
    TRAM,
    mix,
)
from home.demo.drawing.sheet import SMALL, Page, sheet

_SPRING = (
    ("Mar 6", "7/6", "paid"),
    ("Mar 13", "7/6", "paid"),
    ("Mar 20", "7/6", "paid"),
    ("Mar 27", "5/-", "2/6 owing"),
    ("Apr 3", "nil", "Jack on short time"),
    ("Apr 10", "nil", "will call Weds"),
    ("Apr 17", "10/-", "God knows how"),
    ("Apr 24", "9/-", "getting there"),
    ("May 1", "14/6", "clear"),
)
_RULES = (
    "The tenant shall keep the step clean.",
    "No pigeons without permission.",
    "No mangle to be worked after nine at night.",
    "The yard wall is the yard wall.",
    "One week's notice on either side.",
)


def _cover(canvas: Canvas) -> None:
    canvas.box(30, 30, 760, 1160, CANAL_DEEP, 2)
    canvas.box(150, 240, 520, 420, CREAM, 2)
    canvas.letters(410, 340, "RENT BOOK", 80, INK, Hand.BOOK_BOLD)
    canvas.letters(410, 450, "1936", 64, BRICK_DEEP, Hand.BOOK_BOLD)
    canvas.letters(410, 560, "Collyhurst", 52, NIGHT)
    canvas.letters(410, 618, "(invented)", 28, STONE, Hand.BOOK_ITALIC)
    canvas.blob(600, 980, 90, 80, mix(CANAL_DEEP, INK, 0.35))


def _weeks(canvas: Canvas) -> None:
    for x, heading in ((160, "Week"), (380, "Paid"), (620, "Remarks")):
        canvas.letters(x, 110, heading, 36, BRICK_DEEP, Hand.BOOK_BOLD)
    for row in range(11):
        canvas.line([(60, 160 + row * 96), (760, 160 + row * 96)], mix(SKY, CREAM, 0.5), 2)
    for x in (280, 470):
        canvas.line([(x, 70), (x, 1120)], mix(BRICK_DEEP, CREAM, 0.4), 3)
    for row, (week, paid, remark) in enumerate(_SPRING):
        y = 212 + row * 96
        canvas.letters(80, y, week, 38, NIGHT, anchor="lm")
        canvas.letters(380, y, paid, 42, BRICK_DEEP if paid == "nil" else NIGHT)
        canvas.letters(490, y, remark, 30, NIGHT, anchor="lm")
    canvas.oval(650, 1010, 70, 60, AMBER)
    canvas.oval(650, 1010, 58, 49, CREAM)
    canvas.letters(650, 1010, "RECEIVED", 24, BRICK_DEEP, Hand.BOOK_BOLD)


def _rules(canvas: Canvas) -> None:
    canvas.letters(410, 150, "Conditions of letting", 50, BRICK_DEEP, Hand.BOOK_BOLD)
    for row, rule in enumerate(_RULES):
        canvas.letters(90, 290 + row * 110, f"{row + 1}.  {rule}", 32, INK, Hand.BOOK, "lm")
    canvas.box(90, 900, 640, 160, TRAM)
    canvas.letters(410, 952, "On the back, in pencil:", 30, STONE, Hand.BOOK_ITALIC)
    canvas.letters(410, 1012, "Keep this. One day they won't believe it.", 34, NIGHT)


sheet("rent-book-1936", *(Page(draw, SMALL, CREAM) for draw in (_cover, _weeks, _rules)))
