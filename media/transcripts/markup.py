"""Takes the markup out of cues and leaves the words; puts escapes in where words go out."""

from __future__ import annotations

import html
import re

from media.transcripts.cues import MAX_SPEAKER, one_line, plain

VOICE = re.compile(r"<v(?:\.[^\s<>]*)*[ \t]+([^<>]*)>|</v\s*>", re.IGNORECASE)
TAG = re.compile(r"</?[A-Za-z!?][^<>]*>|<\d\d:[\d:.]+>")
"""A tag of any kind, or a time inside the words; a lone "<" is a word like any other."""


def voices(lines: list[str]) -> list[tuple[str, str]]:
    """Speaker and plain words of each voice in a cue (WebVTT: the voice span); at least one."""
    said: list[tuple[str, str]] = []
    speaker, place, text = "", 0, "\n".join(lines)
    for voice in VOICE.finditer(text):
        said.append((speaker, words(text[place : voice.start()])))
        speaker, place = name(voice[1] or ""), voice.end()
    said.append((speaker, words(text[place:])))
    return [(who, spoken) for who, spoken in said if spoken] or [(speaker, "")]


def words(text: str) -> str:
    """The words of a cue: its tags gone, its escapes read."""
    return plain(html.unescape(TAG.sub("", text)))


def name(text: str) -> str:
    """A speaker's name on one line, at most as long as a public name."""
    return one_line(html.unescape(text))[:MAX_SPEAKER].strip()


def escaped(text: str) -> str:
    """As WebVTT writes it; nothing that somebody typed can become a tag or an arrow."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
