"""What a file button asks for and promises is what is taken, and nothing can drift apart."""

from __future__ import annotations

from typing import Any

import pytest

from media import choosing, limits
from media.formats import FORMATS, Kind
from media.refusals import Refused, sentence


@pytest.mark.parametrize("code", FORMATS)
def test_a_file_button_asks_for_every_format(code: str) -> None:
    asked = choosing.accepted().split(",")
    assert FORMATS[code].endings
    assert {f".{ending}" for ending in FORMATS[code].endings} <= set(asked)
    assert len(asked) == len(set(asked))


@pytest.mark.parametrize("ending", [".exe", ".html", ".svg", ".zip", ".doc", ".vtt", ".js"])
def test_and_for_nothing_else(ending: str) -> None:
    assert ending not in choosing.accepted().split(",")


def test_every_kind_of_paper_has_a_name() -> None:
    assert choosing.papers() == "PDF, Word, OpenDocument, RTF or plain text"
    named = {each.called for each in FORMATS.values() if each.called}
    assert len(named) == len([f for f in FORMATS.values() if f.kind is Kind.DOCUMENT]) - 1


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0\xa0bytes"),
        (10, "10\xa0bytes"),
        (1024, "1\xa0KB"),
        (5 * 1024**2, "5\xa0MB"),
        (5 * 1024**2 - 1, "4.9\xa0MB"),
        (2 * 1024**3, "2\xa0GB"),
        (2 * 1024**3 - 1, "1.9\xa0GB"),
    ],
)
def test_what_is_promised_is_never_more_than_is_taken(size: int, words: str) -> None:
    assert limits.in_words(size) == words


def test_too_big_says_the_limit_that_is_enforced(settings: Any) -> None:
    settings.MEDIA_LARGEST_UPLOAD = 5 * 1024**2
    assert "A file can be up to 5\xa0MB." in sentence("too_big")
    assert Refused("too_big").sentence == sentence("too_big")
    del settings.MEDIA_LARGEST_UPLOAD
    assert "A file can be up to 2\xa0GB." in sentence("too_big")


def test_what_the_scanner_does_not_take_is_not_asked_for(settings: Any) -> None:
    settings.CLAMD_LARGEST = 7 * 1024**2
    assert limits.largest() == 2 * 1024**3
    settings.CLAMD = "unix:/nowhere"
    assert limits.largest() == 7 * 1024**2
