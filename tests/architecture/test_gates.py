"""One writer of status, and one way for the upper layers to read memories."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.houses import APPS, functions, name_of, python_files, tree_of

WRITER = "stories/lifecycle/"
GATES = {"public", "visible_to", "known_to"}
SHELF = "Shelf"
"""The reader of ``archive.records``, which asks for ``public()`` itself."""

KNOWS_MORE = {
    ("archive/records.py", "__init__"): "Shelf asks for public() in its next line.",
    ("archive/models/contents.py", "write_down"): "Notes what a showcase holds; shows nothing.",
    ("archive/records.py", "was_taken_back"): "Says only whether there was one, for 410.",
    ("archive/records.py", "taken_back_on"): "Says only the days, for whoever curates.",
}


def writes_a_status(path: Path) -> Iterator[str]:
    """Assignments to ``story.status`` and updates of it, where memories are spoken of."""
    for node in ast.walk(tree_of(path)):
        targets: list[ast.expr] = []
        if isinstance(node, ast.Assign):
            targets = node.targets
        elif isinstance(node, ast.AugAssign | ast.AnnAssign):
            targets = [node.target]
        for target in targets:
            if isinstance(target, ast.Attribute) and target.attr in {"status", "held", "live"}:
                owner = ast.unparse(target.value)
                if owner not in {"state", "job.item", "item", "self.item"}:
                    yield f"line {node.lineno}: {ast.unparse(target)}"
        if isinstance(node, ast.Call):
            yield from _updates(node)


def _updates(call: ast.Call) -> Iterator[str]:
    """``Story….update(status=…)``, ``setattr(story, "status", …)``, bulk updates of it."""
    said = ast.unparse(call)
    if isinstance(call.func, ast.Attribute) and call.func.attr == "update":
        named = {keyword.arg for keyword in call.keywords} & {"status", "held", "live"}
        if named and ("Story" in said or "stories" in said):
            yield f"line {call.lineno}: {said}"
    if isinstance(call.func, ast.Name) and call.func.id == "setattr" and "'status'" in said:
        yield f"line {call.lineno}: {said}"
    if said.split("(")[0].endswith(".bulk_update") and "'status'" in said:
        yield f"line {call.lineno}: {said}"


@pytest.mark.parametrize("path", python_files(*APPS), ids=name_of)
def test_only_the_lifecycle_writes_a_status(path: Path) -> None:
    if not name_of(path).startswith(WRITER):
        assert not list(writes_a_status(path))


def test_the_search_finds_the_writer() -> None:
    writer = [path for path in python_files("stories") if name_of(path).startswith(WRITER)]
    found = " ".join(said for path in writer for said in writes_a_status(path))
    for written in ("story.status", "story.held", "story.live", "update(status="):
        assert written in found


def reads_round_the_gates(tree: ast.AST, where: str = "") -> Iterator[str]:
    """Every ``Story.objects`` that does not end at a gate or on the shelf."""
    for function in functions(tree):
        if (where, function.name) in KNOWS_MORE:
            continue
        parents = {
            child: node for node in ast.walk(function) for child in ast.iter_child_nodes(node)
        }
        for node in ast.walk(function):
            if _is_objects(node) and not _is_gated(node, parents, function):
                yield f"line {node.lineno}: {ast.unparse(_outermost(node, parents))}"
    inside = {node for function in functions(tree) for node in ast.walk(function)}
    for node in ast.walk(tree):
        if _is_objects(node) and node not in inside:
            yield f"line {node.lineno}: at the top of the module"


def _is_objects(node: ast.AST) -> bool:
    named = isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager"}
    owner = ast.unparse(node.value) if named else ""  # type: ignore[attr-defined]
    return owner.rpartition(".")[2] == "Story"


def _is_gated(node: ast.AST, parents: dict[ast.AST, ast.AST], function: ast.AST) -> bool:
    """Through a gate, on the shelf, or in a name that goes nowhere else."""
    while (above := parents.get(node)) is not None:
        if isinstance(above, ast.Attribute) and above.attr in GATES:
            return True
        if isinstance(above, ast.Call) and node is not above.func:
            on_the_shelf = isinstance(above.func, ast.Name) and above.func.id == SHELF
            return on_the_shelf or _is_gated(above, parents, function)
        if isinstance(above, ast.Assign) and isinstance(above.targets[0], ast.Name):
            return _is_only_shelved(above.targets[0].id, parents, function)
        node = above
    return False


def _is_only_shelved(name: str, parents: dict[ast.AST, ast.AST], function: ast.AST) -> bool:
    uses = [
        node
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load)
    ]
    return bool(uses) and all(_is_gated(use, parents, function) for use in uses)


def _outermost(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> ast.AST:
    while isinstance(parents.get(node), ast.expr):
        node = parents[node]
    return node


UPPER = [path for path in python_files("archive", "home") if "demo" not in path.parts]
"""The demonstration writes memories as people do, so it is not a reader."""


@pytest.mark.parametrize("path", UPPER, ids=name_of)
def test_the_upper_layers_read_through_the_gates(path: Path) -> None:
    assert not list(reads_round_the_gates(tree_of(path), name_of(path)))


@pytest.mark.parametrize(
    ("code", "caught"),
    [
        ("def f():\n    return Story.objects.all()", True),
        ("def f():\n    told = Story.objects.filter(a=1)\n    return list(told)", True),
        ("def f():\n    return list(Story.objects.filter(a=1))", True),
        ("told = Story.objects.all()", True),
        ("def f():\n    return Story.objects.public().filter(a=1)", False),
        ("def f():\n    return Story.objects.filter(a=1).visible_to(user)", False),
        ("def f():\n    return Shelf(Story.objects.filter(a=1))", False),
        ("def f():\n    told = Story.objects.filter(a=1)\n    return Shelf(told.all())", False),
    ],
)
def test_the_search_tells_one_from_the_other(code: str, caught: bool) -> None:
    assert bool(list(reads_round_the_gates(ast.parse(code)))) == caught
