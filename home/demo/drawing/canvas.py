"""A block of lino to cut: draws at twice the size, so that edges come out clean."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from random import Random

from PIL import Image, ImageDraw

from home.demo.drawing import shapes
from home.demo.drawing.lettering import Hand, face
from home.demo.drawing.palette import Colour
from home.demo.drawing.shapes import Point

SCALE = 2
LANDSCAPE = (1600, 1067)
PORTRAIT = (1067, 1600)
WIDE = (1600, 900)


class Canvas:
    """Draws in units that are pixels of the finished picture; the seed fixes every wobble."""

    def __init__(self, size: tuple[int, int], ground: Colour, seed: str) -> None:
        self.width, self.height = size
        self.rng = Random(seed)
        self.image = Image.new("RGB", (size[0] * SCALE, size[1] * SCALE), ground)
        self._draw = ImageDraw.Draw(self.image)

    def shape(self, points: Sequence[Point], fill: Colour, rough: float = 1.6) -> None:
        """Cut out one filled shape."""
        cut = shapes.cut_edge(points, self.rng, rough)
        self._draw.polygon([(x * SCALE, y * SCALE) for x, y in cut], fill=fill)

    def path(
        self,
        text: str,
        fill: Colour,
        x: float = 0,
        y: float = 0,
        size: float = 1,
        flip: bool = False,
    ) -> list[Point]:
        """Cut out a shape written as "0,0 10,5 …" and return its points."""
        points = shapes.path(text, x, y, size, flip)
        self.shape(points, fill)
        return points

    def box(
        self, x: float, y: float, width: float, height: float, fill: Colour, rough: float = 1.6
    ) -> None:
        """Cut out an upright rectangle from its top left corner."""
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
        self.shape(corners, fill, rough)

    def oval(
        self, cx: float, cy: float, rx: float, ry: float, fill: Colour, rough: float = 0.8
    ) -> None:
        """Cut out an ellipse around its middle."""
        self.shape(shapes.oval(cx, cy, rx, ry), fill, rough)

    def blob(self, cx: float, cy: float, rx: float, ry: float, fill: Colour) -> None:
        """Cut out a lumpy round."""
        self.shape(shapes.cloud(cx, cy, rx, ry, self.rng), fill, 1.0)

    def line(self, points: Sequence[Point], fill: Colour, width: float, end: float = -1) -> None:
        """Draw a bent line; `end` is its width at the far end, if it tapers."""
        curve = shapes.smooth(points) if len(points) > 2 else points
        last = width if end < 0 else end
        steps = max(1, len(curve) - 1)
        widths = [width + (last - width) * step / steps for step in range(len(curve))]
        self.shape(shapes.ribbon(curve, widths), fill, min(0.7, width / 6))

    def gouge(
        self, x: float, y: float, length: float, width: float, angle: float, fill: Colour
    ) -> None:
        """Leave one mark of the gouge."""
        self.shape(shapes.lens(x, y, length, width, angle), fill, 0.5)

    def gouges(
        self,
        box: tuple[float, float, float, float],
        fill: Colour,
        *,
        count: int,
        length: float = 60,
        width: float = 3,
        angle: float = 0,
        sway: float = 4,
    ) -> None:
        """Scatter marks over a box (left, top, right, bottom), thinner towards its bottom."""
        left, top, right, bottom = box
        for _ in range(count):
            depth = self.rng.random() ** 1.3
            self.gouge(
                self.rng.uniform(left, right),
                top + (bottom - top) * depth,
                length * self.rng.uniform(0.4, 1.4),
                width * (1.15 - 0.7 * depth),
                angle + self.rng.uniform(-sway, sway),
                fill,
            )

    def letters(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        fill: Colour,
        hand: Hand = Hand.SIGN,
        anchor: str = "mm",
    ) -> None:
        """Write one line; `anchor` is Pillow's (mm: middle, lm: from the left)."""
        font = face(hand, round(size * SCALE))
        self._draw.text((x * SCALE, y * SCALE), text, font=font, fill=fill, anchor=anchor)

    @contextmanager
    def inside(self, points: Sequence[Point]) -> Iterator[None]:
        """Keep everything drawn in the block within these points."""
        before = self.image
        self.image = before.copy()
        self._draw = ImageDraw.Draw(self.image)
        yield
        mask = Image.new("1", before.size)
        ImageDraw.Draw(mask).polygon([(x * SCALE, y * SCALE) for x, y in points], fill=1)
        before.paste(self.image, mask=mask)
        self.image = before
        self._draw = ImageDraw.Draw(before)

    def pull(self) -> Image.Image:
        """Return the print at its finished size."""
        return self.image.reduce(SCALE)
