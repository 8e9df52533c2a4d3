"""The desk speaks the language that somebody chose; everything else is in English."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

from families.language import REACH
from families.models import User

pytestmark = pytest.mark.django_db
POLISH = '<html lang="pl"'
ENGLISH = '<html lang="en-gb"'


def choose(client: Client, language: str, *, back: str = "/sign-in/") -> str:
    answer = client.post("/language/", {"language": language, "next": back})
    assert answer.status_code == 302
    return str(answer.headers["Location"])


def page(client: Client, address: str) -> str:
    return client.get(address, follow=True).content.decode()


def test_it_is_chosen_with_one_press_and_brings_back(client: Client) -> None:
    assert '<button type="submit" name="language" value="pl" lang="pl">Polski</button>' in page(
        client, "/sign-in/"
    )
    assert choose(client, "pl", back="/join/") == "/join/"
    assert POLISH in page(client, "/join/")
    assert ">English</button>" in page(client, "/join/")
    choose(client, "en-gb")
    assert ENGLISH in page(client, "/join/")


@pytest.mark.parametrize("address", ["/join/", "/sign-in/", "/worry/", "/agree/"])
def test_every_way_in_speaks_it(client: Client, address: str) -> None:
    choose(client, "pl")
    assert POLISH in page(client, address)


def test_the_desk_speaks_it(client: Client, student: User) -> None:
    client.force_login(student)
    choose(client, "pl")
    answer = client.get("/desk/")
    assert POLISH in answer.content.decode()
    assert answer.headers["Content-Language"] == "pl"
    assert "Cookie" in answer.headers["Vary"]


@pytest.mark.parametrize("address", ["/", "/stories/", "/places/"])
def test_the_public_pages_stay_english(client: Client, address: str) -> None:
    choose(client, "pl")
    assert ENGLISH in page(client, address)
    assert "Polski" not in page(client, address)


def test_what_the_browser_likes_is_not_asked(client: Client) -> None:
    answer = client.get("/sign-in/", headers={"accept-language": "pl, de;q=0.8"})
    assert ENGLISH in answer.content.decode()


@pytest.mark.parametrize("wish", ["de", "xx", "../pl", "<b>", ""])
def test_a_language_that_nobody_translated_is_english(client: Client, wish: str) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = wish
    assert ENGLISH in page(client, "/sign-in/")


def test_nobody_is_sent_to_another_site(client: Client) -> None:
    assert choose(client, "pl", back="https://elsewhere.example/") == "/"


def test_the_thread_speaks_english_again_afterwards(client: Client) -> None:
    choose(client, "pl")
    page(client, "/join/")
    assert translation.get_language() == "en-gb"


def test_the_reach_begins_with_real_addresses(client: Client) -> None:
    for beginning in REACH:
        assert client.get(beginning).status_code in (200, 302), beginning
