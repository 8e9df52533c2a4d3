"""The still that stands for a film is worth looking at, and gives nothing away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageStat

from media.recipes import posters
from media.recipes.hiding import Passage
from tests.media import samples

Made = Callable[..., Path]


def light(path: Path) -> float:
    with Image.open(path) as poster:
        return float(ImageStat.Stat(poster.convert("L")).mean[0])


@pytest.fixture
def dim(made: Made) -> Path:
    """Two seconds of black that turns into a dark grey."""
    black = ["-f", "lavfi", "-i", "color=c=black:s=64x48:r=10:d=2", "-pix_fmt", "yuv420p"]
    fade = ["-vf", "fade=t=out:st=0:d=1.5:color=#181818"]
    return made("dim.mp4", samples.recorded, *black, *fade)


def test_the_lightest_frame_stands_for_a_film_in_the_dark(dim: Path, tmp_path: Path) -> None:
    made = posters.make(dim, tmp_path).made
    assert (made.name, made.width, made.height) == ("poster.jpg", 64, 48)
    assert 8 < light(tmp_path / made.name) < posters.LIGHT


def test_a_moment_that_is_held_back_comes_last(film: Path, tmp_path: Path) -> None:
    early, late = tmp_path / "early", tmp_path / "late"
    for folder in (early, late):
        folder.mkdir()
    posters.make(film, early)
    posters.make(film, late, (Passage(0.0, 0.9),))
    assert (early / "poster.jpg").read_bytes() != (late / "poster.jpg").read_bytes()
    whole = tmp_path / "whole"
    whole.mkdir()
    posters.make(film, whole, (Passage(0.0, 60.0),))
    assert (whole / "poster.jpg").read_bytes() == (early / "poster.jpg").read_bytes()
