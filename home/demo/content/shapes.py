"""The shapes of the demonstration's data: who there is, and what a memory holds."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from textwrap import dedent
from typing import Any

from media.recipes.hiding import Area


@dataclass(frozen=True)
class DemoUser:
    """An account; only those of DESIGN.md, section 7, can sign in."""

    username: str
    display_name: str
    role: str
    school: str
    reporter_class: str = ""
    family: str = ""
    relation: str = ""
    signs_in: bool = False


@dataclass(frozen=True)
class DemoPerson:
    """Somebody in a memory. The full name is private; `agrees` is to showing them on the web."""

    key: str
    name: str
    public_name: str
    school: str
    family: str = ""
    is_child: bool = False
    guardian: str = ""
    username: str = ""
    agrees: bool = True
    shares: bool = False


@dataclass(frozen=True)
class Words:
    """Some paragraphs, with a blank line between them."""

    text: str


@dataclass(frozen=True)
class Shown:
    """A picture, sound, film, paper or letter by its name, with its caption and description.

    In a picture, `hidden` is what nobody is to see, and `focal` what stays in sight where it
    is cut: shares of its width and height.
    """

    kind: str
    name: str
    caption: str
    description: str
    hidden: tuple[Area, ...] = ()
    focal: tuple[float, float] | None = None


@dataclass(frozen=True)
class Point:
    """What a teacher said about some words of a memory: thanks first, one next step."""

    quote: str
    thanks: str
    step: str


@dataclass(frozen=True)
class DemoStory:
    """One memory, and where it has got to; `days` is how many days ago that was.

    What it `answers` is the key of an older one.
    """

    key: str
    title: str
    summary: str
    author: str
    teller: str
    when: str
    places: tuple[str, ...]
    funds: tuple[str, ...]
    context: str
    parts: tuple[Words | Shown, ...]
    days: int
    fate: str = "published"
    audience: str = "everyone"
    reporter: str = ""
    others: tuple[tuple[str, str], ...] = ()
    reader: str = ""
    remark: str = ""
    points: tuple[Point, ...] = ()
    answers: str = ""


@dataclass(frozen=True)
class Block:
    """One piece of a showcase, by the name of its block; stories by their keys.

    ``text`` is its title, caption or words; ``seconds`` are the beginning and end of a clip.
    """

    kind: str
    text: str = ""
    about: str = ""
    stories: tuple[str, ...] = ()
    seconds: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class DemoShowcase:
    """A showcase, its cover (a scene's name) and its pieces in order."""

    title: str
    slug: str
    introduction: str
    cover: str
    cover_description: str
    opening_line: str = ""
    palette: str = "paper"
    curated_by: str = ""
    blocks: tuple[Block, ...] = field(default=())


def printed(text: str) -> str:
    """Turn typewriter's quotation marks into a printer's.

    >>> printed('"Ay," he said. "It\'s nesh."')
    '“Ay,” he said. “It’s nesh.”'
    """
    opened = re.sub(r'(^|[\s(“])"', r"\1“", text)
    return opened.replace('"', "”").replace("'", "’")


def words(text: str) -> Words:
    """Take text as it is laid out in these files, and join the lines of each paragraph."""
    paragraphs = re.split(r"\n\s*\n", dedent(text).strip())
    joined = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
    return Words(printed(joined))


def _shown(kind: str) -> Callable[..., Shown]:
    def show(name: str, caption: str, description: str, **kept: Any) -> Shown:
        return Shown(kind, name, printed(caption), printed(description), **kept)

    return show


picture, sound, film = _shown("picture"), _shown("sound"), _shown("film")
paper, letter = _shown("paper"), _shown("letter")
