"""Every recording is as loud as the next, and what is held back is truly gone."""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable
from pathlib import Path

import pytest

from media.recipes import bleep, heights, loudness
from media.recipes.hiding import Passage
from media.recipes.loudness import Loudness
from media.recipes.waveform import MOST, Waveform, window
from tests.media import samples
from tests.media.recorded import loudness_of, made_of, samples_of

Made = Callable[..., Path]

TOLERANCE = 1.5
"""LU, as `media/recipes/loudness.py` promises."""

PULSE = "asetnsamples=441,volume='0.15+0.85*lt(mod(t,1.1),0.05)':eval=frame"
CLAP = "asetnsamples=48,volume='{}+exp(-{}*mod(t,{}))':eval=frame"
HISS = "anoisesrc=color=white:duration=4:amplitude=0.9:seed=3:sample_rate=48000"
THROAT = "exp(-400*mod(t,0.009))*sin(4400*mod(t,0.009))*abs(sin(13*t))*lt(mod(t,2),1.5)"
BAND = "sin(1382*t)+sin(1740*t)+2*sin(377*t)*exp(-9*mod(t,0.5))+3*random(0)*exp(-60*mod(t,0.25))"
VOICES = {
    "loud": "sine=440:duration=2,volume=17dB",
    "soft": "sine=440:duration=2,volume=-20dB",
    "two ears": "sine=440:duration=2,aformat=channel_layouts=stereo,volume=-9dB",
    "a crowd": "anoisesrc=color=brown:duration=3:amplitude=0.7:seed=1",
    "one that shouts": f"anoisesrc=color=brown:duration=4:amplitude=0.5:seed=2,{PULSE}",
    "clipped": "aevalsrc='0.99*sgn(sin(2*PI*150*t))':d=2",
    "speech": f"aevalsrc='0.9*{THROAT}':s=48000:d=4",
    "soft speech": f"aevalsrc='0.05*{THROAT}':s=48000:d=4",
    "music": f"aevalsrc='0.15*({BAND})':s=44100:d=4,aformat=channel_layouts=stereo",
    "white noise": HISS,
    "white noise in fine steps": HISS.replace("48000", "96000"),
    "violet noise": HISS.replace("white", "violet"),
    "applause": f"{HISS},{CLAP.format(0.02, 80, 0.1)}",
    "a clap in each ear": f"{HISS},{CLAP.format(0.003, 60, 0.4)},aformat=channel_layouts=stereo",
}
LONELY = {
    "claps": f"{HISS},{CLAP.format(0.003, 60, 0.8)}",
    "short claps": f"{HISS},{CLAP.format(0.001, 200, 1.3)}",
    "clicks": "aevalsrc='0.95*lt(mod(t,0.5),0.00005)+0.01*sin(2*PI*300*t)':s=48000:d=3",
}
"""Sounds that cannot have both: the ceiling is kept, and they stay softer."""


def source_of(path: Path, graph: str) -> Path:
    return samples.recorded(path, "-f", "lavfi", "-i", graph)


@pytest.mark.parametrize("name", VOICES)
def test_every_voice_is_as_loud_as_the_next(tmp_path: Path, name: str) -> None:
    made_of(source_of(tmp_path / "voice.wav", VOICES[name]), tmp_path)
    heard, peak = loudness_of(tmp_path / "sound.m4a")
    assert heard == pytest.approx(loudness.TARGET, abs=TOLERANCE)
    assert peak <= loudness.CEILING


@pytest.mark.parametrize("name", LONELY)
def test_single_claps_keep_under_the_ceiling(tmp_path: Path, name: str) -> None:
    made_of(source_of(tmp_path / "claps.wav", LONELY[name]), tmp_path)
    heard, peak = loudness_of(tmp_path / "sound.m4a")
    assert -30 < heard <= loudness.TARGET
    assert peak <= loudness.CEILING


def test_a_film_is_as_loud_as_a_sound(made: Made, tmp_path: Path) -> None:
    quiet = ["-af", "volume=-12dB", "-c:v", "mpeg4"]
    made_of(made("quiet.mkv", samples.film, *quiet), tmp_path)
    assert loudness_of(tmp_path / "film.mp4")[0] == pytest.approx(loudness.TARGET, abs=TOLERANCE)


@pytest.mark.parametrize(
    ("graph", "most"),
    [
        ("anullsrc=duration=1", -69.0),
        ("anoisesrc=color=pink:amplitude=0.002:duration=2:seed=3", -50.0),
        ("sine=440:duration=0.2", -16.0),
    ],
)
def test_silence_is_not_made_into_noise(tmp_path: Path, graph: str, most: float) -> None:
    made_of(source_of(tmp_path / "silence.wav", graph), tmp_path)
    heard, peak = loudness_of(tmp_path / "sound.m4a")
    assert heard <= most
    assert peak <= loudness.CEILING


def heard(integrated: float, *windows: tuple[float, float]) -> Loudness:
    """A sound of so many LUFS, of windows with these peaks and powers in dBFS."""
    loudness = Loudness(integrated)
    for peak, power in windows:
        loudness.line(f"{heights.PEAK}{peak}")
        loudness.line(f"{heights.POWER}{power}")
    return loudness


EVEN = [(-20, -26)] * 9


@pytest.mark.parametrize(
    ("found", "gain"),
    [
        (heard(-26, *EVEN), 10),
        (heard(-6, (0, -6)), -10),
        (heard(-70), 0),
        (heard(-51, (-40, -51)), 0),
        (heard(-70, (0, -6)), 0),
        (Loudness(), 0),
        (heard(math.nan, (math.nan, math.inf)), 0),
        (heard(-26, *EVEN, (-10, -26)), 10),
        (heard(-26, *EVEN, (-10, -16)), 12),
        (heard(-36, (0, -16)), 36),
    ],
)
def test_the_gain(found: Loudness, gain: float) -> None:
    """What single peaks take away is made up for, but never without end."""
    assert found.gain == pytest.approx(gain, abs=0.5)


@pytest.mark.parametrize(("limit", "lost"), [(0, 0), (-4, 0), (-6, 2), (-14, 10)])
def test_what_holding_back_takes_away(limit: float, lost: float) -> None:
    """A sound whose every peak stands at -4 dBFS loses about what they lose."""
    found = heard(-16, *[(-4, -16)] * 5).heights
    assert found.lost(limit) == pytest.approx(lost * heights.FADES)


def test_peaks_are_held_back_only_where_they_would_pass_the_ceiling() -> None:
    assert "alimiter" in heard(-30, (-6, -20)).filters()
    assert "alimiter" not in heard(-16, (-20, -20)).filters()


def test_what_is_pressed_hard_gets_more_bits() -> None:
    assert heard(-26, *EVEN).care is loudness.PLAIN
    assert heard(-36, (0, -16)).care is loudness.STEEP


HELD = (0.8, 1.2)
PCM = ["-c:a", "pcm_s16le"]


def spoken(pitch: int) -> str:
    """A tone with a word of another pitch, and of another loudness, from 0.8 s to 1.2 s."""
    other = f"0.9*sin(2*PI*{pitch}*t)"
    return f"aevalsrc='if(between(t,0.8,1.2),{other},0.2*sin(2*PI*440*t))':s=48000:d=2"


def test_what_is_held_back_leaves_no_trace_in_a_sound(tmp_path: Path) -> None:
    """Two recordings that differ only in the word that is held back become the same file."""
    files, bands = [], []
    for pitch in (700, 3000):
        folder = tmp_path / str(pitch)
        folder.mkdir()
        source = source_of(folder / "word.wav", spoken(pitch))
        bands.append(made_of(source, folder, HELD).peaks)
        files.append((folder / "sound.m4a").read_bytes())
    assert files[0] == files[1]
    assert bands[0] == bands[1]


def test_what_is_held_back_leaves_no_trace_in_a_film(tmp_path: Path) -> None:
    sounds = []
    for pitch in (700, 3000):
        folder = tmp_path / str(pitch)
        folder.mkdir()
        picture = ["-f", "lavfi", "-i", "testsrc2=size=1296x728:rate=5:duration=2", *PCM]
        fast = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"]
        word = ["-f", "lavfi", "-i", spoken(pitch)]
        source = samples.recorded(folder / "word.mkv", *word, *picture, *fast)
        made_of(source, folder, HELD)
        names = ("film.mp4", "film-1080.mp4")
        sounds.append([samples_of(folder / name).tobytes() for name in names])
    assert sounds[0] == sounds[1]
    for name in ("film.mp4", "film-1080.mp4"):
        assert power(samples_of(tmp_path / "700" / name), 1000, 0.9, 1.1) > 100


def test_a_tone_stands_in_its_place_and_nowhere_else(tmp_path: Path) -> None:
    source = source_of(tmp_path / "tone.wav", "sine=440:duration=2")
    made_of(source, tmp_path, HELD)
    heard = samples_of(tmp_path / "sound.m4a")
    for start, end in ((0.7, 0.8), (0.9, 1.1), (1.2, 1.28)):
        assert power(heard, 1000, start, end) > 1000 * power(heard, 440, start, end)
    for start, end in ((0.1, 0.6), (1.4, 1.9)):
        assert power(heard, 440, start, end) > 1000 * power(heard, 1000, start, end)
    assert loudness_of(tmp_path / "sound.m4a")[0] == pytest.approx(-16, abs=TOLERANCE)


def test_a_recording_held_back_as_a_whole_is_one_long_tone(tmp_path: Path) -> None:
    source = source_of(tmp_path / "all.wav", "sine=440:duration=2")
    outcome = made_of(source, tmp_path, (0, 99))
    heard = samples_of(tmp_path / "sound.m4a")
    assert outcome.duration == pytest.approx(2, abs=0.25)
    assert power(heard, 1000, 0.05, 1.9) > 1000 * power(heard, 440, 0.05, 1.9)


def power(heard: array[int], pitch: int, start: float, end: float, rate: int = 8000) -> float:
    """How much of one pitch there is in a stretch (a single bin of a Fourier transform)."""
    stretch = heard[int(start * rate) : int(end * rate)]
    turn = 2 * math.pi * pitch / rate
    real = math.fsum(value * math.cos(turn * at) for at, value in enumerate(stretch))
    imaginary = math.fsum(value * math.sin(turn * at) for at, value in enumerate(stretch))
    return (real**2 + imaginary**2) / len(stretch) ** 2


@pytest.mark.parametrize(
    ("passages", "stretches"),
    [
        ([], []),
        ([(1, 2)], [(0.9, 2.1)]),
        ([(5, 6), (1, 2), (2.1, 3)], [(0.9, 3.1), (4.9, 6.1)]),
        ([(0, 9), (2, 3)], [(0, 9.1)]),
    ],
)
def test_passages_that_touch_become_one(
    passages: list[tuple[float, float]], stretches: list[tuple[float, float]]
) -> None:
    found = bleep.stretches(tuple(Passage(*passage) for passage in passages))
    assert [pytest.approx(stretch) for stretch in stretches] == found


def test_the_band_shows_where_it_is_loud(tmp_path: Path) -> None:
    graph = "aevalsrc='if(lt(t,1),0.02,0.4)*sin(2*PI*300*t)':d=2"
    peaks = made_of(source_of(tmp_path / "rising.wav", graph), tmp_path).peaks
    assert len(peaks) == MOST
    assert max(peaks[:45]) < min(peaks[51:95])
    assert max(peaks) == 100
    assert min(peaks[:90]) > 0


def test_the_band_of_silence_is_flat(tmp_path: Path) -> None:
    peaks = made_of(source_of(tmp_path / "silent.wav", "anullsrc=duration=1"), tmp_path).peaks
    assert set(peaks) == {0}


def test_four_hours_are_drawn_in_the_same_few_bars() -> None:
    band = Waveform()
    for reading in range(4 * 36_000):
        band.line(f"lavfi.astats.Overall.RMS_level={'-20.0' if reading % 2 else '-inf'}")
    assert band.peaks() == (100,) * MOST
    assert band.powers.itemsize * len(band.powers) < 1024**2


def test_a_band_of_little() -> None:
    assert Waveform().peaks() == ()
    assert window(0) == 0.01
    assert window(3600) == 0.1
