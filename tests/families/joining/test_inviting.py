"""Who invites into a family, how often a code is shown, and how it is called back."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from families.codes import ALPHABET, as_typed
from families.joining.inviting import HOUSEHOLD, MOST_OPEN
from families.models import Family, FamilyMember, Invitation, School, User
from tests.factories import FamilyFactory, UserFactory
from tests.families.joining.conftest import Letter, comes_in, write_to

pytestmark = pytest.mark.django_db

FORM = {"for_whom": "Nan", "places": "1", "once": "a"}
AT = {"desk": "desk_family_{}", "admin": "families:{}"}


def address(place: str, page: str, *numbers: int) -> str:
    return reverse(AT[place].format(page), args=numbers)


@pytest.fixture(params=["desk", "admin"])
def place(request: Any) -> str:
    return str(request.param)


@pytest.fixture
def host(client: Client, place: str, student: User, teacher: User, family: Family) -> Client:
    """Somebody who may invite: the student at the desk, a teacher in the admin."""
    client.force_login(student if place == "desk" else teacher)
    return client


def test_the_code_is_shown_once_and_works(
    host: Client, place: str, family: Family, letter: Letter
) -> None:
    answer = host.post(address(place, "invite", family.pk), FORM)
    shown = answer.context["letter"]
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    page = answer.content.decode()
    first, second = shown.halves
    assert set(as_typed(first + second)) <= set(ALPHABET)
    for part in (first, second, shown.square, f"http://testserver/join/{shown.code}/"):
        assert part in page
    assert shown.code not in host.get(address(place, "invite", family.pk)).content.decode()
    assert comes_in(Client(), Letter(shown.invitation, shown.code)).url == "/desk/"
    assert family.memberships.filter(user__display_name="Mary").exists()


def test_a_reload_makes_no_second_one(host: Client, place: str, family: Family) -> None:
    host.post(address(place, "invite", family.pk), FORM)
    again = host.post(address(place, "invite", family.pk), FORM, follow=True)
    assert "made already" in again.content.decode()
    assert Invitation.objects.filter(family=family).count() == 1
    host.post(address(place, "invite", family.pk), FORM | {"once": "b"})
    assert Invitation.objects.filter(family=family).count() == 2


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"for_whom": ""}, "Say who it is for"),
        ({"places": ""}, "Choose whether it is for one person or for everybody."),
        ({"places": "9"}, "Select a valid choice"),
    ],
)
def test_what_is_missing(
    host: Client, place: str, family: Family, changed: dict[str, str], sentence: str
) -> None:
    answer = host.post(address(place, "invite", family.pk), FORM | changed)
    assert sentence in answer.content.decode()
    assert not Invitation.objects.exists()


def test_a_household(host: Client, place: str, family: Family) -> None:
    host.post(address(place, "invite", family.pk), FORM | {"places": str(HOUSEHOLD)})
    assert Invitation.objects.get(family=family).places == HOUSEHOLD


def test_there_is_an_end_of_open_ones(host: Client, place: str, family: Family) -> None:
    for _ in range(MOST_OPEN):
        write_to(family)
    answer = host.post(address(place, "invite", family.pk), FORM)
    assert "Call one back below" in answer.content.decode()
    assert Invitation.objects.count() == MOST_OPEN


def test_it_is_called_back(host: Client, place: str, family: Family, letter: Letter) -> None:
    assert "Nan" in host.get(address(place, "invite", family.pk)).content.decode()
    host.post(address(place, "call_back", family.pk, letter.invitation.pk))
    assert not letter.refreshed().is_open
    assert ModelLogEntry.objects.filter(action="families.call_back").count() == 1
    again = host.post(address(place, "call_back", family.pk, letter.invitation.pk))
    assert again.status_code == 404


def test_a_card(host: Client, place: str, family: Family, letter: Letter) -> None:
    there = address(place, "card", family.pk, letter.invitation.pk)
    answer = host.post(there, {"code": letter.code})
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert "no-store" in answer["Cache-Control"]
    assert host.post(there, {"code": "zzzzzzzz"}).status_code == 404
    assert host.get(there).status_code == 405


def test_not_by_way_of_another_family(
    host: Client, place: str, family: Family, school: School
) -> None:
    """The number of a family one may invite into opens no other family's invitation."""
    theirs = write_to(FamilyFactory(school=school))
    for page in ("call_back", "card"):
        there = address(place, page, family.pk, theirs.invitation.pk)
        assert host.post(there, {"code": theirs.code}).status_code == 404
    assert theirs.refreshed().is_open


OUTSIDERS: dict[str, dict[str, Any]] = {
    "a student of another family": {"student": True},
    "a member of another family": {"family_member": True},
    "an administrator": {"administrator": True},
    "a teacher of another school": {"teacher": True, "school": None},
    "an account that is closed": {"family_member": True, "is_active": False},
}


@pytest.mark.parametrize("who", OUTSIDERS)
def test_outsiders(
    client: Client, school: School, family: Family, letter: Letter, who: str
) -> None:
    somebody = UserFactory(**{"school": school, **OUTSIDERS[who]})
    if not somebody.is_active:
        FamilyMember.objects.create(family=family, user=somebody, relation="nan")
    client.force_login(somebody)
    answers = [
        client.get(address("desk", "invite", family.pk)),
        client.post(address("desk", "invite", family.pk), FORM),
        client.post(address("desk", "call_back", family.pk, letter.invitation.pk)),
        client.post(
            address("desk", "card", family.pk, letter.invitation.pk), {"code": letter.code}
        ),
    ]
    wanted = {404} if somebody.is_active else {302}
    assert {answer.status_code for answer in answers} == wanted
    assert letter.refreshed().is_open
    assert Invitation.objects.count() == 1


def test_no_contributor_invites_in_the_staff_room(
    client: Client, student: User, family: Family
) -> None:
    client.force_login(student)
    client.post(address("admin", "invite", family.pk), FORM)
    assert not Invitation.objects.exists()


def test_a_member_of_the_family_invites(client: Client, school: School, family: Family) -> None:
    nan = UserFactory(family_member=True, school=school)
    FamilyMember.objects.create(family=family, user=nan, relation="nan")
    client.force_login(nan)
    link = address("desk", "invite", family.pk)
    assert link in client.get("/desk/family/").content.decode()
    assert client.post(link, FORM).context["letter"].invitation.made_by == nan


def test_strangers_sign_in_first(client: Client, family: Family) -> None:
    assert client.get(address("desk", "invite", family.pk)).url.startswith("/sign-in/")
