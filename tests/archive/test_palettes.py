"""Every palette of a showcase can be read, by day and by night, on the page and on slides.

WCAG 2.2: 4.5 to 1 for text (1.4.3), 3 to 1 for the edge of a control (1.4.11).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from archive.palettes import Palette
from tests.architecture.houses import ROOT

STYLES = ROOT / "design" / "static" / "design" / "css"
RULE = re.compile(r'\[data-palette="(\w+)"\] \{([^}]*)\}')
COLOUR = re.compile(r"--([\w-]+): (#[0-9a-f]{6})")
NIGHT = "@media (prefers-color-scheme: dark)"

TEXT, EDGE = 4.5, 3.0
ON_PAGE = (
    *((words, ground) for words in ("ink", "stone", "sky") for ground in ("paper", "paper-raised")),
    *((words, "paper-sunk") for words in ("ink", "stone", "sky", "brick")),
    *((words, "paper") for words in ("brick", "brick-deep", "canal")),
    ("brick", "paper-raised"),
    ("canal", "paper-raised"),
    ("on-brick", "brick"),
    ("on-brick", "brick-deep"),
    ("on-wall", "wall"),
)
SLIDES = ("slide-title", "slide-words", "slide-quote", "slide-end")
ON_SLIDES = ("ink", "stone", "sky", "canal")


def colours(css: str) -> dict[str, str]:
    return dict(COLOUR.findall(css))


def tokens() -> tuple[dict[str, str], dict[str, str]]:
    """The colours that hold where a palette says nothing, by day and by night."""
    day, _, night = (STYLES / "tokens.css").read_text().partition(NIGHT)
    return colours(day), colours(day) | colours(night)


def palettes() -> Iterator[tuple[str, str, dict[str, str]]]:
    """Palette, time of day and every colour it has then."""
    day_css, _, night_css = (STYLES / "palettes.css").read_text().partition(NIGHT)
    by_day, by_night = tokens()
    days = {name: colours(body) for name, body in RULE.findall(day_css)}
    nights = {name: colours(body) for name, body in RULE.findall(night_css.partition(".slides")[0])}
    for palette in Palette.values:
        own = days[palette]
        yield palette, "day", by_day | own
        yield palette, "night", by_night | own | nights.get(palette, {})


def on_slides() -> dict[str, str]:
    css = (STYLES / "palettes.css").read_text()
    found = re.search(r"\.slides \.slide \{([^}]*)\}", css)
    assert found is not None
    return colours(found[1])


def light(colour: str) -> float:
    """Relative luminance, as WCAG defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_sum_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


KNOWN = {f"{palette} by {time}": known for palette, time, known in palettes()}


@pytest.mark.parametrize("known", KNOWN.values(), ids=KNOWN.keys())
def test_a_page_can_be_read(known: dict[str, str]) -> None:
    poor = {
        f"{words} on {ground}": round(contrast(known[words], known[ground]), 2)
        for words, ground in ON_PAGE
        if contrast(known[words], known[ground]) < TEXT
    }
    assert poor == {}
    assert contrast(known["edge"], known["paper"]) >= EDGE


@pytest.mark.parametrize("palette", Palette.values)
def test_a_slide_can_be_read_from_the_last_row(palette: str) -> None:
    grounds = next(known for name, _, known in palettes() if name == palette)
    words = on_slides()
    poor = {
        f"{word} on {ground}": round(contrast(words[word], grounds[ground]), 2)
        for ground in SLIDES
        for word in ON_SLIDES
        if contrast(words[word], grounds[ground]) < TEXT
    }
    assert poor == {}
