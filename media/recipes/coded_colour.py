"""The colours of pictures that name them by numbers alone, with no profile inside.

Phones save P3 and BT.2020 in HEIF and AVIF that way (ITU-T H.273, in a `colr` box), and
PNG has `cICP` for it, and `gAMA` and `cHRM` from before. Bright pictures (PQ and HLG of
ITU-R BT.2100) come out with paper white a little below the white of a screen, as films do.
"""

# ruff: noqa: PLR2004 - the numbers are those of the standards.
import struct
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from PIL import Image

from media.recipes import icc
from media.recipes.icc import Curve, Point

HEAD: Final = 1024**2
"""Bytes at the start of a file in which its colours are looked for."""

D65: Final = (0.3127, 0.3290)
DCI: Final = (0.314, 0.351)
P3: Final = ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060))
BT709: Final = ((0.640, 0.330), (0.300, 0.600), (0.150, 0.060))


class Gamut(NamedTuple):
    """The three primaries, red first, and the white."""

    primaries: tuple[Point, Point, Point]
    white: Point = D65


SRGB: Final = Gamut(BT709)
GAMUTS: Final = {
    5: Gamut(((0.640, 0.330), (0.290, 0.600), (0.150, 0.060))),
    6: Gamut(((0.630, 0.340), (0.310, 0.595), (0.155, 0.070))),
    7: Gamut(((0.630, 0.340), (0.310, 0.595), (0.155, 0.070))),
    9: Gamut(((0.708, 0.292), (0.170, 0.797), (0.131, 0.046))),
    11: Gamut(P3, DCI),
    12: Gamut(P3),
}
"""H.273 table 2, by number; all others are taken for sRGB's."""

GAMMAS: Final = {4: 2.2, 5: 2.8, 8: 1.0}
PQ: Final = 16
HLG: Final = 18
"""H.273 table 3. Curves of cameras (1, 6, 14, 15) are shown as sRGB, as browsers do."""

PAPER: Final = 203
"""Candelas per square metre of white paper in a bright picture (ITU-R BT.2408)."""

BRIGHTEST: Final = 1000
"""Candelas per square metre of a display for HLG; what is brighter in PQ is white."""

KNEE: Final = 0.5
"""Share of paper white up to which nothing is made darker."""

USUAL: Final = 0.02
"""By how much a gamma or a primary may be off before it is another one."""


def profile(picture: Image.Image, source: Path) -> bytes | None:
    """The picture's own profile, or one made of its numbers; None for sRGB.

    The numbers of a PNG count before its profile (PNG, third edition, 4.3).
    """
    own: bytes | None = picture.info.get("icc_profile")
    if picture.format == "PNG":
        coded = _cicp(source)
        return _coded(*coded) if coded else own or _old_png(picture)
    return own or _coded(*_boxed(picture, source))


def _boxed(picture: Image.Image, source: Path) -> tuple[int, int]:
    """Primaries and curve as a HEIF or AVIF names them; 0 where it does not."""
    if picture.format == "HEIF":
        said = picture.info.get("nclx_profile") or {}
        return said.get("color_primaries", 0), said.get("transfer_characteristics", 0)
    if picture.format == "AVIF":
        _, found, after = _head(source).partition(b"colrnclx")
        if found and len(after) >= struct.calcsize(">HH"):
            primaries, curve = struct.unpack_from(">HH", after)
            return primaries, curve
    return 0, 0


def _cicp(source: Path) -> tuple[int, int] | None:
    """What the chunk of that name says; it stands before the pixels."""
    before, pixels, _ = _head(source).partition(b"IDAT")
    _, found, after = before.partition(b"\x00\x00\x00\x04cICP")
    return (after[0], after[1]) if found and pixels and len(after) > 1 else None


def _head(source: Path) -> bytes:
    with source.open("rb") as file:
        return file.read(HEAD)


def _old_png(picture: Image.Image) -> bytes | None:
    """From the gamma and the primaries that older software writes."""
    gamma = picture.info.get("gamma")
    if "srgb" in picture.info or not gamma or not 0.1 < gamma < 10:
        return None
    white_x, white_y, *rest = picture.info.get("chromaticity") or (*D65, *_flat(BT709))
    gamut = Gamut(((rest[0], rest[1]), (rest[2], rest[3]), (rest[4], rest[5])), (white_x, white_y))
    usual = abs(gamma * 2.2 - 1) < USUAL
    if usual and all(abs(a - b) < USUAL for a, b in zip(rest, _flat(BT709), strict=True)):
        return None
    curve: Curve = _srgb if usual else lambda stored: float(stored ** (1 / gamma))
    try:
        return icc.profile(*gamut, curve)
    except (ZeroDivisionError, OverflowError, struct.error):
        return None


def _flat(points: tuple[Point, ...]) -> tuple[float, ...]:
    return tuple(part for point in points for part in point)


@cache
def _coded(primaries: int, transfer: int) -> bytes | None:
    """The profile of these numbers; None for sRGB and for what we do not know."""
    gamut = GAMUTS.get(primaries, SRGB)
    curve = _curve(transfer)
    return None if (gamut, curve) == (SRGB, _srgb) else icc.profile(*gamut, curve)


def _curve(transfer: int) -> Curve:
    if transfer in GAMMAS:
        return lambda stored: float(stored ** GAMMAS[transfer])
    return {PQ: _pq, HLG: _hlg}.get(transfer, _srgb)


def _srgb(stored: float) -> float:
    """IEC 61966-2-1."""
    return stored / 12.92 if stored <= 0.04045 else float(((stored + 0.055) / 1.055) ** 2.4)


def _pq(stored: float) -> float:
    """SMPTE ST 2084, then made to fit."""
    root = stored ** (1 / 78.84375)
    light = max(0.0, root - 0.8359375) / (18.8515625 - 18.6875 * root)
    return _fitted(10_000 * light ** (1 / 0.1593017578125))


def _hlg(stored: float) -> float:
    """ARIB STD-B67, as a display of `BRIGHTEST` shows grey, then made to fit."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    scene = stored**2 / 3 if stored <= 0.5 else (2.718281828459045 ** ((stored - c) / a) + b) / 12
    return _fitted(BRIGHTEST * scene**1.2)


def _fitted(candelas: float) -> float:
    """Light of a bright picture as a share of the screen's white: straight, then bending."""
    light, peak = candelas / PAPER, BRIGHTEST / PAPER
    if light <= KNEE:
        return light
    a = -(KNEE**2) * (peak - 1) / (KNEE**2 - 2 * KNEE + peak)
    b = (KNEE**2 - 2 * KNEE * peak + peak) / (peak - 1)
    return min(1.0, (b**2 + 2 * b * KNEE + KNEE**2) / (b - a) * (light + a) / (light + b))
