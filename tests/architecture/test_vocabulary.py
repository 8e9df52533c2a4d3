"""The audit log's vocabulary is closed, and all of it stands in one file."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from wagtail.log_actions import registry

from families.audit.vocabulary import OURS, WORDS, Kind
from stories.lifecycle import VERBS
from tests.architecture.houses import APPS, name_of, python_files, tree_of

BUILT = {
    "f'stories.{verb}'": {f"stories.{verb}" for verb in VERBS},
    "self.action": {"media.stop", "media.retry"},
}
"""What stands in code that puts a word together, and every word that comes of it."""


def words_logged(path: Path) -> Iterator[str]:
    """The words of every call of Wagtail's ``log``, as they stand in the code."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"log", "registry.log"}:
            named = {keyword.arg: keyword.value for keyword in node.keywords}
            word = named.get("action") or node.args[1]
            yield word.value if isinstance(word, ast.Constant) else ast.unparse(word)


@pytest.mark.parametrize("path", python_files(*APPS), ids=name_of)
def test_every_word_that_is_logged_is_in_the_list(path: Path) -> None:
    for word in words_logged(path):
        if name_of(path) == "families/audit/looks.py":
            assert word == "word"
        else:
            assert BUILT.get(word, {word}) <= OURS, f"{word}: add it to families/audit/vocabulary"


def test_looks_are_logged_under_words_of_looks() -> None:
    found = set()
    for path in python_files(*APPS):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Constant) and str(node.value).endswith(
                (".look", "look_original", "look_portfolio")
            ):
                found.add(node.value)
    assert found - {".look"} == set(WORDS[Kind.LOOK])


def test_the_list_is_what_wagtail_was_told_and_nothing_more() -> None:
    told = {word for word, _ in registry.get_choices() if not word.startswith("wagtail")}
    assert told == OURS


def test_each_word_is_of_one_kind() -> None:
    words = [word for words in WORDS.values() for word in words]
    assert len(words) == len(OURS)
    assert set(WORDS) == set(Kind) - {Kind.OTHER}


def test_the_search_finds_words() -> None:
    path = next(path for path in python_files("families") if name_of(path) == "families/consent.py")
    assert "families.consent" in set(words_logged(path))
