"""The ready words of a school: what it begins with, and what its teachers are offered."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from families.models import School
from stories.models import Phrase

DATA = Path(__file__).parent / "data" / "phrases.toml"


@dataclass(frozen=True)
class Bank:
    """Thanks and next steps, in the school's own order."""

    thanks: list[str] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)


def bank(school: int) -> Bank:
    """What this school offers, in one query."""
    shown = list(Phrase.objects.filter(school=school, is_shown=True))
    return Bank(
        thanks=[phrase.text for phrase in shown if phrase.kind == Phrase.Kind.THANKS],
        steps=[phrase.text for phrase in shown if phrase.kind == Phrase.Kind.STEP],
    )


def begin(school: School) -> None:
    """Give a school the words that every school begins with."""
    written = tomllib.loads(DATA.read_text(encoding="utf-8"))
    Phrase.objects.bulk_create(
        [
            Phrase(school=school, kind=kind, text=text, position=place)
            for kind in Phrase.Kind.values
            for place, text in enumerate(written[kind], start=1)
        ],
        ignore_conflicts=True,
    )


def install() -> None:
    """The same for each school that has none, such as one from before there were phrases."""
    for school in School.objects.filter(phrases__isnull=True):
        begin(school)


def begin_with(sender: Any, instance: School, created: bool, **told: Any) -> None:
    """A new school has them from its first day (``post_save``)."""
    if created and not told.get("raw"):
        begin(instance)
