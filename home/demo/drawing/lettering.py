"""The hands that write in the drawings; both fonts come as packages under free licences."""

from enum import Enum
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PIL import ImageFont


class Hand(Enum):
    """A way of writing: package and file of its font."""

    SIGN = ("font_intuitive", "Intuitive.ttf")
    BOOK = ("font_caladea", "Caladea-Regular.ttf")
    BOOK_BOLD = ("font_caladea", "Caladea-Bold.ttf")
    BOOK_ITALIC = ("font_caladea", "Caladea-Italic.ttf")


@lru_cache(maxsize=64)
def face(hand: Hand, size: int) -> ImageFont.FreeTypeFont:
    """Return the font at a size in pixels; raises LookupError if its package is missing."""
    package, name = hand.value
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise LookupError(f"The font package {package} is not installed.")
    return ImageFont.truetype(Path(spec.submodule_search_locations[0]) / "files" / name, size)
