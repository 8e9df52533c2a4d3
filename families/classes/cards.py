"""Cards to cut out: one for each student, with a square that knows the way but no password."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from anyascii import anyascii
from django.views.decorators.debug import sensitive_variables

from families import qr
from families.classes.members import Card
from families.look import Printed
from families.printed import sheet

LATIN_ENDS, CHINESE_BEGINS = 0x24F, 0x2E80
"""Latin Extended-B and CJK Radicals (Unicode). Between them a font may lack a letter; the
signs of Chinese and Japanese are in no font that we can count on."""


@dataclass(frozen=True)
class OnScreen:
    """A card as a page shows it."""

    card: Card
    square: str

    @property
    def words(self) -> list[str]:
        return self.card.password.split()


def address_of(sign_in: str, card: Card, school: str = "") -> str:
    """Where the square leads: the sign-in page of that school, with the username filled in.

    `school` is the key of the school's look; "" where it has chosen none.
    """
    asked = {"login": card.username} | ({"school": school} if school else {})
    return f"{sign_in}?{urlencode(asked)}"


def on_screen(cards: Sequence[Card], *, sign_in: str, key: str = "") -> list[OnScreen]:
    return [
        OnScreen(card, data_uri("image/svg+xml", qr.svg(address_of(sign_in, card, key))))
        for card in cards
    ]


@sensitive_variables()
def pdf(cards: Sequence[Card], *, dress: Printed, sign_in: str, key: str = "") -> bytes:
    """A4 sheets of eight cards each, in the look of a school.

    `sign_in` is the whole address of the sign-in page.
    """
    where = urlsplit(sign_in)
    told, crest = dress
    data = told | {
        "address": f"{where.netloc}{where.path}".rstrip("/"),
        "cards": [_printed(card) for card in cards],
    }
    squares = {
        f"{number}.svg": qr.svg(address_of(sign_in, card, key)) for number, card in enumerate(cards)
    }
    return sheet.pdf("cards", data, squares | crest)


def _printed(card: Card) -> dict[str, object]:
    furthest = max((ord(char) for char in card.name if char.isalpha()), default=0)
    in_latin = anyascii(card.name).strip("'`").capitalize()
    return {
        "name": in_latin if furthest >= CHINESE_BEGINS else card.name,
        "also": in_latin if LATIN_ENDS < furthest < CHINESE_BEGINS else "",
        "username": card.username,
        "words": card.password.split(),
    }


def data_uri(kind: str, content: bytes) -> str:
    """The content itself as an address, so that it is nowhere to be fetched from again."""
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"
