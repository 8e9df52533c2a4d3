"""The same work as ours, as somebody would do it by hand with ffmpeg or Pillow alone.

No limits, no checks, no reopening and no cleaning, but the same files in the same sizes from
the same encoders, heard once to know how loud they are, and with their peaks held back in
the same way: what is left is the price of being careful.

`python -m benchmarks.bare PHOTO FOLDER` makes the sizes of one photograph.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image, ImageOps

from benchmarks.measured import Command
from benchmarks.samples import FFMPEG

QUIET = [FFMPEG, "-nostdin", "-v", "error", "-y"]
RATE = 32000
HEIGHTS = "asetnsamples=n=1600,astats=metadata=1:reset=1:measure_perchannel=none"
HEARD = f"aresample={RATE},{HEIGHTS}:measure_overall=Peak_level+RMS_level,ebur128=framelog=quiet"
LISTEN = ["-af", HEARD, "-f", "null", "-"]
"""How loud it is, and how high its peaks stand."""

LOUDER = f"aresample={RATE},volume=3dB,aresample=96000,alimiter=limit=0.5:level=0,aresample={RATE}"
LEVEL = "astats=metadata=1:reset=1:measure_perchannel=none:measure_overall=RMS_level"
BAND = f"asetnsamples=n=3200,{LEVEL}"
"""The readings for the drawn band, taken on the way."""

X264 = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-pix_fmt", "yuv420p", "-g", "120"]
FAST_START = ["-movflags", "+faststart"]
WIDTHS = (2400, 1600, 960, 480)


def film(source: Path, into: Path) -> list[Command]:
    """Hear how loud it is, write it at 720p and at 1080p in one go, and take a still."""
    split = "[0:v]scale=1920:1080,split=2[large][twice];[twice]scale=1280:720[small]"
    sound = f"[0:a]{LOUDER},{BAND},asplit=2[one][two]"
    outputs = [
        *_film("[small]", "[one]", ["-maxrate", "3M", "-bufsize", "6M"], into / "720.mp4"),
        *_film("[large]", "[two]", ["-maxrate", "6M", "-bufsize", "12M"], into / "1080.mp4"),
    ]
    still = ["-ss", "6", "-i", str(into / "720.mp4"), "-frames:v", "1", str(into / "still.jpg")]
    heard = [*QUIET, "-i", str(source), "-map", "0:a", *LISTEN]
    made = [*QUIET, "-i", str(source), "-filter_complex", f"{split};{sound}", *outputs]
    return [heard, made, [*QUIET, *still]]


def _film(picture: str, sound: str, bits: list[str], path: Path) -> list[str]:
    voice = ["-c:a", "aac", "-aac_coder", "fast", "-b:a", "128k", "-ac", "2"]
    return ["-map", picture, "-map", sound, *X264, *bits, *voice, *FAST_START, str(path)]


def speech(source: Path, into: Path) -> list[Command]:
    """Hear how loud it is, and write it again."""
    voice = ["-c:a", "aac", "-aac_coder", "fast", "-b:a", "64k", "-ac", "1"]
    opened = [*QUIET, "-i", str(source)]
    made = ["-af", f"{LOUDER},{BAND}", *voice, *FAST_START, str(into / "a.m4a")]
    return [[*opened, *LISTEN], [*opened, *made]]


def photo(source: Path, into: Path) -> list[Command]:
    """Turn it, and write it at four widths, each as WebP and as JPEG."""
    return [[sys.executable, "-m", "benchmarks.bare", str(source), str(into)]]


def main(source: str, into: str) -> None:
    """Make the sizes."""
    with Image.open(source) as opened:
        picture = ImageOps.exif_transpose(opened).convert("RGB")
    for width in WIDTHS:
        picture.thumbnail((width, 100_000), Image.Resampling.LANCZOS)
        picture.save(Path(into) / f"{width}.webp", quality=80, method=4)
        picture.save(
            Path(into) / f"{width}.jpg", quality=82, optimize=True, progressive=True, exif=b""
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
