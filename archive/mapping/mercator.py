"""The projection of web maps, spherical Mercator (EPSG:3857): a square from its north-west.

Latitudes and longitudes are WGS84 degrees. ``side`` is how long a side of the whole world is, in
whatever one counts: pixels, or tiles.
"""

from __future__ import annotations

from math import asinh, atan, degrees, pi, radians, sinh, tan

NORTHERNMOST = 85.0511
"""Degrees. Web maps end where they are square: what is beyond stands on the edge."""


def across(longitude: float, side: float) -> float:
    """How far east of the corner."""
    return (longitude + 180) / 360 * side


def down(latitude: float, side: float) -> float:
    """How far south of the corner."""
    within = max(-NORTHERNMOST, min(NORTHERNMOST, latitude))
    return (1 - asinh(tan(radians(within))) / pi) / 2 * side


def longitude(across: float, side: float) -> float:
    """The way back from ``across``."""
    return across * 360 / side - 180


def latitude(down: float, side: float) -> float:
    """The way back from ``down``."""
    return degrees(atan(sinh(pi * (1 - 2 * down / side))))
