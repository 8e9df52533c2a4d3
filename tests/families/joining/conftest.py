"""A family, its nan at the door, and an invitation in her hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from families import invitations
from families.codes import for_reading
from families.models import Family, Invitation, School, User
from tests.factories import FamilyFactory, UserFactory


@dataclass
class Letter:
    """An invitation with its code, as it lies on the kitchen table."""

    invitation: Invitation
    code: str

    @property
    def link(self) -> str:
        return f"/join/{self.code}/"

    @property
    def typed(self) -> dict[str, str]:
        return {"do": "code", "code": for_reading(self.code)}

    def refreshed(self) -> Invitation:
        self.invitation.refresh_from_db()
        return self.invitation


def write_to(family: Family, **details: Any) -> Letter:
    teacher = UserFactory(teacher=True, school=family.school)
    made = invitations.make(
        by=teacher,
        kind=Invitation.Kind.FAMILY,
        school=family.school,
        family=family,
        **details,
    )
    return Letter(*made)


ABOUT = {"do": "you", "name": "Mary", "relation": "Nan", "way": "password", "grown_up": "on"}
WORDS = "kettle-tram-robin"


def comes_in(client: Client, letter: Letter, **about: str) -> Any:
    """All the way by the link, as a newcomer; the last answer."""
    client.get(letter.link)
    client.post("/join/", {**ABOUT, **about})
    return client.post("/join/password/", {"password": WORDS})


@pytest.fixture
def family(school: School, student: User) -> Family:
    made: Family = FamilyFactory(school=school, name="Aisha’s family", members=[student])
    return made


@pytest.fixture
def letter(family: Family) -> Letter:
    return write_to(family, for_whom="Nan")
