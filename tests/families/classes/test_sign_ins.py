"""What is on a card: a readable username without a surname, and three plain words."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from django.contrib.auth.password_validation import validate_password

from families import look, qr, three_words
from families.classes import cards, usernames
from families.classes.members import Card
from tests.factories import UserFactory

SIGN_IN = "https://archive.example/sign-in/"

STEMS = {
    "Amina": "amina",
    "Mary-Ann": "maryann",
    "O’Neil": "oneil",
    "Łukasz": "lukasz",
    "Zoë": "zoe",
    "李娜": "lina",
    "Bartholomew-Alexander": "bartholomewalexa",
    "’": "reporter",
}


@pytest.mark.parametrize("name", STEMS)
def test_a_username_can_be_typed_on_a_phone(name: str) -> None:
    assert usernames.stem(name) == STEMS[name]


@pytest.mark.django_db
def test_a_class_of_aminas_has_a_username_each_and_none_that_is_taken() -> None:
    UserFactory(username="AMINA22")
    made = usernames.for_names(["Amina"] * 60)
    assert len(set(made)) == 60
    assert "amina22" not in made
    for username in made:
        assert re.fullmatch("amina[2-9]{2,}", username)
        assert username[5:] not in usernames.UNKIND
        assert usernames.fits(username, "Amina")


@pytest.mark.parametrize("username", ["kai22", "amina", "amina1", "aminakhan22", "root"])
def test_a_username_that_we_would_not_have_made(username: str) -> None:
    assert not usernames.fits(username, "Amina")


def test_the_words_are_plain_and_many() -> None:
    words = three_words.words()
    assert len(words) == len(set(words)) == 1196
    assert all(re.fullmatch("[a-z]{4,7}", word) for word in words)


def test_a_password_is_three_of_them_and_never_twice_the_same() -> None:
    made = {three_words.three_words() for _ in range(200)}
    assert len(made) == 200
    for password in made:
        assert len(password.split(" ")) == 3
        assert set(password.split(" ")) <= set(three_words.words())
        validate_password(password)


def a_class(names: list[str]) -> list[Card]:
    return [
        Card(name, f"student{number}", f"kettle robin tram{number}")
        for number, name in enumerate(names)
    ]


def pages_of(sheet: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(sheet)
    return [page.get_textpage().get_text_bounded() for page in document]


def test_a_sheet_of_cards_to_cut_out() -> None:
    made = a_class([f"Amina{'abcdefghijklmnopqrstuvwxyzzz'[n]}" for n in range(28)])
    pages = pages_of(cards.pdf(made, dress=look.plain("Irk Valley School"), sign_in=SIGN_IN))
    assert len(pages) == 4
    assert "archive.example/sign-in" in pages[0]
    for number, card in enumerate(made):
        page = pages[number // 8]
        for shown in (card.name, card.username, *card.password.split()):
            assert shown in page, shown
    assert all("Irk Valley School" in page for page in pages)


def test_a_sheet_has_a_square_for_each_and_fits_a4() -> None:
    document = pypdfium2.PdfDocument(
        cards.pdf(a_class(["Amina", "Kai"]), dress=look.plain("Irk"), sign_in=SIGN_IN)
    )
    width, height = document[0].get_size()
    assert (round(width), round(height)) == (595, 842)


@pytest.mark.parametrize(
    ("name", "printed"), [("李娜", "Lina"), ("مريم", "Mrym"), ("Zoë", "Zoë"), ("Łukasz", "Łukasz")]
)
def test_a_name_that_no_font_has_is_written_in_latin(name: str, printed: str) -> None:
    (page,) = pages_of(cards.pdf(a_class([name]), dress=look.plain("Irk"), sign_in=SIGN_IN))
    assert printed in page


def test_what_is_in_a_name_is_no_markup() -> None:
    hostile = '#panic("x") *b* $1$ @me <a>'
    made = [Card(hostile, "amina22", "kettle robin tram")]
    (page,) = pages_of(cards.pdf(made, dress=look.plain('#read("/etc/passwd")'), sign_in=SIGN_IN))
    assert "#read" in page


def test_the_square_knows_the_way_and_no_password() -> None:
    (card,) = a_class(["Amina"])
    address = cards.address_of(SIGN_IN, card)
    assert address == f"{SIGN_IN}?login=student0"
    assert cards.address_of(SIGN_IN, card, "irk") == f"{SIGN_IN}?login=student0&school=irk"
    (shown,) = cards.on_screen([card], sign_in=SIGN_IN)
    assert shown.square == cards.data_uri("image/svg+xml", qr.svg(address))
    assert not any(word in address for word in shown.words)
