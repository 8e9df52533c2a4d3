"""The map as a square, and the way back from it."""

from __future__ import annotations

import pytest

from archive.mapping import mercator
from archive.mapping.asking import Box


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(53.5027, -2.2229), (0, 0), (-33.9, 151.2), (85.0, 179.9)]
)
def test_there_and_back(latitude: float, longitude: float) -> None:
    across, down = mercator.across(longitude, 4096), mercator.down(latitude, 4096)
    assert mercator.longitude(across, 4096) == pytest.approx(longitude)
    assert mercator.latitude(down, 4096) == pytest.approx(latitude)


def test_the_corner_and_the_middle() -> None:
    assert (mercator.across(-180, 2), mercator.across(0, 2)) == (0, 1)
    assert (mercator.down(90, 2), mercator.down(0, 2), mercator.down(-90, 2)) == pytest.approx(
        (0, 1, 2), abs=1e-5
    )


@pytest.mark.parametrize("zoom", [6, 14, 19])
def test_tiles_of_a_zoom_are_whole(zoom: int) -> None:
    x = int(mercator.across(-2.2229, 2**zoom))
    y = int(mercator.down(53.5027, 2**zoom))
    box = Box.of_tiles(x, y + 1, x + 1, y, zoom)
    assert box.holds(53.5027, -2.2229)
    written = Box(*map(float, str(box).split(",")))
    assert written.is_of_whole_tiles(zoom)
    assert not written.is_of_whole_tiles(zoom - 1)
