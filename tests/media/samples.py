"""Real files, made on the spot: pictures by Pillow, recordings by ffmpeg, papers by Pillow."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from typing import Any

import pillow_heif
from PIL import ExifTags, Image

from media.recipes import ffmpeg

pillow_heif.register_heif_opener()

SECRET = "Secret-Street-17"
GPS = {1: "N", 2: (53.0, 30.0, 0.0), 3: "W", 4: (2.0, 13.0, 0.0)}
CORNERS = {"top left": "red", "top right": "lime", "bottom left": "blue", "bottom right": "yellow"}
WIDTH, HEIGHT = 640, 400
SECONDS = 2


def cornered(width: int = WIDTH, height: int = HEIGHT) -> Image.Image:
    """An upright picture with a colour in each corner."""
    picture = Image.new("RGB", (width, height), "white")
    across, down = width // 4, height // 4
    for name, colour in CORNERS.items():
        left = 0 if "left" in name else width - across
        top = 0 if "top" in name else height - down
        picture.paste(colour, (left, top, left + across, top + down))
    return picture


UNDO = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""What a camera does to an upright picture for each value of the EXIF orientation."""


def exif(orientation: int = 1) -> Image.Exif:
    """A camera's notes: where, when, who, and which way up."""
    made = Image.Exif()
    made[ExifTags.Base.Orientation] = orientation
    made[ExifTags.Base.Artist] = SECRET
    made[ExifTags.Base.DateTime] = "2024:05:06 07:08:09"
    made.get_ifd(ExifTags.IFD.GPSInfo).update(GPS)
    return made


def turned(orientation: int) -> Image.Image:
    """The cornered picture as the sensor saw it."""
    step = UNDO[orientation]
    return cornered() if step is None else cornered().transpose(step)


def photo(path: Path, orientation: int = 1, **options: Any) -> Path:
    """A photograph with a place, a name, a comment and a thumbnail's worth of XMP in it."""
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{SECRET}</x:xmpmeta>".encode()
    if path.suffix == ".jpg":
        options |= {"comment": SECRET, "xmp": xmp}
    # As bytes, so that HEIF gets a turn in its container as well, as on an iPhone.
    notes = exif(orientation).tobytes()
    turned(orientation).save(path, exif=notes, **{"quality": 95} | options)
    return path


def huge_png(path: Path) -> Path:
    """A PNG of a few hundred bytes that says it has ten thousand million pixels."""
    small = io.BytesIO()
    Image.new("1", (8, 8)).save(small, "PNG")
    data = bytearray(small.getvalue())
    data[16:24] = (100_000).to_bytes(4, "big") * 2
    import zlib

    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    path.write_bytes(data)
    return path


def paper(path: Path, pages: int = 2, size: tuple[int, int] = (595, 842)) -> Path:
    """A PDF that names its author."""
    sheets = [cornered(*size) for _ in range(pages)]
    sheets[0].save(path, "PDF", save_all=True, append_images=sheets[1:], author=SECRET)
    return path


TONE = ["-f", "lavfi", "-i", f"sine=frequency=440:duration={SECONDS}"]
SECRETS = [
    *("-metadata", f"title={SECRET}", "-metadata", f"location=+53.5-002.2/{SECRET}"),
    *("-metadata", f"comment={SECRET}", "-metadata:s", f"title={SECRET}"),
]


def bars(size: str = "320x240", rate: int = 25) -> list[str]:
    """A moving test picture."""
    return ["-f", "lavfi", "-i", f"testsrc2=size={size}:rate={rate}:duration={SECONDS}"]


def recorded(path: Path, *arguments: str) -> Path:
    """What ffmpeg makes of these arguments, with secrets in its tags."""
    command = [ffmpeg.program(), "-nostdin", "-v", "error", "-y", *arguments, *SECRETS, str(path)]
    subprocess.run(command, check=True, timeout=60)
    return path


def film(path: Path, *options: str, size: str = "320x240", rate: int = 25) -> Path:
    """A film with sound."""
    codec = [] if path.suffix == ".webm" else ["-pix_fmt", "yuv420p"]
    return recorded(path, *bars(size, rate), *TONE, *codec, *options)


def sound(path: Path, *options: str) -> Path:
    """Two seconds of a tone."""
    return recorded(path, *TONE, *options)


def cut(path: Path, share: float = 0.6) -> Path:
    """The first part of a file, as when the line drops."""
    whole = path.read_bytes()
    shorter = path.with_name(f"cut-{path.name}")
    shorter.write_bytes(whole[: int(len(whole) * share)])
    return shorter
