"""The components that show a film and a sound: what they name, and what lies under them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.template.loader import render_to_string

GLIMPSE = "data:image/webp;base64,UklGRg=="


def film(**context: Any) -> str:
    """What the component writes, with what every page has always given it."""
    usual = {"ref": "abc", "width": 1280, "height": 720, "title": "Two <women>"}
    return render_to_string("design/components/film.html", usual | context)


def sound(**context: Any) -> str:
    return render_to_string("design/components/sound.html", {"ref": "abc"} | context)


@pytest.mark.parametrize(
    ("large", "named"), [(False, ["film.mp4"]), (True, ["film-1080.mp4", "film.mp4"])]
)
def test_the_larger_film_is_named_first_where_there_is_one(large: bool, named: list[str]) -> None:
    assert re.findall(r'<source src="/files/abc/([^"]*)"', film(large=large)) == named


def test_a_blur_lies_under_a_film_until_its_poster_is_there() -> None:
    page = film(placeholder=GLIMPSE, colour="#aa3322")
    assert f'src="{GLIMPSE}" alt=""' in page
    assert page.index(GLIMPSE) < page.index("<video")
    assert "<svg" not in page


def test_its_colour_does_where_there_is_no_blur() -> None:
    assert 'fill="#aa3322"' in film(colour="#aa3322", placeholder="")
    assert "film__glimpse" not in film()


def test_the_band_of_a_sound_has_a_bar_for_each_peak() -> None:
    page = sound(peaks=[0, 50, 100])
    assert page.count("<rect") == 3
    assert 'y="-50" width="5" height="100"' in page


def test_no_style_stands_in_the_page() -> None:
    """The browser is told to obey none, and what people wrote is no markup."""
    page = film(placeholder=GLIMPSE, large=True) + film(colour="#aa3322") + sound(peaks=[9])
    assert "style" not in page
    assert page.count("Two &lt;women&gt;") == 2
