"""Teachers change decks of their own school and set them; nobody reaches over the boundary."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from families.models import User
from stories.models import Assignment, Card, Deck, Place
from stories.questions.copying import make_own
from tests.factories import AssignmentFactory, DeckFactory, ReporterClassFactory, UserFactory
from tests.stories.moderation.filled import filled

pytestmark = pytest.mark.django_db


@pytest.fixture
def room(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


@pytest.fixture
def starter() -> Deck:
    return Deck.objects.get(key="caring")


def test_a_teacher_makes_a_deck_of_everybodys_their_schools_own(
    room: Client, starter: Deck, teacher: User
) -> None:
    look = reverse("decks:look", args=[starter.pk])
    assert "Who looked after you" in room.get(look).content.decode()
    first, second = room.post(look), room.post(look)
    own = Deck.objects.get(school=teacher.school)
    assert first["Location"] == second["Location"] == reverse("decks:edit", args=[own.pk])
    assert (own.copied_from, own.key, own.fund) == (starter, "", starter.fund)
    cards = Card.objects.filter(deck=own)
    assert cards.count() == Card.objects.filter(deck=starter).count()
    assert cards.filter(wordings__language="ur").exists()


def test_the_schools_own_version_takes_its_place_there_alone(
    starter: Deck, teacher: User, other_school: Any
) -> None:
    own = make_own(starter, teacher.school)
    here = Deck.objects.on_desk_of(teacher.school)
    assert own in here
    assert starter not in here
    there = Deck.objects.on_desk_of(other_school)
    assert starter in there
    assert own not in there


def test_a_school_puts_a_deck_away_by_hiding_its_own_version(starter: Deck, teacher: User) -> None:
    own = make_own(starter, teacher.school)
    own.is_shown = False
    own.save()
    assert not {own, starter} & set(Deck.objects.on_desk_of(teacher.school))


def test_a_teacher_changes_a_card_of_their_own_deck(room: Client, teacher: User) -> None:
    deck = DeckFactory(school=teacher.school, cards=["Who lived next door?"])
    edit = reverse("decks:edit", args=[deck.pk])
    typed = filled(room.get(edit)) | {"cards-0-question": "Who lived upstairs?"}
    assert room.post(edit, typed).status_code == 302
    assert [card.question for card in Card.objects.filter(deck=deck)] == ["Who lived upstairs?"]


def test_a_card_needs_english(room: Client, teacher: User) -> None:
    deck = DeckFactory(school=teacher.school, cards=["Who lived next door?"])
    edit = reverse("decks:edit", args=[deck.pk])
    answer = room.post(edit, filled(room.get(edit)) | {"cards-0-question": ""})
    assert answer.status_code == 200
    assert Card.objects.filter(deck=deck, question="Who lived next door?").exists()


def test_a_teacher_adds_a_language(room: Client, teacher: User) -> None:
    deck = DeckFactory(school=teacher.school, cards=["Who lived next door?"])
    edit = reverse("decks:edit", args=[deck.pk])
    typed = filled(room.get(edit)) | {
        "cards-0-wordings-TOTAL_FORMS": "1",
        "cards-0-wordings-0-language": "pl",
        "cards-0-wordings-0-question": "Kto mieszkał obok?",
        "cards-0-wordings-0-ORDER": "1",
    }
    assert room.post(edit, typed).status_code == 302
    card = Card.objects.get(deck=deck)
    assert [wording.question for wording in card.wordings.all()] == ["Kto mieszkał obok?"]


def test_a_new_deck_is_the_schools(room: Client, teacher: User) -> None:
    typed = filled(room.get(reverse("decks:add"))) | {"title": "The flats", "is_shown": "on"}
    room.post(reverse("decks:add"), typed)
    assert Deck.objects.get(title="The flats").school == teacher.school


def test_everybodys_is_changed_by_an_administrator_alone(
    client: Client, starter: Deck, teacher: User
) -> None:
    edit = reverse("decks:edit", args=[starter.pk])
    client.force_login(teacher)
    assert client.get(edit)["Location"] == reverse("wagtailadmin_home")
    client.post(edit, {"title": "Mine"})
    starter.refresh_from_db()
    assert starter.title != "Mine"
    client.force_login(UserFactory(administrator=True, school=teacher.school))
    typed = filled(client.get(edit)) | {"title": "Looking after people"}
    client.post(edit, typed)
    starter.refresh_from_db()
    assert starter.title == "Looking after people"


def test_another_schools_deck_is_not_found(room: Client) -> None:
    deck = DeckFactory()
    for name in ("edit", "look", "history", "usage"):
        assert room.get(reverse(f"decks:{name}", args=[deck.pk])).status_code == 404
    assert room.post(reverse("decks:look", args=[deck.pk])).status_code == 404
    assert str(deck) not in room.get(reverse("decks:index")).content.decode()


def test_nobody_deletes_a_deck(room: Client, teacher: User) -> None:
    deck = DeckFactory(school=teacher.school)
    assert room.post(reverse("decks:delete", args=[deck.pk])).status_code == 404


@pytest.mark.parametrize("wrong", [{"key": ""}, {"key": "caring"}])
def test_a_deck_is_everybodys_or_a_schools(wrong: dict[str, str], teacher: User) -> None:
    school = None if not wrong["key"] else teacher.school
    with pytest.raises(IntegrityError), transaction.atomic():
        Deck.objects.create(title="Neither", school=school, **wrong)


def test_the_list_leads_to_what_one_may_do(room: Client, starter: Deck, teacher: User) -> None:
    own = DeckFactory(school=teacher.school)
    text = room.get(reverse("decks:index"), {"p": 1}).content.decode()
    assert reverse("decks:edit", args=[own.pk]) in text
    assert reverse("decks:look", args=[starter.pk]) in text
    assert reverse("decks:edit", args=[starter.pk]) not in text


class TestSetting:
    """A class, a deck, a day, places and a sentence."""

    def typed(self, room: Client, **more: Any) -> dict[str, Any]:
        add = reverse("assignments:add")
        day = (timezone.localdate() + timedelta(days=7)).isoformat()
        return filled(room.get(add)) | {"sentence": "Ask at home about work.", "due_on": day} | more

    def test_a_teacher_sets_a_class_a_deck(
        self, room: Client, teacher: User, starter: Deck
    ) -> None:
        nine = ReporterClassFactory(school=teacher.school)
        place = Place.objects.all()[0]
        typed = self.typed(room, reporter_class=nine.pk, deck=starter.pk, places=[str(place.pk)])
        assert room.post(reverse("assignments:add"), typed).status_code == 302
        made = Assignment.objects.get()
        assert (made.school, made.set_by, made.deck) == (teacher.school, teacher, starter)
        assert list(made.places.all()) == [place]

    def test_nothing_of_another_school_can_be_chosen(self, room: Client, teacher: User) -> None:
        typed = self.typed(room, reporter_class=ReporterClassFactory().pk, deck=DeckFactory().pk)
        answer = room.post(reverse("assignments:add"), typed)
        assert set(answer.context["form"].errors) == {"reporter_class", "deck"}
        assert not Assignment.objects.exists()

    def test_a_day_that_is_over_will_not_do(self, room: Client, teacher: User) -> None:
        nine = ReporterClassFactory(school=teacher.school)
        typed = self.typed(room, reporter_class=nine.pk, deck=1, due_on="2020-01-01")
        answer = room.post(reverse("assignments:add"), typed)
        assert "still to come" in answer.context["form"].errors["due_on"][0]

    def test_one_that_is_over_can_still_be_mended(self, room: Client, teacher: User) -> None:
        nine = ReporterClassFactory(school=teacher.school)
        day = timezone.localdate() - timedelta(days=7)
        over = AssignmentFactory(reporter_class=nine, due_on=day)
        edit = reverse("assignments:edit", args=[over.pk])
        answer = room.post(edit, filled(room.get(edit)) | {"sentence": "Ask at home."})
        assert answer.status_code == 302
        over.refresh_from_db()
        assert over.sentence == "Ask at home."

    def test_another_schools_is_not_found(self, room: Client) -> None:
        other = AssignmentFactory()
        for name in ("edit", "delete", "history", "usage"):
            assert room.get(reverse(f"assignments:{name}", args=[other.pk])).status_code == 404
        assert other.sentence not in room.get(reverse("assignments:index")).content.decode()

    def test_the_model_refuses_it_too(self, teacher: User) -> None:
        made = AssignmentFactory.build(
            school=teacher.school,
            reporter_class=ReporterClassFactory(),
            deck=DeckFactory(),
        )
        with pytest.raises(ValidationError, match="of your school") as refused:
            made.clean()
        assert set(refused.value.message_dict) == {"reporter_class", "deck"}
