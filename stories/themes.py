"""Words that ask a reviewer to look twice, by theme, and say which word it was.

A short list that anybody can read and argue with, and no verdict: most memories of a funeral
are as they should be. A theme never keeps a memory from the public. It asks whether whoever
told it, and whoever is told of, would still want it read next year, and whether a reader should
know before. Themes are those of the school's safeguarding rules and of UK GDPR, article 9, as
far as single words can say them. Faith and politics are not here: a chapel or a strike is in
every third memory, and whoever reads sees it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

WORDS = {
    "self-harm": r"suicid\w+|self[- ]harm\w*|overdos\w+|(?:took|take) (?:his|her|their) own li\w+"
    r"|(?:cut|hurt|kill)(?:ting|ing|ed)? (?:my|him|her|them)sel\w+|anorexi\w+|bulimi\w+",
    "abuse": r"abus(?:e|ed|er|ive|ing)|rap(?:e|ed|ist)|molest\w+|groomed|grooming|assault\w*"
    r"|domestic violence|hit (?:me|him|her|us|them)|beat (?:me|him|her|us|them)",
    "violence": r"murder\w*|stab(?:bed|bing)|shootings?|shot dead|guns?|kill(?:ed|ing|er)"
    r"|attacked|tortur\w+",
    "drugs and drink": r"drugs|heroin|cocaine|cannabis|alcoholi\w+|addict\w*|drunk",
    "death": r"died|dying|death|dead|funerals?|buried|passed away|miscarr\w+|stillborn",
    "illness": r"cancer|dementia|depress(?:ed|ion)|mental(?:ly)? (?:ill\w*|health)|schizophren\w+"
    r"|epilep\w+|hiv|disab(?:led|ility)",
    "crime": r"prison|jail(?:ed)?|arrested|convicted|burgl\w+|robbed|gangs?",
    "coming to this country": r"asylum|refugees?|deport\w+|home office|immigra\w+|visas?"
    r"|(?:leave|right) to remain|undocumented",
    "hate": r"racis[mt]\w*|homophob\w+|islamophob\w+|antisemit\w+|sectarian\w*",
    "love and sex": r"gay|lesbian|bisexual|transgender|pregnan\w+|abortions?|divorc\w+|affair",
}
"""For each theme, in the words of the screen, the words that belong to it."""

PATTERNS = {
    theme: re.compile(rf"(?<![\w'’-])(?:{words})(?![\w'’-]*\w)", re.IGNORECASE)
    for theme, words in WORDS.items()
}


@dataclass(frozen=True)
class Touched:
    """A word of a theme, and from where to where in the text it stands."""

    theme: str
    word: str
    start: int
    end: int

    @property
    def name(self) -> str:
        """What is noted once somebody has looked: another word of the theme asks again."""
        return f"{self.theme}: {' '.join(self.word.casefold().split())}"[:200]


def find(text: str) -> Iterator[Touched]:
    """Every word in one piece of text that belongs to a theme."""
    for theme, pattern in PATTERNS.items():
        for match in pattern.finditer(text):
            yield Touched(theme, match[0], match.start(), match.end())
