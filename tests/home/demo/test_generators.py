"""Pictures, sounds, films and papers: made from nothing, the same each time, and only once."""

from __future__ import annotations

import wave
from array import array
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from zipfile import ZipFile

import docx
import imageio_ffmpeg
import pypdfium2
import pytest
from PIL import Image, ImageStat

from home.demo import films, letters, papers, pictures, sounds, workshop
from home.demo.content.speech import SPEECHES
from home.demo.drawing import lettering
from home.demo.drawing.finish import Finish
from home.demo.drawing.lettering import Hand
from home.demo.finished import finished
from home.demo.sounding import noises, voice
from home.demo.sounding.instruments import HARMONIUM
from home.demo.sounding.tunes import Part, Tune, hertz, perform
from home.demo.sounding.wave_file import RATE
from media.transcripts import webvtt
from media.transcripts.cues import Cue

SCENES = pictures.scenes()


@pytest.mark.parametrize("name", sorted(SCENES))
def test_a_scene_is_a_whole_picture(name: str) -> None:
    block = SCENES[name].block()
    assert block.size == SCENES[name].size
    assert min(ImageStat.Stat(block).stddev) > 12


def test_there_are_many_scenes_in_every_finish() -> None:
    assert len(SCENES) >= 30
    assert {scene.finish for scene in SCENES.values()} == set(Finish)


def test_a_picture_is_drawn_once_and_always_the_same(tmp_path: Path) -> None:
    path = pictures.draw("rent-man", tmp_path)
    first = path.read_bytes()
    written = path.stat().st_mtime_ns
    assert pictures.draw("rent-man", tmp_path).stat().st_mtime_ns == written
    path.unlink()
    assert pictures.draw("rent-man", tmp_path).read_bytes() == first
    with Image.open(path) as picture:
        assert picture.size == SCENES["rent-man"].size


def test_a_tune_lasts_as_long_as_its_notes(tmp_path: Path) -> None:
    sound = perform(Tune(120, (Part(HARMONIUM, "A4 - C4+E4/2"),)))
    assert len(sound) == pytest.approx((4 * 0.5 + 1.2) * RATE, abs=2)
    assert hertz("A4") == 440
    assert hertz("Bb4") == pytest.approx(hertz("A#4")) == pytest.approx(466.16, abs=0.01)


def test_a_noise_swells_and_dies() -> None:
    sound = noises.tram()
    middle = max(sound[4 * RATE : 6 * RATE])
    assert middle > 10 * max(sound[-RATE // 10 :])


def test_a_sound_is_made_once(tmp_path: Path) -> None:
    path = sounds.make("aisha-asks", tmp_path)
    with wave.open(str(path)) as file:
        assert file.getframerate() == RATE
        heard = array("h", file.readframes(file.getnframes()))
    assert max(heard) > 20_000
    written = path.stat().st_mtime_ns
    assert sounds.make("aisha-asks", tmp_path).stat().st_mtime_ns == written


def test_every_tune_has_a_maker() -> None:
    assert all(callable(sounds.maker(name)) for name in sounds.names() if name not in SPEECHES)


def test_what_a_voice_says_is_written_beside_it_with_its_times(tmp_path: Path) -> None:
    cues = _written_beside("aisha-asks", tmp_path)
    assert {cue.speaker for cue in cues} == {"Aisha"}


def test_an_interview_is_written_down_turn_by_turn(tmp_path: Path) -> None:
    cues = _written_beside("frank-on-the-birds", tmp_path)
    assert [who for who, _ in groupby(cues, lambda cue: cue.speaker)] == ["Kayleigh", "Frank"] * 4


def _written_beside(name: str, folder: Path) -> list[Cue]:
    """Every word in its order, up to the end of the sound."""
    with wave.open(str(sounds.make(name, folder))) as file:
        seconds = file.getnframes() / file.getframerate()
    cues = webvtt.read((folder / f"{name}.vtt").read_text())
    assert " ".join(cue.text for cue in cues) == SPEECHES[name].words
    times = [time for cue in cues for time in (cue.start_ms, cue.end_ms)]
    assert times == sorted(times)
    assert times[-1] / 1000 == pytest.approx(seconds - voice.TAIL, abs=0.06)
    return cues


def test_a_letter_is_typed_once_and_always_the_same(tmp_path: Path) -> None:
    path = letters.make("pearls-letters-home", tmp_path)
    first, written = path.read_bytes(), path.stat().st_mtime_ns
    assert letters.make("pearls-letters-home", tmp_path).stat().st_mtime_ns == written
    with ZipFile(path) as packed:
        assert {member.date_time[0] for member in packed.infolist()} == {1980}
    path.unlink()
    assert letters.make("pearls-letters-home", tmp_path).read_bytes() == first
    said = "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    assert said.count("Dear Mama,") == said.count("Your loving Pearl") == 3


def test_without_its_package_there_is_no_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(voice.VoiceMissing, match="nobody"):
        voice.speak("Now then.", voice.Speaker("nobody"))
    monkeypatch.setattr(voice, "find_spec", lambda _: None)
    with pytest.raises(voice.VoiceMissing, match="not installed"):
        voice.start.__wrapped__()


def test_without_its_package_there_is_no_font(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lettering, "find_spec", lambda _: None)
    with pytest.raises(LookupError, match="font_caladea"):
        lettering.face.__wrapped__(Hand.BOOK, 20)


@pytest.mark.parametrize("name", sorted(films.FILMS))
def test_a_film_has_frames(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    film = films.FILMS[name]
    monkeypatch.setitem(films.FILMS, name, replace(film, seconds=0.3, sound="aisha-asks"))
    path = films.make(name, tmp_path)
    frames, seconds = imageio_ffmpeg.count_frames_and_secs(str(path))
    assert frames == int(0.3 * films.RATE)
    assert seconds < 1
    assert films.make(name, tmp_path) == path


@pytest.mark.parametrize("name", sorted(papers.papers()))
def test_a_paper_has_its_pages(name: str, tmp_path: Path) -> None:
    path = papers.make(name, tmp_path)
    document = pypdfium2.PdfDocument(path)
    assert len(document) == len(papers.papers()[name]) >= 2
    document.close()
    first = path.read_bytes()
    path.unlink()
    assert papers.make(name, tmp_path).read_bytes() == first


def test_the_workshop_makes_two_at_a_time(tmp_path: Path) -> None:
    wanted = [("paper", "recipe-card"), ("picture", "pierogi")]
    workshop.make_all(wanted, tmp_path / "new")
    assert {path.name for path in (tmp_path / "new").iterdir()} == {
        "recipe-card.pdf",
        "pierogi.jpg",
    }
    workshop.make_all(wanted, tmp_path / "new", makers=1)


def test_a_half_made_file_never_has_the_name(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), finished(tmp_path / "film.mp4") as part:
        part.write_bytes(b"half")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []
