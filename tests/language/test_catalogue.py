"""What is translated is whole, up to date, and compiled from what can be read."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.core.management import call_command

from tests.architecture.houses import ROOT
from tests.language.catalogue import POLISH, committed, of_the_desk

FILLED_IN = re.compile(r"%\(\w+\)[sd]")
MARKUP = re.compile(r"</?\w+")


@pytest.fixture
def gathered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: object) -> polib.POFile:
    """The words as they stand in the code now, in a catalogue of their own."""
    settings.LOCALE_PATHS = [tmp_path]  # type: ignore[attr-defined]
    monkeypatch.chdir(ROOT)
    call_command(
        "makemessages",
        verbosity=0,
        locale=["pl"],
        no_wrap=True,
        ignore_patterns=[".venv", "var", "tests", "benchmarks", "design/locale"],
    )
    return polib.pofile(str(tmp_path / "pl/LC_MESSAGES/django.po"))


def test_the_catalogue_has_just_the_words_of_the_code(gathered: polib.POFile) -> None:
    now = {(entry.msgctxt, entry.msgid) for entry in gathered}
    kept = {(entry.msgctxt, entry.msgid) for entry in committed()}
    assert sorted(map(str, now ^ kept)) == [], "Run: make messages"


def test_every_word_of_the_desk_is_in_polish() -> None:
    open_ones = [entry.msgid for entry in of_the_desk() if not entry.translated()]
    assert open_ones == []


def test_what_is_filled_in_and_marked_up_is_the_same_in_both() -> None:
    wrong = []
    for entry in committed():
        both = [entry.msgid_plural or entry.msgid]
        texts = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
        for text in filter(None, texts):
            for shape in (FILLED_IN, MARKUP):
                if sorted(shape.findall(text)) != sorted(shape.findall(both[0])):
                    wrong.append(f"{entry.msgid} → {text}")
    assert wrong == []


def test_what_browsers_get_is_what_translators_wrote() -> None:
    compiled = polib.mofile(str(POLISH.with_suffix(".mo")))
    written = {e.msgid: (e.msgstr, e.msgstr_plural) for e in committed() if e.translated()}
    assert {e.msgid: (e.msgstr, e.msgstr_plural) for e in compiled} == written


def test_the_catalogues_are_those_of_the_settings() -> None:
    others = {code for code, _ in settings.LANGUAGES} - {settings.LANGUAGE_CODE}
    assert others == {path.name for path in (ROOT / "design/locale").iterdir()}
