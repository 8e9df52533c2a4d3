"""Asking for consent from the staff's room: a link, a card, a form, or this very device."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from families import invitations
from families.codes import as_typed
from families.giving import paper_form
from families.models import Consent, ConsentWording, Invitation, Person, School, User
from families.models.consents import Giver, Method, Scope
from stories.models import Story
from tests.factories import PersonFactory, StoryFactory, UserFactory
from tests.families.giving.phone import Phone

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


@pytest.fixture
def nell(school: School) -> Person:
    made: Person = PersonFactory(school=school, child=True, name="Nell Private", public_name="Nell")
    return made


@pytest.fixture
def mum(nell: Person) -> Person:
    made: Person = PersonFactory(school=nell.school, name="Ann Private", public_name="Ann")
    nell.guardians.add(made)
    return made


def ask(person: Person) -> str:
    return reverse("people:ask", args=[person.pk])


def shown_code(html: str) -> str:
    found = re.search(r'class="w-h2">([A-Z ]+)<', html)
    assert found is not None
    return as_typed(found[1])


def test_a_link_a_square_and_a_code_are_one_invitation(
    desk: Client, nell: Person, mum: Person
) -> None:
    answer = desk.post(ask(nell), {"giver": mum.pk, "story": "", "do": "link"})
    html, invitation = answer.content.decode(), Invitation.objects.get()
    assert "no-store" in answer["Cache-Control"]
    code = shown_code(html)
    assert f"/agree/{code}/" in html
    assert "data:image/svg+xml" in html
    assert invitations.find(code, kind=Invitation.Kind.CONSENT) == invitation
    assert (invitation.person, invitation.given_by, invitation.places) == (nell, mum, 1)


def test_a_guardian_who_was_not_known(desk: Client, nell: Person) -> None:
    desk.post(ask(nell), {"giver": "new", "guardian_name": "Ann Private", "do": "link"})
    assert Invitation.objects.get().given_by == nell.guardians.get()


@pytest.mark.parametrize(
    "typed",
    [
        {"giver": "new", "guardian_name": "", "do": "link"},
        {"giver": "12345", "do": "link"},
        {"giver": "self", "do": "fly"},
        {"giver": "self", "story": "nonesuch", "do": "link"},
        {"do": "link"},
    ],
)
def test_nobody_is_asked_by_mistake(desk: Client, nell: Person, typed: dict[str, str]) -> None:
    assert desk.post(ask(nell), typed).status_code == 200
    assert not Invitation.objects.exists()


def test_nobody_answers_for_a_grown_up(desk: Client, school: School) -> None:
    tom = PersonFactory(school=school)
    assert "guardian" not in desk.get(ask(tom)).content.decode().split("<main")[1]
    desk.post(ask(tom), {"giver": "new", "guardian_name": "Ann", "do": "link"})
    assert not Invitation.objects.exists()


def test_about_a_memory(desk: Client, student: User, nell: Person) -> None:
    story: Story = StoryFactory(author=student, teller=nell, submitted=True)
    page = desk.get(f"{ask(nell)}?story={story.ref}&giver=self").content.decode()
    assert story.title in page
    desk.post(f"{ask(nell)}?story={story.ref}", {"giver": "self", "story": story.ref, "do": "link"})
    assert Invitation.objects.get().story_ref == story.ref


def test_a_guardian_is_not_asked_about_a_draft(
    desk: Client, student: User, nell: Person, mum: Person
) -> None:
    story = StoryFactory(author=student, teller=nell)
    typed = {"giver": mum.pk, "story": story.ref, "do": "link"}
    answer = desk.post(f"{ask(nell)}?story={story.ref}", typed)
    assert "once it is handed in" in answer.content.decode()
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("do", ["card", "paper"])
def test_on_paper(desk: Client, nell: Person, mum: Person, do: str) -> None:
    answer = desk.post(ask(nell), {"giver": mum.pk, "do": do})
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert Invitation.objects.count() == (do == "card")


def test_on_this_device(client: Client, nell: Person, mum: Person, teacher: User) -> None:
    phone = Phone(client)
    client.force_login(teacher)
    phone.press(at=ask(nell), giver=str(mum.pk), do="here")
    assert "Hello, Ann" in phone.says
    assert client.get("/admin/").status_code == 302
    phone.start().press("yes").press()
    row = Consent.objects.get()
    assert (row.giver, row.given_by, row.method) == (Giver.GUARDIAN, mum, Method.SCREEN)
    assert row.recorded_by == teacher


@pytest.mark.parametrize(
    ("role", "status"), [("teacher", 404), ("lead", 404), ("student", 302), ("family_member", 302)]
)
def test_nobody_else_asks(
    client: Client, nell: Person, other_school: School, role: str, status: int
) -> None:
    here = other_school if status == 404 else nell.school
    client.force_login(UserFactory(**{role: True}, school=here))
    for answer in (
        client.get(ask(nell)),
        client.post(ask(nell), {"giver": "self", "do": "link"}),
    ):
        assert answer.status_code == status
    assert not Invitation.objects.exists()


class TestTheNumberOfAForm:
    def test_says_which_words_were_on_it(self, nell: Person, mum: Person, teacher: User) -> None:
        form = paper_form.new(nell, mum, None)
        words = form.wordings[0]
        ConsentWording.objects.create(
            scope=Scope.ARCHIVE, version=words.version + 1, text="New?", made_by=teacher
        )
        read = paper_form.read(form.number, nell)
        assert read is not None
        assert (read.giver, list(read.wordings)) == (mum, [words])

    @pytest.mark.parametrize(
        "number",
        [
            "",
            "x",
            "{mum}_none_",
            "{mum}_none_archive999",
            "{mum}_none_nonesuch1",
            "{tom}_none_archive1",
        ],
    )
    def test_of_no_form_is_nothing(self, nell: Person, mum: Person, number: str) -> None:
        tom = PersonFactory(school=nell.school)
        assert paper_form.read(number.format(mum=mum.pk, tom=tom.pk), nell) is None
