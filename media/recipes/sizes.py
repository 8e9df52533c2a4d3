"""Writes one picture at every width, each as WebP and as JPEG, and reads it back.

Each size is drawn from the one before, not from the original: that is quicker, and
what was hidden in the largest is hidden in all of them.
"""

import shutil
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import Any

from PIL import Image

from media.recipes.made import Made, Progress
from media.recipes.opening import fitted

WIDTHS = (480, 960, 1600, 2400)
"""Pixels across; a picture is never enlarged, so a small one has smaller files."""

JPEG: dict[str, Any] = {"format": "JPEG", "quality": 82, "optimize": True, "progressive": True}
WEBP: dict[str, Any] = {"format": "WEBP", "quality": 80, "method": 4}
OPTIONS = {".webp": WEBP, ".jpg": JPEG}

ENCODERS = 2
"""Files written at the same time; Pillow lets go of the interpreter while it encodes."""

Sizes = dict[int, Image.Image]


def drawn(largest: Image.Image) -> Sizes:
    """The picture at each width, the smallest first; one that is not enlarged is the same one."""
    sizes, picture = {}, largest
    for width in reversed(WIDTHS):
        sizes[width] = picture = fitted(picture, width)
    return dict(reversed(sizes.items()))


def save_all(sizes: Sizes, into: Path, on_progress: Progress) -> tuple[Made, ...]:
    """Write every size into `into`; raises ValueError for a file that is not as meant."""
    encoded = {width: _same_as(sizes, width) for width in sizes}
    paths = {
        into / f"w{width}{suffix}": picture
        # The largest files take longest, so they are begun first.
        for width, picture in reversed(sizes.items())
        if encoded[width] == width
        for suffix in OPTIONS
    }
    with ThreadPoolExecutor(ENCODERS) as pool:
        waiting = [pool.submit(_save, picture, path) for path, picture in paths.items()]
        for done, written in enumerate(as_completed(waiting), start=1):
            written.result()
            on_progress(100 * done // len(waiting))
    return tuple(
        _named(width, suffix, encoded[width], sizes, into) for width in sizes for suffix in OPTIONS
    )


def _same_as(sizes: Sizes, width: int) -> int:
    """The smallest width at which the picture is as large as at this one."""
    return next(smaller for smaller in sizes if sizes[smaller].size == sizes[width].size)


def _named(width: int, suffix: str, encoded: int, sizes: Sizes, into: Path) -> Made:
    """The derivative of that name, copied from the one that it would be equal to."""
    path = into / f"w{width}{suffix}"
    if encoded != width:
        shutil.copyfile(into / f"w{encoded}{suffix}", path)
    return Made(path.name, f"image/{OPTIONS[suffix]['format']}".lower(), *sizes[width].size)


def _save(picture: Image.Image, path: Path) -> None:
    """The picture as WebP, or as JPEG on white for software that knows no WebP."""
    bare(picture, flat=path.suffix == ".jpg").save(path, **OPTIONS[path.suffix])
    verify(path, picture.size)


def bare(picture: Image.Image, *, flat: bool) -> Image.Image:
    """The pixels on a new canvas, so that nothing but pixels can be saved."""
    if picture.mode == "RGBA" and not flat:
        canvas = Image.new("RGBA", picture.size)
        canvas.paste(picture)
    else:
        canvas = Image.new("RGB", picture.size, "white")
        canvas.paste(picture, mask=picture.getchannel("A") if picture.mode == "RGBA" else None)
    return canvas


def verify(path: Path, size: tuple[int, int]) -> None:
    """Open what was written as a browser would; raises ValueError if it is not as meant."""
    with Image.open(path, formats=["JPEG", "WEBP"]) as written:
        written.load()
        if written.size != size:
            raise ValueError(f"{path.name} is {written.size}, not {size}.")
