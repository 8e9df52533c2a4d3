"""Sounds and films come out playable everywhere, whole, upright and nameless, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import av
import pytest
from PIL import Image, ImageStat

from media.children import Ended
from media.formats import FORMATS, Kind
from media.recipes import confined, ffmpeg, make, posters, probe, reopen, screen, sounds
from media.recipes.loudness import Loudness
from media.recipes.made import Outcome
from media.recipes.streams import Streams
from media.recipes.voice import Voice
from media.refusals import Refused
from media.sniff import sniff
from tests.media import samples
from tests.media.samples import SECONDS, SECRET

Made = Callable[..., Path]

SOUNDS = {
    "a.mp3": [],
    "a.m4a": [],
    "a.aac": [],
    "a.ogg": ["-c:a", "libvorbis"],
    "a.opus": [],
    "a.flac": [],
    "a.wav": [],
    "deep.wav": ["-c:a", "pcm_s24le"],
    "float.wav": ["-c:a", "pcm_f32le"],
    "a.webm": ["-c:a", "libopus"],
    "round.wav": ["-ac", "6"],
}
FILMS = {
    "a.mp4": [],
    "late-index.mov": [],
    "pieces.mp4": ["-movflags", "frag_keyframe+empty_moov"],
    "browser.webm": ["-c:v", "libvpx", "-c:a", "libopus", "-live", "1"],
    "vp9.webm": ["-c:v", "libvpx-vp9", "-cpu-used", "8", "-c:a", "libopus"],
    "round.mkv": ["-ac", "6"],
    "old.avi": ["-c:v", "mpeg4", "-c:a", "libmp3lame"],
    "phone.3gp": ["-c:v", "mpeg4", "-c:a", "aac"],
    "theora.ogg": ["-c:v", "libtheora", "-c:a", "libvorbis"],
}

SIGNATURES = ("Lavf", "Lavc", "x264", "Handler", "udta", "ilst", "tmcd", "chpl")


def made_of(source: Path, into: Path) -> Outcome:
    format = sniff(source)
    kind = confined.probe(source, format).kind
    return make(kind, source, format, into, lambda percent: None)


def refusal_of(source: Path, into: Path) -> str:
    with pytest.raises(Refused) as caught:
        made_of(source, into)
    return caught.value.code


def streams_of(path: Path) -> dict[str, str]:
    with av.open(str(path)) as container:
        return {stream.type: stream.codec_context.name for stream in container.streams}


def no_secret_in(folder: Path, outcome: Outcome) -> None:
    for made in outcome.made:
        path = folder / made.name
        data = path.read_bytes()
        for mark in (SECRET, "+53.5", "creation_time", *SIGNATURES):
            assert mark.encode() not in data, (made.name, mark)
        with av.open(str(path)) as container:
            assert not {"title", "comment", "location", "encoder"} & set(container.metadata)


def starts_at_once(path: Path) -> bool:
    data = path.read_bytes()
    return data.index(b"moov") < data.index(b"mdat")


@pytest.mark.parametrize("name", SOUNDS)
def test_every_sound_becomes_aac(made: Made, tmp_path: Path, name: str) -> None:
    source = made(f"sound-{name}", samples.sound, *SOUNDS[name])
    outcome = made_of(source, tmp_path)
    assert [made.name for made in outcome.made] == ["sound.m4a"]
    assert outcome.made[0].content_type == "audio/mp4"
    assert outcome.duration == pytest.approx(SECONDS, abs=0.25)
    assert streams_of(tmp_path / "sound.m4a") == {"audio": "aac"}
    assert starts_at_once(tmp_path / "sound.m4a")
    no_secret_in(tmp_path, outcome)


@pytest.mark.parametrize("name", FILMS)
def test_every_film_becomes_h264(made: Made, tmp_path: Path, name: str) -> None:
    source = made(f"film-{name}", samples.film, *FILMS[name])
    outcome = made_of(source, tmp_path)
    assert [made.name for made in outcome.made] == ["film.mp4", "poster.jpg"]
    assert outcome.duration == pytest.approx(SECONDS, abs=0.25)
    assert (outcome.width, outcome.height) == (320, 240)
    assert streams_of(tmp_path / "film.mp4") == {"video": "h264", "audio": "aac"}
    assert starts_at_once(tmp_path / "film.mp4")
    no_secret_in(tmp_path, outcome)
    with Image.open(tmp_path / "poster.jpg") as poster:
        assert poster.size == (320, 240)
        assert ImageStat.Stat(poster.convert("L")).mean[0] > posters.LIGHT


def test_a_film_without_sound_stays_silent(made: Made, tmp_path: Path) -> None:
    source = made("silent.mp4", samples.recorded, *samples.bars(), "-pix_fmt", "yuv420p")
    made_of(source, tmp_path)
    assert streams_of(tmp_path / "film.mp4") == {"video": "h264"}


def test_the_cover_of_a_song_is_no_film(made: Made, tmp_path: Path, photo: Path) -> None:
    source = made(
        "covered.mp3",
        samples.recorded,
        *samples.TONE,
        *("-i", str(photo), "-map", "0", "-map", "1", "-c:v", "mjpeg"),
        *("-disposition:v", "attached_pic"),
    )
    outcome = made_of(source, tmp_path)
    assert [made.name for made in outcome.made] == ["sound.m4a"]
    assert streams_of(tmp_path / "sound.m4a") == {"audio": "aac"}


@pytest.mark.parametrize(
    ("size", "rate", "shown"),
    [("1280x640", 25, (1280, 640)), ("321x241", 25, (320, 240)), ("720x1440", 120, (640, 1280))],
)
def test_films_fit_720p_with_even_sides(
    made: Made, tmp_path: Path, size: str, rate: int, shown: tuple[int, int]
) -> None:
    options = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv444p"]
    source = made(f"sized-{size}.mkv", samples.film, *options, size=size, rate=rate)
    outcome = made_of(source, tmp_path)
    assert (outcome.width, outcome.height) == shown
    with av.open(str(tmp_path / "film.mp4")) as container:
        stream = container.streams.video[0]
        assert (stream.width, stream.height) == shown
        assert float(stream.average_rate or 0) <= screen.FASTEST + 1


@pytest.mark.parametrize(
    ("width", "height", "shown"),
    [
        (640, 480, (640, 480)),
        (1280, 720, (1280, 720)),
        (3840, 2160, (1280, 720)),
        (1080, 1920, (720, 1280)),
        (4000, 100, (1280, 32)),
        (641, 481, (640, 480)),
        (1, 1, (2, 2)),
        (9000, 3, (1280, 2)),
    ],
)
def test_the_shown_size(width: int, height: int, shown: tuple[int, int]) -> None:
    assert screen.fitted(Streams(width=width, height=height)) == shown


@pytest.mark.parametrize(
    ("streams", "code"),
    [
        (Streams(has_sound=True), "nothing_to_play"),
        (Streams(width=20000, height=9000), "too_many_pixels"),
    ],
)
def test_a_size_that_cannot_be(streams: Streams, code: str) -> None:
    with pytest.raises(Refused) as caught:
        screen.fitted(streams)
    assert caught.value.code == code


def test_a_phone_held_upright_gives_an_upright_film(made: Made, film: Path, tmp_path: Path) -> None:
    turned = samples.cut(film, 1.0).with_name("turned.mp4")
    import subprocess

    command = [ffmpeg.program(), "-v", "error", "-y", "-display_rotation", "90", "-i", str(film)]
    subprocess.run([*command, "-c", "copy", str(turned)], check=True, timeout=60)
    outcome = made_of(turned, tmp_path)
    assert (outcome.width, outcome.height) == (240, 320)


def test_a_widened_film_gets_square_pixels(made: Made, tmp_path: Path) -> None:
    source = made("wide.mp4", samples.film, "-vf", "setsar=2/1", "-c:v", "libx264")
    outcome = made_of(source, tmp_path)
    assert (outcome.width, outcome.height) == (640, 240)


def test_a_film_that_begins_in_the_dark_gets_a_light_poster(made: Made, tmp_path: Path) -> None:
    source = made("dark.mp4", samples.film, "-vf", "fade=in:st=0.4:d=0.2", "-c:v", "libx264")
    made_of(source, tmp_path)
    with Image.open(tmp_path / "poster.jpg") as poster:
        assert ImageStat.Stat(poster.convert("L")).mean[0] > posters.LIGHT


def test_a_black_film_still_gets_a_poster(made: Made, tmp_path: Path) -> None:
    black = ["-f", "lavfi", "-i", "color=black:size=320x240:duration=1"]
    outcome = made_of(made("black.mp4", samples.recorded, *black), tmp_path)
    assert outcome.made[1].name == "poster.jpg"


CUTS = ["cut.mp3", "cut.m4a", "cut.flac", "cut.wav", "cut.mp4", "cut.mov", "cut.avi", "cut.mkv"]


@pytest.mark.parametrize("name", CUTS)
def test_a_recording_that_was_cut_off_is_refused(made: Made, tmp_path: Path, name: str) -> None:
    is_film = name.split(".")[1] in ("mp4", "mov", "avi", "mkv")
    start = ["-movflags", "+faststart"] if name.endswith(("mp4", "mov", "m4a")) else []
    whole = made(f"whole-{name}", samples.film if is_film else samples.sound, *start)
    assert refusal_of(samples.cut(whole), tmp_path) == "broken"


def test_a_film_cut_a_little_before_its_end_does_not_pass_for_whole(
    film: Path, tmp_path: Path
) -> None:
    """Its index is all there, so what reads only that would call it two seconds long."""
    shorter = samples.cut(film, 0.9)
    with av.open(str(shorter)) as container:
        assert (container.duration or 0) / av.time_base == pytest.approx(SECONDS, abs=0.1)
    assert refusal_of(shorter, tmp_path) == "broken"


def test_a_film_spoiled_in_the_middle_is_refused(film: Path, tmp_path: Path) -> None:
    data = bytearray(film.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 20000] = bytes(range(256)) * 78 + bytes(32)
    spoiled = tmp_path / "spoiled.mp4"
    spoiled.write_bytes(data)
    assert refusal_of(spoiled, tmp_path) == "broken"


@pytest.mark.parametrize("name", ["known.mp3", "known.ogg"])
def test_a_stray_end_is_let_pass(made: Made, tmp_path: Path, name: str) -> None:
    source = tmp_path / name
    source.write_bytes(made(name, samples.sound).read_bytes() + b"TAG" + bytes(125))
    assert made_of(source, tmp_path).duration == pytest.approx(SECONDS, abs=0.25)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            "list.mp4",
            b"\x00\x00\x00\x18ftypisom\x00\x00\x00\x00isomiso2#EXTM3U\nfile:///etc/passwd\n",
        ),
        ("bare.mp4", b"\x00\x00\x00\x14ftypisom\x00\x00\x00\x00isom"),
        ("bare.webm", b"\x1a\x45\xdf\xa3webm" + bytes(100)),
        ("bare.ogg", b"OggS" + bytes(100)),
        ("bare.wav", b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(28)),
        ("bare.flac", b"fLaC" + bytes(100)),
    ],
)
def test_a_shell_with_nothing_in_it_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    source = tmp_path / name
    source.write_bytes(content)
    assert refusal_of(source, tmp_path) in ("broken", "nothing_to_play")


def test_a_file_of_subtitles_has_nothing_to_play(tmp_path: Path) -> None:
    words = tmp_path / "words.srt"
    words.write_text("1\n00:00:00,000 --> 00:00:01,000\nHello\n")
    source = samples.recorded(tmp_path / "words.mkv", "-i", str(words))
    assert refusal_of(source, tmp_path) == "nothing_to_play"


def test_a_recording_that_says_it_is_too_long_is_refused_at_once(
    sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ffmpeg, "MAX_SECONDS", 1)
    assert refusal_of(sound, tmp_path) == "too_long"


def test_a_recording_that_only_turns_out_to_be_too_long_is_refused(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = made("film-browser.webm", samples.film, *FILMS["browser.webm"])
    assert confined.probe(source, FORMATS["webm"]).duration is None
    monkeypatch.setattr(ffmpeg, "MAX_SECONDS", 0.5)
    assert refusal_of(source, tmp_path) == "too_long"


@pytest.mark.parametrize(
    ("ended", "heard", "code"),
    [
        (Ended(-9, ""), ffmpeg.Heard(seconds=1), "too_hard"),
        (Ended(0, "", timed_out=True), ffmpeg.Heard(seconds=1), "too_hard"),
        (Ended(1, ""), ffmpeg.Heard(seconds=1), "broken"),
        (Ended(0, "x\n" * 9), ffmpeg.Heard(seconds=1), "broken"),
        (Ended(0, "File ended prematurely"), ffmpeg.Heard(seconds=1), "broken"),
        (Ended(0, ""), ffmpeg.Heard(seconds=0), "broken"),
        (Ended(0, ""), ffmpeg.Heard(seconds=90, promised=100), "broken"),
    ],
)
def test_how_an_ending_is_judged(ended: Ended, heard: ffmpeg.Heard, code: str) -> None:
    with pytest.raises(Refused) as caught:
        ffmpeg.judge(ended, heard)
    assert caught.value.code == code


def test_a_few_complaints_are_let_pass() -> None:
    ffmpeg.judge(Ended(0, "a stray byte\n"), ffmpeg.Heard(seconds=99.5, promised=100))


def test_an_output_that_cannot_be_written_is_our_fault(sound: Path, tmp_path: Path) -> None:
    with pytest.raises(confined.ChildFailed):
        sounds.make(sound, FORMATS["mp3"], tmp_path / "no-such-folder", lambda percent: None)


def test_progress_is_told_in_per_cent() -> None:
    heard = ffmpeg.Heard(expected=10)
    for line in (
        "frame=1",
        "out_time_us=N/A",
        "out_time_us=5000000",
        "out_time_us=-1",
        "progress=end",
    ):
        heard.line(line)
    assert (heard.seconds, heard.percent) == (5, 50)
    slow = ffmpeg.Heard(expected=10, rate=2)
    for line in ("out_time_us=5000000", "frame=N/A", "frame=16"):
        slow.line(line)
    assert (slow.seconds, slow.percent) == (8, 80)
    unknown = ffmpeg.Heard()
    unknown.line("out_time_us=5000000")
    assert unknown.percent == 0


def test_a_finished_file_is_opened_once_more(made: Made, film: Path, sound: Path) -> None:
    song = made("known.m4a", samples.sound)
    reopen.reopen(film, kind=Kind.VIDEO, seconds=SECONDS, size=(320, 240))
    for path, kind, seconds, size in (
        (song, Kind.VIDEO, SECONDS, None),
        (film, Kind.VIDEO, SECONDS + 1, None),
        (film, Kind.VIDEO, SECONDS, (320, 241)),
    ):
        with pytest.raises(ValueError, match=path.name):
            reopen.reopen(path, kind=kind, seconds=seconds, size=size)


def test_an_end_that_does_not_play_is_noticed(monkeypatch: pytest.MonkeyPatch, film: Path) -> None:
    monkeypatch.setattr(reopen, "next", lambda *args: None, raising=False)
    with pytest.raises(ValueError, match="an end that does not play"):
        reopen.reopen(film, kind=Kind.VIDEO, seconds=SECONDS)


def test_probing_in_this_process(film: Path, tmp_path: Path, made: Made) -> None:
    """The same code that the child runs, where coverage can see it."""
    found = probe.probe(film, FORMATS["mp4"])
    assert (found.width, found.height, found.has_sound, found.kind) == (320, 240, True, Kind.VIDEO)
    assert found.rate == 25
    assert probe.probe(made("known.m4a", samples.sound), FORMATS["mp4"]).kind is Kind.AUDIO
    whole = made("known.wav", samples.sound)
    assert probe.probe(whole, FORMATS["wav"]).channels == 1
    for path in (samples.cut(whole), samples.cut(film, 0.01)):
        with pytest.raises(Refused):
            probe.probe(path, sniff(path))
    empty = tmp_path / "words.mkv"
    words = tmp_path / "words.srt"
    words.write_text("1\n00:00:00,000 --> 00:00:01,000\nHello\n")
    with pytest.raises(Refused, match="nothing_to_play"):
        probe.probe(samples.recorded(empty, "-i", str(words)), FORMATS["matroska"])


@pytest.mark.parametrize(("channels", "kept"), [(1, 1), (6, 2), (None, 2)])
def test_one_ear_stays_one_ear(channels: int | None, kept: int) -> None:
    voice = Voice(Streams(has_sound=True, channels=channels), Loudness(), ())
    assert voice.encoding()[-4:] == ["-ac", str(kept), "-ar", "32000"]


def test_ffmpeg_is_told_what_to_read_and_to_read_only_files(sound: Path, film: Path) -> None:
    command = ffmpeg.reading(sound, FORMATS["mp3"])
    told = " ".join(command)
    assert "-nostdin" in command
    assert "-protocol_whitelist file -format_whitelist mp3 " in told
    assert " -f mp3 " in told
    assert "-enable_drefs" not in told
    assert command[-1] == f"file:{sound}"
    assert "-enable_drefs 0" in " ".join(ffmpeg.reading(film, FORMATS["mp4"]))
    allowed = command[command.index("-codec_whitelist") + 1].split(",")
    assert {"h264", "hevc", "vp9", "aac", "amrnb"} <= set(allowed)
    assert not {"ansi", "concat", "wrapped_avframe", "xbm"} & set(allowed)
