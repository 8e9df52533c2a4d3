"""Whatever a family's phones, browsers, dictaphones and camcorders wrote comes out playable."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import av
import pytest
from PIL import Image, ImageColor

from media.formats import Kind
from media.recipes import confined, ffmpeg, glimpse, screen
from media.recipes.streams import Streams
from media.sniff import sniff
from tests.media import samples
from tests.media.recorded import made_of, refusal_of
from tests.media.samples import SECONDS

Made = Callable[..., Path]

NARROW = ["-ar", "8000", "-ac", "1", "-c:a", "libopencore_amrnb"]
VP9 = ["-c:v", "libvpx-vp9", "-cpu-used", "8", "-c:a", "libopus"]
BARE = ["-write_xing", "0", "-id3v2_version", "0"]
SOUNDS = {
    "note.amr": NARROW,
    "phone-note.3gp": NARROW,
    "memo.caf": [],
    "lossless.caf": ["-c:a", "alac"],
    "windows.wma": ["-c:a", "wmav2"],
    "bare.mp3": BARE,
    "layer-two.mp3": ["-c:a", "mp2", "-f", "mp2"],
    "browser-sound.webm": ["-c:a", "libopus", "-live", "1"],
    "lossless.m4a": ["-c:a", "alac"],
    "pieces.m4a": ["-movflags", "frag_keyframe+empty_moov"],
    "studio.wav": ["-c:a", "pcm_f32le", "-ar", "96000", "-ac", "2"],
    "voice.aac": ["-ar", "16000", "-ac", "1"],
}
FILMS = {
    "windows.wmv": ["-c:v", "wmv2", "-c:a", "wmav2"],
    "camcorder.avi": ["-c:v", "dvvideo", "-s", "720x576"],
    "camera.avi": ["-c:v", "mjpeg", "-pix_fmt", "yuvj422p", "-c:a", "pcm_u8"],
    "fields.mkv": ["-c:v", "mpeg2video", "-flags", "+ildct+ilme", "-vf", "setfield=tff"],
    "iphone.mov": ["-c:v", "libx265", "-x265-params", "log-level=error", "-tag:v", "hvc1"],
    "av1.webm": ["-c:v", "libsvtav1", "-preset", "12", "-c:a", "libopus"],
    "pieces.mov": ["-movflags", "frag_keyframe+empty_moov"],
    "old-phone.3gp": ["-c:v", "h263", "-s", "352x288", *NARROW],
    "browser-vp9.webm": [*VP9, "-live", "1"],
    "odd.webm": [*VP9, "-s", "319x239"],
    "cinema.mkv": ["-c:v", "libx264", "-ac", "6", "-c:a", "ac3"],
    "late-index.mp4": ["-c:v", "libx264", "-an"],
}


@pytest.mark.parametrize("name", SOUNDS)
def test_every_sound_is_known_and_made(made: Made, tmp_path: Path, name: str) -> None:
    outcome = made_of(made(name, samples.sound, *SOUNDS[name]), tmp_path)
    assert [made.name for made in outcome.made] == ["sound.m4a"]
    assert outcome.duration == pytest.approx(SECONDS, abs=0.25)


@pytest.mark.parametrize("name", FILMS)
def test_every_film_is_known_and_made(made: Made, tmp_path: Path, name: str) -> None:
    source = made(name, samples.film, *FILMS[name])
    assert (confined.probe(source, sniff(source)).duration is None) == ("-live" in FILMS[name])
    outcome = made_of(source, tmp_path)
    assert [made.name for made in outcome.made] == ["film.mp4", "poster.jpg"]
    assert outcome.duration == pytest.approx(SECONDS, abs=0.25)
    with av.open(str(tmp_path / "film.mp4")) as container:
        stream = container.streams.video[0]
        assert (stream.codec_context.name, stream.codec_context.pix_fmt) == ("h264", "yuv420p")


CUTS = {**SOUNDS, **{name: FILMS[name] for name in ("windows.wmv", "camcorder.avi", "iphone.mov")}}
CUTS |= {
    "cut.aac": [],
    "cut.ogg": ["-c:a", "libvorbis"],
    "cut.opus": [],
    "pieces.mov": FILMS["pieces.mov"],
}


@pytest.mark.parametrize("name", CUTS)
@pytest.mark.parametrize("share", [0.53, 0.93])
def test_none_of_them_is_silently_shortened(
    made: Made, tmp_path: Path, name: str, share: float
) -> None:
    whole = made(name, samples.film if name in FILMS else samples.sound, *CUTS[name])
    assert refusal_of(samples.cut(whole, share), tmp_path) == "broken"


TURNS = {0: (320, 200), 90: (200, 320), 180: (320, 200), -90: (200, 320)}


@pytest.mark.parametrize("turn", TURNS)
def test_the_corners_of_a_turned_film(made: Made, tmp_path: Path, turn: int) -> None:
    """A phone writes the picture as its sensor saw it, and a matrix that turns it."""
    picture = tmp_path / "seen.png"
    samples.cornered(320, 200).rotate(-turn, expand=True).save(picture)
    flat = tmp_path / "flat.mp4"
    still = ["-loop", "1", "-framerate", "5", "-t", "1", "-i", str(picture)]
    samples.recorded(flat, *still, "-pix_fmt", "yuv420p", "-c:v", "libx264")
    turned = tmp_path / "turned.mp4"
    matrix = ["-display_rotation", str(turn), "-i", str(flat), "-c", "copy", str(turned)]
    subprocess.run([ffmpeg.program(), "-v", "error", "-y", *matrix], check=True, timeout=60)
    outcome = made_of(turned, tmp_path)
    assert (outcome.width, outcome.height) == (320, 200)
    for name in ("film.mp4", "poster.jpg"):
        assert corners_of(tmp_path / name) == list(samples.CORNERS.values())


def corners_of(path: Path) -> list[str]:
    """The names of the colours nearest to the four corners of a picture or a film."""
    with av.open(str(path)) as container:
        picture = next(container.decode(video=0)).to_image()
    at = [(x, y) for y in (10, picture.height - 10) for x in (10, picture.width - 10)]
    return [nearest(picture.getpixel(place)) for place in at]


def nearest(seen: tuple[int, int, int]) -> str:
    known = {"red": (255, 0, 0), "lime": (0, 255, 0), "blue": (0, 0, 255), "yellow": (255, 255, 0)}
    return min(
        known, key=lambda name: sum(abs(a - b) for a, b in zip(known[name], seen, strict=True))
    )


@pytest.mark.parametrize("transfer", ["arib-std-b67", "smpte2084"])
def test_a_film_brighter_than_a_screen_is_mapped_down(
    made: Made, tmp_path: Path, transfer: str
) -> None:
    tags = f"setparams=color_primaries=bt2020:colorspace=bt2020nc:color_trc={transfer}"
    deep = ["-vf", tags, "-pix_fmt", "yuv420p10le", "-c:v", "libx265", "-tag:v", "hvc1"]
    bright = ["-x265-params", "log-level=error:max-cll=1000,400", *deep]
    source = made(f"{transfer}.mov", samples.film, *bright, size="160x120")
    assert confined.probe(source, sniff(source)).hdr == transfer
    made_of(source, tmp_path)
    with av.open(str(tmp_path / "film.mp4")) as container:
        frame = next(container.decode(video=0))
        assert frame.format.name == "yuv420p"
        assert (frame.color_trc, frame.color_primaries, frame.colorspace) == (1, 1, 1)
        low, high = frame.to_image().convert("L").getextrema()
        assert low < 40
        assert high > 150
    assert not {b"mdcv", b"clli", b"dvcC"} & boxes_in(tmp_path / "film.mp4")


BRIGHT = {
    "arib-std-b67": {"white paper": (721, 512, 512), "red": (560, 460, 640)},
    "smpte2084": {"white paper": (573, 512, 512), "red": (500, 460, 640)},
}
"""Codes of 10 bits; white paper is 203 cd/m² (ITU-R BT.2408), 75 % of HLG and 58 % of PQ."""


@pytest.mark.parametrize("transfer", BRIGHT)
@pytest.mark.parametrize("what", ["white paper", "red"])
def test_a_bright_film_is_mapped_and_not_only_relabelled(
    made: Made, tmp_path: Path, transfer: str, what: str
) -> None:
    """Paper is as white whichever phone filmed it, and red is not washed out."""
    light, blue, red = BRIGHT[transfer][what]
    patch = f"format=yuv420p10le,geq=lum={light}:cb={blue}:cr={red}"
    tags = f"setparams=color_primaries=bt2020:colorspace=bt2020nc:color_trc={transfer}"
    deep = ["-vf", f"{patch},{tags}", "-pix_fmt", "yuv420p10le", "-c:v", "libx265"]
    quiet = ["-tag:v", "hvc1", "-x265-params", "log-level=error", "-t", "0.4"]
    name = f"{transfer}-{what.partition(' ')[0]}.mov"
    made_of(made(name, samples.film, *deep, *quiet, size="64x48"), tmp_path)
    with av.open(str(tmp_path / "film.mp4")) as container:
        seen = next(container.decode(video=0)).to_image().getpixel((32, 24))
    if what == "white paper":
        assert seen == pytest.approx((193, 193, 193), abs=5)
    else:
        # The codes as they are would be about (200, 130, 115) on a screen.
        assert seen[0] > 210
        assert max(seen[1:]) < 95


def test_a_film_has_a_blur_and_a_colour_of_its_poster(made: Made, tmp_path: Path) -> None:
    red = ["-vf", "drawbox=color=red:t=fill,drawbox=w=60:h=60:color=white:t=fill"]
    outcome = made_of(made("red.mkv", samples.film, *red, "-c:v", "mpeg4"), tmp_path)
    assert outcome.placeholder.startswith("data:image/webp;base64,")
    assert len(outcome.placeholder) <= glimpse.LONGEST
    assert nearest(ImageColor.getrgb(outcome.colour)) == "red"


def boxes_in(path: Path) -> set[bytes]:
    data = path.read_bytes()
    return {mark for mark in (b"mdcv", b"clli", b"dvcC") if mark in data}


def test_more_than_720_lines_give_a_large_film_too(made: Made, tmp_path: Path) -> None:
    fast = ["-c:v", "libx264", "-preset", "ultrafast", "-t", "1"]
    outcome = made_of(made("large.mkv", samples.film, *fast, size="1920x1080"), tmp_path)
    shown = {made.name: (made.width, made.height) for made in outcome.made}
    assert shown == {
        "film.mp4": (1280, 720),
        "film-1080.mp4": (1920, 1080),
        "poster.jpg": (1280, 720),
    }
    for name in ("film.mp4", "film-1080.mp4"):
        with av.open(str(tmp_path / name)) as container:
            assert container.duration / av.time_base == pytest.approx(1, abs=0.25)
            assert [stream.codec_context.name for stream in container.streams] == ["h264", "aac"]
            assert container.streams.audio[0].rate == 32000


@pytest.mark.parametrize(
    ("size", "large"),
    [
        ((1280, 720), None),
        ((4000, 700), None),
        ((1080, 1920), (1080, 1920)),
        ((3840, 2160), (1920, 1080)),
        ((1440, 1440), (1080, 1080)),
        ((1281, 721), (1280, 720)),
    ],
)
def test_where_a_large_film_is_made(size: tuple[int, int], large: tuple[int, int] | None) -> None:
    assert screen.shown(Streams(width=size[0], height=size[1])).large == large


@pytest.mark.parametrize(
    ("rate", "kept"),
    [(25.0, "25"), (29.97002997, "29.97"), (60.0, "60"), (240.0, "30"), (None, "30")],
)
def test_frame_rates_that_are_kept(rate: float | None, kept: str) -> None:
    shown = screen.shown(Streams(width=320, height=240, rate=rate))
    assert f"fps={kept}," in shown.graph("film")


def test_an_unsteady_film_becomes_steady(tmp_path: Path, made: Made) -> None:
    slower = ["-vf", "select='not(mod(n,3))+lt(t,1)'", "-fps_mode", "vfr", "-c:v", "libx264"]
    source = made("unsteady.mp4", samples.film, *slower, rate=50)
    assert confined.probe(source, sniff(source)).rate is None
    outcome = made_of(source, tmp_path)
    assert outcome.duration == pytest.approx(SECONDS, abs=0.25)
    with av.open(str(tmp_path / "film.mp4")) as container:
        assert container.streams.video[0].average_rate == screen.STEADY


def test_the_cover_of_a_film_is_not_the_film(made: Made, tmp_path: Path, photo: Path) -> None:
    """Cover art can be the first stream of pictures, so streams are taken by their number."""
    cover = ["-i", str(photo), "-map", "2", "-map", "0", "-map", "1", "-c:v:0", "mjpeg"]
    kinds = ["-disposition:v:0", "attached_pic", "-c:v:1", "libx264"]
    source = made(
        "covered.mp4",
        lambda path: samples.recorded(
            path, *samples.bars(), *samples.TONE, *cover, *kinds, "-pix_fmt", "yuv420p"
        ),
    )
    found = confined.probe(source, sniff(source))
    assert (found.kind, found.width, found.height) == (Kind.VIDEO, 320, 240)
    outcome = made_of(source, tmp_path)
    assert (outcome.width, outcome.height) == (320, 240)
    with Image.open(tmp_path / "poster.jpg") as poster:
        assert poster.size == (320, 240)
