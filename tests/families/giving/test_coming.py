"""By a link, a square or a typed code; and what a wrong one is told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from families import invitations
from families.giving import sitting as sittings
from families.models import Consent, Invitation, Person, School, User
from stories import lifecycle
from stories.models import Story
from tests.factories import FamilyFactory, PersonFactory, UserFactory
from tests.families.giving.conftest import Invite
from tests.families.giving.phone import Phone

pytestmark = pytest.mark.django_db


def test_the_code_leaves_the_address_at_once(client: Client, mary: Person, invite: Invite) -> None:
    answer = client.get(invite(mary))
    assert (answer.status_code, answer["Location"]) == (302, "/agree/")
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["Cache-Control"] == "private, no-store"


def test_the_code_stands_on_no_page(phone: Phone, mary: Person, invite: Invite) -> None:
    address = invite(mary)
    code = address.split("/")[2]
    assert code not in phone.open(address).html
    assert code not in phone.start().html
    assert code not in str(dict(phone.client.session))


def test_opening_the_link_uses_nothing_up(phone: Phone, mary: Person, invite: Invite) -> None:
    address = invite(mary)
    for _ in range(3):
        assert "Hello, Mary" in Phone().open(address).says
    assert Invitation.objects.get().used == 0


def test_a_typed_code(phone: Phone, mary: Person, invite: Invite) -> None:
    code = invite(mary).split("/")[2]
    phone.open("/agree/").press(at="/agree/", code=f" {code[:4]}-{code[4:]}".upper())
    assert "Hello, Mary" in phone.says


def closed(kind: str, mary: Person, invite: Invite) -> str:
    if kind == "family":
        family = FamilyFactory(school=mary.school)
        teacher = UserFactory(teacher=True, school=mary.school)
        _, code = invitations.make(
            by=teacher, kind=Invitation.Kind.FAMILY, school=mary.school, family=family
        )
        return f"/agree/{code}/"
    address = invite(mary)
    past = timezone.now() - timedelta(seconds=1)
    change = {
        "used": {"used": 1},
        "called back": {"revoked_at": past},
        "too old": {"expires_at": past},
    }
    Invitation.objects.update(**change[kind])
    return address


@pytest.mark.parametrize("kind", ["used", "called back", "too old", "family"])
def test_one_answer_to_every_code_that_does_not_work(
    mary: Person, invite: Invite, kind: str
) -> None:
    wrong, never = Phone().open(closed(kind, mary, invite)), Phone().open("/agree/bcdfghjk/")
    assert wrong.answer.status_code == never.answer.status_code == 404
    assert wrong.says == never.says


def test_guessing_is_stopped_and_a_class_is_not(mary: Person, invite: Invite) -> None:
    good = invite(mary)
    for _ in range(30):
        Phone().open("/agree/bcdfghjk/")
    assert "Hello, Mary" in Phone().open(good).says
    for _ in range(40):
        last = Phone().open("/agree/bcdfghjk/")
    assert last.answer.status_code == 429
    assert "Wait ten minutes" in Phone().open(good).says


@pytest.mark.parametrize("happens", ["called back", "used", "too late"])
def test_an_invitation_that_closes_meanwhile(
    phone: Phone,
    mary: Person,
    invite: Invite,
    happens: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    phone.open(invite(mary)).start().press("yes")
    if happens == "called back":
        invitations.call_back(Invitation.objects.get(), by=Invitation.objects.get().made_by)
    elif happens == "used":
        invitations.use(Invitation.objects.get())
    else:
        monkeypatch.setattr(sittings, "LASTS", -1)
    phone.press()
    assert "Were you sent some questions?" in phone.says
    assert not Consent.objects.exists()


def test_two_tabs_keep_one_set_of_answers(mary: Person, invite: Invite) -> None:
    address = invite(mary)
    one, two = Phone().open(address).start(), Phone().open(address).start()
    one.press("yes")
    two.press("no")
    one.press()
    two.press()
    assert Consent.objects.get().decision == "yes"


def test_a_page_of_an_earlier_sitting_answers_for_nobody_else(
    phone: Phone, mary: Person, school: School, invite: Invite
) -> None:
    phone.open(invite(mary)).start()
    of_mary = phone.token
    phone.open(invite(PersonFactory(school=school, public_name="Tom"))).start()
    phone.client.post("/agree/question/archive/", {"answer": "yes", "sitting": of_mary})
    assert "there is nothing to keep" in phone.open("/agree/check/").says


@pytest.mark.parametrize("what", ["held", "withdrawn", "sealed", "not in it"])
def test_a_memory_that_is_not_there_for_them(
    mary: Person, story: Story, lead: User, invite: Invite, what: str
) -> None:
    address = invite(mary, story_ref=story.ref)
    if what == "held":
        lifecycle.hold(story, by=lead, reason="A worry.")
    elif what == "withdrawn":
        lifecycle.withdraw(story, by=story.author)
    elif what == "sealed":
        day = timezone.localdate() + timedelta(days=9)
        lifecycle.seal(story, by=lead, until=day)
    else:
        story.people.set([])
        story.save()
    assert "does not work" in Phone().open(address).says


class TestSomebodyElseIsSignedIn:
    def test_they_are_signed_out_first(
        self, phone: Phone, student: User, mary: Person, invite: Invite
    ) -> None:
        phone.client.force_login(student)
        phone.open(invite(mary))
        assert f"{student.display_name} is signed in here" in phone.says
        assert phone.open("/agree/question/archive/").answer.status_code == 403
        phone.press(at="/agree/sign-out/")
        assert "Hello, Mary" in phone.says
        assert phone.client.get("/desk/").status_code == 302
        phone.start().press("yes").press()
        assert Consent.objects.get().recorded_by is None

    def test_on_the_account_of_who_is_asked_nothing_is_in_the_way(
        self, phone: Phone, mary: Person, invite: Invite
    ) -> None:
        user = UserFactory(family_member=True, school=mary.school)
        Person.objects.filter(pk=mary.pk).update(user=user)
        phone.client.force_login(user)
        phone.open(invite(mary)).start().press("yes").press()
        assert Consent.objects.get().recorded_by is None

    def test_a_guardian_is_not_asked_where_the_child_is_signed_in(
        self, phone: Phone, student: User, mary: Person, invite: Invite
    ) -> None:
        child = PersonFactory(child=True, school=student.school, user=student)
        child.guardians.add(mary)
        phone.client.force_login(student)
        phone.open(invite(child, mary))
        assert "a phone of their own, on paper, or with a teacher" in phone.says
        phone.press(at="/agree/sign-out/")
        assert phone.answer.status_code == 403
        assert phone.client.get("/desk/").status_code == 200


def test_stopping_keeps_nothing(phone: Phone, mary: Person, invite: Invite) -> None:
    phone.open(invite(mary)).start().press("yes").press(at="/agree/stop/")
    assert "Nothing was kept." in phone.says
    assert "Were you sent some questions?" in phone.open("/agree/check/").says
    assert not Consent.objects.exists()
