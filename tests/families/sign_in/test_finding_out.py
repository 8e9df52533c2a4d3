"""No account can be found out by text, status or work done."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from bs4 import BeautifulSoup
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.test import Client

from families.models import User
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')


def plain(answer: Any, *names: str) -> tuple[int, str]:
    text = TOKEN.sub("", answer.content.decode())
    for name in names:
        text = text.replace(name, "NAME")
    return answer.status_code, text


@pytest.mark.parametrize("tries", [1, 7])
@pytest.mark.parametrize("state", [{}, {"is_active": False}, {"password": "!unusable"}])
def test_a_wrong_password_says_nothing_about_the_name(tries: int, state: dict[str, Any]) -> None:
    there = UserFactory(student=True, **state).username
    for _ in range(tries):
        known = Client().post("/sign-in/", {"login": there, "password": "wrong"})
        unknown = Client().post("/sign-in/", {"login": "nobody-here", "password": "wrong"})
    assert plain(known, there) == plain(unknown, "nobody-here")


@pytest.mark.parametrize(
    "state", [{}, {"is_active": False}, {"password": "!unusable"}, None], ids=str
)
def test_the_hasher_runs_once_whoever_it_is(
    state: dict[str, Any] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "nobody-here" if state is None else UserFactory(student=True, **state).username
    runs: list[str] = []
    real = MD5PasswordHasher.encode

    def counted(self: Any, password: str, salt: str) -> str:
        runs.append(password)
        return str(real(self, password, salt))

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    Client().post("/sign-in/", {"login": name, "password": "wrong"})
    assert len(runs) == 1


@pytest.fixture
def with_mail() -> User:
    nan: User = UserFactory(family_member=True, email="nan@example.org", display_name="Zebedee")
    EmailAddress.objects.create(user=nan, email=nan.email, primary=True, verified=True)
    return nan


def test_asking_for_a_code_says_nothing_about_the_address(with_mail: User) -> None:
    pages = []
    for address in (with_mail.email, "nobody@example.org"):
        client = Client()
        sent = client.post("/account/login/code/", {"email": address})
        pages.append((sent.status_code, sent["Location"], plain(client.get(sent.url), address)))
        pages[-1] += (plain(client.post(sent.url, {"code": "000000"}), address),)
    assert pages[0] == pages[1]
    assert len(mail.outbox) == 2
    assert mail.outbox[0].subject == mail.outbox[1].subject


def test_a_closed_account_is_no_account(with_mail: User) -> None:
    with_mail.is_active = False
    with_mail.save()
    Client().post("/account/login/code/", {"email": with_mail.email})
    assert "nobody signs in here" in str(mail.outbox[0].body)


def test_a_code_signs_in_and_its_mail_is_plain_and_names_nobody(with_mail: User) -> None:
    client = Client()
    client.post("/account/login/code/", {"email": with_mail.email})
    sent = mail.outbox[0]
    code = re.search(r"\b\d{6}\b", str(sent.body))
    assert code
    assert not getattr(sent, "alternatives", None)
    for name in (with_mail.display_name, with_mail.username, with_mail.school.name):
        assert name not in sent.subject + str(sent.body)
    answer = client.post("/account/login/code/confirm/", {"code": code[0]})
    assert answer.url == "/desk/"
    assert client.session["_auth_user_id"] == str(with_mail.pk)


def test_a_code_is_guessed_at_five_times(with_mail: User) -> None:
    client = Client()
    client.post("/account/login/code/", {"email": with_mail.email})
    code = re.search(r"\b\d{6}\b", str(mail.outbox[0].body))
    assert code
    for _ in range(5):
        client.post("/account/login/code/confirm/", {"code": "wrong"})
    client.post("/account/login/code/confirm/", {"code": code[0]})
    assert "_auth_user_id" not in client.session


def test_a_forgotten_password_is_never_an_e_mail(with_mail: User) -> None:
    page = Client().get("/account/password/reset/")
    assert "Ask your teacher." in page.content.decode()
    assert Client().post("/account/password/reset/", {"email": with_mail.email}).status_code == 405
    assert not mail.outbox


@pytest.mark.parametrize("name", ["amina22", "nobody-here", "<b>&"])
def test_the_square_of_a_card_fills_in_the_name_whoever_it_is(name: str) -> None:
    page = Client().get("/sign-in/", {"login": name})
    box = BeautifulSoup(page.content, "html.parser").find("input", attrs={"name": "login"})
    assert box["value"] == name


@pytest.mark.parametrize("sends", [True, False])
def test_a_code_is_offered_where_mail_can_be_sent(settings: Any, sends: bool) -> None:
    settings.SENDS_MAIL = sends
    assert ("Send me a code by email" in Client().get("/sign-in/").content.decode()) is sends
