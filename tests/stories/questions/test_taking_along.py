"""The questions of one memory: taken along once, worded as today, ticked, never counted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from families.models import User
from stories.models import Card, Deck, Story, StoryQuestion
from stories.questions import taking_along
from tests.factories import DeckFactory, StoryFactory
from tests.stories.cast import Cast, gather

pytestmark = pytest.mark.django_db
QUESTIONS = ["Who lived next door?", "Who lived upstairs?"]


@pytest.fixture
def story(student: User) -> Story:
    made: Story = StoryFactory(author=student, title="The flats")
    return made


@pytest.fixture
def desk(client: Client, student: User) -> Client:
    client.force_login(student)
    return client


@pytest.fixture
def deck(student: User) -> Deck:
    made: Deck = DeckFactory(school=student.school, cards=QUESTIONS)
    return made


def words(story: Story) -> list[str]:
    return [question.shown_words for question in taking_along.cards_for(story)]


def page_of(story: Story) -> str:
    return reverse("desk_story_cards", args=[story.ref])


def test_a_deck_is_taken_along_once(story: Story, deck: Deck) -> None:
    taking_along.take_deck(story, deck)
    taking_along.take_deck(story, deck)
    assert words(story) == QUESTIONS


def test_a_card_that_is_put_away_stays_behind(story: Story, deck: Deck) -> None:
    Card.objects.filter(question=QUESTIONS[0]).update(is_shown=False)
    taking_along.take_deck(story, deck)
    assert words(story) == QUESTIONS[1:]


def test_an_own_question_comes_last_and_once(story: Story, deck: Deck) -> None:
    taking_along.take_deck(story, deck)
    for typed in ("Who  taught you\nto whistle?", "Who taught you to whistle?", "  "):
        taking_along.take_own(story, typed)
    assert words(story) == [*QUESTIONS, "Who taught you to whistle?"]
    own = taking_along.cards_for(story)[-1]
    assert (own.another_way, own.follow_ups, own.wordings) == ("", [], [])


def test_a_mended_card_is_mended_on_the_desk(story: Story, deck: Deck) -> None:
    taking_along.take_deck(story, deck)
    Card.objects.filter(question=QUESTIONS[0]).update(
        question="Who was next door?", another_way="Who could you hear?", follow_ups="Why?\n\nWhen?"
    )
    first = taking_along.cards_for(story)[0]
    assert (first.shown_words, first.another_way) == ("Who was next door?", "Who could you hear?")
    assert first.follow_ups == ["Why?", "When?"]


def test_a_card_that_goes_leaves_its_question_behind(story: Story, deck: Deck) -> None:
    taking_along.take_deck(story, deck)
    Card.objects.filter(deck=deck).delete()
    assert words(story) == QUESTIONS


def test_taking_along_overtakes_no_screen_and_is_in_no_revision(story: Story, deck: Deck) -> None:
    edition = story.edition
    taking_along.take_deck(story, deck)
    story.refresh_from_db()
    assert story.edition == edition
    assert "questions" not in story.serializable_data()


def test_a_question_without_words_is_none(story: Story) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        StoryQuestion.objects.create(story=story, words="")


def test_more_cards_ask_no_more_questions(
    story: Story, django_assert_num_queries: Callable[[int], Any]
) -> None:
    taking_along.take_deck(story, Deck.objects.get(key="journeys"))
    with django_assert_num_queries(2):
        for card in taking_along.cards_for(story):
            assert card.shown_words
            assert card.wordings is not None


class TestOnTheDesk:
    def test_a_deck_is_chosen_by_its_picture(self, desk: Client, story: Story, deck: Deck) -> None:
        page = desk.get(page_of(story)).content.decode()
        assert deck.title in page
        assert "Work and trades" in page
        answer = desk.post(page_of(story), {"deck": deck.pk}, follow=True).content.decode()
        assert QUESTIONS[0] in answer
        assert "Say it another way" not in answer

    def test_a_card_says_it_again_in_other_languages(self, desk: Client, story: Story) -> None:
        desk.post(page_of(story), {"deck": Deck.objects.get(key="journeys").pk})
        page = desk.get(page_of(story)).content.decode()
        assert "Who was the first of us to live here?" in page
        assert '<details lang="ur" dir="rtl"' in page
        assert "Kto z nas zamieszkał tu pierwszy?" in page

    def test_it_is_ticked_and_unticked(self, desk: Client, story: Story, deck: Deck) -> None:
        taking_along.take_deck(story, deck)
        first = story.questions.all()[0]
        answer = desk.post(page_of(story), {"do": f"asked-{first.pk}"})
        assert answer["Location"] == f"{page_of(story)}#question-{first.pk}"
        assert story.questions.get(pk=first.pk).is_asked
        assert (
            f'value="open-{first.pk}" aria-pressed="true"'
            in desk.get(page_of(story)).content.decode()
        )
        as_script = {"Accept": "application/json"}
        said = desk.post(page_of(story), {"do": f"open-{first.pk}"}, headers=as_script).json()
        assert said == {"asked": False}
        assert not story.questions.get(pk=first.pk).is_asked

    def test_an_own_question_is_made_a_card(self, desk: Client, story: Story) -> None:
        desk.post(page_of(story), {"question": "Who <b>whistled</b>?"})
        assert "Who &lt;b&gt;whistled&lt;/b&gt;?" in desk.get(page_of(story)).content.decode()

    @pytest.mark.parametrize("deck", ["nonsense", "987654321"])
    def test_a_deck_that_is_not_there(self, desk: Client, story: Story, deck: str) -> None:
        assert desk.post(page_of(story), {"deck": deck}).status_code == 404

    def test_another_schools_deck_is_not_there(self, desk: Client, story: Story) -> None:
        assert desk.post(page_of(story), {"deck": DeckFactory().pk}).status_code == 404
        assert not story.questions.exists()

    def test_somebody_elses_question_cannot_be_ticked(self, desk: Client, story: Story) -> None:
        other = StoryFactory()
        taking_along.take_own(other, "Who?")
        theirs = other.questions.get()
        assert desk.post(page_of(story), {"do": f"asked-{theirs.pk}"}).status_code == 404
        assert not StoryQuestion.objects.get(pk=theirs.pk).is_asked

    def test_a_held_memory_shows_no_cards(self, desk: Client, student: User) -> None:
        held = StoryFactory(author=student, held=True)
        taking_along.take_own(held, "A secret?")
        assert "A secret?" not in desk.get(page_of(held)).content.decode()
        desk.post(page_of(held), {"question": "Another?"})
        assert held.questions.count() == 1


@pytest.mark.parametrize("role", ["classmate", "relative", "teacher", "stranger", "lead"])
def test_the_cards_are_the_writers_alone(client: Client, role: str) -> None:
    cast: Cast = gather()
    story = cast.memory("submitted")
    client.force_login(cast[role])
    assert client.get(page_of(story)).status_code == 404
