"""A short animation goes on moving, within bounds; whatever is too much becomes a still."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from media.recipes import moving, pictures
from media.recipes.hiding import Area, Hiding
from media.recipes.made import Outcome
from media.refusals import Refused
from media.sniff import sniff
from tests.media import picture_samples, samples, unspoken
from tests.media.corners import corners

Made = Callable[..., Path]


def made_of(source: Path, into: Path, hiding: Hiding | None = None) -> Outcome:
    return pictures.make(source, sniff(source), into, lambda percent: None, hiding or Hiding())


def names(outcome: Outcome) -> set[str]:
    return {made.name for made in outcome.made}


def times(path: Path) -> list[int]:
    """How long each frame is shown, in milliseconds."""
    with Image.open(path) as opened:
        shown = []
        for number in range(getattr(opened, "n_frames", 1)):
            opened.seek(number)
            opened.load()
            shown.append(int(opened.info["duration"]))
        return shown


@pytest.mark.parametrize("ending", ["gif", "png", "webp", "avif"])
def test_it_goes_on_moving(tmp_path: Path, made: Made, ending: str) -> None:
    source = made(f"moving.{ending}", picture_samples.animation)
    outcome = made_of(source, tmp_path)
    assert outcome.made[-1].name == "moving.webp"
    assert (outcome.made[-1].width, outcome.made[-1].height) == (160, 100)
    assert times(tmp_path / "moving.webp") == pytest.approx([120] * 4, abs=2)
    with Image.open(tmp_path / "moving.webp") as opened:
        assert opened.info["loop"] == 0
    assert corners(tmp_path / "moving.webp") == samples.CORNERS
    assert corners(tmp_path / "w480.jpg") == samples.CORNERS
    assert unspoken.told((tmp_path / "moving.webp").read_bytes()) == []


def test_each_frame_shows_its_own_moment(tmp_path: Path, made: Made) -> None:
    made_of(made("moving.gif", picture_samples.animation), tmp_path)
    dark = []
    with Image.open(tmp_path / "moving.webp") as opened:
        for number in range(4):
            opened.seek(number)
            line = opened.convert("L").crop((0, 50, 160, 51))
            dark.append(min(range(160), key=lambda x: sum(line.crop((x, 0, x + 8, 1)).tobytes())))
    assert dark == sorted(set(dark))


@pytest.mark.parametrize(("asked", "shown"), [(0, 100), (10, 100), (20, 20), (300, 300)])
def test_speed_is_what_a_browser_makes_of_it(tmp_path: Path, asked: int, shown: int) -> None:
    source = picture_samples.animation(tmp_path / "speed.gif", count=3, shown=asked)
    made_of(source, tmp_path)
    assert times(tmp_path / "moving.webp") == [shown] * 3


@pytest.mark.parametrize(("asked", "written"), [(0, 0), (2, 3)])
def test_a_gif_counts_how_often_it_comes_again(tmp_path: Path, asked: int, written: int) -> None:
    made_of(picture_samples.animation(tmp_path / "loop.gif", loop=asked), tmp_path)
    with Image.open(tmp_path / "moving.webp") as opened:
        assert opened.info["loop"] == written


def test_a_wide_one_is_made_smaller(tmp_path: Path) -> None:
    first, second = picture_samples.frames(2, (1000, 500))
    first.save(tmp_path / "wide.gif", save_all=True, append_images=[second], duration=100)
    outcome = made_of(tmp_path / "wide.gif", tmp_path)
    assert (outcome.made[-1].width, outcome.made[-1].height) == (640, 320)
    assert outcome.width == 1000


@pytest.mark.parametrize(
    ("bound", "value"), [("FRAMES", 3), ("SECONDS", 0.4), ("PIXELS", 160 * 100 * 3)]
)
def test_over_a_bound_it_is_a_still(
    tmp_path: Path, made: Made, monkeypatch: pytest.MonkeyPatch, bound: str, value: float
) -> None:
    monkeypatch.setattr(moving, bound, value)
    outcome = made_of(made("moving.gif", picture_samples.animation), tmp_path)
    assert "moving.webp" not in names(outcome)
    assert "w2400.webp" in names(outcome)


def test_two_thousand_frames_are_not_drawn(tmp_path: Path) -> None:
    """Each is a few bytes, and the first that is too many ends the work."""
    source = picture_samples.endless(tmp_path / "endless.gif", 20_000)
    assert "moving.webp" not in names(made_of(source, tmp_path))


def test_what_does_not_move_is_a_still(tmp_path: Path, made: Made) -> None:
    frame = samples.cornered(160, 100)
    frame.save(tmp_path / "same.png", save_all=True, append_images=[frame.copy()], duration=100)
    assert "moving.webp" not in names(made_of(tmp_path / "same.png", tmp_path))
    two = made("two.jpg", picture_samples.two_in_one)
    assert "moving.webp" not in names(made_of(two, tmp_path))


def test_a_picture_for_older_software_is_not_a_frame(tmp_path: Path) -> None:
    first, *rest = picture_samples.frames(3)
    spare = Image.new("RGB", first.size, "black")
    source = tmp_path / "spare.png"
    spare.save(
        source, save_all=True, default_image=True, append_images=[first, *rest], duration=100
    )
    made_of(source, tmp_path)
    assert len(times(tmp_path / "moving.webp")) == 3
    assert corners(tmp_path / "moving.webp") == samples.CORNERS


def test_an_animation_that_breaks_off_is_refused(tmp_path: Path, made: Made) -> None:
    whole = made("moving.gif", picture_samples.animation)
    source = tmp_path / "cut.gif"
    source.write_bytes(whole.read_bytes()[:-400])
    with pytest.raises(Refused, match="broken"):
        made_of(source, tmp_path)


def test_nothing_moves_once_a_face_is_hidden(tmp_path: Path, made: Made) -> None:
    """The box stays where it was drawn; the face does not."""
    hidden = Hiding(areas=(Area(0.4, 0.4, 0.2, 0.2),))
    outcome = made_of(made("moving.gif", picture_samples.animation), tmp_path, hidden)
    assert "moving.webp" not in names(outcome)
