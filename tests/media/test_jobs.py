"""What people may do to the work on a file: stop it, try it again, have it made anew."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from media import children, claims, jobs, processing, reaper, recipes, storage
from media.claims import CAP, claim
from media.models import Derivative, HiddenArea, Item, Job, JobState, Status
from media.processing import process
from media.recipes import Hiding, Made, Outcome
from media.refusals import SENTENCES, Refused
from tests.factories.media import ItemFactory

Add = Callable[..., Item]
Capture = Callable[..., object]
Patch = pytest.MonkeyPatch


@pytest.fixture
def item(add: Add, photo: Path) -> Item:
    return add(photo)


def recipe(monkeypatch: Patch, act: Callable[..., object], content: bytes = b"made") -> None:
    """Put `act(progress)` in place of the recipe; it makes one small file."""

    def make(
        kind: object,
        source: Path,
        format: object,
        into: Path,
        on_progress: Callable[[int], None],
        *,
        hiding: Hiding,
    ) -> Outcome:
        act(on_progress)
        (into / "w480.jpg").write_bytes(content)
        return Outcome((Made("w480.jpg", "image/jpeg", 4, 3),), width=4, height=3)

    monkeypatch.setattr(recipes, "make", make)


@pytest.mark.django_db
@pytest.mark.parametrize(("by_staff", "code"), [(False, "stopped"), (True, "stopped_by_staff")])
def test_a_waiting_file_is_stopped_with_a_way_back(
    item: Item, by_staff: bool, code: str, django_capture_on_commit_callbacks: Capture
) -> None:
    assert jobs.stop(item, by_staff=by_staff)
    assert (item.status, item.refusal_code) == (Status.REFUSED, code)
    assert "Try again" in item.refusal
    assert item.is_worth_another_try
    assert Job.objects.get().state == JobState.STOPPED
    assert process(item).status == Status.REFUSED
    assert reaper.reap() == []
    with django_capture_on_commit_callbacks(execute=True):
        assert jobs.retry(item)
    assert process(item).is_ready


@pytest.mark.django_db
def test_a_running_file_stops_when_it_next_shows_a_sign_of_life(
    item: Item, monkeypatch: Patch
) -> None:
    monkeypatch.setattr(claims, "WRITE_EVERY", 0)

    def act(progress: Callable[[int], None]) -> None:
        assert jobs.stop(Item.objects.get())
        progress(50)
        pytest.fail("It went on.")

    recipe(monkeypatch, act)
    process(item)
    item.refresh_from_db()
    assert item.refusal_code == "stopped"
    assert not Derivative.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_running_child_ends_soon(add: Add, photo: Path, monkeypatch: Patch) -> None:
    """The child says nothing for a minute; it is ended between two beats, after about a second."""
    pids: list[int] = []
    started = threading.Event()

    def act(progress: Callable[[int], None]) -> None:
        def heard(line: str) -> None:
            pids.append(int(line))
            started.set()

        sleeper = "import os, time; print(os.getpid(), flush=True); time.sleep(60)"
        children.run(
            [sys.executable, "-c", sleeper],
            limits=children.Limits(),
            on_line=heard,
            on_beat=lambda: progress(1),
        )

    recipe(monkeypatch, act)
    item = add(photo)

    def stop_soon() -> None:
        started.wait(30)
        jobs.stop(item)
        stopped.append(time.monotonic())
        connection.close()

    stopped: list[float] = []
    thread = threading.Thread(target=stop_soon)
    thread.start()
    process(Item.objects.get())
    ended = time.monotonic()
    thread.join()
    assert ended - stopped[0] < 20
    with pytest.raises(ProcessLookupError):
        os.kill(pids[0], 0)


@pytest.mark.django_db
@pytest.mark.parametrize("status", [Status.READY, Status.REFUSED])
def test_there_is_nothing_to_stop_on_a_finished_file(status: Status) -> None:
    finished = ItemFactory(ready=status == Status.READY, refused=status == Status.REFUSED)
    assert not jobs.stop(finished)
    assert not jobs.stop(Item(pk=0))
    finished.refresh_from_db()
    assert finished.status == status


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["", *SENTENCES])
def test_what_a_sender_may_try_again(code: str) -> None:
    ours = {"our_fault", "too_hard", "stopped", "stopped_by_staff"}
    assert Item(refusal_code=code).is_worth_another_try is (code in ours)


@pytest.mark.django_db
def test_trying_again_gives_all_runs_back(item: Item) -> None:
    Job.objects.update(state=JobState.FAILED, attempts=CAP, error="no room", claim="x")
    processing.refuse(item, "our_fault")
    assert jobs.retry(item)
    job = Job.objects.get()
    assert (item.status, item.refusal_code) == (Status.WAITING, "")
    assert (job.state, job.attempts, job.error, job.claim) == (JobState.WAITING, 0, "", "")


@pytest.mark.django_db
@pytest.mark.parametrize("trait", ["ready", "waiting", "working"])
def test_only_a_refused_file_is_tried_again(trait: str) -> None:
    assert not jobs.retry(ItemFactory(**{trait: True}))


@pytest.mark.django_db
def test_what_is_in_use_stays_in_use_while_it_is_made_again(
    item: Item, monkeypatch: Patch, django_capture_on_commit_callbacks: Capture
) -> None:
    process(item)
    old = {made.name: made.sha256 for made in item.derivatives.all()}
    seen: list[tuple[str, bool]] = []

    def act(progress: Callable[[int], None]) -> None:
        progress(40)
        now = Item.objects.get()
        names = {made.name: made.sha256 for made in now.derivatives.all()}
        seen.append((now.status, names == old and now.progress == 100))

    recipe(monkeypatch, act)
    assert jobs.renew(item)
    assert jobs.is_being_renewed(Item.objects.get())
    assert not jobs.renew(item)
    with django_capture_on_commit_callbacks(execute=True):
        process(item)
    assert seen == [("ready", True)]
    assert {made.name for made in item.derivatives.all()} == {"w480.jpg"}
    assert Job.objects.get().state == JobState.DONE
    assert len(list(storage.names(storage.derivatives(), item.ref))) == 1


@pytest.mark.django_db
def test_a_renewal_that_is_refused_leaves_what_is_in_use(item: Item, monkeypatch: Patch) -> None:
    process(item)
    old = item.derivatives.count()

    def refuse(progress: object) -> None:
        raise Refused("broken")

    recipe(monkeypatch, refuse)
    assert jobs.renew(item)
    assert process(item).is_ready
    assert item.derivatives.count() == old
    job = Job.objects.get()
    assert job.state == JobState.DONE
    assert job.error.startswith("It stays as it was: We can't open this file.")


@pytest.mark.django_db
def test_a_renewal_that_fails_is_given_up_and_leaves_what_is_in_use(
    item: Item, monkeypatch: Patch
) -> None:
    process(item)

    def fail(progress: object) -> None:
        raise RuntimeError("The disk is full.")

    recipe(monkeypatch, fail)
    jobs.renew(item)
    for _ in range(CAP):
        with pytest.raises(RuntimeError):
            process(item)
        assert Item.objects.get().is_ready
    Job.objects.update(heartbeat=timezone.now() - reaper.RETRY_AFTER * 2)
    assert reaper.reap() == []
    assert Job.objects.get().state == JobState.FAILED


@pytest.mark.django_db
def test_a_renewal_can_be_stopped(item: Item) -> None:
    process(item)
    jobs.renew(item)
    assert jobs.stop(item)
    assert Item.objects.get().is_ready
    assert Job.objects.get().state == JobState.STOPPED
    assert claim(item) is None


@pytest.mark.django_db
def test_what_was_made_without_the_newest_wish_is_never_shown(
    item: Item, monkeypatch: Patch
) -> None:
    """Somebody hides a face while the picture is being made without it hidden."""

    def act(progress: object) -> None:
        HiddenArea.objects.create(item=item, left=0, top=0, width=0.5, height=0.5)

    recipe(monkeypatch, act)
    process(item)
    item.refresh_from_db()
    assert not item.is_ready
    assert not Derivative.objects.exists()
    assert list(storage.names(storage.derivatives(), item.ref)) == []


@pytest.mark.django_db
def test_what_others_wrote_meanwhile_stays(item: Item, monkeypatch: Patch) -> None:
    recipe(monkeypatch, lambda progress: Item.objects.update(focal_x=0.25, focal_y=0.75))
    process(item)
    assert Item.objects.get().focal_x == 0.25


@pytest.mark.django_db
def test_a_failure_after_a_stop_changes_nothing(item: Item, monkeypatch: Patch) -> None:
    def act(progress: object) -> None:
        jobs.stop(Item.objects.get())
        raise RuntimeError("The child was gone.")

    recipe(monkeypatch, act)
    with pytest.raises(RuntimeError):
        process(item)
    assert Item.objects.get().refusal_code == "stopped"
    assert Job.objects.get().state == JobState.STOPPED
