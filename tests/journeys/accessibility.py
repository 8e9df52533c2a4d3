"""Looking at a page as axe does, as a small phone does, and in the dark."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT

from tests.journeys.screens import Screen

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
WHOLE_PAGE: dict[str, Any] = {"include": [["html"]]}
OUR_PART_OF_WAGTAIL: dict[str, Any] = {"include": [["main"]], "exclude": [["[class*=w-minimap]"]]}
"""What we wrote; the furniture round it is Wagtail's."""
LOOK = "([part, options]) => axe.run(part, options).then((results) => results.violations)"
UNFOLD = "() => { for (const part of document.querySelectorAll('main details')) part.open = true; }"
AT_REST = """async () => {
  const moving = document.getAnimations()
    .filter((each) => each.effect.getComputedTiming().endTime !== Infinity);
  for (const each of moving) each.finish();
  await Promise.allSettled(moving.map((each) => each.finished));
  await new Promise(requestAnimationFrame);
}"""
"""What fades in has its colours only at the end, which comes at once: one badge of Wagtail's
alone takes 25 seconds to it."""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def look_at(screen: Screen, pages: Iterable[str], part: dict[str, Any] = WHOLE_PAGE) -> list[str]:
    """Open each page and all that is folded in it; everything that is wrong with any of them."""
    found = []
    for page in pages:
        answer = screen.open(page)
        assert answer is None or answer.ok, f"{page} answered {answer.status}"
        screen.page.evaluate(UNFOLD)
        found += faults(screen, part)
    return found


def faults(screen: Screen, part: dict[str, Any] = WHOLE_PAGE) -> list[str]:
    """What is wrong with the page on this screen, by day and by night."""
    page = screen.page
    page.wait_for_load_state()
    page.locator("main").first.wait_for()
    page.evaluate(AT_REST)
    page.evaluate(AXE_SCRIPT)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    found = _violations(screen, part, EVERYTHING, "by day")
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    found += _violations(screen, part, COLOURS, "by night")
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    too_wide = page.evaluate(SIDEWAYS)
    if part is WHOLE_PAGE and too_wide > 0:
        found.append(f"{screen.path}: {too_wide} pixels wider than the screen")
    return found


def _violations(
    screen: Screen, part: dict[str, Any], options: dict[str, Any], light: str
) -> list[str]:
    address = screen.page.url.removeprefix(screen.address)
    return [
        f"{address} {light}: {violation['id']}: {node['html'][:160]} {node['target']}"
        for violation in screen.page.evaluate(LOOK, [part, options])
        for node in violation["nodes"]
    ]
