"""What a family might send, made the same way on every machine: a film, a photograph, speech."""

from __future__ import annotations

import subprocess
from pathlib import Path

import imageio_ffmpeg
from PIL import Image, ImageFilter

FFMPEG = imageio_ffmpeg.get_ffmpeg_exe()
PHOTO = (4000, 3000)
"""Pixels: twelve megapixels."""

MINUTE, HOUR = 60, 3600
"""Seconds."""


def film(path: Path) -> Path:
    """A minute of 1080p at 30 frames a second with sound, as a phone sends it."""
    moving = f"testsrc2=size=1920x1080:rate=30:duration={MINUTE}"
    encoded = ["-c:v", "libx264", "-preset", "ultrafast", "-b:v", "12M", "-pix_fmt", "yuv420p"]
    sound = ["-c:a", "aac", "-b:a", "128k", "-ac", "2"]
    return _made(path, "-f", "lavfi", "-i", moving, *_speech(MINUTE), *encoded, *sound)


def speech(path: Path) -> Path:
    """An hour of something that rises and falls like speech, with pauses, as a voice memo."""
    return _memo(path, HOUR)


def afternoon(path: Path) -> Path:
    """Three hours of the same, as when somebody leaves the recorder on the table."""
    return _memo(path, 3 * HOUR)


def photo(path: Path) -> Path:
    """A photograph of twelve megapixels with grain in it, as a phone sends it: upright by EXIF."""
    if not path.exists():
        grain = Image.effect_noise(PHOTO, 60).filter(ImageFilter.GaussianBlur(1))
        sky = Image.linear_gradient("L").resize(PHOTO)
        picture = Image.merge("RGB", (grain, sky, Image.blend(grain, sky, 0.5)))
        notes = Image.Exif()
        notes[0x0112] = 6
        picture.save(path, "JPEG", quality=92, exif=notes)
    return path


def _memo(path: Path, seconds: int) -> Path:
    return _made(path, *_speech(seconds), "-c:a", "aac", "-b:a", "64k", "-ac", "1")


def _speech(seconds: int) -> list[str]:
    """A throat that opens a hundred times a second, in words and with pauses; peaks stand high."""
    throat = "0.5*exp(-100*mod(t,0.009))*sin(4400*mod(t,0.009))+0.05*sin(880*t)"
    spoken = f"aevalsrc='({throat})*abs(sin(13*t))*lt(mod(t,5),3.8)':s=48000:d={MINUTE}"
    again = f"aloop=loop=-1:size={48000 * MINUTE},atrim=end={seconds}"
    return ["-f", "lavfi", "-i", f"{spoken},{again}"]


def _made(path: Path, *arguments: str) -> Path:
    if not path.exists():
        quiet = [FFMPEG, "-nostdin", "-v", "error", "-y"]
        subprocess.run([*quiet, *arguments, str(path)], check=True)  # noqa: S603 - ours.
    return path
