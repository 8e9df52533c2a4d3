"""The decks that come with the archive: enough, plain, in several languages, and never undone."""

from __future__ import annotations

import re
from typing import Any

import pytest

from stories.models import Card, CardWording, Deck, Fund
from stories.models.states import Context
from stories.questions import starters
from stories.questions.languages import Language, is_right_to_left

ENOUGH = 12
"""Cards of each fund of knowledge."""

SYLLABLE = re.compile(r"[aeiouy]+")


def grade(text: str) -> float:
    """Flesch and Kincaid's grade (1975), with syllables guessed by groups of vowels."""
    words = re.findall(r"[A-Za-z’]+", text)
    sentences = max(1, len(re.findall(r"[.?!]", text)))
    syllables = sum(_syllables(word.lower()) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    heard = re.sub(r"(?<=[^aeiouyl])e$|(?<=[^td])ed$", "", word)
    return max(1, len(SYLLABLE.findall(heard)))


def english() -> list[dict[str, Any]]:
    return [card for deck in starters.decks() for card in deck["card"]]


@pytest.mark.django_db
def test_each_fund_has_a_deck_with_enough_cards() -> None:
    for fund in Fund.objects.all()[:12]:
        assert Card.objects.filter(deck__fund=fund, deck__school=None).count() >= ENOUGH, fund


@pytest.mark.django_db
def test_each_context_has_a_deck() -> None:
    found = Deck.objects.filter(school=None, fund=None).values_list("context", flat=True)
    assert set(found) == set(Context.values)


@pytest.mark.django_db
def test_every_card_has_a_second_way_and_something_to_ask_next() -> None:
    assert Card.objects.count() == len(english())
    assert not Card.objects.filter(another_way="").exists()
    assert not Card.objects.filter(follow_ups="").exists()


def test_no_question_is_there_twice() -> None:
    asked = [card["ask"] for card in english()]
    assert len(set(asked)) == len(asked)


def test_the_cards_are_plain() -> None:
    said = [" ".join([c["ask"], c["or"], *c["then"]]) for c in english()]
    assert grade(" ".join(said)) <= 4
    assert [words for words in said if grade(words) > 5] == []


@pytest.mark.django_db
def test_some_are_in_languages_of_home() -> None:
    languages = set(CardWording.objects.values_list("language", flat=True))
    assert {Language.POLISH, Language.URDU} <= languages
    urdu = CardWording.objects.filter(language=Language.URDU)[0]
    polish = CardWording.objects.filter(language=Language.POLISH)[0]
    assert (urdu.direction, polish.direction) == ("rtl", "ltr")


def test_whoever_writes_from_right_to_left_is_known() -> None:
    assert {code for code in Language.values if is_right_to_left(code)} == {
        "ar",
        "ckb",
        "fa",
        "ps",
        "ur",
    }


@pytest.mark.django_db
def test_installing_again_undoes_nothing() -> None:
    deck = Deck.objects.get(key="caring")
    deck.title = "Looking after people"
    deck.save()
    first = deck.cards.order_by("sort_order").first()
    Card.objects.filter(pk=first.pk).update(question="Who looks after you?")
    Card.objects.filter(deck=deck).exclude(pk=first.pk).delete()
    starters.install()
    deck.refresh_from_db()
    assert deck.title == "Looking after people"
    assert [card.question for card in Card.objects.filter(deck=deck)] == ["Who looks after you?"]


@pytest.mark.django_db
def test_a_deck_that_is_new_comes_with_an_upgrade() -> None:
    Deck.objects.filter(key="caring").delete()
    starters.install()
    assert Card.objects.filter(deck__key="caring").count() >= ENOUGH
