"""One list of the first screen: a handful of rows, and the way to the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

SHOWN = 5
"""Rows of each list; the rest is a link away."""

Row = tuple[str, str, str]
"""What to read, where it is, and a word about it."""


@dataclass(frozen=True)
class Need:
    """What to do, or a kind word where there is nothing."""

    heading: str
    rows: list[Row]
    nothing: str
    more: str = ""


def need(heading: str, rows: Iterable[Row], *, nothing: str, more: str) -> Need:
    """The first rows, and a link where there are others behind them."""
    found = list(islice(rows, SHOWN + 1))
    return Need(heading, found[:SHOWN], nothing, more if len(found) > SHOWN else "")
