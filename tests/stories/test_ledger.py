"""A backup that is put back brings nothing back that was taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from families import consent, erasure
from families.models import Consent, Person, User
from families.models.consents import Decision, Scope
from stories import ledger, lifecycle
from stories.ledger import Entry
from stories.models import (
    Deletion,
    FirstYes,
    PublicationPlan,
    Story,
    StoryPerson,
    Tombstone,
)
from stories.models.states import Status
from stories.worries import incident
from tests.factories import PersonFactory, UserFactory
from tests.stories.cast import Cast, teller_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def book(settings: Any, tmp_path: Path) -> Path:
    settings.WITHDRAWALS_LEDGER = str(tmp_path / "withdrawals.log")
    return tmp_path / "withdrawals.log"


@pytest.fixture
def kept(django_capture_on_commit_callbacks: Any) -> Callable[..., Any]:
    """Do something, and let the database keep it."""

    def done(verb: Callable[..., Any], *of: Any, **how: Any) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            verb(*of, **how)

    return done


def again(capsys: pytest.CaptureFixture[str]) -> str:
    """What the command says it did; a second run has nothing to do."""
    call_command("reapply_withdrawals")
    said = capsys.readouterr().out
    call_command("reapply_withdrawals")
    assert capsys.readouterr().out == ""
    return said


def now(story: Story) -> Story:
    return Story.objects.get(pk=story.pk)


def test_a_withdrawal_is_written_once_it_is_kept(
    cast: Cast, book: Path, django_capture_on_commit_callbacks: Any
) -> None:
    story = cast.memory("published", title="A telling title")
    with django_capture_on_commit_callbacks() as waiting:
        lifecycle.withdraw(story, by=cast["author"])
    assert not book.exists()
    for write in waiting:
        write()
    assert [(line.ref, line.entry) for line in ledger.lines()] == [(story.ref, Entry.WITHDRAWN)]
    assert "telling" not in book.read_text()


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ([Entry.WITHDRAWN], Status.WITHDRAWN),
        ([Entry.PUBLISHED], Status.PUBLISHED),
        ([Entry.WITHDRAWN, Entry.PUBLISHED], Status.PUBLISHED),
        ([Entry.PUBLISHED, Entry.WITHDRAWN], Status.WITHDRAWN),
        ([Entry.WITHDRAWN, Entry.DELETED], None),
    ],
)
def test_the_last_line_is_done_again(
    cast: Cast, said: list[Entry], status: Status | None, capsys: pytest.CaptureFixture[str]
) -> None:
    story = cast.memory("published")
    for entry in said:
        ledger.write(story.ref, entry)
    done = again(capsys)
    found = Story.objects.filter(pk=story.pk).first()
    assert (found.status if found else None) == status
    assert Tombstone.objects.exists() == (status is None)
    assert bool(done) == (status is not Status.PUBLISHED)


class TestWhatIsHidden:
    """A hold, a seal and the incident button outlive a backup that knows nothing of them."""

    def restored(self, story: Story) -> None:
        old = Story.objects.filter(pk=story.pk)
        old.update(held=False, status=Status.PUBLISHED, live=True, sealed_until=None)
        assert Story.objects.public().filter(pk=story.pk).exists()

    def hold(self, story: Story, cast: Cast) -> None:
        lifecycle.hold(story, by=cast["classmate"], reason="worry")

    def seal(self, story: Story, cast: Cast) -> None:
        until = timezone.localdate() + timedelta(days=9)
        lifecycle.seal(story, by=cast["teacher"], until=until)

    def press(self, story: Story, cast: Cast) -> None:
        child = PersonFactory(child=True, consenting=True, school=cast.school)
        StoryPerson.objects.create(story=story, person=child, role="shown")
        incident.press(child, by=cast["lead"])

    @pytest.mark.parametrize("how", ["hold", "seal", "press"])
    def test_is_hidden_again(
        self, how: str, cast: Cast, kept: Any, capsys: pytest.CaptureFixture[str]
    ) -> None:
        story = cast.memory("published")
        kept(getattr(self, how), story, cast)
        self.restored(story)
        assert story.ref in again(capsys)
        assert now(story).held
        assert not Story.objects.public().filter(pk=story.pk).exists()

    def test_is_free_where_the_lead_has_released_it(
        self, cast: Cast, kept: Any, capsys: pytest.CaptureFixture[str]
    ) -> None:
        story = cast.memory("published")
        kept(self.hold, story, cast)
        kept(lifecycle.release, story, by=cast["lead"])
        assert again(capsys) == ""
        assert not now(story).held


class TestANo:
    """What somebody said no to stays a no, in all their memories, also those to come."""

    def told(self, cast: Cast, scope: Scope, decision: Decision, **when: Any) -> Person:
        person: Person = PersonFactory(school=cast.school)
        consent.record(person=person, scope=scope, decision=Decision.YES, by=None, **when)
        return person

    def restored(self, person: Person) -> None:
        """The database from before the newest answer."""
        newest = Consent.objects.filter(person=person).latest("pk")
        Consent._base_manager.filter(pk=newest.pk)._raw_delete("default")  # type: ignore[attr-defined]

    @pytest.mark.parametrize("about", ["", "abcdefghij"])
    def test_is_said_again(
        self, about: str, cast: Cast, kept: Any, capsys: pytest.CaptureFixture[str]
    ) -> None:
        person = self.told(cast, Scope.WEB, Decision.YES, story_ref=about)
        answer = {"person": person, "scope": Scope.WEB, "story_ref": about, "by": None}
        kept(consent.record, decision=Decision.NO, **answer)
        self.restored(person)
        assert consent.stands(person, Scope.WEB, story_ref=about)
        assert again(capsys) == f"{person.pk} refused\n"
        person = Person.objects.get(pk=person.pk)
        assert not consent.stands(person, Scope.WEB, story_ref=about)

    def test_of_a_guardian_is_theirs(
        self, cast: Cast, kept: Any, capsys: pytest.CaptureFixture[str]
    ) -> None:
        child = PersonFactory(child=True, consenting=True, school=cast.school)
        father = PersonFactory(school=cast.school)
        said = {"person": child, "scope": Scope.FACE, "given_by": father, "by": None}
        kept(consent.record, decision=Decision.NO, **said)
        self.restored(child)
        again(capsys)
        newest = Consent.objects.filter(person=child).latest("pk")
        assert (newest.given_by, newest.decision) == (father, Decision.WITHDRAWN)

    def test_gives_way_to_a_newer_yes(
        self, cast: Cast, kept: Any, capsys: pytest.CaptureFixture[str]
    ) -> None:
        person = self.told(cast, Scope.WEB, Decision.YES)
        for decision in (Decision.NO, Decision.YES):
            kept(consent.record, person=person, scope=Scope.WEB, decision=decision, by=None)
        assert again(capsys) == ""

    def test_is_not_said_for_somebody_who_got_the_number_since(
        self, cast: Cast, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ledger.write("987654", Entry.REFUSED, Scope.WEB, 987654, ledger.ALL)
        PersonFactory(pk=987654, consenting=True, school=cast.school)
        ledger.write("987655", Entry.NEVER)
        PersonFactory(pk=987655, school=cast.school)
        assert again(capsys) == ""


class TestNeverToBeShown:
    def flagged(self, cast: Cast, kept: Any, *, value: bool = True) -> Person:
        person: Person = PersonFactory(school=cast.school)
        said = timezone.now() - timedelta(days=3)
        yes = Decision.YES
        consent.record(person=person, scope=Scope.WEB, decision=yes, given_at=said, by=None)
        person.never_publish = True
        person.save()
        kept(consent.reconsider, person, by=cast["teacher"])
        return person

    def test_stays_so(self, cast: Cast, kept: Any, capsys: pytest.CaptureFixture[str]) -> None:
        person = self.flagged(cast, kept)
        Person.objects.filter(pk=person.pk).update(never_publish=False)
        assert again(capsys) == f"{person.pk} never\n"
        person.refresh_from_db()
        assert person.never_publish

    def test_unless_somebody_decided_otherwise(
        self, cast: Cast, kept: Any, capsys: pytest.CaptureFixture[str]
    ) -> None:
        person = self.flagged(cast, kept)
        person.never_publish = False
        person.save()
        assert again(capsys) == ""


class TestWhoHasLeft:
    def test_is_erased_again(
        self, cast: Cast, kept: Any, capsys: pytest.CaptureFixture[str]
    ) -> None:
        user = UserFactory(family_member=True, school=cast.school, username="ivy")
        going = erasure.ask(user)
        going.due_on = timezone.localdate()
        going.save()
        kept(erasure.carry_out, going, by=cast["lead"])
        # The backup has them as they were.
        User.objects.filter(pk=user.pk).update(
            username="ivy", display_name="Ivy Ormerod", is_active=True
        )
        going.delete()
        assert again(capsys) == f"{user.pk} erased\n"
        user.refresh_from_db()
        assert (user.display_name, user.is_active) == ("Somebody", False)

    def test_one_who_came_since_with_the_same_number_is_left_alone(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ledger.write("987654", Entry.ERASED)
        UserFactory(pk=987654, student=True)
        assert again(capsys) == ""

    def test_waits_where_the_lead_is_looking(
        self, cast: Cast, capsys: pytest.CaptureFixture[str]
    ) -> None:
        cast.memory("held_published")
        ledger.write(str(cast["author"].pk), Entry.ERASED)
        assert again(capsys) == ""
        cast["author"].refresh_from_db()
        assert cast["author"].is_active

    def test_is_taken_out_again_of_what_others_told(
        self, cast: Cast, kept: Any, capsys: pytest.CaptureFixture[str]
    ) -> None:
        leaver, other = teller_of(cast, "neighbour"), teller_of(cast, "relative")
        story = cast.memory("withdrawn", teller=leaver, people=[(other, "teller")])
        today = timezone.localdate()
        Deletion.objects.create(story=story, asked_by=cast["neighbour"], due_on=today)
        kept(call_command, "erase_due")
        assert not StoryPerson.objects.filter(story=story, person=leaver).exists()
        StoryPerson.objects.create(story=story, person=leaver, role="teller")
        assert again(capsys) == f"{story.ref} left\n"
        assert not StoryPerson.objects.filter(story=story, person=leaver).exists()


@pytest.mark.parametrize("cut", ["publ", "refused web", ""])
def test_a_line_that_was_cut_off_is_passed_over(cast: Cast, book: Path, cut: str) -> None:
    story = cast.memory("published")
    ledger.write(story.ref, Entry.WITHDRAWN)
    with book.open("a") as file:
        file.write(f"2026-01-01T00:00:00 {story.ref} {cut}")
    assert [line.entry for line in ledger.lines()] == [Entry.WITHDRAWN]


def test_what_is_not_there_is_no_error() -> None:
    call_command("reapply_withdrawals")
    for entry, details in ((Entry.DELETED, ()), (Entry.LEFT, (7,)), (Entry.HELD, ())):
        ledger.write("aaaaaaaaaa", entry, *details)
    call_command("reapply_withdrawals")


def test_a_day_that_was_called_off_since_is_chosen_anew(cast: Cast) -> None:
    story = cast.memory("submitted")
    lifecycle.plan(story, by=cast["teacher"], on=timezone.localdate() + timedelta(days=1))
    FirstYes.objects.create(story=story, by=cast["teacher"], seen="what was read")
    call_command("reapply_withdrawals")
    plan = PublicationPlan.objects.get()
    assert plan.why_not == "A backup was put back. Please choose the day again."
    assert not FirstYes.objects.exists()
    told_at = plan.refused_at
    call_command("reapply_withdrawals")
    assert PublicationPlan.objects.get().refused_at == told_at
