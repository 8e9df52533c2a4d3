"""Where the files of the house are, for the tests that read them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = ("families", "media", "stories", "archive", "home")
SOURCES = (*APPS, "config", "tests", "benchmarks")
SHOWN = (*APPS, "design")


def python_files(*folders: str) -> list[Path]:
    """Everything written by hand: a migration is written by Django."""
    found = (path for folder in folders or SOURCES for path in (ROOT / folder).rglob("*.py"))
    return sorted(path for path in found if "migrations" not in path.parts)


def templates() -> list[Path]:
    return sorted(path for app in SHOWN for path in (ROOT / app).rglob("*.html"))


def static_files() -> list[Path]:
    """Styles, scripts and drawings that a browser is sent."""
    found = (path for app in SHOWN for path in (ROOT / app).rglob("*"))
    return sorted(path for path in found if path.suffix in {".css", ".js", ".svg"})


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))
