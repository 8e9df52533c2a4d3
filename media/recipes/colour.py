"""Brings decoded pixels of any mode to 8-bit sRGB, honouring the picture's own profile."""

from io import BytesIO
from typing import cast

from PIL import Image, ImageCms

WHITE = 255
"""The lightest sample of eight bits."""

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def to_srgb(picture: Image.Image, profile: bytes | None = None) -> Image.Image:
    """Return an RGB picture, or RGBA where something shows through; `profile` is ICC data."""
    eight_bit = _eight_bit(picture)
    alpha = _alpha(eight_bit)
    colours = _without_alpha(eight_bit)
    profiled = _applied(colours, profile)
    result = profiled if profiled.mode == "RGB" else profiled.convert("RGB")
    if alpha is not None:
        result = result.copy()
        result.putalpha(alpha)
    return result


def _eight_bit(picture: Image.Image) -> Image.Image:
    """Sixteen bits a sample go down to eight; floats are stretched to the range they use."""
    if picture.mode.startswith("I;16"):
        return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode in ("I", "F"):
        return _stretched(picture.convert("F"))
    return picture


def _stretched(picture: Image.Image) -> Image.Image:
    low, high = cast(tuple[float, float], picture.getextrema())
    scale = WHITE / ((high - low) or 1.0)
    return picture.point(lambda value: value * scale - low * scale).convert("L")


def _alpha(picture: Image.Image) -> Image.Image | None:
    if not picture.has_transparency_data:
        return None
    alpha = picture.convert("RGBA").getchannel("A")
    return None if alpha.getextrema() == (WHITE, WHITE) else alpha


def _without_alpha(picture: Image.Image) -> Image.Image:
    """The colours alone, in a mode that a profile can be applied to."""
    if picture.mode in ("RGB", "L", "CMYK", "LAB"):
        return picture
    if picture.mode in ("LA", "La", "1"):
        return picture.convert("L")
    return picture.convert("RGB")


def _applied(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture in sRGB; a profile that cannot be read or does not fit is passed over."""
    if not profile:
        return picture
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        if picture.mode == "L" and own.profile.xcolor_space.strip() == "RGB":
            # Grey that was saved with the profile of the colours it comes from.
            picture = picture.convert("RGB")
        converted = ImageCms.profileToProfile(picture, own, SRGB, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return picture
    return converted or picture
