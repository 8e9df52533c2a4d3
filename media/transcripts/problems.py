"""What is wrong with a file of captions, by the number of its line, in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MOST_TOLD: Final = 10
"""Problems that are told at once; who has mended these finds the others shorter."""


@dataclass(frozen=True)
class Problem:
    """One thing to mend; lines are counted from 1, and 0 means the file as a whole."""

    line: int
    sentence: str

    def __str__(self) -> str:
        if not self.line:
            return self.sentence
        return f"Line {self.line}: {self.sentence[0].lower()}{self.sentence[1:]}"


class Malformed(Exception):
    """It could not be read; nothing of it is kept. `problems` says what to mend."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(" ".join(str(problem) for problem in problems))
        self.problems = problems


NO_HEADING = "The file has to begin with the word WEBVTT."
NO_TIME = "This is not a time. Write it like 00:01:02.500 --> 00:01:04.000."
NO_TIME_SUBRIP = "This is not a time. Write it like 00:01:02,500 --> 00:01:04,000."
BACKWARDS = "The end time is before the start."
NO_LENGTH = "The end time is the same as the start."
TOO_LATE = "This time is more than a day. Recordings are shorter."
HOMELESS = "These words have no time above them."
TOO_LONG = "There are too many words for one line. Use up to 2,000 letters, then begin a new line."
LONG_NAME = "A name is too long. Use up to 60 letters."
TOO_MANY = "There are more than 5,000 lines. Please split it into two recordings."
TOO_BIG = (
    "This file is bigger than 1 MB. Words alone are smaller, so it may be another kind of file."
)
NOTHING = "There are no words in it."
NOT_TEXT = "This is not a file of words. Choose a file whose name ends in .vtt or .srt."
