"""What is wrong with a file of captions, by the number of its line, in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

MOST_TOLD: Final = 10
"""Problems that are told at once; who has mended these finds the others shorter."""


@dataclass(frozen=True)
class Problem:
    """One thing to mend; lines are counted from 1, and 0 means the file as a whole."""

    line: int
    sentence: StrOrPromise

    def __str__(self) -> str:
        if not self.line:
            return str(self.sentence)
        sentence = f"{self.sentence[0].lower()}{self.sentence[1:]}"
        return _("Line %(number)s: %(sentence)s") % {"number": self.line, "sentence": sentence}


class Malformed(Exception):
    """It could not be read; nothing of it is kept. `problems` says what to mend."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(" ".join(str(problem) for problem in problems))
        self.problems = problems


NO_HEADING = gettext_lazy("The file has to begin with the word WEBVTT.")
NO_TIME = gettext_lazy("This is not a time. Write it like 00:01:02.500 --> 00:01:04.000.")
NO_TIME_SUBRIP = gettext_lazy("This is not a time. Write it like 00:01:02,500 --> 00:01:04,000.")
BACKWARDS = gettext_lazy("The end time is before the start.")
NO_LENGTH = gettext_lazy("The end time is the same as the start.")
TOO_LATE = gettext_lazy("This time is more than a day. Recordings are shorter.")
HOMELESS = gettext_lazy("These words have no time above them.")
TOO_LONG = gettext_lazy(
    "There are too many words for one line. Use up to 2,000 letters, then begin a new line."
)
LONG_NAME = gettext_lazy("A name is too long. Use up to 60 letters.")
TOO_MANY = gettext_lazy("There are more than 5,000 lines. Please split it into two recordings.")
TOO_BIG = gettext_lazy(
    "This file is bigger than 1 MB. Words alone are smaller, so it may be another kind of file."
)
NOTHING = gettext_lazy("There are no words in it.")
NOT_TEXT = gettext_lazy(
    "This is not a file of words. Choose a file whose name ends in .vtt or .srt."
)
