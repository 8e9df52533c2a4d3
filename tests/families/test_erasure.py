"""Everything about one person goes, and nothing of anybody else's with it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from families import erasure, invitations
from families.models import Consent, Invitation, Leaving, Person, User
from media.models import Item
from stories.models import Deletion, Story
from tests.factories import ItemFactory, PersonFactory, StoryFactory
from tests.stories.cast import Cast, gather, teller_of

pytestmark = pytest.mark.django_db

NAME = "Quillfeather"
PAGE = "/desk/everything/"


@pytest.fixture
def cast(db: None) -> Cast:
    return gather()


def over(user: User) -> Leaving:
    leaving = erasure.ask(user)
    Leaving.objects.filter(pk=leaving.pk).update(due_on=timezone.localdate())
    return leaving


def named(cast: Cast, role: str) -> tuple[User, Person]:
    user: User = cast[role]
    user.display_name, user.username, user.email = NAME, NAME.lower(), f"{NAME}@example.org"
    user.save()
    person = teller_of(cast, role)
    person.name, person.public_name = f"Jo {NAME}", NAME
    person.save()
    return user, person


def test_the_account_and_the_person_are_nobody(cast: Cast, client: Client) -> None:
    user, person = named(cast, "neighbour")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    answers = Consent.objects.filter(person=person).count()
    client.force_login(user)
    erasure.carry_out(over(user), by=cast["lead"])
    user.refresh_from_db()
    person.refresh_from_db()
    for said in (user.username, user.display_name, user.email, person.name, person.public_name):
        assert NAME.lower() not in said.lower()
    assert not user.is_active
    assert not user.has_usable_password()
    assert not user.groups.exists()
    assert not user.memberships.exists()
    assert not EmailAddress.objects.exists()
    assert client.get("/desk/").status_code == 302
    assert Consent.objects.filter(person=person).count() == answers > 0
    assert not ModelLogEntry.objects.filter(label__icontains=NAME).exists()


def test_their_invitations_open_nothing_any_more(cast: Cast) -> None:
    user, _ = named(cast, "author")
    made, code = invitations.make(
        by=user, kind=Invitation.Kind.FAMILY, school=cast.school, family=cast.family, for_whom="Nan"
    )
    erasure.carry_out(over(user), by=cast["lead"])
    assert invitations.find(code, kind=Invitation.Kind.FAMILY) is None
    made.refresh_from_db()
    assert made.for_whom == ""


def test_what_they_alone_told_goes_and_the_rest_stays(
    cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    user, person = named(cast, "neighbour")
    stays = PersonFactory(consenting=True, school=cast.school)
    alone = cast.memory("submitted", teller=person)
    sent = ItemFactory(uploaded_by=user)
    loose = ItemFactory(uploaded_by=user)
    shared = StoryFactory(
        submitted=True,
        author=cast["author"],
        teller=stays,
        people=[(person, "teller")],
        title=f"{NAME} and I",
        parts=["Words", sent],
    )
    others = cast.memory("submitted")
    with django_capture_on_commit_callbacks(execute=True):
        erasure.carry_out(over(user), by=cast["lead"])
    assert set(Story.objects.all()) == {shared, others}
    assert alone not in Story.objects.all()
    left = Story.objects.get(pk=shared.pk)
    assert left.title == "somebody and I"
    assert [one.person for one in left.people.all()] == [stays]
    assert not Item.objects.filter(pk__in=[sent.pk, loose.pk]).exists()


@pytest.mark.parametrize("state", ["held_submitted", "sealed"])
def test_what_the_lead_looks_at_comes_first(cast: Cast, state: str) -> None:
    user, person = named(cast, "neighbour")
    cast.memory(state, teller=person)
    with pytest.raises(erasure.Waits, match="held or sealed"):
        erasure.carry_out(over(user), by=cast["lead"])
    user.refresh_from_db()
    assert user.display_name == NAME
    assert Leaving.objects.get().done_at is None


def test_nothing_is_done_before_its_day(cast: Cast) -> None:
    leaving = erasure.ask(cast["author"])
    with pytest.raises(erasure.Waits, match="not over"):
        erasure.carry_out(leaving, by=cast["lead"])


class TestAsking:
    def test_hides_everything_and_can_be_undone(self, client: Client, cast: Cast) -> None:
        cast.memory("published")
        cast.memory("submitted")
        client.force_login(cast["author"])
        assert "Yes, delete everything" in client.get(PAGE).content.decode()
        for _ in range(2):
            page = client.post(PAGE, {"do": "leave"}, follow=True).content.decode()
        assert "30 days left." in page
        assert not Story.objects.public().exists()
        assert Deletion.objects.count() == 2
        client.post(PAGE, {"do": "stay"})
        assert not Deletion.objects.exists()
        assert not Leaving.objects.exists()


class TestTheLeadsPage:
    def carry_out(self, client: Client, user: User, leaving: Leaving) -> int:
        client.force_login(user)
        return client.post(f"/admin/leaving/{leaving.pk}/").status_code

    def test_is_for_the_lead_of_the_school(self, client: Client, cast: Cast) -> None:
        leaving = over(cast["author"])
        for role in ("teacher", "other lead", "relative", "author"):
            assert self.carry_out(client, cast[role], leaving) in (302, 404), role
            assert Leaving.objects.get().done_at is None, role
        assert self.carry_out(client, cast["other lead"], leaving) == 404
        assert client.post("/admin/leaving/99999/").status_code == 404

    def test_does_it_with_one_button(self, client: Client, cast: Cast) -> None:
        early = erasure.ask(cast["classmate"])
        leaving = over(cast["author"])
        client.force_login(cast["lead"])
        page = client.get("/admin/leaving/").content.decode()
        assert f"/admin/leaving/{leaving.pk}/" in page
        assert f"/admin/leaving/{early.pk}/" not in page
        assert self.carry_out(client, cast["lead"], leaving) == 302
        assert Leaving.objects.get(pk=leaving.pk).done_by == cast["lead"]
        assert ModelLogEntry.objects.get(action="families.erase").label == erasure.MASK
        assert self.carry_out(client, cast["lead"], early) == 302
        assert Leaving.objects.get(pk=early.pk).done_at is None


def test_a_day_of_the_clock(cast: Cast) -> None:
    leaving = erasure.ask(cast["author"])
    leaving.due_on = timezone.localdate() + timedelta(days=10)
    assert (leaving.days_left, leaving.days_gone) == (10, 20)
