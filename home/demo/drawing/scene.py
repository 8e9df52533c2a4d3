"""A register of scenes, so that a story can name the picture it wants."""

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from home.demo.drawing.canvas import LANDSCAPE, Canvas
from home.demo.drawing.finish import Finish, finish
from home.demo.drawing.palette import PAPER

Draw = Callable[[Canvas], None]


@dataclass(frozen=True)
class Scene:
    """One picture: how it is drawn, its size in pixels and how it has aged."""

    name: str
    draw: Draw
    size: tuple[int, int]
    finish: Finish

    def block(self) -> Image.Image:
        """Return the clean print, before time got at it."""
        canvas = Canvas(self.size, PAPER, self.name)
        self.draw(canvas)
        return canvas.pull()

    def picture(self) -> Image.Image:
        """Return the print as it came down to us."""
        return finish(self.block(), self.finish, self.name)


SCENES: dict[str, Scene] = {}


def scene(
    name: str, *, size: tuple[int, int] = LANDSCAPE, aged: Finish = Finish.PRINT
) -> Callable[[Draw], Draw]:
    """Enter a drawing function in the register under `name`."""

    def enter(draw: Draw) -> Draw:
        SCENES[name] = Scene(name, draw, size, aged)
        return draw

    return enter
