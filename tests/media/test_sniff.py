"""The type of a file is what it is, whatever it is called."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from media.elementary import adts_frame, mpeg_frame, states_length
from media.formats import FORMATS, Kind
from media.refusals import Refused
from media.sniff import sniff
from tests.media import samples

Made = Callable[..., Path]

PICTURES = {
    "JPEG": "jpeg",
    "PNG": "png",
    "WEBP": "webp",
    "GIF": "gif",
    "TIFF": "tiff",
    "BMP": "bmp",
    "AVIF": "avif",
    "HEIF": "heif",
}
RECORDINGS = {
    "mp3": "mp3",
    "m4a": "mp4",
    "aac": "aac",
    "ogg": "ogg",
    "opus": "ogg",
    "flac": "flac",
    "wav": "wav",
    "mka": "matroska",
    "webm": "webm",
    "mp4": "mp4",
    "mov": "mov",
    "3gp": "3gp",
    "avi": "avi",
    "mkv": "matroska",
}
OPTIONS = {"webm": ["-c:a", "libopus"], "3gp": ["-c:a", "aac"]}


@pytest.mark.parametrize(("format", "code"), PICTURES.items())
def test_pictures_are_known_by_content(tmp_path: Path, format: str, code: str) -> None:
    path = tmp_path / "holiday.txt"
    samples.cornered().save(path, format)
    assert sniff(path) is FORMATS[code]


@pytest.mark.parametrize(("ending", "code"), RECORDINGS.items())
def test_recordings_are_known_by_content(
    made: Made, tmp_path: Path, ending: str, code: str
) -> None:
    real = made(f"known.{ending}", samples.sound, *OPTIONS.get(ending, []))
    renamed = tmp_path / "holiday.jpg"
    renamed.write_bytes(real.read_bytes())
    assert sniff(renamed) is FORMATS[code]


def test_a_paper_is_known_by_content(paper: Path) -> None:
    assert sniff(paper).code == "pdf"


def _zip() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return data.getvalue()


HTML = b"<!doctype html><html><script>alert(1)</script></html>"
HOSTILE = {
    "page.jpg": HTML,
    "page-in-utf16.jpg": HTML.decode().encode("utf-16"),
    "drawing.svg": b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>",
    "letter.docx": _zip(),
    "setup.exe": b"MZ" + bytes(200),
    "linux": b"\x7fELF" + bytes(200),
    "list.m3u8": b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n",
    "list.mp4": b"#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1/\n",
    "list.txt": b"ffconcat version 1.0\nfile /etc/passwd\n",
    "call.sdp": b"v=0\no=- 0 0 IN IP4 127.0.0.1\nm=audio 5004 RTP/AVP 0\n",
    "dash.mpd": b"<?xml version='1.0'?><MPD/>",
    "one-sync-word.mp3": b"\xff\xfb\x90\x00" + HTML,
    "two-letters.bmp": b"BM\x00the name of a boy",
    "tagged-page.mp3": b"ID3\x04\x00\x00\x00\x00\x00\x00" + HTML,
    "nothing-but-a-tag.mp3": b"ID3\x04\x00\x00\x00\x00\x00\x00",
    "burst.heic": b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1miaf",
    "music.riff": b"RIFF\x10\x00\x00\x00RMIDdata",
    "late.pdf": HTML + b"%PDF-1.4",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_anything_else_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(HOSTILE[name])
    with pytest.raises(Refused) as caught:
        sniff(path)
    assert caught.value.code == "unknown"


def test_a_page_glued_before_music_is_refused(sound: Path, tmp_path: Path) -> None:
    path = tmp_path / "song.mp3"
    path.write_bytes(HTML * 20 + sound.read_bytes())
    with pytest.raises(Refused):
        sniff(path)


def test_an_empty_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "empty.jpg"
    path.touch()
    with pytest.raises(Refused) as caught:
        sniff(path)
    assert caught.value.code == "empty"


@pytest.mark.parametrize(
    ("head", "code"),
    [
        (b"\x00\x00\x00\x14ftypavif\x00\x00\x00\x00avif", "avif"),
        (b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1avif", "avif"),
        (b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heic", "heif"),
        (b"\x00\x00\x00\x14ftyp3g2a\x00\x00\x00\x00isom", "3gp"),
        (b"\x00\x00\x00\x14ftypqt  \x00\x00\x00\x00qt  ", "mov"),
        (b"\x00\x00\x00\x08wide\x00\x00\x00\x00mdat", "mov"),
        (b"RF64\xff\xff\xff\xffWAVEds64", "wav"),
    ],
)
def test_brands(tmp_path: Path, head: bytes, code: str) -> None:
    path = tmp_path / "branded"
    path.write_bytes(head)
    assert sniff(path).code == code


def test_tags_before_bare_sound_are_passed_over(made: Made, tmp_path: Path) -> None:
    tag = b"ID3\x04\x00\x10\x00\x00\x01\x00" + bytes(128) + b"3DI" + bytes(7)
    for ending, code in (("mp3", "mp3"), ("aac", "aac"), ("flac", "flac")):
        path = tmp_path / ending
        path.write_bytes(tag + made(f"known.{ending}", samples.sound).read_bytes())
        assert sniff(path).code == code


@pytest.mark.parametrize(
    ("header", "length"),
    [
        ("fffb9000", 417),  # MPEG-1 layer III, 128 kbit/s, 44.1 kHz
        ("fffb9200", 418),  # the same, padded
        ("fff38000", 208),  # MPEG-2 layer III, 64 kbit/s, 22.05 kHz
        ("fffd8000", 417),  # MPEG-1 layer II, 128 kbit/s
        ("ffff4000", 136),  # MPEG-1 layer I, 128 kbit/s: 12 samples a slot of 4 bytes
        ("ffe39000", 0x208 + 2),
        ("fffbf000", 0),
        ("fffb0000", 0),
        ("fffb9c00", 0),
        ("ffeb9000", 0),
        ("fff99000", 0),
        ("00000000", 0),
        ("ff", 0),
    ],
)
def test_mpeg_frames(header: str, length: int) -> None:
    assert mpeg_frame(bytes.fromhex(header)) == pytest.approx(length, abs=2 if length == 522 else 0)


@pytest.mark.parametrize(
    ("header", "length"),
    [
        ("fff15080 2e7ffc", 371),
        ("fff17480 2e7ffc", 0),
        ("fff15080 001ffc", 0),
        ("fffb5080 2e7ffc", 0),
        ("fff1", 0),
    ],
)
def test_adts_frames(header: str, length: int) -> None:
    assert adts_frame(bytes.fromhex(header)) == length


def test_which_recordings_say_how_long_they_are(made: Made, sound: Path, tmp_path: Path) -> None:
    assert states_length(sound, FORMATS["mp3"])
    bare = made("bare.mp3", samples.sound, "-write_xing", "0", "-id3v2_version", "0")
    assert not states_length(bare, FORMATS["mp3"])
    assert not states_length(made("known.aac", samples.sound), FORMATS["aac"])
    assert states_length(made("known.flac", samples.sound), FORMATS["flac"])


def test_no_format_without_a_decoder() -> None:
    for format in FORMATS.values():
        assert format.decoder or format.demuxer or format.kind is Kind.DOCUMENT
        if format.decoder:
            Image.init()
            assert format.decoder in Image.OPEN
