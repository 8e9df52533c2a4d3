"""What was found in the words of a memory, with every place where each of it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stories import mends, safeguarding, themes
from stories.models import Story, StoryPart
from stories.moderation.marks.hit import THEME, Hit
from stories.safeguarding import Text


def hits(story: Story, parts: list[StoryPart]) -> Iterator[Hit]:
    """In the order of the texts, and in each of them of the words."""
    surnames = safeguarding.surnames_in(story)
    for text in safeguarding.texts(story, parts):
        found = [*_findings(text, surnames), *_themes(text)]
        yield from sorted(found, key=lambda hit: (hit.start, -hit.end))


def _findings(text: Text, surnames: set[str]) -> Iterator[Hit]:
    for finding in dict.fromkeys(safeguarding.in_text(text, surnames)):
        for start, end in places(finding.excerpt, text.words):
            yield Hit(
                kind=finding.kind,
                excerpt=finding.excerpt,
                note=(finding.kind, finding.excerpt),
                part=text.part,
                text=text,
                start=start,
                end=end,
                finding=finding,
            )


def _themes(text: Text) -> Iterator[Hit]:
    for touched in themes.find(text.words):
        yield Hit(
            kind=THEME,
            excerpt=touched.theme,
            note=(THEME, touched.name),
            part=text.part,
            text=text,
            start=touched.start,
            end=touched.end,
        )


def places(excerpt: str, words: str) -> list[tuple[int, int]]:
    """Where these words stand as words of their own; an excerpt that was cut, where it begins."""
    found = [(match.start(), match.end()) for match in _whole(excerpt).finditer(words)]
    start = words.find(excerpt)
    return found or ([(start, start + len(excerpt))] if start >= 0 else [])


def _whole(excerpt: str) -> re.Pattern[str]:
    return re.compile(mends.pattern_of(excerpt))
