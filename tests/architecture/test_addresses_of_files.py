"""The addresses of the archive's own styles and scripts, which every page asks for again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from config.staticfiles import KnownStaticFiles


@pytest.fixture
def files(tmp_path: Path) -> KnownStaticFiles:
    made = {"version": "1.1", "paths": {"a.css": "a.123.css"}, "hash": ""}
    (tmp_path / "staticfiles.json").write_text(json.dumps(made))
    return KnownStaticFiles(location=str(tmp_path), base_url="/static/")


def test_an_address_says_what_is_in_it(files: KnownStaticFiles) -> None:
    assert files.url("a.css") == files.url("a.css") == "/static/a.123.css"


def test_a_file_that_was_not_collected_is_a_mistake_each_time(files: KnownStaticFiles) -> None:
    for _ in range(2):
        with pytest.raises(ValueError, match=r"b\.css"):
            files.url("b.css")
    assert files.addresses == {}
