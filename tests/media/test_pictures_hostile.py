"""A table of broken, lying and hostile files: each is refused in our words, and soon."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from media.formats import FORMATS, Kind
from media.recipes import confined, make
from media.refusals import SENTENCES, Refused
from media.sniff import sniff
from tests.media import picture_samples, samples

Made = Callable[..., Path]


def cut(path: Path, maker: Callable[..., Path], share: float = 0.6) -> Path:
    """The first part of a file that one of the makers made."""
    whole = maker(path.with_name(f"whole-{path.name}"))
    path.write_bytes(whole.read_bytes()[: int(whole.stat().st_size * share)])
    return path


def page_in_front(path: Path) -> Path:
    """A web page, then a picture."""
    path.write_bytes(b"<html><script>alert(1)</script>" + b"\xff\xd8\xff\xe0" + bytes(3000))
    return path


def only_a_start(path: Path, start: bytes) -> Path:
    path.write_bytes(start + b"<script>alert(1)</script>" * 50)
    return path


HOSTILE: dict[str, tuple[str, Callable[..., Path], tuple[object, ...], str]] = {
    "no bytes": ("none.jpg", only_a_start, (b"",), "unknown"),
    "a web page": ("page.jpg", page_in_front, (), "unknown"),
    "a drawing that can run": ("a.svg", only_a_start, (b"<svg onload='x'>",), "unknown"),
    "a JPEG's first bytes": ("a.jpg", only_a_start, (b"\xff\xd8\xff\xe0",), "broken"),
    "a PNG's first bytes": ("a.png", only_a_start, (b"\x89PNG\r\n\x1a\n",), "broken"),
    "a GIF's first bytes": ("a.gif", only_a_start, (b"GIF89a",), "broken"),
    "a WebP's first bytes": ("a.webp", only_a_start, (b"RIFF\xff\xff\x00\x00WEBP",), "broken"),
    "a TIFF's first bytes": ("a.tiff", only_a_start, (b"II*\x00",), "broken"),
    "a HEIF's first bytes": ("a.heic", only_a_start, (b"\0\0\0\x14ftypheic",), "broken"),
    "an AVIF's first bytes": ("a.avif", only_a_start, (b"\0\0\0\x14ftypavif",), "broken"),
    "progressive, cut off": ("p.jpg", cut, (picture_samples.progressive,), "broken"),
    "HEIC, cut off": ("h.heic", cut, (samples.photo,), "broken"),
    "16 bits, cut off": ("d.png", cut, (picture_samples.sixteen_bit_png,), "broken"),
    "TIFF, cut off": ("d.tiff", cut, (picture_samples.sixteen_bit_tiff,), "broken"),
    "animation, cut off": ("m.webp", cut, (picture_samples.animation,), "broken"),
    "PNG of ten thousand megapixels": ("b.png", samples.huge_png, (), "too_many_pixels"),
    "JPEG that lies": ("l.jpg", picture_samples.lying_size, ("jpeg",), "too_many_pixels"),
    "GIF that lies": ("l.gif", picture_samples.lying_size, ("gif",), "too_many_pixels"),
    "BMP that lies": ("l.bmp", picture_samples.lying_size, ("bmp",), "too_many_pixels"),
    "PNG with an endless comment": ("t.png", picture_samples.endless_text, (), "broken"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_it_is_refused_in_our_words(what: str, tmp_path: Path, made: Made) -> None:
    """Through the confined child, as in the worker."""
    name, maker, arguments, code = HOSTILE[what]
    source = made(f"hostile-{name}", maker, *arguments)
    into = tmp_path / "made"
    into.mkdir()
    with pytest.raises(Refused) as caught:
        make(Kind.IMAGE, source, sniff(source), into, lambda percent: None)
    assert caught.value.code == code
    assert caught.value.sentence == SENTENCES[code]


def test_a_format_inside_another_is_not_looked_for(tmp_path: Path) -> None:
    """Only the decoder of the format that was found may touch the file."""
    source = samples.photo(tmp_path / "photo.jpg")
    for code in ("png", "gif", "tiff", "heif", "webp"):
        with pytest.raises(Refused, match="broken"):
            confined.check(source, FORMATS[code])


@pytest.mark.parametrize(
    ("maker", "arguments", "code"),
    [
        (picture_samples.pages, (1,), "tiff"),
        (picture_samples.pages, (2,), "tiff-pages"),
        (picture_samples.pages, (12,), "tiff-pages"),
        (picture_samples.circle, (), "tiff"),
        (picture_samples.sixteen_bit_tiff, (), "tiff"),
        (only_a_start, (b"II*\x00\x08\x00\x00\x00",), "tiff"),
        (only_a_start, (b"MM\x00*\xff\xff\xff\xff",), "tiff"),
        (only_a_start, (b"II+\x00\x08\x00\x00\x00",), "tiff"),
    ],
)
def test_a_tiff_of_several_pages_is_a_paper(
    tmp_path: Path, maker: Callable[..., Path], arguments: tuple[object, ...], code: str
) -> None:
    format = sniff(maker(tmp_path / "scan.tiff", *arguments))
    assert format.code == code
    assert format.kind is (Kind.DOCUMENT if code == "tiff-pages" else Kind.IMAGE)


def test_pages_of_a_bigtiff_count_as_well(tmp_path: Path) -> None:
    assert sniff(picture_samples.pages(tmp_path / "scan.tiff", 3, big_tiff=True)).code == (
        "tiff-pages"
    )


def test_a_small_copy_is_not_a_page(tmp_path: Path) -> None:
    """Photographs in TIFF often carry one, and say so in tag 254."""
    source = tmp_path / "photo.tiff"
    small = Image.new("RGB", (16, 10))
    small.encoderinfo = {"tiffinfo": {254: 1}}
    samples.cornered().save(source, save_all=True, append_images=[small])
    assert sniff(source).code == "tiff"
