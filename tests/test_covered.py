"""The bounds of coverage fail when they are not kept."""

from __future__ import annotations

from typing import Any

import pytest

from tests.covered import faults, percent

SAFE = (
    "stories/lifecycle/verbs.py",
    "stories/publication.py",
    "stories/access.py",
    "families/consent.py",
)


def file(covered: int, *lines: int, branches: list[list[int]] | None = None) -> dict[str, Any]:
    missed = branches or []
    return {
        "missing_lines": list(lines),
        "missing_branches": missed,
        "summary": {
            "covered_lines": covered,
            "missing_lines": len(lines),
            "covered_branches": 0,
            "missing_branches": len(missed),
        },
    }


def everything(**other: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {name: file(100) for name in SAFE} | other


def test_all_is_well_where_everything_was_gone_through() -> None:
    assert faults(everything()) == []


def test_five_of_a_hundred_may_be_missed_and_no_more() -> None:
    assert faults({**everything(), "home/front.py": file(0, *range(21))}) == []
    assert "95 are asked" in faults({**everything(), "home/front.py": file(0, *range(22))})[0]


@pytest.mark.parametrize("name", SAFE)
def test_what_keeps_people_safe_is_gone_through_whole(name: str) -> None:
    assert faults(everything() | {name: file(100, 7)}) == [f"Not all of {name}: 7"]
    half = file(100, branches=[[7, 9]])
    assert faults(everything() | {name: half}) == [f"Not all of {name}: 7->9"]


def test_a_file_that_moved_away_is_missed() -> None:
    kept = {name: found for name, found in everything().items() if "consent" not in name}
    assert faults(kept) == ["No file is named families/consent.py."]


def test_nothing_is_gone_through_whole() -> None:
    assert percent([]) == 100
