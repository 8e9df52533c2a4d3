"""By a link or by typing the code, somebody without an account comes into their family."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from families import invitations
from families.models import Family, FamilyMember, Invitation, Person, School, User
from families.roles import is_family_member
from tests.factories import FamilyFactory, UserFactory
from tests.families.joining.conftest import ABOUT, WORDS, Letter, comes_in, write_to

pytestmark = pytest.mark.django_db


def test_by_the_link(client: Client, letter: Letter, family: Family) -> None:
    assert client.get(letter.link).url == "/join/"
    page = client.get("/join/").content.decode()
    assert "Aisha’s family invites you" in page
    assert "Irk Valley School" in page
    assert client.post("/join/", ABOUT).url == "/join/password/"
    assert "Hello, Mary" in client.get("/join/password/").content.decode()
    answer = client.post("/join/password/", {"password": WORDS}, follow=True)

    assert answer.redirect_chain == [("/desk/", 302)]
    page = answer.content.decode()
    assert "You are in Aisha’s family now." in page and "Hello, Mary." not in page
    nan = User.objects.get(display_name="Mary")
    assert is_family_member(nan) and nan.school == family.school
    assert nan.username.startswith("mary") and nan.check_password(WORDS)
    assert FamilyMember.objects.get(user=nan).relation == "Nan"
    assert not letter.refreshed().is_open
    assert ModelLogEntry.objects.get(action="families.join").user == nan


def test_by_typing_the_code(client: Client, letter: Letter) -> None:
    assert "Type your code" in client.get("/join/").content.decode()
    assert client.post("/join/", letter.typed).url == "/join/"
    client.post("/join/", ABOUT)
    assert client.post("/join/password/", {"password": WORDS}).url == "/desk/"


def test_the_suggestion_signs_in_next_time(client: Client, letter: Letter) -> None:
    client.get(letter.link)
    client.post("/join/", ABOUT)
    page = client.get("/join/password/")
    username, words = page.context["username"], page.context["form"].initial["password"]
    assert len(words.split()) == 3
    client.post("/join/password/", {"password": words})
    client.post("/sign-out/")

    client.post("/sign-in/", {"login": username, "password": words})
    assert client.get("/desk/").status_code == 200


def test_there_is_a_grown_up_whose_consent_can_be_asked(
    client: Client, letter: Letter, family: Family
) -> None:
    comes_in(client, letter, name="Mary Ashworth")
    nan = Person.objects.get(user__display_name="Mary Ashworth")
    assert (nan.is_child, nan.family, nan.school) == (False, family, family.school)


def test_the_username_holds_no_surname_and_is_taken_by_nobody(
    client: Client, family: Family
) -> None:
    letters = [write_to(family) for _ in range(3)]
    for letter in letters:
        comes_in(client, letter, name="Élodie O’Brien-Ashworth")
        client.logout()
    names = list(User.objects.filter(display_name__startswith="É").values_list("username"))
    assert len(set(names)) == 3
    assert all("ashworth" not in name and name.startswith("elodie") for (name,) in names)


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ("name", "Type a name, so that your family knows it is you."),
        ("relation", "Say who you are in the family, like nan or dad."),
        ("way", "Choose how you want to sign in next time."),
        ("grown_up", "If you are younger, ask a teacher."),
    ],
)
def test_an_error_keeps_what_was_typed(
    client: Client, letter: Letter, missing: str, sentence: str
) -> None:
    client.get(letter.link)
    typed = {key: value for key, value in ABOUT.items() if key != missing}
    answer = client.post("/join/", typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    for field in {"name", "relation"} - {missing}:
        assert f'value="{ABOUT[field]}"' in page


def test_a_short_password_is_refused_and_kept(client: Client, letter: Letter) -> None:
    client.get(letter.link)
    client.post("/join/", ABOUT)
    before = client.get("/join/password/").context["username"]
    answer = client.post("/join/password/", {"password": "tram"})
    assert answer.status_code == 422
    assert 'value="tram"' in answer.content.decode()
    assert answer.context["username"] == before
    assert letter.refreshed().used == 0


class TestClosed:
    """Wrong, used, called back or too old: nobody can tell one from the other."""

    @pytest.fixture(params=["wrong", "used", "called back", "too old", "other purpose"])
    def closed(self, request: Any, letter: Letter) -> Letter:
        rows = Invitation.objects.filter(pk=letter.invitation.pk)
        match request.param:
            case "wrong":
                return Letter(letter.invitation, "bcdfghjk")
            case "used":
                invitations.use(letter.invitation)
            case "called back":
                invitations.call_back(letter.invitation, by=letter.invitation.made_by)
            case "too old":
                rows.update(expires_at=timezone.now() - timedelta(seconds=1))
            case "other purpose":
                person = Person.objects.create(
                    name="Mary", public_name="Mary", school=letter.invitation.school
                )
                rows.update(kind="consent", family=None, person=person, given_by=person)
        return letter

    def test_by_the_link(self, client: Client, closed: Letter) -> None:
        assert client.get(closed.link).url == "/join/"
        self.is_one_sentence(client.get("/join/"))

    def test_by_typing(self, client: Client, closed: Letter) -> None:
        self.is_one_sentence(client.post("/join/", closed.typed))

    def is_one_sentence(self, answer: Any) -> None:
        page = answer.content.decode()
        assert answer.status_code == 422
        assert "That code does not open anything here." in page
        assert "Aisha" not in page and "Irk Valley" not in page

    def test_as_many_queries(
        self, client: Client, closed: Letter, django_assert_num_queries: Any
    ) -> None:
        client.get("/join/")
        client.post("/join/", Letter(closed.invitation, "zzzzzzzz").typed)
        # The session, the invitation, and nothing else.
        with django_assert_num_queries(3):
            client.post("/join/", closed.typed)


def test_two_people_with_one_place(letter: Letter) -> None:
    nan, aunt = Client(), Client()
    for client in (nan, aunt):
        client.get(letter.link)
        client.post("/join/", ABOUT)
    assert nan.post("/join/password/", {"password": WORDS}).url == "/desk/"
    late = aunt.post("/join/password/", {"password": WORDS}, follow=True)
    page = late.content.decode()
    assert "Type the code again, or ask for a new one." in page
    assert User.objects.filter(display_name="Mary").count() == 1
    assert FamilyMember.objects.filter(user__display_name="Mary").count() == 1


def test_a_household_has_as_many_places_as_it_says(family: Family) -> None:
    letter = write_to(family, places=2)
    for name in ("Mary", "Bill", "Joan"):
        comes_in(Client(), letter, name=name)
    assert {m.user.display_name for m in family.memberships.all()} >= {"Mary", "Bill"}
    assert not User.objects.filter(display_name="Joan").exists()


def test_it_runs_out_while_somebody_types(client: Client, letter: Letter, family: Family) -> None:
    client.get(letter.link)
    client.get("/join/")
    invitations.call_back(letter.invitation, by=letter.invitation.made_by)
    page = client.post("/join/", ABOUT).content.decode()
    assert "What you typed is still here." in page
    client.post("/join/", write_to(family).typed)
    assert 'value="Mary"' in client.get("/join/").content.decode()


def test_the_back_button_joins_nobody_twice(client: Client, letter: Letter) -> None:
    comes_in(client, letter)
    for again in (
        client.post("/join/password/", {"password": WORDS}, follow=True),
        client.get("/join/password/", follow=True),
    ):
        assert again.redirect_chain[-1][0] == "/desk/"
    assert "Type your code" in client.get("/join/").content.decode()
    assert User.objects.filter(display_name="Mary").count() == 1


def test_another_code_at_the_same_screen(client: Client, letter: Letter) -> None:
    client.get(letter.link)
    client.get("/join/")
    client.post("/join/", {"do": "other"})
    page = client.get("/join/").content.decode()
    assert "Type your code" in page and "Aisha" not in page


class TestSignedIn:
    """Somebody with an account joins a further family with one press, or is told why not."""

    def test_one_person_in_two_families(
        self, client: Client, letter: Letter, school: School, family: Family
    ) -> None:
        nan = UserFactory(family_member=True, school=school, display_name="Mary")
        first = FamilyFactory(school=school, members=[nan])
        client.force_login(nan)
        client.get(letter.link)
        assert "You are signed in as <b>Mary</b>" in client.get("/join/").content.decode()
        client.post("/join/", {"do": "join", "relation": "Nan"})
        assert set(nan.families.all()) == {first, family}
        assert Person.objects.filter(user=nan).count() == 1

    def test_whoever_is_in_it_uses_nothing_up(
        self, client: Client, letter: Letter, school: School, family: Family
    ) -> None:
        nan = UserFactory(family_member=True, school=school)
        FamilyMember.objects.create(family=family, user=nan, relation="nan")
        client.force_login(nan)
        client.get(letter.link)
        assert "already" in client.get("/join/", follow=True).content.decode()
        assert letter.refreshed().used == 0

    def test_signing_in_on_the_way(self, client: Client, letter: Letter, school: School) -> None:
        nan = UserFactory(family_member=True, school=school, username="mary")
        client.get(letter.link)
        client.get("/join/")
        client.force_login(nan)
        client.post("/join/", {"do": "join", "relation": "Nan"})
        assert letter.invitation.family in nan.families.all()

    @pytest.mark.parametrize(
        ("who", "sentence"),
        [
            ({"student": True}, "This invitation is for a grown-up of the family."),
            ({"teacher": True}, "an account for work"),
            ({"lead": True}, "an account for work"),
            ({"administrator": True}, "an account for work"),
            ({}, "This account cannot join a family."),
            ({"family_member": True, "school": None}, "each school keeps its own families"),
        ],
    )
    def test_who_may_not(
        self, client: Client, letter: Letter, school: School, who: Any, sentence: str
    ) -> None:
        client.force_login(UserFactory(**{"school": school, **who}))
        client.get(letter.link)
        for answer in (
            client.get("/join/"),
            client.post("/join/", {"do": "join", "relation": "Nan"}),
        ):
            assert sentence in answer.content.decode()
        assert letter.refreshed().used == 0
        assert letter.invitation.family.memberships.count() == 1
