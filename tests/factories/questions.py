"""Decks of a school's own, and what a teacher sets a class."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import factory
from django.utils import timezone

from stories.models import Assignment, Card, Deck
from tests.factories.families import ReporterClassFactory, SchoolFactory


class DeckFactory(factory.django.DjangoModelFactory[Deck]):
    """A school's own deck; ``cards=["Who?", "Where?"]`` puts questions in it."""

    class Meta:
        model = Deck

    school = factory.SubFactory(SchoolFactory)
    title = factory.Sequence(lambda n: f"Questions {n}")
    topic = "street"

    @classmethod
    def _create(cls, model_class: type[Deck], *args: Any, **kwargs: Any) -> Deck:
        cards: Iterable[str] = kwargs.pop("cards", ("Who lived next door?", "Who still does?"))
        deck: Deck = super()._create(model_class, *args, **kwargs)
        for place, question in enumerate(cards):
            Card.objects.create(deck=deck, question=question, sort_order=place)
        return deck


class AssignmentFactory(factory.django.DjangoModelFactory[Assignment]):
    """For a class, for another week; with a deck of the school's own."""

    class Meta:
        model = Assignment

    reporter_class = factory.SubFactory(ReporterClassFactory)
    school = factory.SelfAttribute("reporter_class.school")
    deck = factory.SubFactory(DeckFactory, school=factory.SelfAttribute("..school"))
    sentence = "Ask somebody at home about the street."
    due_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=7))
    set_by = None

    @classmethod
    def _create(cls, model_class: type[Assignment], *args: Any, **kwargs: Any) -> Assignment:
        places = kwargs.pop("places", ())
        made: Assignment = super()._create(model_class, *args, **kwargs)
        if places:
            made.places.set(places)
            made.save()
        return made
