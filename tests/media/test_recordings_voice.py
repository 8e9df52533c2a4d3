"""Every recording is as loud as the next, and what is held back is truly gone."""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable
from pathlib import Path

import pytest

from media.recipes import bleep, loudness
from media.recipes.hiding import Passage
from media.recipes.loudness import Loudness
from media.recipes.waveform import MOST, Waveform, window
from tests.media import samples
from tests.media.recorded import loudness_of, made_of, samples_of

Made = Callable[..., Path]

TOLERANCE = 1.5
"""LU, as `media/recipes/loudness.py` promises."""

PULSE = "asetnsamples=441,volume='0.15+0.85*lt(mod(t,1.1),0.05)':eval=frame"
VOICES = {
    "loud": "sine=440:duration=2,volume=17dB",
    "soft": "sine=440:duration=2,volume=-20dB",
    "two ears": "sine=440:duration=2,aformat=channel_layouts=stereo,volume=-9dB",
    "a crowd": "anoisesrc=color=brown:duration=3:amplitude=0.7:seed=1",
    "one that shouts": f"anoisesrc=color=brown:duration=4:amplitude=0.5:seed=2,{PULSE}",
    "clipped": "aevalsrc='0.99*sgn(sin(2*PI*150*t))':d=2",
}


def source_of(path: Path, graph: str) -> Path:
    return samples.recorded(path, "-f", "lavfi", "-i", graph)


@pytest.mark.parametrize("name", VOICES)
def test_every_voice_is_as_loud_as_the_next(tmp_path: Path, name: str) -> None:
    made_of(source_of(tmp_path / "voice.wav", VOICES[name]), tmp_path)
    heard, peak = loudness_of(tmp_path / "sound.m4a")
    assert heard == pytest.approx(loudness.TARGET, abs=TOLERANCE)
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


@pytest.mark.parametrize(
    ("heard", "gain"),
    [
        (Loudness(-26, 0.1), 10),
        (Loudness(-6, 1.0), -10),
        (Loudness(-70, 0.0), 0),
        (Loudness(-51, 0.01), 0),
        (Loudness(), 0),
        (Loudness(math.nan, 0.5), 0),
        (Loudness(-26, 0.1, more=2), 12),
    ],
)
def test_the_gain(heard: Loudness, gain: float) -> None:
    assert heard.gain == gain


def test_peaks_are_held_back_only_where_they_would_pass_the_ceiling() -> None:
    assert "alimiter" in Loudness(-30, 0.5).filters()
    assert "alimiter" not in Loudness(-16, 0.1).filters()


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
