"""Pages are ready to be read from right to left: no style says left or right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.houses import name_of, static_files

STYLES = [path for path in static_files() if path.suffix == ".css" and "design" in path.parts]
"""Wagtail's room is Wagtail's to mirror."""
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
A_SIDE = re.compile(
    r"(?<![\w-])(?:left|right)\s*:"
    r"|(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b"
    r"|border-(?:top|bottom)-(?:left|right)-radius"
    r"|(?:float|clear|text-align)\s*:\s*(?:left|right)\b"
)
FOUR_SIDES = re.compile(
    r"(?<![\w-])(?:padding|margin|inset|border-(?:width|color|style))\s*:\s*([^;}]+)"
)
VALUE = re.compile(r"(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+")


def says_a_side(style: str) -> list[str]:
    """Each declaration that names a side, or gives two sides a value each."""
    style = COMMENT.sub("", style)
    uneven = (
        found[0]
        for found in FOUR_SIDES.finditer(style)
        if len(values := VALUE.findall(found[1].replace("!important", ""))) == 4
        and values[1] != values[3]
    )
    return [*(found[0] for found in A_SIDE.finditer(style)), *uneven]


@pytest.mark.parametrize("path", STYLES, ids=name_of)
def test_a_style_can_be_mirrored(path: Path) -> None:
    assert says_a_side(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("style", "count"),
    [
        ("a { margin-left: 1em; right: 0 }", 2),
        ("a { text-align: right; float: left }", 2),
        ("a { padding: 0 1em 0 calc(2em + (1px * 2)) }", 1),
        ("a { padding: 0 1em 0 1em; inset: 0 auto auto }", 0),
        ("a { /* left: 0 */ margin-inline-start: 1em; text-align: start }", 0),
    ],
)
def test_the_measure_can_tell_them_apart(style: str, count: int) -> None:
    assert len(says_a_side(style)) == count
