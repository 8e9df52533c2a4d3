"""Pictures come out upright, in true colours, no larger, and with no secret in any byte."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms, TiffImagePlugin

from media.formats import FORMATS, Kind
from media.recipes import confined, make, pictures
from media.recipes.colour import to_srgb
from media.recipes.made import Outcome
from media.refusals import Refused
from media.sniff import sniff
from tests.media import samples
from tests.media.corners import corners

Made = Callable[..., Path]
NAMES = [f"w{width}.{ending}" for width in (480, 960, 1600, 2400) for ending in ("webp", "jpg")]


def made_of(source: Path, into: Path) -> Outcome:
    """The recipe, in this process."""
    return pictures.make(source, sniff(source), into, lambda percent: None)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("ending", ["jpg", "heic", "webp", "png", "tiff", "avif"])
def test_every_orientation_is_turned_once(tmp_path: Path, orientation: int, ending: str) -> None:
    source = samples.photo(tmp_path / f"photo.{ending}", orientation)
    outcome = made_of(source, tmp_path)
    assert (outcome.width, outcome.height) == (samples.WIDTH, samples.HEIGHT)
    for name in ("w480.jpg", "w480.webp"):
        assert corners(tmp_path / name) == samples.CORNERS


def test_heif_with_both_kinds_of_turn_really_has_both(tmp_path: Path) -> None:
    """The sample is the trap that it is meant to be."""
    source = samples.photo(tmp_path / "photo.heic", 6)
    assert b"irot" in source.read_bytes()
    assert b"Exif" in source.read_bytes()


@pytest.mark.parametrize("value", [3, 6, 8])
def test_heif_that_only_the_camera_turned_is_turned_as_well(tmp_path: Path, value: int) -> None:
    source = tmp_path / "photo.heic"
    samples.turned(value).save(source, exif=samples.exif(value))
    assert b"irot" not in source.read_bytes()
    made_of(source, tmp_path)
    assert corners(tmp_path / "w480.jpg") == samples.CORNERS


def test_an_orientation_outside_the_standard_turns_nothing(tmp_path: Path) -> None:
    source = tmp_path / "photo.jpg"
    samples.cornered().save(source, exif=samples.exif(77))
    made_of(source, tmp_path)
    assert corners(tmp_path / "w480.jpg") == samples.CORNERS


@pytest.mark.parametrize("ending", ["jpg", "heic", "webp", "png", "tiff", "avif"])
def test_nothing_but_pixels_comes_out(tmp_path: Path, ending: str) -> None:
    source = samples.photo(tmp_path / f"photo.{ending}", 6)
    assert samples.SECRET.encode() in source.read_bytes()
    outcome = made_of(source, tmp_path)
    for made in outcome.made:
        data = (tmp_path / made.name).read_bytes()
        for mark in (samples.SECRET, "Exif", "EXIF", "XMP ", "adobe", "ICC", "Photoshop", "2024:"):
            assert mark.encode() not in data, (made.name, mark)
        with Image.open(tmp_path / made.name) as opened:
            assert not opened.getexif()
            assert set(opened.info) <= {
                *("jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "dpi"),
                *("loop", "background", "timestamp", "duration", "progression"),
            }


def test_jpeg_has_only_the_segments_that_a_picture_needs(tmp_path: Path) -> None:
    made_of(samples.photo(tmp_path / "photo.jpg"), tmp_path)
    data = (tmp_path / "w480.jpg").read_bytes()
    head = data[: data.index(b"\xff\xda")]
    assert not re.search(rb"\xff[\xe1-\xef\xfe]", head)


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((300, 200), [300, 300, 300, 300]),
        ((1000, 500), [480, 960, 1000, 1000]),
        ((2500, 1000), [480, 960, 1600, 2400]),
        ((2000, 5000), [480, 960, 1600, 2000]),
        ((3, 20000), [2, 2, 2, 2]),
        ((1, 1), [1, 1, 1, 1]),
    ],
)
def test_four_widths_and_never_larger(
    tmp_path: Path, size: tuple[int, int], widths: list[int]
) -> None:
    source = tmp_path / "source.png"
    samples.cornered(*size).save(source)
    outcome = made_of(source, tmp_path)
    assert [made.name for made in outcome.made] == NAMES
    assert [made.width for made in outcome.made[::2]] == widths
    for made in outcome.made:
        assert made.content_type == ("image/webp" if made.name.endswith("webp") else "image/jpeg")
        with Image.open(tmp_path / made.name) as opened:
            assert opened.size == (made.width, made.height)


def test_a_large_photograph_keeps_its_real_size_on_record(tmp_path: Path) -> None:
    source = tmp_path / "large.jpg"
    samples.turned(6).resize((3000, 4800)).save(source, exif=samples.exif(6))
    outcome = made_of(source, tmp_path)
    assert (outcome.width, outcome.height) == (4800, 3000)
    assert corners(tmp_path / "w1600.jpg") == samples.CORNERS
    assert outcome.made[-1].width == 2400


def test_progress_goes_up_to_the_end(photo: Path, tmp_path: Path) -> None:
    heard: list[int] = []
    pictures.make(photo, FORMATS["jpeg"], tmp_path, heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 100


@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "heic", "tiff", "gif", "bmp", "avif"])
def test_a_picture_that_was_cut_off_is_refused(tmp_path: Path, ending: str) -> None:
    whole = tmp_path / f"whole.{ending}"
    samples.cornered().effect_spread(20).save(whole)
    with pytest.raises(Refused) as caught:
        made_of(samples.cut(whole), tmp_path)
    assert caught.value.code == "broken"


def test_a_broken_header_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "photo.jpg"
    source.write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    with pytest.raises(Refused, match="broken"):
        made_of(source, tmp_path)


def test_a_decompression_bomb_is_refused_before_it_goes_off(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        made_of(samples.huge_png(tmp_path / "bomb.png"), tmp_path)
    assert caught.value.code == "too_many_pixels"


def test_running_out_of_memory_is_not_called_a_broken_file(
    photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object) -> None:
        raise MemoryError

    monkeypatch.setattr(Image.Image, "load", full)
    with pytest.raises(MemoryError):
        pictures.check(photo, FORMATS["jpeg"])


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "YCbCr", "I;16", "I", "F"])
def test_every_mode_becomes_colour(tmp_path: Path, mode: str) -> None:
    grey = samples.cornered().convert("L")
    picture = {
        "I;16": lambda: grey.convert("I").point(lambda value: value * 257).convert("I;16"),
        "F": lambda: grey.convert("F"),
        "I": lambda: grey.convert("I"),
    }.get(mode, lambda: samples.cornered().convert(mode))()
    source = tmp_path / "source.tiff"
    picture.save(source)
    made_of(source, tmp_path)
    with Image.open(tmp_path / "w480.jpg") as opened:
        centre = opened.convert("L").getpixel((opened.width // 2, opened.height // 2))
    assert opened.mode == "RGB"
    assert centre > 240


def test_what_shows_through_stays_so_in_webp_and_is_white_in_jpeg(tmp_path: Path) -> None:
    source = tmp_path / "sticker.png"
    picture = samples.cornered().convert("RGBA")
    picture.paste((0, 0, 0, 0), (300, 180, 340, 220))
    picture.save(source)
    made_of(source, tmp_path)
    with Image.open(tmp_path / "w480.webp") as opened:
        assert opened.mode == "RGBA"
        assert opened.getpixel((240, 150))[3] == 0
    with Image.open(tmp_path / "w480.jpg") as opened:
        assert min(opened.getpixel((240, 150))) > 240


def test_a_colour_profile_is_applied_and_not_copied(tmp_path: Path) -> None:
    """The same numbers mean another colour under another profile."""
    picture = Image.new("RGB", (50, 50), (200, 100, 50))
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert to_srgb(picture, srgb).getpixel((5, 5)) == pytest.approx((200, 100, 50), abs=2)
    as_lab = Image.new("LAB", (50, 50), (128, 128, 128))
    assert to_srgb(as_lab, lab).getpixel((5, 5)) == pytest.approx((119, 119, 119), abs=4)
    assert to_srgb(picture, b"not a profile").getpixel((5, 5)) == (200, 100, 50)


def test_an_animated_gif_shows_its_first_frame(tmp_path: Path) -> None:
    source = tmp_path / "moving.gif"
    samples.cornered().save(
        source, save_all=True, append_images=[Image.new("RGB", (640, 400), "black")]
    )
    made_of(source, tmp_path)
    assert corners(tmp_path / "w480.jpg") == samples.CORNERS


def test_what_was_written_is_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "w480.jpg"
    Image.new("RGB", (10, 10)).save(path)
    with pytest.raises(ValueError, match="is \\(10, 10\\), not \\(20, 20\\)"):
        pictures.verify(path, (20, 20))


def test_the_work_is_done_in_a_child(photo: Path, tmp_path: Path) -> None:
    heard: list[int] = []
    outcome = make(Kind.IMAGE, photo, FORMATS["jpeg"], tmp_path, heard.append)
    assert [made.name for made in outcome.made] == NAMES
    assert heard[-1] == 100
    assert corners(tmp_path / "w1600.webp") == samples.CORNERS


def test_a_child_can_refuse(tmp_path: Path, photo: Path) -> None:
    confined.check(photo, FORMATS["jpeg"])
    with pytest.raises(Refused, match="broken"):
        confined.check(photo, FORMATS["png"])


def test_a_tiff_that_lies_about_its_compression_is_refused(tmp_path: Path) -> None:
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    data = BytesIO()
    samples.cornered().save(data, "TIFF", compression="tiff_lzw", tiffinfo=tags)
    spoiled = bytearray(data.getvalue())
    spoiled[8:600] = bytes(592)
    source = tmp_path / "spoiled.tiff"
    source.write_bytes(spoiled)
    with pytest.raises(Refused):
        made_of(source, tmp_path)
