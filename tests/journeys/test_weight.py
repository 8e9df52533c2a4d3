"""A public page is light: at most 30 kB of script and 25 kB of style over the wire."""

from __future__ import annotations

import gzip

from playwright.sync_api import Response

from tests.journeys.screens import Screen
from tests.journeys.wall import Wall, public_pages

BUDGET = {"script": 30_000, "stylesheet": 25_000}
"""Bytes as they are served, which is compressed."""


def test_public_pages_are_light(wall: Wall, desktop: Screen) -> None:
    answers: list[Response] = []

    def note(answer: Response) -> None:
        answers.append(answer)

    desktop.page.on("response", note)
    too_heavy = []
    for page in public_pages(wall):
        answers.clear()
        desktop.open(page)
        assert any(a.request.resource_type == "stylesheet" for a in answers)
        for kind, budget in BUDGET.items():
            weight = sum(over_the_wire(a) for a in answers if a.request.resource_type == kind)
            if weight > budget:
                too_heavy.append(f"{page}: {weight} bytes of {kind}")
    assert too_heavy == []


def over_the_wire(answer: Response) -> int:
    """Whitenoise sends the file that it compressed beforehand, as hard as gzip can."""
    return len(gzip.compress(answer.body(), 9))
