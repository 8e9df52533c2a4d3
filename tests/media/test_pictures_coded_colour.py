"""Pictures that name their colours by numbers alone come out in the colours that were meant.

What is expected was worked out from the standards by hand: from the light of the one set
of primaries to that of sRGB, by the matrices that CSS Color 4 prints.
"""

from __future__ import annotations

import struct
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image, ImageCms

from media.recipes import coded_colour, icc, pictures
from media.recipes.colour import to_srgb
from media.sniff import sniff
from tests.media.picture_samples import png_chunk

Colour = tuple[int, int, int]
P3, BT2020, BT709 = 12, 9, 1
GAMMA_22, LINEAR, SRGB, PQ, HLG = 4, 8, 13, 16, 18

PATCHES: dict[str, tuple[int, int, Colour, Colour]] = {
    "the red of P3": (P3, SRGB, (255, 0, 0), (255, 0, 0)),
    "the green of P3": (P3, SRGB, (0, 255, 0), (0, 255, 0)),
    "a leaf in P3": (P3, SRGB, (128, 160, 90), (119, 161, 80)),
    "skin in P3": (P3, SRGB, (210, 160, 130), (219, 158, 126)),
    "a leaf in BT.2020": (BT2020, SRGB, (128, 160, 90), (106, 164, 77)),
    "a leaf in sRGB": (BT709, SRGB, (128, 160, 90), (128, 160, 90)),
    "as cameras name sRGB": (BT709, 1, (128, 160, 90), (128, 160, 90)),
    "with numbers that mean nothing": (2, 2, (128, 160, 90), (128, 160, 90)),
    "light as it is": (BT709, LINEAR, (55, 55, 55), (128, 128, 128)),
    "white paper in PQ": (BT2020, PQ, (148, 148, 148), (226, 226, 226)),
    "white paper in HLG": (BT2020, HLG, (191, 191, 191), (226, 226, 226)),
    "black in PQ": (BT2020, PQ, (0, 0, 0), (0, 0, 0)),
    "the sun in PQ": (BT2020, PQ, (255, 255, 255), (255, 255, 255)),
    "a grey card in HLG": (BT2020, HLG, (97, 97, 97), (101, 101, 101)),
}


def heic(path: Path, primaries: int, curve: int, colour: Colour) -> Path:
    """Without loss, so that a patch is what it is."""
    pillow_heif.register_heif_opener()
    Image.new("RGB", (64, 64), colour).save(
        path,
        format="HEIF",
        quality=-1,
        chroma=444,
        color_primaries=primaries,
        transfer_characteristics=curve,
        matrix_coefficients=0,
        full_range_flag=1,
    )
    return path


def avif(path: Path, primaries: int, curve: int, colour: Colour) -> Path:
    Image.new("RGB", (64, 64), colour).save(path, format="AVIF", quality=100, subsampling="4:4:4")
    before, mark, after = path.read_bytes().partition(b"colrnclx")
    path.write_bytes(before + mark + struct.pack(">HH", primaries, curve) + after[4:])
    return path


def png(path: Path, primaries: int, curve: int, colour: Colour) -> Path:
    """With `cICP`, and a profile that says something else and does not count."""
    other = icc.profile(coded_colour.P3, coded_colour.DCI, lambda stored: stored)
    Image.new("RGB", (64, 64), colour).save(path, format="PNG", icc_profile=other)
    return with_chunk(path, b"cICP", bytes((primaries, curve, 0, 1)))


def with_chunk(path: Path, name: bytes, data: bytes) -> Path:
    """Behind the header of a PNG, which is always as long."""
    whole = path.read_bytes()
    path.write_bytes(whole[:33] + png_chunk(name, data) + whole[33:])
    return path


def shown(source: Path, into: Path) -> Colour:
    """The middle of the patch as everybody will see it."""
    pictures.make(source, sniff(source), into, lambda percent: None)
    with Image.open(into / "w480.webp") as opened:
        return opened.convert("RGB").getpixel((30, 30))  # type: ignore[return-value]


@pytest.mark.parametrize("what", PATCHES)
@pytest.mark.parametrize("maker", [heic, avif, png])
def test_a_patch_is_the_colour_that_was_meant(maker, what: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    primaries, curve, colour, meant = PATCHES[what]
    source = maker(tmp_path / f"patch.{maker.__name__}", primaries, curve, colour)
    assert shown(source, tmp_path) == pytest.approx(meant, abs=3)


def test_the_samples_have_numbers_and_no_profile(tmp_path: Path) -> None:
    for maker in (heic, avif):
        source = maker(tmp_path / f"patch.{maker.__name__}", P3, SRGB, (9, 9, 9))
        with Image.open(source) as opened:
            assert "icc_profile" not in opened.info
        assert struct.pack(">HH", P3, SRGB) in source.read_bytes()


@pytest.mark.parametrize("ending", ["heic", "avif", "jpg", "webp", "tiff", "png"])
def test_a_profile_inside_counts(tmp_path: Path, ending: str) -> None:
    source = tmp_path / f"patch.{ending}"
    own = icc.profile(coded_colour.P3, coded_colour.D65, coded_colour._srgb)
    Image.new("RGB", (64, 64), (128, 160, 90)).save(source, icc_profile=own, quality=95)
    assert shown(source, tmp_path) == pytest.approx((119, 161, 80), abs=4)


MORE = struct.pack(">8I", 31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000)
USUAL = struct.pack(">8I", 31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000)
OLD: dict[str, tuple[list[tuple[bytes, bytes]], Colour]] = {
    "the usual gamma": ([(b"gAMA", struct.pack(">I", 45455))], (128, 160, 90)),
    "a gamma of one": ([(b"gAMA", struct.pack(">I", 100_000))], (188, 207, 160)),
    "a gamma of one, but sRGB": (
        [(b"gAMA", struct.pack(">I", 100_000)), (b"sRGB", b"\x00")],
        (128, 160, 90),
    ),
    "no gamma at all": ([(b"gAMA", bytes(4))], (128, 160, 90)),
    "the usual primaries": (
        [(b"gAMA", struct.pack(">I", 45455)), (b"cHRM", USUAL)],
        (128, 160, 90),
    ),
    "more colours": ([(b"gAMA", struct.pack(">I", 45455)), (b"cHRM", MORE)], (119, 161, 80)),
    "primaries that span nothing": (
        [(b"gAMA", struct.pack(">I", 45455)), (b"cHRM", bytes(32))],
        (128, 160, 90),
    ),
    "a cICP that is cut short": ([(b"cICP", b"\x0c")], (128, 160, 90)),
}


@pytest.mark.parametrize("what", OLD)
def test_the_older_words_of_png(what: str, tmp_path: Path) -> None:
    chunks, meant = OLD[what]
    source = tmp_path / "patch.png"
    Image.new("RGB", (64, 64), (128, 160, 90)).save(source)
    for name, data in reversed(chunks):
        with_chunk(source, name, data)
    assert shown(source, tmp_path) == pytest.approx(meant, abs=3)


def test_grey_with_the_profile_of_colours(tmp_path: Path) -> None:
    linear = icc.profile(coded_colour.BT709, coded_colour.D65, lambda stored: stored)
    grey = to_srgb(Image.new("L", (4, 4), 55), linear)
    assert grey.getpixel((1, 1)) == pytest.approx((128, 128, 128), abs=2)


def test_a_profile_that_we_write_is_one() -> None:
    """Little CMS has its own sRGB, worked out by others from the same standard."""
    ours = icc.profile(coded_colour.BT709, coded_colour.D65, coded_colour._srgb)
    theirs = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    picture = Image.linear_gradient("L").convert("RGB")
    picture.paste((200, 30, 90), (0, 0, 128, 256))
    one, other = to_srgb(picture, ours), to_srgb(picture, theirs)
    pairs = zip(one.tobytes(), other.tobytes(), strict=True)
    assert max(abs(a - b) for a, b in pairs) <= 1
