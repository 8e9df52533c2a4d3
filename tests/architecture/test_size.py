"""Small files, small functions, and no drawer for odds and ends."""

from __future__ import annotations

from pathlib import Path
from statistics import median

import pytest

from tests.architecture.houses import ROOT, SOURCES, functions, name_of, python_files, tree_of

LINES_OF_A_FILE = 400
LINES_OF_A_FUNCTION = 50
NO_DRAWERS = {"utils", "util", "helpers", "helper", "common", "services", "core", "misc", "shared"}


@pytest.mark.parametrize("path", python_files(), ids=name_of)
def test_a_file_and_its_functions_are_short(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LINES_OF_A_FILE, f"{lines} lines"
    long = [
        f"{function.name}: {length} lines"
        for function in functions(tree_of(path))
        if (length := (function.end_lineno or 0) - function.lineno + 1) > LINES_OF_A_FUNCTION
    ]
    assert not long


def test_most_are_shorter_still() -> None:
    written = [path for path in python_files() if path.read_text(encoding="utf-8").strip()]
    assert median(len(path.read_text(encoding="utf-8").splitlines()) for path in written) <= 100


def test_everything_lives_with_the_idea_it_belongs_to() -> None:
    folders = [path for name in SOURCES for path in (ROOT / name).rglob("*") if path.is_dir()]
    # Where a template takes the place of one of Wagtail's, Wagtail says what its folder is called.
    ours = [path for path in folders if "wagtailadmin" not in path.parts]
    named = {path.stem for path in [*python_files(), *ours]} | {name for name in SOURCES}
    assert not named & NO_DRAWERS
