"""Who has to say yes, whose no counts, and that an answer is never changed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import ModelLogEntry

from families import consent, guardians, wordings
from families.models import Consent, ConsentWording, Person
from families.models.consents import AppendOnly, Decision, Giver, Method, Scope
from tests.factories import PersonFactory, UserFactory, agree, answer

pytestmark = pytest.mark.django_db

YES, NO, BACK = Decision.YES, Decision.NO, Decision.WITHDRAWN
SELF, GUARDIAN = Giver.SELF, Giver.GUARDIAN

Said = tuple[Giver, Decision, str, int]
"""Who answered what, under which name, and how many days ago."""

GROWN_UP: list[tuple[list[Said], str]] = [
    ([], "needs a yes from them"),
    ([(SELF, YES, "Ann", 0)], ""),
    ([(SELF, NO, "Ann", 0)], "has a no from them"),
    ([(SELF, BACK, "Ann", 0)], "has a no from them"),
    ([(SELF, YES, "Ann", 2), (SELF, NO, "Ann", 1)], "has a no from them"),
    ([(SELF, NO, "Ann", 2), (SELF, YES, "Ann", 1)], ""),
    ([(SELF, NO, "Ann", 1), (SELF, YES, "Ann", 2)], "has a no from them"),
    ([(SELF, YES, "Ann", 2), (SELF, BACK, "Ann Byrne", 1)], "has a no from them"),
    ([(SELF, YES, "Ann", 365)], ""),
    ([(SELF, YES, "Ann", 367)], "needs a new yes from them"),
    ([(SELF, YES, "Ann", 400), (SELF, YES, "Ann", 3)], ""),
    ([(GUARDIAN, YES, "Bob", 0)], "needs a yes from them"),
    ([(SELF, YES, "Ann", 0), (GUARDIAN, NO, "Bob", 0)], ""),
]
CHILD: list[tuple[list[Said], list[str]]] = [
    ([], ["needs a yes from them", "needs a yes from a parent"]),
    ([(SELF, YES, "Nell", 0)], ["needs a yes from a parent"]),
    ([(GUARDIAN, YES, "Bob", 0)], ["needs a yes from them"]),
    ([(SELF, YES, "Nell", 0), (GUARDIAN, YES, "Bob", 0)], []),
    ([(SELF, NO, "Nell", 0), (GUARDIAN, YES, "Bob", 0)], ["has a no from them"]),
    ([(SELF, YES, "Nell", 0), (GUARDIAN, NO, "Bob", 0)], ["has a no from a parent"]),
    (
        [(SELF, YES, "Nell", 0), (GUARDIAN, YES, "Bob", 1), (GUARDIAN, NO, "Ann", 2)],
        ["has a no from a parent"],
    ),
    (
        [(SELF, YES, "Nell", 0), (GUARDIAN, NO, "Bob", 2), (GUARDIAN, YES, " BOB ", 1)],
        [],
    ),
    (
        [(SELF, YES, "Nell", 400), (GUARDIAN, YES, "Bob", 400)],
        ["needs a new yes from them", "needs a new yes from a parent"],
    ),
    ([(SELF, YES, "Nell", 0), (GUARDIAN, YES, "Bob", 400), (GUARDIAN, YES, "Ann", 1)], []),
]


def say(person: Person, said: list[Said], scope: Scope = Scope.WEB) -> None:
    for giver, decision, name, days in said:
        given_at = timezone.now() - timedelta(days=days)
        answer(person, scope, decision, giver=giver, giver_name=name, given_at=given_at)


@pytest.mark.parametrize(("said", "lack"), GROWN_UP)
def test_a_grown_up(said: list[Said], lack: str) -> None:
    person = PersonFactory()
    say(person, said)
    found = consent.missing(person, Scope.WEB)
    assert [sentence[: len(lack)] for sentence in found] == ([lack] if lack else [])
    assert consent.stands(person, Scope.WEB) == (not lack)


@pytest.mark.parametrize(("said", "lacks"), CHILD)
def test_a_child(said: list[Said], lacks: list[str]) -> None:
    person = PersonFactory(child=True)
    say(person, said)
    found = consent.missing(person, Scope.WEB)
    assert len(found) == len(lacks)
    for sentence, lack in zip(found, lacks, strict=True):
        assert sentence.startswith(lack)


@pytest.mark.parametrize("asked", Scope)
@pytest.mark.parametrize("answered", Scope)
def test_each_use_is_its_own_question(asked: Scope, answered: Scope) -> None:
    person = PersonFactory()
    answer(person, answered)
    assert consent.stands(person, asked) == (asked == answered)


@pytest.mark.parametrize("child", [True, False])
def test_never_publish_overrides_every_yes(child: bool) -> None:
    person = PersonFactory(child=child, consenting=True, never_publish=True)
    assert consent.missing(person, Scope.WEB) == ["has been asked never to show this person"]


def test_it_is_asked_again_on_a_day() -> None:
    person = PersonFactory()
    answer(person, Scope.WEB)
    renew_on = person.consents.get().renew_on
    assert renew_on == timezone.now().date() + consent.RENEWED_EVERY
    assert consent.stands(person, Scope.WEB, on=renew_on)
    assert not consent.stands(person, Scope.WEB, on=renew_on + timedelta(days=1))
    assert not consent.stands(person, Scope.WEB, on=date(2199, 1, 1))


@pytest.mark.parametrize(("since", "stands"), [(0, True), (29, True), (31, False)])
def test_it_is_asked_again_when_somebody_leaves(since: int, stands: bool) -> None:
    person = PersonFactory()
    answer(person, Scope.WEB, given_at=timezone.now() - timedelta(days=100))
    person.left_on = timezone.localdate() - timedelta(days=since)
    assert consent.stands(person, Scope.WEB) is stands
    person = PersonFactory(left_on=person.left_on)
    answer(person, Scope.WEB)
    assert consent.stands(person, Scope.WEB)


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ([], False),
        ([(SELF, YES, "Nell", 0)], False),
        ([(SELF, NO, "Nell", 0)], True),
        ([(GUARDIAN, BACK, "Bob", 0)], True),
        ([(SELF, NO, "Nell", 2), (SELF, YES, "Nell", 1)], False),
    ],
)
def test_where_only_a_no_counts(said: list[Said], refused: bool) -> None:
    person = PersonFactory(child=True)
    say(person, said)
    assert consent.refused(person, Scope.WEB) == refused


class TestRecord:
    def test_keeps_who_what_when_how_and_the_words(self) -> None:
        recorder, person = UserFactory(teacher=True), PersonFactory(child=True)
        on_paper = timezone.now() - timedelta(days=3)
        made = consent.record(
            person=person,
            scope=Scope.WEB,
            decision=YES,
            given_by=guardians.named(person, "Bob Byrne", by=recorder),
            method=Method.PAPER,
            by=recorder,
            given_at=on_paper,
        )
        kept = Consent.objects.get(pk=made.pk)
        assert (kept.method, kept.recorded_by, kept.given_at) == (Method.PAPER, recorder, on_paper)
        assert kept.wording.text == wordings.FIRST[Scope.WEB]
        assert "Bob Byrne" in str(kept)

    def test_uses_the_newest_wording(self) -> None:
        newer = ConsentWording.objects.create(scope=Scope.WEB, version=2, text="On the web?")
        person = PersonFactory()
        answer(person, Scope.WEB)
        answer(person, Scope.SCHOOL)
        assert person.consents.get(scope=Scope.WEB).wording == newer
        assert person.consents.get(scope=Scope.SCHOOL).wording.version == 1
        assert "version 2" in str(newer)

    def test_a_question_without_words_was_never_asked(self) -> None:
        person = PersonFactory()
        unasked = ConsentWording.objects.filter(scope=Scope.SHARE)
        unasked._raw_delete(unasked.db)
        with pytest.raises(ConsentWording.DoesNotExist):
            answer(person, Scope.SHARE)

    def test_nobody_answers_in_the_future(self) -> None:
        """A yes of next year would beat every no until then."""
        person = PersonFactory()
        with pytest.raises(ValueError, match="still to come"):
            answer(person, Scope.WEB, given_at=timezone.now() + timedelta(hours=1))
        assert not person.consents.exists()

    def test_is_logged_without_the_name_of_the_giver(self) -> None:
        person, recorder = PersonFactory(), UserFactory(teacher=True)
        answer(person, Scope.WEB, NO, by=recorder)
        entry = ModelLogEntry.objects.get(action="families.consent")
        assert (entry.object_id, entry.user) == (str(person.pk), recorder)
        assert entry.data == {
            "scope": "web",
            "decision": "no",
            "giver": "self",
            "method": "screen",
            "about": "everything",
        }
        assert "“no” about “web”" in entry.message

    @pytest.mark.parametrize(("decision", "sent"), [(YES, 0), (NO, 1), (BACK, 1)])
    def test_says_so_when_a_yes_is_gone(self, decision: Decision, sent: int) -> None:
        heard: list[dict[str, Any]] = []

        def listen(**news: Any) -> None:
            heard.append(news)

        consent.consent_withdrawn.connect(listen)
        person, recorder = PersonFactory(), UserFactory(teacher=True)
        answer(person, Scope.WEB, decision, by=recorder)
        consent.consent_withdrawn.disconnect(listen)
        told = [(news["person"], news["scope"], news["by"]) for news in heard]
        assert told == [(person, Scope.WEB, recorder)] * sent

    def test_what_cannot_be_taken_down_is_not_recorded_either(self) -> None:
        def refuse(**_: Any) -> None:
            raise RuntimeError

        person = PersonFactory(consenting=True)
        consent.consent_withdrawn.connect(refuse)
        with pytest.raises(RuntimeError):
            answer(person, Scope.WEB, NO)
        consent.consent_withdrawn.disconnect(refuse)
        assert consent.stands(person, Scope.WEB)


class TestAnswersAreOnlyAdded:
    @pytest.fixture
    def given(self) -> Consent:
        person = PersonFactory()
        agree(person, Scope.WEB)
        made: Consent = person.consents.get()
        return made

    def test_not_saved_again(self, given: Consent) -> None:
        given.decision = NO
        with pytest.raises(AppendOnly):
            given.save()

    def test_not_updated(self, given: Consent) -> None:
        with pytest.raises(AppendOnly):
            Consent.objects.update(decision=NO)
        with pytest.raises(AppendOnly):
            given.person.consents.update(decision=NO)
        with pytest.raises(AppendOnly):
            Consent.objects.bulk_update([given], ["decision"])

    def test_not_deleted(self, given: Consent) -> None:
        with pytest.raises(AppendOnly):
            given.delete()
        with pytest.raises(AppendOnly):
            Consent.objects.all().delete()

    def test_not_swept_away_with_what_they_are_about(self, given: Consent) -> None:
        for owner in (given.person, given.recorded_by):
            with pytest.raises(IntegrityError), transaction.atomic():
                owner.delete()
        assert Consent.objects.filter(pk=given.pk).exists()


def test_the_wordings_are_installed_once() -> None:
    before = list(ConsentWording.objects.values())
    wordings.install()
    assert list(ConsentWording.objects.values()) == before
    assert {wording["scope"] for wording in before} == set(Scope.values)
