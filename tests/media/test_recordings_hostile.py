"""Recordings that lie, or that reach for other files, are turned away and hurt nothing."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from pathlib import Path

import av
import pytest

from media.formats import FORMATS
from media.recipes import confined, ffmpeg
from media.recipes.probe import MOST_STREAMS
from media.recipes.streams import Streams
from media.recipes.wholeness import is_cut_off
from media.refusals import SENTENCES, Refused
from tests.media import samples
from tests.media.recorded import made_of, refusal_of

Made = Callable[..., Path]

SCRIPTS = {
    "hls": "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://{other}\n#EXT-X-ENDLIST\n",
    "concat": "ffconcat version 1.0\nfile '{other}'\n",
    "sdp": "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\n"
    "m=audio 5004 RTP/AVP 0\n",
    "dash": "<?xml version='1.0'?><MPD><BaseURL>file://{other}</BaseURL></MPD>",
    "images": "{other}%03d.png",
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_that_names_another_file_is_refused_at_every_gate(
    name: str, film: Path, tmp_path: Path
) -> None:
    """By its content first; and were it let in as a film, by the one demuxer it is given."""
    script = tmp_path / "film.mp4"
    script.write_text(SCRIPTS[name].format(other=film))
    assert refusal_of(script, tmp_path) in SENTENCES
    for code in ("mp4", "mp3", "ogg", "matroska", "asf"):
        with pytest.raises(Refused):
            confined.probe(script, FORMATS[code])
        output = ffmpeg.writing(tmp_path / "out.mp4", ["-map", "0:a?"])
        with pytest.raises(Refused):
            ffmpeg.convert(script, FORMATS[code], Streams(), output, on_progress=ignored)


def ignored(percent: int) -> None:
    """Nobody listens."""


def test_a_film_whose_pictures_are_in_another_file_is_refused(
    made: Made, film: Path, tmp_path: Path
) -> None:
    inner = made("late.mov", samples.film, "-c:v", "libx264")
    source = tmp_path / "elsewhere.mov"
    source.write_bytes(elsewhere(inner.read_bytes(), str(inner).encode()))
    with av.open(str(source), options={"enable_drefs": "1", "use_absolute_path": "1"}) as opened:
        assert next(opened.decode(video=0), None) is not None
    assert refusal_of(source, tmp_path) in ("broken", "nothing_to_play")


def elsewhere(data: bytes, path: bytes) -> bytes:
    """The QuickTime file, saying that all its samples are in the file at `path`."""
    index = data.rindex(b"moov") - 4
    body = struct.pack(">2x8xB27s12xB63s16xHH16x", 4, b"disk", 4, b"film", 0, 0)
    body += (
        struct.pack(">HH", 2, len(path)) + path + b"\x00" * (len(path) % 2) + b"\xff\xff\x00\x00"
    )
    alias = struct.pack(">I4sI", len(body) + 12, b"alis", 0) + body
    return data[:index] + _with_alias(data[index:], alias)


PARENTS = {b"moov", b"trak", b"mdia", b"minf", b"dinf"}


def _with_alias(boxes: bytes, alias: bytes) -> bytes:
    """The boxes, each `dref` holding the alias; every parent as long as it has become."""
    out, at = b"", 0
    while at + 8 <= len(boxes):
        length = int.from_bytes(boxes[at : at + 4], "big")
        kind, inside = boxes[at + 4 : at + 8], boxes[at + 8 : at + length]
        if kind in PARENTS:
            inside = _with_alias(inside, alias)
        elif kind == b"dref":
            inside = inside[:8] + alias
        out += struct.pack(">I", len(inside) + 8) + kind + inside
        at += length
    return out


def test_a_header_that_promises_more_than_there_is(made: Made, tmp_path: Path) -> None:
    """All packets are there, in a film of two seconds that says it lasts an hour."""
    whole = made("known.mkv", samples.film, "-c:v", "mpeg4").read_bytes()
    at = whole.index(b"\x44\x89\x88") + 3
    lying = tmp_path / "lying.mkv"
    lying.write_bytes(whole[:at] + struct.pack(">d", 3_600_000) + whole[at + 8 :])
    assert confined.probe(lying, FORMATS["matroska"]).duration == pytest.approx(3600)
    assert refusal_of(lying, tmp_path) == "broken"


def test_a_header_that_promises_longer_than_we_take(made: Made, tmp_path: Path) -> None:
    whole = made("known.mkv", samples.film, "-c:v", "mpeg4").read_bytes()
    at = whole.index(b"\x44\x89\x88") + 3
    lying = tmp_path / "endless.mkv"
    lying.write_bytes(whole[:at] + struct.pack(">d", 1e12) + whole[at + 8 :])
    assert refusal_of(lying, tmp_path) in ("too_long", "broken")


@pytest.mark.parametrize("side", [30_000, 2_000_000_000])
def test_a_film_of_giant_size_is_refused(made: Made, tmp_path: Path, side: int) -> None:
    raw = ["-c:v", "rawvideo", "-t", "0.2"]
    whole = made("raw.avi", samples.film, *raw, size="64x64").read_bytes()
    size = struct.pack("<III", 40, 64, 64)
    giant = tmp_path / "giant.avi"
    giant.write_bytes(re.sub(re.escape(size), struct.pack("<III", 40, side, side), whole))
    assert giant.read_bytes() != whole
    assert refusal_of(giant, tmp_path) in ("too_many_pixels", "broken", "too_hard")


def test_a_crowd_of_streams_is_refused(made: Made, tmp_path: Path) -> None:
    many = ["-map", "0:a", *(["-map", "0:a:0"] * MOST_STREAMS), "-c:a", "pcm_u8", "-t", "0.1"]
    assert refusal_of(made("crowd.mkv", samples.sound, *many), tmp_path) in SENTENCES


def test_a_thousand_chapters_do_not_come_along(made: Made, tmp_path: Path) -> None:
    listed = tmp_path / "chapters.txt"
    one = "[CHAPTER]\nTIMEBASE=1/1000\nSTART={0}\nEND={1}\ntitle=" + samples.SECRET + "\n"
    listed.write_text(";FFMETADATA1\n" + "".join(one.format(at, at + 1) for at in range(1000)))
    marked = ["-i", str(listed), "-map", "0:a", "-map_chapters", "1"]
    for name in ("book.m4a", "book.mka"):
        made_of(samples.sound(tmp_path / name, *marked), tmp_path)
        with av.open(str(tmp_path / "sound.m4a")) as container:
            assert not container.chapters()
        assert samples.SECRET.encode() not in (tmp_path / "sound.m4a").read_bytes()


def test_a_sound_track_with_nothing_in_it_is_no_sound(made: Made, tmp_path: Path) -> None:
    empty = ["-af", "atrim=end_sample=0", "-c:v", "mpeg4", "-c:a", "pcm_s16le"]
    source = made("empty-track.mkv", samples.film, *empty)
    assert confined.probe(source, FORMATS["matroska"]).has_sound
    made_of(source, tmp_path)
    with av.open(str(tmp_path / "film.mp4")) as container:
        assert [stream.type for stream in container.streams] == ["video"]
    alone = made("empty.mkv", samples.sound, "-af", "atrim=end_sample=0", "-c:a", "pcm_s16le")
    assert refusal_of(alone, tmp_path) in SENTENCES


@pytest.mark.parametrize("name", ["nothing.amr", "nothing.caf", "nothing.wma", "nothing.mov"])
def test_a_head_with_no_body_is_refused(tmp_path: Path, name: str) -> None:
    heads = {
        "amr": b"#!AMR\n",
        "caf": b"caff\x00\x01\x00\x00" + bytes(100),
        "wma": bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c") + bytes(100),
        "mov": b"\x00\x00\x00\x08wide\x00\x00\x00\x08mdat",
    }
    source = tmp_path / name
    source.write_bytes(heads[source.suffix[1:]])
    assert refusal_of(source, tmp_path) in ("broken", "nothing_to_play")


def test_a_decoder_that_no_family_needs_is_not_used(made: Made, tmp_path: Path) -> None:
    source = made("game.mkv", samples.film, "-c:v", "targa", "-t", "0.2", "-pix_fmt", "bgr24")
    assert refusal_of(source, tmp_path) == "too_hard"


@pytest.mark.parametrize(
    ("code", "data", "is_cut"),
    [
        ("mp4", b"\x00\x00\x00\x08free\x00\x00\x00\x08mdat", False),
        ("mp4", b"\x00\x00\x00\x08free\x00\x00\x00\x09mdat", True),
        ("mp4", b"\x00\x00\x00\x01mdat" + (17).to_bytes(8, "big"), True),
        ("mp4", b"\x00\x00\x00\x08free\x00\x00\x00\x00mdat123", False),
        ("mp4", b"\x00\x00\x00\x08free" + bytes(40), False),
        ("amr", b"#!AMR\n\x3c" + bytes(31), False),
        ("amr", b"#!AMR\n\x3c" + bytes(30), True),
        ("amr", b"#!AMR-WB\n\x44" + bytes(60), False),
        ("amr", b"#!AMR-WB\n\x44" + bytes(59), True),
        ("ogg", b"no page at all", True),
        ("ogg", b"OggS" + bytes(22) + b"\x01\x05" + b"hello", False),
        ("ogg", b"OggS" + bytes(22) + b"\x01\x06" + b"hello", True),
        ("ogg", b"OggS" + bytes(10), True),
        ("caf", b"caff\x00\x01\x00\x00data" + b"\xff" * 8 + b"sound", False),
        ("caf", b"caff\x00\x01\x00\x00data" + (9).to_bytes(8, "big") + b"sound", True),
        ("matroska", b"", False),
    ],
)
def test_what_containers_say_of_their_own_size(
    tmp_path: Path, code: str, data: bytes, is_cut: bool
) -> None:
    path = tmp_path / "recording"
    path.write_bytes(data)
    assert is_cut_off(path, FORMATS[code]) is is_cut
