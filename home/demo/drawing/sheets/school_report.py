"""A school report of 1968, with one kind sentence in it."""

from home.demo.drawing.canvas import Canvas
from home.demo.drawing.lettering import Hand
from home.demo.drawing.palette import BRICK_DEEP, CREAM, INK, NIGHT, SKY, STONE, mix
from home.demo.drawing.sheet import TALL, Page, sheet

_MARKS = (
    ("Arithmetic", "41", "Can do it when he is looking at it."),
    ("English", "58", "Writes as he talks: a great deal."),
    ("Reading", "73", "Very good. Reads under the desk."),
    ("Nature Study", "80", "Brought in a newt. Took it home again."),
    ("Handwork", "77", "A careful pair of hands."),
    ("Singing", "50", "Enthusiastic."),
    ("Games", "62", "Learned to swim this term. Well done."),
)


def _rules(canvas: Canvas, top: float, rows: int, gap: float) -> None:
    for row in range(rows + 1):
        canvas.line([(90, top + row * gap), (910, top + row * gap)], INK, 2)
    for x in (90, 340, 450, 910):
        canvas.line([(x, top), (x, top + rows * gap)], INK, 2)


def _cover(canvas: Canvas) -> None:
    canvas.box(50, 50, 900, 1314, BRICK_DEEP, 1)
    canvas.box(62, 62, 876, 1290, CREAM, 1)
    canvas.letters(500, 300, "IRK STREET PRIMARY SCHOOL", 48, BRICK_DEEP, Hand.BOOK_BOLD)
    canvas.letters(500, 370, "an invented school", 30, STONE, Hand.BOOK_ITALIC)
    canvas.path("-90,-110 90,-110 90,40 0,130 -90,40", BRICK_DEEP, 500, 620)
    canvas.path("-74,-94 74,-94 74,32 0,108 -74,32", CREAM, 500, 620)
    for wave in range(3):
        canvas.line(
            [
                (440, 580 + wave * 34),
                (480, 566 + wave * 34),
                (520, 594 + wave * 34),
                (560, 580 + wave * 34),
            ],
            SKY,
            10,
        )
    canvas.letters(500, 880, "REPORT", 96, INK, Hand.BOOK_BOLD)
    canvas.letters(500, 980, "Summer Term 1968", 44, INK, Hand.BOOK)
    canvas.letters(500, 1130, "Class 4   Dennis", 48, NIGHT)


def _inside(canvas: Canvas) -> None:
    canvas.letters(500, 120, "SUMMER TERM 1968", 44, INK, Hand.BOOK_BOLD)
    for x, heading in ((215, "Subject"), (395, "Mark"), (680, "Remarks")):
        canvas.letters(x, 214, heading, 30, BRICK_DEEP, Hand.BOOK_BOLD)
    _rules(canvas, 250, len(_MARKS), 118)
    for row, (subject, mark, remark) in enumerate(_MARKS):
        y = 309 + row * 118
        canvas.letters(110, y, subject, 32, INK, Hand.BOOK, "lm")
        canvas.letters(395, y, mark, 40, NIGHT)
        canvas.letters(466, y, remark, 25, NIGHT, anchor="lm")
    canvas.letters(110, 1170, "Times absent: 6     Times late: 23", 30, INK, Hand.BOOK, "lm")


def _back(canvas: Canvas) -> None:
    canvas.letters(500, 170, "THE HEAD TEACHER WRITES", 38, BRICK_DEEP, Hand.BOOK_BOLD)
    words = (
        "Dennis could do better. He knows it,",
        "I know it, and now you know it.",
        "But I will say this. When the small ones",
        "were afraid of the water, he was the one",
        "who got back in and held their hands.",
        "You cannot mark that out of a hundred.",
        "I have tried.",
    )
    for row, line in enumerate(words):
        canvas.line([(110, 330 + row * 96), (890, 330 + row * 96)], mix(SKY, CREAM, 0.5), 2)
        canvas.letters(120, 304 + row * 96, line, 38, NIGHT, anchor="lm")
    canvas.letters(120, 1110, "Signed by a parent or guardian:", 30, INK, Hand.BOOK, "lm")
    canvas.letters(620, 1180, "his Mam", 52, NIGHT)
    canvas.line([(420, 1216), (890, 1216)], INK, 2)


sheet("school-report-1968", *(Page(draw, TALL, CREAM) for draw in (_cover, _inside, _back)))
