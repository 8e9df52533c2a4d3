"""The decks that every school has, kept in ``stories/data/questions``, one file for each.

A deck that is there stays as somebody left it, its cards as well: only a deck
that is missing is made. So a later version may bring new decks, and undoes nothing.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import transaction

from stories.models import Card, CardWording, Deck, Fund

DATA = Path(__file__).parents[1] / "data" / "questions"
ENGLISH_KEYS = {"ask", "or", "then"}
CONTEXTS_STAND_LAST = 100
"""Above the position of any fund."""


@transaction.atomic
def install() -> None:
    """Make each deck that is missing. Its fund has to be there (``stories.vocabulary``)."""
    there = set(Deck.objects.filter(school=None).values_list("key", flat=True))
    funds = {fund.slug: fund for fund in Fund.objects.all()}
    for written in decks():
        if written["key"] not in there:
            _make(written, funds.get(written.get("fund", "")))


def decks() -> Iterator[dict[str, Any]]:
    """What the files hold, in the order of their names."""
    for path in sorted(DATA.glob("*.toml")):
        yield tomllib.loads(path.read_text(encoding="utf-8"))


def _make(written: dict[str, Any], fund: Fund | None) -> None:
    deck = Deck.objects.create(
        key=written["key"],
        title=written["title"],
        intro=written["intro"],
        topic=written["topic"],
        fund=fund,
        context=written.get("context", ""),
        position=fund.position if fund else CONTEXTS_STAND_LAST,
    )
    for place, words in enumerate(written["card"]):
        card = Card.objects.create(deck=deck, sort_order=place, **_said(words))
        others = sorted(words.keys() - ENGLISH_KEYS)
        for order, language in enumerate(others):
            CardWording.objects.create(
                card=card, language=language, sort_order=order, **_said(words[language])
            )


def _said(words: dict[str, Any]) -> dict[str, str]:
    return {
        "question": words["ask"],
        "another_way": words["or"],
        "follow_ups": "\n".join(words["then"]),
    }
