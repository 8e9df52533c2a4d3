"""The questions of one memory: taken along from a deck or typed, and ticked once asked.

They are the writer's notes. Taking them along or ticking them is no change to the
memory: no edition is counted, and no other screen is overtaken.
"""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max

from stories.models import Deck, Story, StoryQuestion
from stories.models.questions import Card

LONGEST = 300
"""Letters of a question that somebody types."""


def cards_for(story: Story) -> list[StoryQuestion]:
    """The questions of this memory in their order, with every wording, in three queries."""
    taken = story.questions.select_related("card").prefetch_related("card__wordings")
    return list(taken)


@transaction.atomic
def take_deck(story: Story, deck: Deck) -> None:
    """Take along every card of the deck that is shown. Twice takes each only once."""
    had = set(story.questions.values_list("card", flat=True))
    start = _next_place(story)
    shown = [card for card in _shown(deck) if card.pk not in had]
    StoryQuestion.objects.bulk_create(
        [
            StoryQuestion(story=story, card=card, words=card.question, position=start + place)
            for place, card in enumerate(shown)
        ],
        ignore_conflicts=True,
    )


@transaction.atomic
def take_own(story: Story, words: str) -> None:
    """Take along what somebody would like to ask in words of their own. The same twice is one."""
    words = " ".join(words.split())[:LONGEST]
    if words and not story.questions.filter(card=None, words=words).exists():
        StoryQuestion.objects.create(story=story, words=words, position=_next_place(story))


def tick(story: Story, pk: int, *, is_asked: bool) -> bool:
    """Note that a question has been asked, or has not; False if it is not of this memory."""
    return bool(story.questions.filter(pk=pk).update(is_asked=is_asked))


def _shown(deck: Deck) -> list[Card]:
    return list(Card.objects.filter(deck=deck, is_shown=True))


def _next_place(story: Story) -> int:
    last: int | None = story.questions.aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1
