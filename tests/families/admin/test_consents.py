"""Answers about consent, as staff write them down, and what they carry away."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from families import consent
from families.models import Consent, Person, School, User
from families.models.consents import Decision, Giver, Method, Scope
from stories.models import Story
from tests.factories import PersonFactory, StoryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


SAID = {"giver": "self", "giver_name": "Mary Private", "method": "screen", "web": "yes"}


def person(school: School) -> Person:
    return PersonFactory(school=school, name="Mary Private", public_name="Mary")


def consents(someone: Person) -> str:
    return reverse("people:consents", args=[someone.pk])


def test_nothing_is_ticked_before_anybody_answers(desk: Client, school: School) -> None:
    child = PersonFactory(school=school, child=True)

    assert "checked" not in desk.get(consents(child)).content.decode().split("<main")[1]


def test_a_yes_is_recorded_with_its_wording(desk: Client, school: School, teacher: User) -> None:
    mary = person(school)

    desk.post(consents(mary), SAID | {"method": "paper", "archive": "yes"})

    assert consent.stands(mary, Scope.WEB)
    assert consent.stands(mary, Scope.ARCHIVE)
    assert not consent.stands(mary, Scope.SCHOOL)
    recorded = Consent.objects.get(scope=Scope.WEB)
    assert (recorded.method, recorded.recorded_by) == (Method.PAPER, teacher)
    html = desk.get(consents(mary)).content.decode()
    assert recorded.wording.text in html
    assert "Mary Private (the person)" in html


def test_a_child_needs_both(desk: Client, school: School) -> None:
    child = PersonFactory(school=school, child=True)
    desk.post(consents(child), SAID)
    assert not consent.stands(child, Scope.WEB)

    desk.post(consents(child), SAID | {"giver": "guardian", "giver_name": "A Mum"})

    assert consent.stands(Person.objects.get(pk=child.pk), Scope.WEB)


def test_nobody_answers_for_a_grown_up(desk: Client, school: School) -> None:
    answer = desk.post(consents(person(school)), SAID | {"giver": "guardian"})

    assert answer.status_code == 200
    assert not Consent.objects.exists()


@pytest.mark.parametrize("decision", ["no", "withdrawn"])
def test_a_no_takes_down_what_rested_on_the_yes(desk: Client, student: User, decision: str) -> None:
    nan = PersonFactory(school=student.school, consenting=True)
    StoryFactory(published=True, author=student, teller=nan)

    answer = desk.post(consents(nan), SAID | {"web": decision}, follow=True)

    assert "Everything that rested on the old answer has come down." in answer.content.decode()
    assert not Story.objects.public().exists()


def test_history_is_only_added_to(desk: Client, school: School) -> None:
    mary = person(school)
    desk.post(consents(mary), SAID)
    desk.post(consents(mary), SAID | {"web": "withdrawn"})

    html = desk.get(consents(mary)).content.decode()

    assert Consent.objects.count() == 2
    assert "Taken back" in html
    assert "has a no from them" in html


def test_an_older_paper_does_not_undo_a_newer_no(desk: Client, school: School) -> None:
    mary = person(school)
    desk.post(consents(mary), SAID | {"web": "no"})

    desk.post(consents(mary), SAID | {"method": "paper", "given_on": "2024-03-01"})

    assert consent.missing(mary, Scope.WEB) == ["has a no from them"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"web": ""}, "Say what they answered to at least one question."),
        ({"given_on": "2190-01-01"}, "That day is still to come."),
        ({"giver_name": ""}, "This field is required."),
        ({"giver": ""}, "This field is required."),
        ({"method": ""}, "This field is required."),
    ],
)
def test_what_is_not_an_answer(
    desk: Client, school: School, changes: dict[str, str], sentence: str
) -> None:
    answer = desk.post(consents(person(school)), SAID | changes)

    assert sentence in answer.content.decode()
    assert not Consent.objects.exists()


def test_a_paper_of_today_is_of_this_moment(desk: Client, school: School) -> None:
    mary = person(school)
    desk.post(consents(mary), SAID | {"web": "no"})

    desk.post(consents(mary), SAID | {"given_on": timezone.localdate().isoformat()})

    assert consent.stands(mary, Scope.WEB)


def test_the_list_of_people_says_who_may_be_shown(desk: Client, school: School) -> None:
    PersonFactory(school=school, public_name="Agreed", consenting=True)
    PersonFactory(school=school, public_name="Unasked")

    html = desk.get(reverse("people:index")).content.decode()

    assert "Needs a yes from them" in html


def test_two_parents_who_disagree(desk: Client, school: School) -> None:
    child = PersonFactory(school=school, child=True)
    desk.post(consents(child), SAID)
    for name, decision in (("A Mum", "yes"), ("A Dad", "no")):
        said = SAID | {"giver": Giver.GUARDIAN.value, "giver_name": name, "web": decision}
        desk.post(consents(child), said)

    html = desk.get(consents(child)).content.decode()

    assert "has a no from a parent or guardian" in html
    assert str(Decision.NO.label) in html


@pytest.mark.parametrize("change", [{"never_publish": "on"}, {"is_child": "on"}])
def test_what_a_person_may_no_longer_be_shown_in_comes_down(
    desk: Client, student: User, change: dict[str, str]
) -> None:
    nan = PersonFactory(school=student.school, consenting=True, name="Mary Doe", public_name="Mary")
    StoryFactory(published=True, author=student, teller=nan)
    edit = reverse("people:edit", args=[nan.pk])

    desk.post(edit, {"name": "Mary Doe", "public_name": "Mary"})
    assert Story.objects.public().count() == 1
    desk.post(edit, {"name": "Mary Doe", "public_name": "Mary", **change})

    assert not Story.objects.public().exists()
