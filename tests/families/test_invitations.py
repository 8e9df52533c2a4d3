"""An invitation is made once, found by its code alone, and used no oftener than it says."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from families import invitations
from families.codes import ALPHABET, LENGTH, as_typed, for_reading, new_code
from families.models import Family, Invitation
from tests.factories import FamilyFactory, UserFactory

pytestmark = pytest.mark.django_db

KIND = Invitation.Kind.FAMILY


@pytest.fixture
def family() -> Family:
    made: Family = FamilyFactory()
    return made


def invite(family: Family, **details: object) -> tuple[Invitation, str]:
    teacher = UserFactory(teacher=True, school=family.school)
    return invitations.make(by=teacher, kind=KIND, school=family.school, family=family, **details)


def test_the_code_is_stored_nowhere(family: Family) -> None:
    invitation, code = invite(family)
    row = Invitation.objects.filter(pk=invitation.pk).values().get()
    assert all(code not in str(value) for value in row.values())
    entry = ModelLogEntry.objects.get(action="families.invite")
    assert code not in str(entry.data)


def test_a_code_is_eight_letters_that_look_like_no_others() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(len(code) == LENGTH and set(code) <= set(ALPHABET) for code in codes)
    assert set("aeiouloq") & set(ALPHABET) == set()


@pytest.mark.parametrize("typed", ["{}", " {} ", "{}".upper(), "{}-"])
def test_it_is_found_however_it_is_typed(family: Family, typed: str) -> None:
    invitation, code = invite(family)
    assert invitations.find(typed.format(for_reading(code)), kind=KIND) == invitation
    assert as_typed(for_reading(code)) == code


def test_it_is_not_found_by_another_code_or_for_another_purpose(family: Family) -> None:
    _, code = invite(family)
    assert invitations.find(new_code(), kind=KIND) is None
    assert invitations.find("", kind=KIND) is None
    assert invitations.find(code, kind=Invitation.Kind.CONSENT) is None


def test_it_is_used_no_oftener_than_it_says(family: Family) -> None:
    invitation, code = invite(family, places=2)
    invitations.use(invitation)
    assert invitations.find(code, kind=KIND) is not None
    invitations.use(invitation)
    assert invitations.find(code, kind=KIND) is None
    with pytest.raises(invitations.UsedUp):
        invitations.use(invitation)


@pytest.mark.parametrize("why", ["called back", "run out"])
def test_it_is_closed(family: Family, why: str) -> None:
    invitation, code = invite(family)
    if why == "called back":
        invitations.call_back(invitation, by=invitation.made_by)
        assert ModelLogEntry.objects.filter(action="families.call_back").exists()
    else:
        past = timezone.now() - timedelta(seconds=1)
        Invitation.objects.filter(pk=invitation.pk).update(expires_at=past)
    assert invitations.find(code, kind=KIND) is None
    with pytest.raises(invitations.UsedUp):
        invitations.use(invitation)
