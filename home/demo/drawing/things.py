"""Things that turn up in more than one picture."""

from home.demo.drawing.canvas import Canvas
from home.demo.drawing.palette import (
    Colour,
)


def steam(canvas: Canvas, x: float, y: float, tone: Colour) -> None:
    for step in (-22, 6, 30):
        canvas.line(
            [
                (x + step, y),
                (x + step + 16, y - 50),
                (x + step - 12, y - 100),
                (x + step + 10, y - 160),
            ],
            tone,
            9,
            2,
        )
