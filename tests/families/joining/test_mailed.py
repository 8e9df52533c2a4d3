"""Joining with an e-mail address, which only its owner can give."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client

from families.joining import mailed
from families.models import School, User
from tests.factories import FamilyFactory, UserFactory
from tests.families.joining.conftest import ABOUT, Letter

pytestmark = pytest.mark.django_db

ADDRESS = "mary@example.org"


@pytest.fixture
def waiting(client: Client, letter: Letter) -> Client:
    """Mary, who has just been asked for her address."""
    client.get(letter.link)
    assert client.post("/join/", ABOUT | {"way": "email"}).url == "/join/email/"
    return client


def asks(client: Client, address: str = ADDRESS) -> Any:
    return client.post("/join/email/", {"email": address})


def code_sent() -> str:
    found = re.search(r"\d{6}", mail.outbox[-1].body)
    assert found is not None
    return found[0]


def types(client: Client, code: str) -> Any:
    return client.post("/join/email/code/", {"mailed": code})


def test_joining(waiting: Client, letter: Letter) -> None:
    assert asks(waiting).url == "/join/email/code/"
    assert mail.outbox[-1].to == [ADDRESS]
    assert types(waiting, code_sent()).url == "/desk/"
    mary = User.objects.get(display_name="Mary")
    assert EmailAddress.objects.get(user=mary, verified=True, primary=True).email == ADDRESS
    assert not mary.has_usable_password()
    assert letter.invitation.family in mary.families.all()


def test_signing_in_next_time(waiting: Client) -> None:
    asks(waiting)
    types(waiting, code_sent())
    browser = Client()
    browser.post("/account/login/code/", {"email": ADDRESS})
    browser.post("/account/login/code/confirm/", {"code": code_sent()})
    assert browser.get("/desk/").status_code == 200


def test_the_code_is_in_no_session(waiting: Client) -> None:
    asks(waiting)
    assert not any(code_sent() in str(s.get_decoded()) for s in Session.objects.all())


def test_a_wrong_code(waiting: Client, letter: Letter) -> None:
    asks(waiting)
    wrong = f"{(int(code_sent()) + 1) % 1_000_000:06}"
    answer = types(waiting, wrong)
    assert answer.status_code == 422
    assert str(mailed.WRONG) in answer.content.decode()
    assert types(waiting, code_sent()).url == "/desk/"


def test_guessing_ends(waiting: Client, letter: Letter) -> None:
    asks(waiting)
    for _ in range(mailed.TRIES):
        types(waiting, "x")
    assert types(waiting, code_sent()).status_code == 422
    assert letter.refreshed().used == 0


def test_it_runs_out(waiting: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailed, "LASTS", -1)
    asks(waiting)
    assert types(waiting, code_sent()).status_code == 422


def test_somebody_who_is_here_already(waiting: Client, letter: Letter, school: School) -> None:
    """The same pages as for a newcomer, and one person in two families at the end."""
    mary = UserFactory(family_member=True, school=school)
    FamilyFactory(school=school, members=[mary])
    EmailAddress.objects.create(user=mary, email=ADDRESS, verified=True, primary=True)
    assert asks(waiting, "Mary@Example.org").url == "/join/email/code/"
    assert types(waiting, code_sent()).url == "/join/"
    waiting.post("/join/", {"do": "join", "relation": "Nan"})
    assert mary.families.count() == 2
    assert not User.objects.filter(display_name="Mary").exists()


def test_a_letter_box_is_not_flooded(waiting: Client) -> None:
    statuses = [asks(waiting).status_code for _ in range(5)]
    assert statuses == [302] * 3 + [422] * 2
    assert len(mail.outbox) == 3


def test_the_server_for_letters_is_down(waiting: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def down(*args: Any, **kwargs: Any) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(mailed, "send_mail", down)
    page = asks(waiting).content.decode()
    assert str(mailed.NOT_SENT) in page and f'value="{ADDRESS}"' in page


@pytest.mark.parametrize("at", ["/join/email/", "/join/email/code/", "/join/password/"])
def test_nobody_begins_in_the_middle(client: Client, at: str) -> None:
    assert client.get(at).url == "/join/"
    assert client.post(at, {"email": ADDRESS, "mailed": "123456"}).url == "/join/"
    assert mail.outbox == []


def test_it_is_not_offered_where_no_letter_leaves(
    client: Client, letter: Letter, settings: Any
) -> None:
    settings.SENDS_MAIL = False
    client.get(letter.link)
    assert "e-mail address" not in client.get("/join/").content.decode()
    assert client.post("/join/", ABOUT | {"way": "email"}).status_code == 422


def test_a_passkey_straight_after_joining(client: Client, letter: Letter) -> None:
    client.get(letter.link)
    assert client.post("/join/", ABOUT | {"way": "passkey"}).url == "/join/passkey/"
    page = client.get("/join/passkey/").content.decode()
    assert "your fingerprint" in page
    there = client.post("/join/password/", {"password": "kettle tram robin"}).url
    assert there == "/account/2fa/webauthn/add/"
    assert client.get(there).status_code == 200
