"""A school makes a deck of everybody's its own, and from then on changes that one."""

from __future__ import annotations

from django.db import transaction

from families.models import School
from stories.models import Card, CardWording, Deck

SAID = ("question", "another_way", "follow_ups")


@transaction.atomic
def make_own(deck: Deck, school: School) -> Deck:
    """The school's version, with every card; the one that it has already where it has one."""
    own: Deck
    own, is_new = Deck.objects.get_or_create(
        school=school,
        copied_from=deck,
        defaults={
            name: getattr(deck, name)
            for name in ("title", "intro", "topic", "fund", "context", "is_shown", "position")
        },
    )
    if is_new:
        for card in deck.cards.prefetch_related("wordings"):
            _copy(card, own)
    return own


def _copy(card: Card, deck: Deck) -> None:
    said = {name: getattr(card, name) for name in (*SAID, "is_shown", "sort_order")}
    copied = Card.objects.create(deck=deck, **said)
    CardWording.objects.bulk_create(
        CardWording(
            card=copied,
            language=wording.language,
            sort_order=wording.sort_order,
            **{name: getattr(wording, name) for name in SAID},
        )
        for wording in card.wordings.all()
    )
