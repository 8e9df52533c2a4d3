"""One tap for what may give somebody away: what is replaced by what, and how the text closes up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from families.models import Person
from families.models.people import words_of
from stories.safeguarding import POSSESSIVE, Finding

HOUSE_NUMBER = re.compile(r"^\d{1,4}[a-z]?,?\s+", re.IGNORECASE)
STOPS = tuple(".,;:!?)\n")

TAKE_IT_OUT = _("Take it out")
FIRST_NAME = _("Use just the first name")
NO_NUMBER = _("Leave out the house number")


@dataclass(frozen=True)
class Mend:
    """What a button says; the words that it replaces, and those it puts there, "" for none."""

    label: str | Promise
    instead_of: str
    words: str = ""


def mends(finding: Finding, text: str, children: Iterable[Person]) -> Iterator[Mend]:
    """The ways out of one finding, the best first. A street without its number is no home."""
    if finding.kind == "surname" and (child := _whose(finding.excerpt, children)):
        yield _first_name(child, finding.excerpt, text)
    if finding.kind == "address":
        yield Mend(NO_NUMBER, finding.excerpt, HOUSE_NUMBER.sub("", finding.excerpt))
    yield Mend(TAKE_IT_OUT, finding.excerpt)


def mended(text: str, instead_of: str, words: str) -> str:
    """The text with the first of these words replaced, as the script of the page does it too."""
    found = place_of(instead_of, text)
    if found is None:
        return text
    before, after = text[: found.start()], text[found.end() :]
    if not words and (not before or before[-1].isspace()):
        after = after.removeprefix(" ")
        if not after or after.startswith(STOPS):
            before = before.rstrip(" ")
    return before + words + after


def place_of(excerpt: str, text: str) -> re.Match[str] | None:
    """Where these words first stand as words of their own, not inside a longer one."""
    return re.search(pattern_of(excerpt), text)


def pattern_of(excerpt: str) -> str:
    """These words as words of their own, for a regular expression."""
    begins = r"(?<!\w)" if excerpt[:1].isalnum() else ""
    ends = r"(?!\w)" if excerpt[-1:].isalnum() else ""
    return f"{begins}{re.escape(excerpt)}{ends}"


def _whose(surname: str, children: Iterable[Person]) -> Person | None:
    said = {*words_of(surname), *words_of(POSSESSIVE.sub("", surname))}
    return next((child for child in children if said & child.surnames()), None)


def _first_name(child: Person, surname: str, text: str) -> Mend:
    """Nell Byrne’s becomes Nell’s; a surname alone becomes the name that readers see."""
    ending = found[0] if (found := POSSESSIVE.search(surname)) else ""
    first = words_of(child.name)[:1]
    for match in re.finditer(rf"(?<!\w)([\w'’-]+)\s+{re.escape(surname)}(?!\w)", text):
        if words_of(match[1]) == first:
            return Mend(FIRST_NAME, match[0], match[1] + ending)
    return Mend(FIRST_NAME, surname, child.public_name + ending)
