"""Fingers on a screen, through the whole of the browser: what it makes of a gesture is in it."""

from __future__ import annotations

import time

from playwright.sync_api import Locator

from tests.journeys.screens import Screen

Point = tuple[float, float]
Way = tuple[Point, Point]
STEPS = 6
"""Moves from one end of a way to the other; a browser takes one jump for a slip."""
A_FRAME = "() => new Promise(requestAnimationFrame)"
"""Moves within one frame are one move to a browser."""


class Fingers:
    """Those of one hand, by ``Input.dispatchTouchEvent`` (Chrome DevTools Protocol)."""

    def __init__(self, screen: Screen) -> None:
        self._page = screen.page
        self._line = screen.context.new_cdp_session(screen.page)

    def move(self, *ways: Way) -> None:
        """Put one finger down at the beginning of each way, and go along it."""
        self._touch("touchStart", *(start for start, _ in ways))
        for step in range(1, STEPS + 1):
            self._touch("touchMove", *(_on(way, step / STEPS) for way in ways))
            self._page.evaluate(A_FRAME)

    def lift(self) -> None:
        self._touch("touchEnd")

    def draw(self, *ways: Way) -> None:
        self.move(*ways)
        self.lift()

    def tap_twice(self, at: Point) -> None:
        """Each event says when it was, so that a slow machine does not make two taps of it."""
        now = time.time()
        for after in (0, 0.05):
            self._touch("touchStart", at, when=now + after)
            self._touch("touchEnd", when=now + after + 0.01)

    def _touch(self, kind: str, *points: Point, when: float | None = None) -> None:
        """Every finger that is down, or none once all are lifted; `when` in seconds."""
        at = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        told = {"type": kind, "touchPoints": at, "timestamp": when or time.time()}
        self._line.send("Input.dispatchTouchEvent", told)


def _on(way: Way, share: float) -> Point:
    (x, y), (to_x, to_y) = way
    return x + (to_x - x) * share, y + (to_y - y) * share


def middle(of: Locator) -> Point:
    """The middle of what is on the screen, in CSS pixels."""
    box = of.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
