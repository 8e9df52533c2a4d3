"""Writes a colour profile from the numbers that define it, for files that give only those.

ICC.1:2001-04, a display with three primaries and one curve. Primaries are adapted to the
white of profiles (D50) as the standard asks, by the Bradford transformation.
"""

import struct
from collections.abc import Callable
from typing import Final

Point = tuple[float, float]
"""CIE 1931 x and y."""

Vector = tuple[float, float, float]
Matrix = tuple[Vector, Vector, Vector]
Curve = Callable[[float], float]
"""From what is stored to the light that is shown, both 0 to 1."""

D50: Final = (0.9642, 1.0, 0.8249)
BRADFORD: Final = (
    (0.8951, 0.2664, -0.1614),
    (-0.7502, 1.7135, 0.0367),
    (0.0389, -0.0685, 1.0296),
)
STEPS: Final = 4096
"""Points of a curve: dark steps of eight bits are far apart on it."""

HEADER: Final = 128
ENTRY: Final = 12


def profile(primaries: tuple[Point, Point, Point], white: Point, curve: Curve) -> bytes:
    """The profile; raises ZeroDivisionError for primaries that span no colours."""
    colorants = _transposed(_adapted(primaries, white))
    tags = {b"wtpt": _xyz(D50)}
    for name, colorant in zip((b"rXYZ", b"gXYZ", b"bXYZ"), colorants, strict=True):
        tags[name] = _xyz(colorant)
    drawn = _curve(curve)
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), drawn)
    return _packed(tags)


def _adapted(primaries: tuple[Point, Point, Point], white: Point) -> Matrix:
    """From the light of the three primaries to XYZ under D50."""
    lights = _transposed((_light(primaries[0]), _light(primaries[1]), _light(primaries[2])))
    own = _light(white)
    red, green, blue = _times(_inverse(lights), own)
    whole = _product(lights, ((red, 0, 0), (0, green, 0), (0, 0, blue)))
    here, there = _times(BRADFORD, own), _times(BRADFORD, D50)
    a, b, c = (to / at for to, at in zip(there, here, strict=True))
    scaled = _product(((a, 0, 0), (0, b, 0), (0, 0, c)), BRADFORD)
    return _product(_product(_inverse(BRADFORD), scaled), whole)


def _light(point: Point) -> Vector:
    """XYZ of a colour as bright as one can be."""
    x, y = point
    return x / y, 1.0, (1 - x - y) / y


def _times(matrix: Matrix, vector: Vector) -> Vector:
    a, b, c = (sum(m * v for m, v in zip(row, vector, strict=True)) for row in matrix)
    return a, b, c


def _transposed(matrix: Matrix) -> Matrix:
    a, b, c = zip(*matrix, strict=True)
    return a, b, c


def _product(left: Matrix, right: Matrix) -> Matrix:
    a, b, c = (_times(left, column) for column in _transposed(right))
    return _transposed((a, b, c))


def _inverse(matrix: Matrix) -> Matrix:
    first, second, third = matrix
    columns = (_cross(second, third), _cross(third, first), _cross(first, second))
    size = sum(a * b for a, b in zip(first, columns[0], strict=True))
    a, b, c = ((x / size, y / size, z / size) for x, y, z in columns)
    return _transposed((a, b, c))


def _cross(one: Vector, other: Vector) -> Vector:
    (a, b, c), (d, e, f) = one, other
    return b * f - c * e, c * d - a * f, a * e - b * d


def _xyz(vector: Vector) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(part * 65536) for part in vector))


def _curve(curve: Curve) -> bytes:
    shares = (min(1.0, max(0.0, curve(step / (STEPS - 1)))) for step in range(STEPS))
    points = [round(share * 65535) for share in shares]
    return b"curv" + struct.pack(f">II{STEPS}H", 0, STEPS, *points)


def _packed(tags: dict[bytes, bytes]) -> bytes:
    """Header, table and data; equal data is stored once."""
    data, table, places = b"", b"", dict[bytes, int]()
    start = HEADER + 4 + ENTRY * len(tags)
    for name, content in tags.items():
        if content not in places:
            places[content] = start + len(data)
            data += content
        table += name + struct.pack(">II", places[content], len(content))
    header = struct.pack(">I4xI", start + len(data), 0x02400000) + b"mntrRGB XYZ "
    header += struct.pack(">6H", 2000, 1, 1, 0, 0, 0) + b"acsp" + bytes(24)
    header += struct.pack(">I", 1) + _xyz(D50)[8:]
    return header.ljust(HEADER, b"\x00") + struct.pack(">I", len(tags)) + table + data
