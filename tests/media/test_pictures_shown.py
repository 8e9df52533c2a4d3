"""The component that shows a picture: which sizes it names, and what lies under and over it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.template.loader import render_to_string

GLIMPSE = "data:image/webp;base64,UklGRg=="


def shown(**context: Any) -> str:
    """What the component writes, with what every page has always given it."""
    usual = {"ref": "abc", "width": 3000, "height": 2000, "description": "Two <women>"}
    return render_to_string("design/components/picture.html", usual | context)


@pytest.mark.parametrize(
    ("width", "named"),
    [
        (300, ["w480.webp 300w"]),
        (480, ["w480.webp 480w"]),
        (700, ["w480.webp 480w", "w960.webp 700w"]),
        (1600, ["w480.webp 480w", "w960.webp 960w", "w1600.webp 1600w"]),
        (2000, ["w480.webp 480w", "w960.webp 960w", "w1600.webp 1600w", "w2400.webp 2000w"]),
        (9000, ["w480.webp 480w", "w960.webp 960w", "w1600.webp 1600w", "w2400.webp 2400w"]),
    ],
)
def test_only_sizes_that_it_has_are_named(width: int, named: list[str]) -> None:
    page = shown(width=width)
    srcset = re.search(r'srcset="([^"]*)"', page)
    assert srcset is not None
    assert srcset[1].split(", ") == [f"/files/abc/{name}" for name in named]
    assert 'alt="Two &lt;women&gt;"' in page


def test_nothing_new_is_needed() -> None:
    page = shown()
    for extra in ("picture__", "<span", "focal", "moving.webp", "data:"):
        assert extra not in page


def test_a_blur_lies_under_it_until_it_is_there() -> None:
    page = shown(placeholder=GLIMPSE, colour="#aa3322", focal=(3, 7))
    assert f'src="{GLIMPSE}" alt=""' in page
    assert page.index(GLIMPSE) < page.index("<picture>")
    assert "<svg" not in page
    assert page.count("focal-x-3 focal-y-7") == 2


def test_its_colour_does_where_there_is_no_blur() -> None:
    assert 'fill="#aa3322"' in shown(colour="#aa3322", placeholder="")


def test_an_animation_lies_over_it_and_can_be_stopped() -> None:
    page = shown(moving=True)
    assert 'src="/files/abc/moving.webp" alt=""' in page
    assert page.index("<picture>") < page.index("moving.webp")
    assert "Keep it still" in page


@pytest.mark.parametrize("more", [{}, {"placeholder": GLIMPSE, "colour": "#aa3322", "moving": 1}])
def test_no_style_stands_in_the_page(more: dict[str, Any]) -> None:
    """The browser is told to obey none."""
    assert "style" not in shown(**more)


def test_a_drawn_picture_has_an_address_of_its_own() -> None:
    page = shown(src="/static/park.svg", placeholder=GLIMPSE)
    assert 'src="/static/park.svg"' in page
    assert "/files/" not in page
