"""Pictures as phones, scanners and old software really save them, and some that mean harm."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageFilter

from tests.media import samples
from tests.media.samples import SECRET

LATIN = SECRET.encode()


def _jpeg(picture: Image.Image | None = None, **options: object) -> bytes:
    written = BytesIO()
    whole = picture or samples.cornered()
    whole.save(written, "JPEG", quality=95, exif=samples.exif(), **options)
    return written.getvalue()


def plain(path: Path, mode: str = "RGB", **options: object) -> Path:
    """The cornered picture in any mode that its format has."""
    samples.cornered().convert(mode).save(path, **options)
    return path


def progressive(path: Path) -> Path:
    path.write_bytes(_jpeg(progressive=True))
    return path


def motion_photo(path: Path) -> Path:
    """A JPEG with a film glued behind it, which knows where it was made."""
    film = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00isommp42" + b"\xa9xyz+53.5-002.2/" + LATIN
    path.write_bytes(_jpeg() + film + bytes(2000))
    return path


def samsung(path: Path) -> Path:
    """A JPEG with the trailer of that maker: blocks, then a directory that ends in SEFT."""
    block = b"\x00\x00\x01\x0a\x0e\x00\x00\x00Image_UTC_Data1715000000000" + LATIN
    path.write_bytes(_jpeg() + block + b"SEFH" + struct.pack("<III", 107, 1, 0) + b"SEFT")
    return path


def two_in_one(path: Path) -> Path:
    """A multi-picture JPEG, as cameras add a smaller copy or a second eye."""
    samples.cornered().save(
        path, "MPO", save_all=True, append_images=[Image.new("RGB", (64, 40))], quality=95
    )
    return path


def inks_without_a_mark(path: Path) -> Path:
    """CMYK as software other than Adobe's stores it: not upside down, and unmarked."""
    inks = samples.cornered().convert("CMYK").point(lambda value: 255 - value)
    data = _jpeg(inks)
    at = data.index(b"\xff\xee")
    length = int.from_bytes(data[at + 2 : at + 4], "big")
    path.write_bytes(data[:at] + data[at + 2 + length :])
    return path


def spoiled_notes(path: Path) -> Path:
    """A whole JPEG whose EXIF is rubbish after its first bytes."""
    data = bytearray(_jpeg())
    at = data.index(b"Exif\x00\x00") + 6
    data[at : at + 40] = b"\xff" * 40
    path.write_bytes(data)
    return path


def forty_eight_megapixels(path: Path) -> Path:
    """As large as the best phones take them, held on its side."""
    picture = samples.turned(6).resize((6000, 8000), Image.Resampling.NEAREST)
    picture.save(path, exif=samples.exif(6), quality=50)
    return path


def sixteen_bit_png(path: Path) -> Path:
    """RGB with two bytes a sample, which Pillow cannot write."""
    wide, rows = samples.cornered(), bytearray()
    data = wide.tobytes()
    for row in range(wide.height):
        line = data[row * wide.width * 3 : (row + 1) * wide.width * 3]
        rows += b"\x00" + b"".join(bytes((value, value)) for value in line)
    header = struct.pack(">IIBBBBB", wide.width, wide.height, 16, 2, 0, 0, 0)
    note = b"Comment\x00" + LATIN
    chunks = ((b"IHDR", header), (b"tEXt", note), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(png_chunk(*chunk) for chunk in chunks))
    return path


def png_chunk(name: bytes, data: bytes) -> bytes:
    checked = name + data
    return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))


def sixteen_bit_tiff(path: Path) -> Path:
    """RGB with two bytes a sample in one strip, with the name of its maker."""
    picture = samples.cornered()
    strip = b"".join(bytes((value, value)) for value in picture.tobytes())
    maker, depth = LATIN + b"\x00", struct.pack("<HHH", 16, 16, 16)
    at_depth, at_maker = 8, 14
    at_strip = at_maker + len(maker)
    tags = [
        (256, 4, 1, picture.width),
        (257, 4, 1, picture.height),
        (258, 3, 3, at_depth),
        (259, 3, 1, 1),
        (262, 3, 1, 2),
        (271, 2, len(maker), at_maker),
        (273, 4, 1, at_strip),
        (277, 3, 1, 3),
        (278, 4, 1, picture.height),
        (279, 4, 1, len(strip)),
    ]
    directory = struct.pack("<H", len(tags))
    directory += b"".join(struct.pack("<HHII", *tag) for tag in tags) + bytes(4)
    head = b"II*\x00" + struct.pack("<I", at_strip + len(strip))
    path.write_bytes(head + depth + maker + strip + directory)
    return path


def pages(path: Path, count: int = 2, **options: object) -> Path:
    """A paper as a scanner saves it: one TIFF, a picture for each page."""
    sheets = [samples.cornered(120, 160) for _ in range(count)]
    sheets[0].save(path, "TIFF", save_all=True, append_images=sheets[1:], **options)
    return path


def frames(count: int, size: tuple[int, int] = (160, 100)) -> list[Image.Image]:
    """A square that goes from left to right over the cornered picture."""
    drawn = []
    for number in range(count):
        frame = samples.cornered(*size)
        left = size[0] * number // count
        frame.paste("black", (left, size[1] // 2 - 8, left + 16, size[1] // 2 + 8))
        drawn.append(frame)
    return drawn


def animation(path: Path, count: int = 4, shown: int | Sequence[int] = 120, loop: int = 0) -> Path:
    """A GIF, PNG, WebP or AVIF that moves; `shown` is in milliseconds."""
    first, *rest = frames(count)
    options = {"comment": LATIN} if path.suffix == ".gif" else {"exif": samples.exif().tobytes()}
    first.save(path, save_all=True, append_images=rest, duration=shown, loop=loop, **options)
    return path


def face(size: tuple[int, int] = (1000, 800)) -> Image.Image:
    """Fine noise, in which any lost detail shows at once."""
    noise = Image.effect_noise(size, 120).filter(ImageFilter.SHARPEN)
    return Image.merge("RGB", (noise, noise.transpose(Image.Transpose.ROTATE_180), noise))


def endless(path: Path, count: int) -> Path:
    """A GIF in which one small frame stands `count` times."""
    control = b"\x21\xf9\x04\x00\x05\x00\x00\x00"
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\x00"
    screen = b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + b"\x00\x00\x00\xff\xff\xff"
    path.write_bytes(screen + (control + frame) * count + b"\x3b")
    return path


def endless_text(path: Path) -> Path:
    """A PNG whose comment unpacks to a thousand times its size."""
    small = BytesIO()
    samples.cornered(64, 40).save(small, "PNG")
    data = small.getvalue()
    note = png_chunk(b"zTXt", b"Comment\x00\x00" + zlib.compress(bytes(200_000_000)))
    path.write_bytes(data[:33] + note + data[33:])
    return path


def lying_size(path: Path, code: str) -> Path:
    """A small picture whose header says 60,000 pixels each way."""
    small = BytesIO()
    samples.cornered(64, 40).save(small, code.upper())
    data = bytearray(small.getvalue())
    if code == "jpeg":
        at = data.index(b"\xff\xc0")
        data[at + 5 : at + 9] = struct.pack(">HH", 60_000, 60_000)
    elif code == "gif":
        data[6:10] = struct.pack("<HH", 60_000, 60_000)
    elif code == "bmp":
        data[18:26] = struct.pack("<ii", 60_000, 60_000)
    path.write_bytes(data)
    return path


def circle(path: Path) -> Path:
    """A TIFF whose chain of pages leads back to its first."""
    pages(path)
    data = bytearray(path.read_bytes())
    first = int.from_bytes(data[4:8], "little")
    count = int.from_bytes(data[first : first + 2], "little")
    at = first + 2 + 12 * count
    data[at : at + 4] = data[4:8]
    path.write_bytes(data)
    return path
