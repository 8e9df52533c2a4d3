"""Tells plain words from everything else that is made of letters.

A page, a script, a letter with its headers or a list of songs is text to a machine, and
none of them is a paper that somebody wrote. What is let in is drawn as a picture and
shown escaped, so a mistake here harms nobody; it only shows a page of code.
"""

import re
import unicodedata
from pathlib import Path
from typing import Final

from media.refusals import Refused

SAMPLE: Final = 64 * 1024
"""Bytes that are looked at."""

MARKS: Final = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
ODD: Final = {"Cc", "Cs", "Co", "Cn"}
LATIN_SHARE: Final = 0.08
"""Spaces, digits and the like among the signs of any text; seen in the wrong byte order, none."""

CODE_SHARE: Final = 0.06
CODE_SIGNS: Final = set("{}<>=\\|$`")

CAPTIONS: Final = re.compile(
    r"WEBVTT(\s|$)|\d+[ \t]*\n\d{1,2}:\d\d:\d\d[,.]\d{1,3}[ \t]*-->", re.ASCII
)
FOREIGN: Final = re.compile(
    r"<[a-z!?/%]|#!|%!PS|%PDF|\{\\rtf|@charset|@import|@echo |#EXT|\[playlist\]|ffconcat|v=0\n"
    r"|BEGIN:V|-----BEGIN|From \S+@\S+ |\{\s*[\"'}]|\[\s*[\[{\"]|[\"']use strict[\"']"
    r"|(Received|Return-Path|Delivered-To|MIME-Version|Message-ID|Content-Type|DKIM-Signature):",
    re.IGNORECASE | re.ASCII,
)
"""What a file of another kind begins with."""

CODE: Final = re.compile(
    r"(const|let|var)\s+[\w$]+\s*=|import\s+[\w{*\"'$][^\n]*(\bfrom\s+[\"']|;)"
    r"|export\s+(default|const|function|class)\b|(async\s+)?function\s*[\w$]*\s*\(|\(function|\(\(\)"
    r"|[a-z$_][\w$.]*\([^\n]*\)\s*(;|\{)|[a-z$_][\w$.]*\.[\w$.]+\s*=\s",
    re.ASCII,
)
"""What a script begins with when its first line does not name it."""

LETTER: Final = re.compile(r"^(From|To|Subject|Date|Cc|Sender|Reply-To):.*", re.IGNORECASE)
HEADERS: Final = 3
"""Headers in a row that make an e-mail; somebody's list may well have one line such as these."""

ANYWHERE: Final = re.compile(
    r"<(script|html|svg|iframe|body|object|embed|!doctype|\?php|\?xml)\b|<!doctype|<\?(php|xml)"
    r"|javascript:|\n\#EXTINF",
    re.IGNORECASE,
)


def tell(path: Path) -> str:
    """Return "text" if the file at `path` is plain words, or ""; raises Refused for captions."""
    with path.open("rb") as file:
        sample = file.read(SAMPLE)
        whole = not file.read(1)
    words = decoded(sample, whole=whole)
    if words is None or not is_wording(words):
        return ""
    start = words.lstrip("\ufeff \t\r\n").replace("\r\n", "\n")
    if CAPTIONS.match(start):
        raise Refused("captions")
    return "" if _is_foreign(start) else "text"


def decoded(sample: bytes, *, whole: bool, code_page: str = "cp1252") -> str | None:
    """The words of a sample, as near as they can be told; None if it is not text."""
    marked = next((code for mark, code in MARKS.items() if sample.startswith(mark)), "")
    codings = [marked] if marked else ["utf-8", *_sixteen(sample)]
    for coding in codings:
        words = _strictly(sample, coding, whole=whole)
        if words is not None and not CONTROLS.search(words):
            return words
    if marked or b"\x00" in sample:
        return None
    return sample.decode(code_page, "replace")


def _sixteen(sample: bytes) -> list[str]:
    """UTF-16 without a mark, in the order of bytes that gives more spaces and digits."""
    if len(sample) % 2 or len(sample) < 4:  # noqa: PLR2004 - two letters.
        return []
    plain = {
        coding: sum(map(str.isascii, sample.decode(coding, "replace")))
        for coding in ("utf-16-le", "utf-16-be")
    }
    best = max(plain, key=lambda coding: plain[coding])
    gaps = any(gap in sample.decode(best, "replace") for gap in " \n")
    return [best] if gaps and plain[best] >= LATIN_SHARE * len(sample) / 2 else []


def _strictly(sample: bytes, coding: str, *, whole: bool) -> str | None:
    """Decoded without a mistake; the last letter of a sample may be cut in two."""
    for end in range(len(sample), len(sample) - (1 if whole else 4), -1):
        try:
            return sample[:end].decode(coding)
        except UnicodeDecodeError:
            continue
    return None


def is_wording(words: str) -> bool:
    """Whether these are words: something to read, hardly any odd signs, and gaps between."""
    if not words.strip("\ufeff \t\r\n\f") or CONTROLS.search(words.rstrip("\x1a")):
        return False
    odd = sum(unicodedata.category(char) in ODD for char in words if char not in "\t\r\n\f")
    code = sum(char in CODE_SIGNS for char in words)
    return odd <= len(words) // 100 and code <= max(3, CODE_SHARE * len(words))


def _is_foreign(start: str) -> bool:
    headers = [bool(LETTER.match(line)) for line in start.split("\n")[:HEADERS]]
    mail = len(headers) == HEADERS and all(headers)
    return bool(FOREIGN.match(start) or CODE.match(start) or ANYWHERE.search(start)) or mail
