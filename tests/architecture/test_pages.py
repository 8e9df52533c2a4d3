"""Pages ask nobody else for anything, and a strict browser may forbid all that is inline."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.houses import name_of, static_files, templates

COMMENT = re.compile(r"{#.*?#}|{% comment %}.*?{% endcomment %}|<!--.*?-->", re.DOTALL)
ADDRESS = re.compile(r"""(?:https?:)?//[\w.-]+\.[a-z]{2,}""", re.IGNORECASE)
LINK = re.compile(r"<a\b[^>]*>", re.DOTALL)
NAMES_OF_FORMATS = ("http://www.w3.org/", "https://www.w3.org/", "https://schema.org")
"""Names that look like addresses; nothing is fetched from them."""

INLINE_SCRIPT = re.compile(r"<script\b(?![^>]*\bsrc=)(?![^>]*type=\"application/(?:ld\+)?json\")")
INLINE_HANDLER = re.compile(r"<[a-z][^>]*\son[a-z]+\s*=", re.IGNORECASE)
INLINE_STYLE = re.compile(r"<style\b|<[a-z][^>]*\sstyle\s*=", re.IGNORECASE)
POST_FORM = re.compile(r"<form\b[^>]*method=[\"']?post.*?</form>", re.DOTALL | re.IGNORECASE)


def text_of(path: Path) -> str:
    return COMMENT.sub("", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", templates(), ids=name_of)
def test_a_template_is_self_contained(path: Path) -> None:
    text = text_of(path)
    assert not INLINE_SCRIPT.findall(text)
    assert not INLINE_HANDLER.findall(text)
    assert not INLINE_STYLE.findall(text)
    assert not foreign(LINK.sub("", text))


@pytest.mark.parametrize("path", templates(), ids=name_of)
def test_a_form_that_changes_something_is_protected(path: Path) -> None:
    for form in POST_FORM.findall(text_of(path)):
        assert "{% csrf_token %}" in form, form[:80]


@pytest.mark.parametrize("path", static_files(), ids=name_of)
def test_a_static_file_asks_nobody_else(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)
    assert not foreign(text)
    assert "@import" not in text or path.suffix != ".css"


def foreign(text: str) -> list[str]:
    for name in NAMES_OF_FORMATS:
        text = text.replace(name, "")
    return ADDRESS.findall(text)
