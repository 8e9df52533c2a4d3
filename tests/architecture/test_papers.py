"""What the papers name is there: files, settings, commands, and every way a file is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

from media.formats import FORMATS
from media.refusals import SENTENCES
from tests.architecture.houses import ROOT

PAPERS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FOLDERS = "archive|config|design|docs|families|home|media|stories|tests"
FILE = re.compile(rf"`((?:{FOLDERS})/[\w/.-]+\.\w+)`")
SETTING = re.compile(r"`((?:MEDIA|FILES|CLAMD|TRANSCRIPTION)_?[A-Z_]*)`")


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_file_that_a_paper_names_is_there(paper: Path) -> None:
    named = FILE.findall(paper.read_text(encoding="utf-8"))
    places = (ROOT, ROOT / "design" / "templates")
    assert [name for name in named if not any((at / name).exists() for at in places)] == []


def test_the_paper_on_files_names_settings_that_exist() -> None:
    named = SETTING.findall(_on_files())
    assert named
    assert [name for name in named if not hasattr(settings, name)] == []


def test_it_tells_a_teacher_about_every_refusal() -> None:
    table = _on_files().split("## When a file is refused")[1].split("\n## ")[0]
    cells = "".join(line.split("|")[1] for line in table.splitlines() if line.startswith("| `"))
    assert set(re.findall(r"`(\w+)`", cells)) == SENTENCES.keys()


def test_it_names_every_ending_that_may_be_sent() -> None:
    goes_in = _on_files().split("## What goes in")[1].split("\n## ")[0].lower()
    missing = [
        format.code
        for format in FORMATS.values()
        if not any(word.lower() in goes_in for word in (*format.endings, format.called) if word)
    ]
    assert missing == []


def _on_files() -> str:
    return (ROOT / "docs" / "files.md").read_text(encoding="utf-8")
