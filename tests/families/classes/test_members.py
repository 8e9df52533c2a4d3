"""Students come, get a new card, move, leave and come back; what they wrote stays."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from families import roles
from families.classes import members, usernames
from families.models import Person, ReporterClass, School, User
from stories.models import Story
from tests.factories import ReporterClassFactory, StoryFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def nine(school: School) -> ReporterClass:
    made: ReporterClass = ReporterClassFactory(school=school, name="9A")
    return made


def enrolled(nine: ReporterClass, teacher: User, *names: str) -> list[members.Card]:
    pairs = zip(names, usernames.for_names(names), strict=True)
    return members.enrol(nine, pairs, by=teacher)


def signs_in(card: members.Card) -> bool:
    client = Client()
    client.post("/sign-in/", {"login": card.username, "password": card.password})
    return "_auth_user_id" in client.session


def account(card: members.Card) -> User:
    return User.objects.get(username=card.username)


def test_a_card_signs_in(nine: ReporterClass, teacher: User) -> None:
    (card,) = enrolled(nine, teacher, "Amina")
    amina = account(card)
    assert roles.is_student(amina)
    assert (amina.display_name, amina.reporter_class, amina.school) == ("Amina", nine, nine.school)
    assert card.password not in amina.password
    assert signs_in(card)
    assert ModelLogEntry.objects.get(action="families.enrol").user == teacher


def test_a_student_is_a_child_whose_consent_can_be_asked(
    nine: ReporterClass, teacher: User
) -> None:
    (card,) = enrolled(nine, teacher, "Amina")
    person = Person.objects.get(user=account(card))
    assert (person.name, person.public_name, person.is_child) == ("Amina", "Amina", True)
    assert person.added_by == teacher


def test_a_username_that_is_taken_meanwhile_is_replaced(nine: ReporterClass, teacher: User) -> None:
    UserFactory(username="Amina22", display_name="Amina")
    (card,) = members.enrol(nine, [("Amina", "amina22")], by=teacher)
    assert card.username != "amina22"
    assert signs_in(card)


@pytest.mark.parametrize("sent", ["root", "amina-khan", "kai22", ""])
def test_a_username_that_was_changed_on_the_way_is_replaced(
    nine: ReporterClass, teacher: User, sent: str
) -> None:
    (card,) = members.enrol(nine, [("Amina", sent)], by=teacher)
    assert usernames.fits(card.username, "Amina")


def test_two_presses_make_nobody_twice(nine: ReporterClass, teacher: User) -> None:
    wanted = [("Amina", "amina22"), ("Kai", "kai33")]
    members.enrol(nine, wanted, by=teacher)
    with pytest.raises(members.MadeAlready):
        members.enrol(nine, [("Zofia", "zofia44"), *wanted], by=teacher)
    assert nine.students.count() == 2


def test_a_new_card_ends_the_old_one_and_its_sessions(nine: ReporterClass, teacher: User) -> None:
    (old,) = enrolled(nine, teacher, "Amina")
    client = Client()
    client.post("/sign-in/", {"login": old.username, "password": old.password})
    students = [account(old)]
    (new,) = members.new_cards(students, moment=members.moment_of(students), by=teacher)
    assert new.username == old.username
    assert signs_in(new)
    assert not signs_in(old)
    assert client.get("/desk/").status_code == 302
    assert ModelLogEntry.objects.get(action="families.new_card").user == teacher


def test_new_cards_are_made_once_from_one_page(nine: ReporterClass, teacher: User) -> None:
    students = [account(card) for card in enrolled(nine, teacher, "Amina", "Kai")]
    moment = members.moment_of(students)
    made = members.new_cards(students, moment=moment, by=teacher)
    with pytest.raises(members.MadeAlready):
        members.new_cards(students, moment=moment, by=teacher)
    assert all(signs_in(card) for card in made)


def test_whoever_moves_takes_no_memory_along_and_loses_none(
    nine: ReporterClass, teacher: User, school: School
) -> None:
    (card,) = enrolled(nine, teacher, "Amina")
    amina, ten = account(card), ReporterClassFactory(school=school, name="10A")
    story: Story = StoryFactory(author=amina, reporter_class=nine)
    members.move([amina], to=ten, by=teacher)
    amina, story = account(card), Story.objects.get(pk=story.pk)
    assert (amina.reporter_class, story.reporter_class, story.author) == (ten, nine, amina)
    assert signs_in(card)
    entry = ModelLogEntry.objects.get(action="families.move")
    assert (entry.data["from"], entry.data["to"]) == (nine.pk, ten.pk)


def test_whoever_leaves_is_shut_out_and_their_memories_stay(
    nine: ReporterClass, teacher: User
) -> None:
    (card,) = enrolled(nine, teacher, "Amina")
    client = Client()
    client.post("/sign-in/", {"login": card.username, "password": card.password})
    story = StoryFactory(author=account(card), reporter_class=nine)
    members.leave([account(card)], by=teacher)
    assert client.get("/desk/").status_code == 302
    assert not signs_in(card)
    person = Person.objects.get(user=account(card))
    assert person.left_on == timezone.localdate()
    story.refresh_from_db()
    assert (story.author, story.reporter_class) == (account(card), nine)
    assert account(card) in members.students_of(nine)


def test_whoever_comes_back_needs_a_new_card(nine: ReporterClass, teacher: User) -> None:
    (card,) = enrolled(nine, teacher, "Amina")
    members.leave([account(card)], by=teacher)
    members.come_back([account(card)], by=teacher)
    assert Person.objects.get(user=account(card)).left_on is None
    assert not signs_in(card)
    students = [account(card)]
    (new,) = members.new_cards(students, moment=members.moment_of(students), by=teacher)
    assert signs_in(new)


def test_a_child_on_leaving_keeps_the_day_of_the_first_time(
    nine: ReporterClass, teacher: User
) -> None:
    (card,) = enrolled(nine, teacher, "Amina")
    members.leave([account(card)], by=teacher)
    Person.objects.filter(user=account(card)).update(left_on="2026-07-01")
    members.leave([account(card)], by=teacher)
    assert str(Person.objects.get(user=account(card)).left_on) == "2026-07-01"


def test_staff_who_stand_in_a_class_are_no_students_of_it(
    nine: ReporterClass, school: School
) -> None:
    odd = UserFactory(student=True, school=school, reporter_class=nine)
    odd.groups.add(*UserFactory(teacher=True).groups.all())
    UserFactory(student=True, reporter_class=nine)
    assert not members.students_of(nine).exists()
