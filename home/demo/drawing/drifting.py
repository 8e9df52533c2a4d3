"""What drifts across a film: snow, or paper petals, each falling the same way every time."""

import math
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageDraw

from home.demo.drawing.palette import BRICK, CANAL, ROSE, TRAM, WHITE, Colour


@dataclass(frozen=True)
class Drift:
    """How many pieces fall, how fast (frame heights a second), how big (pixels), which colours."""

    pieces: int
    speed: float
    size: tuple[float, float]
    colours: tuple[Colour, ...]
    slim: float = 1.0


SNOW = Drift(170, 0.14, (1.6, 5.2), (WHITE,))
PETALS = Drift(70, 0.2, (4, 9), (BRICK, TRAM, ROSE, WHITE, CANAL), slim=0.45)


def over(frame: Image.Image, drift: Drift, seconds: float) -> None:
    """Draw the drift over a frame, as it is after so many seconds."""
    rng = Random("drift")
    draw = ImageDraw.Draw(frame)
    width, height = frame.size
    for piece in range(drift.pieces):
        size = rng.uniform(*drift.size)
        fall = drift.speed * (0.6 + size / drift.size[1])
        x = rng.uniform(0, width) + 26 * math.sin(seconds * 1.3 + piece)
        y = (rng.uniform(0, 1.1) + seconds * fall) % 1.1 * height - 10
        tall = size * drift.slim * (0.5 + 0.5 * abs(math.sin(seconds * 3 + piece)))
        tall = size if drift.slim == 1 else max(1.5, tall)
        box = (x - size, y - tall, x + size, y + tall)
        draw.ellipse(box, fill=drift.colours[piece % len(drift.colours)])
