"""A table of files as people have them: each comes out upright, sized, and silent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from media.formats import Kind
from media.recipes import pictures
from media.sniff import sniff
from tests.media import picture_samples, samples, tiled, unspoken
from tests.media.corners import corners

Maker = Callable[..., Path]

FILES: dict[str, tuple[str, str, Maker, dict[str, object]]] = {
    "grey JPEG": ("grey.jpg", "jpeg", picture_samples.plain, {"mode": "L"}),
    "progressive JPEG": ("progressive.jpg", "jpeg", picture_samples.progressive, {}),
    "inks as Adobe stores them": ("adobe.jpg", "jpeg", picture_samples.plain, {"mode": "CMYK"}),
    "inks as others store them": ("inks.jpg", "jpeg", picture_samples.inks_without_a_mark, {}),
    "motion photo": ("motion.jpg", "jpeg", picture_samples.motion_photo, {}),
    "with a maker's trailer": ("samsung.jpg", "jpeg", picture_samples.samsung, {}),
    "several pictures in one": ("two.jpg", "jpeg", picture_samples.two_in_one, {}),
    "notes that are rubbish": ("spoiled.jpg", "jpeg", picture_samples.spoiled_notes, {}),
    "48 megapixels": ("large.jpg", "jpeg", picture_samples.forty_eight_megapixels, {}),
    "HEIC": ("iphone.heic", "heif", samples.photo, {"orientation": 6}),
    "HEIC in tiles": ("tiles.heic", "heif", tiled.photo, {"orientation": 6}),
    "HEIC in tiles, other way": ("down.heic", "heif", tiled.photo, {"orientation": 3}),
    "PNG with alpha": ("alpha.png", "png", picture_samples.plain, {"mode": "RGBA"}),
    "PNG of 16 bits": ("deep.png", "png", picture_samples.sixteen_bit_png, {}),
    "PNG of few colours": ("few.png", "png", picture_samples.plain, {"mode": "P"}),
    "WebP": ("phone.webp", "webp", samples.photo, {"orientation": 3}),
    "WebP without loss": ("whole.webp", "webp", picture_samples.plain, {"lossless": True}),
    "AVIF": ("new.avif", "avif", samples.photo, {"orientation": 8}),
    "GIF": ("old.gif", "gif", picture_samples.plain, {"mode": "P"}),
    "TIFF of 16 bits": ("deep.tiff", "tiff", picture_samples.sixteen_bit_tiff, {}),
    "packed TIFF": ("packed.tiff", "tiff", picture_samples.plain, {"compression": "tiff_lzw"}),
    "BigTIFF": ("big.tiff", "tiff", picture_samples.plain, {"big_tiff": True}),
    "BMP": ("paint.bmp", "bmp", picture_samples.plain, {}),
}
IS_GREY = {"grey JPEG"}
SIZES = {"48 megapixels": (8000, 6000)}


@pytest.mark.parametrize("what", FILES)
def test_it_comes_out_upright_sized_and_silent(
    what: str, tmp_path: Path, made: Callable[..., Path]
) -> None:
    name, code, maker, options = FILES[what]
    source = made(name, maker, **options)
    format = sniff(source)
    assert (format.code, format.kind) == (code, Kind.IMAGE)
    outcome = pictures.make(source, format, tmp_path, lambda percent: None)
    assert (outcome.width, outcome.height) == SIZES.get(what, (samples.WIDTH, samples.HEIGHT))
    for derivative in outcome.made:
        path = tmp_path / derivative.name
        assert unspoken.told(path.read_bytes()) == [], derivative.name
        with Image.open(path) as opened:
            assert opened.size == (derivative.width, derivative.height)
            assert opened.mode in ("RGB", "RGBA")
        if what not in IS_GREY:
            assert corners(path) == samples.CORNERS, derivative.name


def test_a_phone_may_call_a_heic_what_it_likes(tmp_path: Path) -> None:
    named = samples.photo(tmp_path / "photo.heic", 6).rename(tmp_path / "IMG_0001.jpg")
    assert sniff(named).code == "heif"
    pictures.make(named, sniff(named), tmp_path, lambda percent: None)
    assert corners(tmp_path / "w480.jpg") == samples.CORNERS


def test_the_tiles_of_a_phone_are_the_trap_that_they_are_meant_to_be(tmp_path: Path) -> None:
    """Turned by the container and by its notes, of several pieces, and with a place in it."""
    written = tiled.photo(tmp_path / "tiles.heic").read_bytes()
    assert written.count(b"hvc1") == 6
    for mark in (b"grid", b"irot", b"Exif", samples.SECRET.encode()):
        assert mark in written


def test_a_large_picture_is_read_without_holding_all_of_it(made: Callable[..., Path]) -> None:
    """The decoder leaves out detail that no size would show, or memory would not be flat."""
    source = made("large.jpg", picture_samples.forty_eight_megapixels)
    with pictures.opened(source, sniff(source)) as picture:
        whole, size = pictures.upright(picture, source, 2400)
    assert size == (8000, 6000)
    assert picture.width * picture.height <= size[0] * size[1] // 4
    assert whole.size == (2400, 1800)


def test_the_independent_reader_is_not_blind(tmp_path: Path) -> None:
    """Whatever a camera adds, at the front or behind the end, it would be seen."""
    samples_with_notes = [
        samples.photo(tmp_path / "notes.jpg"),
        samples.photo(tmp_path / "notes.webp"),
        picture_samples.motion_photo(tmp_path / "motion.jpg"),
        picture_samples.samsung(tmp_path / "samsung.jpg"),
    ]
    for path in samples_with_notes:
        assert len(unspoken.told(path.read_bytes())) > 1, path.name
