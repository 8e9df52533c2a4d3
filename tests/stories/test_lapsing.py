"""What has run out goes back behind the school's door at night; what was refused, for good."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from families.models import Consent, Guardianship, Person
from families.models.consents import Decision, Scope
from home.management.commands import nightly
from stories import lapsing, lifecycle, publication
from stories.models import Story
from stories.models.states import Status
from tests.factories import ItemFactory, PersonFactory, StoryFactory, agree
from tests.stories.cast import Cast

pytestmark = pytest.mark.django_db

LONG_AGO = timedelta(days=366)


def later(monkeypatch: pytest.MonkeyPatch, by: timedelta = LONG_AGO) -> None:
    """Let that much time go by."""
    now, on = timezone.localdate(), timezone.localdate
    monkeypatch.setattr(timezone, "localdate", lambda *args: on(*args) if args else now + by)


def night() -> None:
    call_command("nightly", verbosity=0)


def state(story: Story) -> Story:
    return Story.objects.get(pk=story.pk)


def lines(story: Story, verb: str) -> list[Any]:
    entries = ModelLogEntry.objects.filter(action=f"stories.{verb}", object_id=str(story.pk))
    return [(entry.user, entry.data) for entry in entries]


def test_what_has_run_out_waits_for_a_teacher(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = cast.memory("published")
    url = story.get_absolute_url()
    later(monkeypatch, LONG_AGO - timedelta(days=2))
    night()
    assert client.get(url).status_code == 200
    later(monkeypatch)
    night()
    now = state(story)
    assert (now.status, now.live, now.taken_up_by) == (Status.SUBMITTED, False, None)
    assert client.get(url).status_code == 404
    assert story.title not in client.get(reverse("stories")).content.decode()
    assert lines(story, "lapse") == [(None, {"because": "run out"})]
    assert now in Story.objects.awaiting_review(cast.school)
    assert now.current_workflow_task is not None


def test_a_new_yes_lets_it_out_again(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    teller = PersonFactory(consenting=True, school=cast.school)
    story = cast.memory("published", teller=teller)
    with monkeypatch.context() as patched:
        later(patched)
        night()
    agree(teller)
    lifecycle.publish(state(story), by=cast["colleague"])
    assert state(story).status == Status.PUBLISHED


def test_a_night_twice_is_one_night(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    story = cast.memory("published")
    later(monkeypatch)
    night()
    submitted = state(story).submitted_at
    night()
    assert state(story).submitted_at == submitted
    assert len(lines(story, "lapse")) == 1


def test_two_nights_at_once_close_it_once(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other process has closed it between our look and our lock."""
    story = cast.memory("published")
    later(monkeypatch)
    found = publication.lacking(Story.objects.filter(pk=story.pk))
    monkeypatch.setattr(publication, "lacking", lambda stories: list(found))
    assert lapsing.close_what_lapsed() == 1
    monkeypatch.setattr(publication, "lacking", lambda stories: [(story, [])])
    assert lapsing.close_what_lapsed() == 0
    assert len(lines(story, "lapse")) == 1


def test_what_was_renewed_meanwhile_stays(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    story = cast.memory("published")
    monkeypatch.setattr(publication, "lacking", lambda stories: [(story, [])])
    assert lapsing.close_what_lapsed() == 0
    assert state(story).status == Status.PUBLISHED


def behind_our_back(person: Person, decision: Decision) -> None:
    """An answer that nothing announced, as after a restored backup."""
    newest = person.consents.filter(scope=Scope.WEB).latest("pk")
    names = [field.attname for field in Consent._meta.concrete_fields if field.name != "id"]
    copy = {name: getattr(newest, name) for name in names}
    Consent.objects.create(**(copy | {"decision": decision, "given_at": timezone.now()}))


@pytest.mark.parametrize("decision", [Decision.NO, Decision.WITHDRAWN])
def test_an_unannounced_no_takes_it_down_for_good(
    decision: Decision, cast: Cast, client: Client
) -> None:
    teller = PersonFactory(consenting=True, school=cast.school)
    story = cast.memory("published", teller=teller)
    behind_our_back(teller, decision)
    night()
    assert state(story).status == Status.WITHDRAWN
    assert client.get(story.get_absolute_url()).status_code == 410
    assert lines(story, "withdraw") == [(None, {"because": "consent"})]


def test_never_publish_behind_our_back(cast: Cast) -> None:
    teller = PersonFactory(consenting=True, school=cast.school)
    story = cast.memory("published", teller=teller)
    Person.objects.filter(pk=teller.pk).update(never_publish=True)
    night()
    assert state(story).status == Status.WITHDRAWN


def test_a_child_who_leaves_has_a_month(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    child = PersonFactory(child=True, consenting=True, school=cast.school)
    story = cast.memory("published", people=[(child, "reporter")])
    Person.objects.filter(pk=child.pk).update(left_on=timezone.localdate() + timedelta(days=1))
    later(monkeypatch, timedelta(days=31))
    night()
    assert state(story).status == Status.PUBLISHED
    later(monkeypatch, timedelta(days=1))
    night()
    assert state(story).status == Status.SUBMITTED


def test_learning_that_somebody_is_a_child_asks_for_every_use(cast: Cast) -> None:
    """A guardian said yes to the web, but was never asked about the face."""
    from families import consent
    from tests.factories import answer

    person = PersonFactory(consenting=True, school=cast.school)
    guardian = PersonFactory(school=cast.school)
    Guardianship.objects.create(child=person, guardian=guardian)
    story = cast.memory("published", people=[(person, "shown")], parts=[ItemFactory(image=True)])
    Person.objects.filter(pk=person.pk).update(is_child=True)
    person = Person.objects.get(pk=person.pk)
    for scope in (Scope.ARCHIVE, Scope.WEB):
        answer(person, scope, giver="guardian", giver_name=guardian.name)
    consent.reconsider(person, by=cast["teacher"])
    assert state(story).status == Status.WITHDRAWN


def test_many_are_asked_in_the_same_number_of_queries(django_assert_num_queries: Any) -> None:
    stories = Story.objects.filter(status=Status.PUBLISHED)
    for more in (1, 4):
        for _ in range(more):
            people = [(PersonFactory(consenting=True), "shown")]
            StoryFactory(published=True, people=people, parts=["Words", ItemFactory()])
        with django_assert_num_queries(4):
            assert list(publication.lacking(stories)) == []


def test_one_round_that_fails_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    def fail() -> int:
        raise RuntimeError

    rounds = (("clocks ran out", fail), ("things were done", lambda: len(done.append("it") or "1")))
    monkeypatch.setattr(nightly, "ROUNDS", rounds)
    with pytest.raises(CommandError, match="Not done: clocks ran out"):
        call_command("nightly")
    assert done == ["it"]


@pytest.mark.django_db(transaction=True)
def test_the_worker_has_its_night(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    story = cast.memory("published")
    later(monkeypatch)
    call_command("work", batch=True)
    assert state(story).status == Status.SUBMITTED


@pytest.mark.django_db(transaction=True)
def test_a_night_that_fails_does_not_stop_the_worker(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> int:
        raise RuntimeError

    monkeypatch.setattr(nightly, "ROUNDS", (("clocks ran out", fail),))
    call_command("work", batch=True)
    assert "clocks ran out" in caplog.text
