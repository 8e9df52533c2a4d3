"""What time does to a print: grain, vignette, sepia, fading and a white deckled border."""

from enum import Enum
from functools import lru_cache
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter, ImageOps

from home.demo.drawing.palette import INK, PAPER, Colour


class Finish(Enum):
    """How a picture came down to us."""

    PRINT = "print"
    SEPIA = "sepia"
    SILVER = "silver"
    FADED = "faded"


def finish(picture: Image.Image, kind: Finish, seed: str) -> Image.Image:
    """Age a freshly pulled print; the same seed ages it the same way."""
    rng = Random(f"{seed}/finish")
    if kind is Finish.SEPIA:
        return _border(_grained(_toned(picture, (48, 30, 20), (238, 214, 170)), rng, 14), rng)
    if kind is Finish.SILVER:
        return _border(_grained(_toned(picture, (22, 23, 26), (240, 240, 236)), rng, 18), rng)
    if kind is Finish.FADED:
        return _border(_grained(_faded(picture), rng, 12), rng, deckle=0.0)
    return _grained(_starved_of_ink(picture, rng), rng, 9)


def _toned(picture: Image.Image, dark: Colour, light: Colour) -> Image.Image:
    grey = ImageOps.autocontrast(ImageOps.grayscale(picture), cutoff=1)
    grey = grey.point([round(255 * (value / 255) ** 0.72) for value in range(256)])
    return ImageOps.colorize(grey, dark, light, mid=_halfway(dark, light))


def _halfway(dark: Colour, light: Colour) -> Colour:
    red, green, blue = (round(a * 0.46 + b * 0.54) for a, b in zip(dark, light, strict=True))
    return red, green, blue


def _faded(picture: Image.Image) -> Image.Image:
    """Lift the blacks and lean to orange, as colour prints of the 1970s do."""
    softer = ImageEnhance.Color(picture).enhance(0.78)
    red, green, blue = softer.split()
    return Image.merge(
        "RGB",
        (
            red.point([round(46 + value * 0.82) for value in range(256)]),
            green.point([round(38 + value * 0.79) for value in range(256)]),
            blue.point([round(44 + value * 0.66) for value in range(256)]),
        ),
    )


@lru_cache(maxsize=2)
def _noise(seed: str) -> Image.Image:
    """Return a 512 pixel tile of even noise; its value at a pixel is 0 to 255."""
    return Image.frombytes("L", (512, 512), Random(seed).randbytes(512 * 512))


def _tiled(tile: Image.Image, size: tuple[int, int], rng: Random) -> Image.Image:
    sheet = Image.new("L", size)
    left, top = -rng.randrange(tile.width), -rng.randrange(tile.height)
    for x in range(left, size[0], tile.width):
        for y in range(top, size[1], tile.height):
            sheet.paste(tile, (x, y))
    return sheet


def _grained(picture: Image.Image, rng: Random, strength: int) -> Image.Image:
    """Add grain of plus or minus `strength` levels, and darken the corners a little."""
    soft = _noise("grain").filter(ImageFilter.GaussianBlur(0.6))
    level = soft.point([128 + round((value - 128) * strength / 90) for value in range(256)])
    grain = Image.merge("RGB", [_tiled(level, picture.size, rng)] * 3)
    return ImageChops.multiply(
        ImageChops.add(picture, grain, scale=1, offset=-128), _vignette(picture.size)
    )


@lru_cache(maxsize=4)
def _vignette(size: tuple[int, int]) -> Image.Image:
    edge = Image.radial_gradient("L").point(
        [255 - round(max(0, value - 130) * 0.42) for value in range(256)]
    )
    return Image.merge("RGB", [edge.resize(size, Image.Resampling.BILINEAR)] * 3)


def _starved_of_ink(picture: Image.Image, rng: Random) -> Image.Image:
    """Let specks of paper through, as where a roller ran dry."""
    specks = _noise("roller").filter(ImageFilter.GaussianBlur(1.4))
    dry = specks.point([min(90, max(0, value - 158) * 5) for value in range(256)])
    paper = Image.new("RGB", picture.size, PAPER)
    return Image.composite(paper, picture, _tiled(dry, picture.size, rng))


def _border(picture: Image.Image, rng: Random, deckle: float = 4.0) -> Image.Image:
    """Mount the picture on white photographic paper with a torn (or straight) edge."""
    width, height = picture.size
    rim, mount = 44, 12
    card = Image.new("RGB", picture.size, (226, 219, 205))
    edge = _deckled(mount, width, height, rng, deckle)
    draw = ImageDraw.Draw(card)
    draw.polygon([(x + 4, y + 5) for x, y in edge], fill=(190, 180, 164))
    draw.polygon(edge, fill=(250, 246, 236))
    card.paste(picture.resize((width - 2 * rim, height - 2 * rim)), (rim, rim))
    draw.rectangle((rim, rim, width - rim, height - rim), outline=INK if not deckle else None)
    return card


def _deckled(
    inset: int, width: int, height: int, rng: Random, deckle: float
) -> list[tuple[float, float]]:
    step = 14

    def nibble() -> float:
        return inset + (rng.uniform(-deckle, deckle) if deckle else 0)

    top = [(float(x), nibble()) for x in range(inset, width - inset, step)]
    right = [(width - nibble(), float(y)) for y in range(inset, height - inset, step)]
    bottom = [(float(x), height - nibble()) for x in range(width - inset, inset, -step)]
    left = [(nibble(), float(y)) for y in range(height - inset, inset, -step)]
    return top + right + bottom + left


def aged_paper(page: Image.Image, seed: str) -> Image.Image:
    """Yellow a page a little, with grain and darker corners."""
    warm = Image.new("RGB", page.size, (250, 240, 216))
    return _grained(ImageChops.multiply(page, warm), Random(f"{seed}/paper"), 6)
