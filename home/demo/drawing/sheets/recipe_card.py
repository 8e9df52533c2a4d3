"""Babcia's recipe, on both sides of a card that has been near the flour."""

from home.demo.drawing.canvas import Canvas
from home.demo.drawing.lettering import Hand
from home.demo.drawing.palette import AMBER, BRICK, CANAL, CREAM, INK, SKY, STONE_LIGHT, WOOD, mix
from home.demo.drawing.sheet import CARD, Page, sheet

_FRONT = (
    "For the dough",
    "Flour, 4 big cups. One egg. Warm water, till it feels like an ear.",
    "For inside",
    "Potatoes, boiled and pressed. White cheese. Two onions, fried slow.",
    "Salt. Black pepper. More pepper than you think.",
)
_BACK = (
    "Roll it thin. You must see the table through it.",
    "Cut with a glass. Not the good glass.",
    "One spoon inside. Fold. Pinch it like you mean it.",
    "Boil till they swim. Then one minute more.",
    "Butter and onion on top. Call everybody NOW.",
    "Makes 60. It is never enough.",
)


def _ruled(canvas: Canvas, first: float) -> None:
    for row in range(11):
        y = first + row * 54
        canvas.line([(60, y), (1140, y)], mix(SKY, CREAM, 0.6), 2)
    canvas.line([(150, 20), (150, 780)], mix(BRICK, CREAM, 0.45), 3)


def _stains(canvas: Canvas) -> None:
    for x, y, size in ((980, 640, 90), (240, 700, 46), (1060, 130, 34)):
        canvas.blob(x, y, size, size * 0.8, mix(CREAM, AMBER, 0.3))
        canvas.blob(x, y, size * 0.84, size * 0.66, mix(CREAM, AMBER, 0.16))
    for _ in range(60):
        canvas.oval(canvas.rng.uniform(60, 1140), canvas.rng.uniform(60, 740), 3, 2, STONE_LIGHT)


def _front(canvas: Canvas) -> None:
    _stains(canvas)
    _ruled(canvas, 190)
    canvas.letters(180, 110, "Pierogi ruskie", 84, BRICK, anchor="lm")
    for row, words in enumerate(_FRONT):
        heading = words.startswith("For")
        size, tone = (40, CANAL) if heading else (33, INK)
        canvas.letters(
            180, 222 + row * 108 - (0 if heading else 30), words, size, tone, anchor="lm"
        )
    canvas.letters(1120, 750, "turn over", 30, WOOD, anchor="rm")


def _back(canvas: Canvas) -> None:
    _stains(canvas)
    _ruled(canvas, 150)
    for row, words in enumerate(_BACK):
        canvas.letters(180, 126 + row * 108, f"{row + 1}.  {words}", 36, INK, anchor="lm")
    canvas.letters(
        1110, 766, "Written down for my grandchildren.", 30, BRICK, Hand.BOOK_ITALIC, "rm"
    )


sheet("recipe-card", Page(_front, CARD, CREAM), Page(_back, CARD, CREAM))
