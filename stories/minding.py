"""What is underlined while somebody writes: in which box, why, and the taps that mend it.

The rules are those of ``stories.safeguarding`` alone, so what a writer sees while typing is
what the check before handing in says, and what a teacher is asked about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string

from families.models import Person
from stories import safeguarding
from stories.mends import Mend, mended, mends
from stories.models import Story, StoryPart

MOST = 20
"""Lines below one box; a pasted address book must not bury the box."""

BUTTON = "mend:"
"""How the value of a button begins that mends without script: box, number of the mend, words."""


@dataclass(frozen=True)
class Underline:
    """Some words in a box, the reason in a sentence, and one or more mends."""

    excerpt: str
    reason: str
    mends: tuple[Mend, ...]


Underlines = dict[str, list[Underline]]


def underlines(
    texts: Mapping[str, str],
    children: Iterable[Person] = (),
    allowed: Iterable[tuple[str, str]] = (),
) -> Underlines:
    """What is found in each box; ``allowed`` are findings that a person let stay."""
    children, allowed = list(children), set(allowed)
    found = {name: list(_in(text, children, allowed)) for name, text in texts.items()}
    return {name: lines for name, lines in found.items() if lines}


def in_story(story: Story) -> Underlines:
    """The same for every box of a memory on the desk, by the name of the box."""
    boxes = texts(story, story.parts.all())
    return underlines(boxes, safeguarding.children_in(story), safeguarding.let_stay(story))


def texts(story: Story, parts: Iterable[StoryPart]) -> dict[str, str]:
    """Everything of a memory that is typed, by the name of its box on the desk."""
    typed = {name: getattr(story, name) for name in ("title", "summary", "when_text")}
    for part in parts:
        for name in ("text", "caption", "description"):
            typed[f"part-{part.pk}-{name}"] = getattr(part, name)
    return typed


def lists(found: Underlines, prefix: str = "id_") -> dict[str, str]:
    """The list below each box as HTML, for a script to put there, by the id of the box."""
    context = {name: {"underlines": lines, "name": name} for name, lines in found.items()}
    return {
        f"{prefix}{name}": render_to_string("stories/desk/_underlines.html", each)
        for name, each in context.items()
    }


def mended_by(button: str, typed: Any, children: Iterable[Person]) -> Any:
    """What was typed, with the mend of a pressed button done to it; unchanged for other buttons."""
    name, _, rest = button.removeprefix(BUTTON).partition(":")
    number, _, excerpt = rest.partition(":")
    if not button.startswith(BUTTON) or name not in typed or not number.isdecimal():
        return typed
    lines = underlines({name: typed[name]}, children).get(name, [])
    ways = next((line.mends for line in lines if line.excerpt == excerpt), ())
    chosen = ways[int(number) : int(number) + 1]
    again = typed.copy()
    for mend in chosen:
        again[name] = mended(typed[name], mend.instead_of, mend.words)
    return again


def box_of(button: str) -> str:
    """The name of the box that a pressed button mends; "" for every other button."""
    return button.removeprefix(BUTTON).partition(":")[0] if button.startswith(BUTTON) else ""


def _in(text: str, children: list[Person], allowed: set[tuple[str, str]]) -> Iterator[Underline]:
    surnames = {surname for child in children for surname in child.surnames()}
    found = dict.fromkeys([*safeguarding.find(text), *safeguarding.named(surnames, text)])
    told = [finding for finding in found if (finding.kind, finding.excerpt) not in allowed]
    for finding in sorted(told, key=lambda finding: text.find(finding.excerpt))[:MOST]:
        ways = tuple(mends(finding, text, children))
        yield Underline(finding.excerpt, finding.reason, ways)
