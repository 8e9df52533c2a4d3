"""Making ready: all derivatives at once or none, alive to see, and never twice."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone

from media import claims, processing, reaper, recipes, storage
from media.claims import CAP, STALE, Superseded, claim
from media.models import Derivative, Item, Job, JobState, Status
from media.processing import process
from media.recipes import Hiding, Made, Outcome
from media.refusals import Refused
from media.removal import remove
from media.signals import item_ready, item_refused
from media.tasks import enqueue, process_item
from tests.factories.families import UserFactory
from tests.media import samples

pytestmark = pytest.mark.django_db
Add = Callable[..., Item]
Capture = Callable[..., object]


@pytest.fixture
def item(add: Add, photo: Path) -> Item:
    return add(photo)


def recipe(monkeypatch: pytest.MonkeyPatch, act: Callable[..., object]) -> None:
    """Put `act(into, progress)` in place of the recipe; it makes one small file."""

    def make(
        kind: object,
        source: Path,
        format: object,
        into: Path,
        on_progress: object,
        *,
        hiding: Hiding,
    ) -> Outcome:
        act(into, on_progress)
        (into / "w480.jpg").write_bytes(b"made")
        return Outcome((Made("w480.jpg", "image/jpeg", 4, 3),), width=4, height=3)

    monkeypatch.setattr(recipes, "make", make)


def files_of(item: Item) -> set[Path]:
    folder = Path(storage.derivatives().path(item.ref))
    return {path for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("fixture", "names"),
    [
        (
            "photo",
            {f"w{width}.{end}" for width in (480, 960, 1600, 2400) for end in ("webp", "jpg")},
        ),
        ("sound", {"sound.m4a"}),
        ("film", {"film.mp4", "poster.jpg"}),
        ("paper", {"page-1.webp", "page-2.webp", "cover.jpg", "paper.pdf"}),
    ],
)
def test_every_kind_gets_its_derivatives(
    add: Add, request: pytest.FixtureRequest, fixture: str, names: set[str]
) -> None:
    heard: list[int] = []
    item = process(add(request.getfixturevalue(fixture)), heard.append)
    assert (item.status, item.progress, item.refusal) == (Status.READY, 100, "")
    assert heard[-1] == 100
    assert heard == sorted(heard)
    assert {made.name for made in item.derivatives.all()} == names
    for made in item.derivatives.all():
        content = Path(made.file.path).read_bytes()
        assert made.sha256 == hashlib.sha256(content).hexdigest()
        assert Path(made.file.path).parts[-2:] == (made.sha256[:16], made.name)
        assert Path(made.file.path).stat().st_size == made.size
        assert made.url == f"/files/{item.ref}/{made.name}"
        assert str(made) == f"{item.pk}/{made.name}"
    job = item.job
    assert (job.state, job.attempts) == (JobState.DONE, 1)


def test_what_was_measured_is_on_record(added: Add, photo: Path, film: Path, paper: Path) -> None:
    picture, moving, pages = added(photo), added(film), added(paper)
    assert (picture.width, picture.height) == (samples.WIDTH, samples.HEIGHT)
    assert moving.duration == pytest.approx(samples.SECONDS, abs=0.25)
    assert pages.pages == 2
    assert [page.name for page in pages.page_pictures] == ["page-1.webp", "page-2.webp"]
    assert picture.still and picture.still.name == "w480.jpg"
    assert moving.still and moving.still.name == "poster.jpg"
    assert pages.still and pages.still.name == "cover.jpg"
    assert picture.derivative("film.mp4") is None
    assert moving.url() == f"/files/{moving.ref}/film.mp4"


def test_a_sound_has_no_still(added: Add, sound: Path) -> None:
    assert added(sound).still is None


def test_an_unusable_file_is_refused_in_words(add: Add, photo: Path) -> None:
    heard: list[str] = []
    item_refused.connect(
        lambda item, **kwargs: heard.append(item.ref), weak=False, dispatch_uid="t"
    )
    item = process(add(samples.cut(photo)))
    item_refused.disconnect(dispatch_uid="t")
    assert (item.status, item.refusal_code) == (Status.REFUSED, "broken")
    assert item.refusal.startswith("We can't open this file.")
    assert item.job.state == JobState.DONE
    assert heard == [item.ref]
    assert files_of(item) == set()
    assert storage.originals().exists(item.original.file.name)


def test_a_finished_item_is_left_alone(item: Item) -> None:
    process(item)
    before = files_of(item)
    assert process(item).is_ready
    assert files_of(item) == before
    assert Job.objects.get(item=item).attempts == 1


def test_querysets_speak_of_items(item: Item, add: Add, sound: Path) -> None:
    assert list(Item.objects.unfinished()) == [item]
    process(item)
    waiting = add(sound)
    assert list(Item.objects.ready()) == [item]
    assert list(Item.objects.unfinished()) == [waiting]
    assert waiting.is_unfinished
    assert not Item.objects.added_by(UserFactory())


def test_progress_is_written_while_it_works(item: Item, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, int]] = []
    monkeypatch.setattr(claims, "WRITE_EVERY", 0)

    def act(into: Path, progress: Callable[[int], None]) -> None:
        Job.objects.update(heartbeat=timezone.now() - timedelta(seconds=30))
        progress(40)
        now = Item.objects.get()
        seen.append((now.status, now.progress))
        assert timezone.now() - now.job.heartbeat < timedelta(seconds=5)

    recipe(monkeypatch, act)
    process(item)
    assert seen == [("working", 40)]


def test_progress_is_not_written_all_the_time(
    item: Item, django_assert_num_queries: Capture
) -> None:
    run = claim(item)
    assert run is not None
    run.beat(1)
    with django_assert_num_queries(0):
        run.beat(2)


def test_new_files_take_over_all_at_once(
    item: Item, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Capture
) -> None:
    process(item)
    old = files_of(item)
    Item.objects.update(status=Status.WAITING)
    item.refresh_from_db()
    heard: list[str] = []
    item_ready.connect(lambda item, **kwargs: heard.append(item.ref), weak=False, dispatch_uid="t")
    recipe(monkeypatch, lambda into, progress: None)
    with django_capture_on_commit_callbacks(execute=True):
        process(item)
        assert old <= files_of(item)
    item_ready.disconnect(dispatch_uid="t")
    assert heard == [item.ref]
    assert len(files_of(item)) == 1
    assert not old & files_of(item)
    assert Derivative.objects.get().size == 4


def test_a_mistake_of_ours_is_tried_again(item: Item, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(into: Path, progress: object) -> None:
        (into / "half.jpg").write_bytes(b"half")
        raise RuntimeError("The disk is full.")

    recipe(monkeypatch, fail)
    for attempt in range(1, CAP):
        with pytest.raises(RuntimeError):
            process(item)
        item.refresh_from_db()
        assert (item.status, item.job.state, item.job.attempts) == ("waiting", "failed", attempt)
        assert item.job.error == "RuntimeError: The disk is full."
    with pytest.raises(RuntimeError):
        process(item)
    item.refresh_from_db()
    assert (item.status, item.refusal_code, item.job.state) == ("refused", "our_fault", "failed")
    assert files_of(item) == set()


def test_a_failing_swap_leaves_no_files(item: Item, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise RuntimeError("no")

    recipe(monkeypatch, lambda into, progress: None)
    monkeypatch.setattr(item_ready, "send", fail)
    with pytest.raises(RuntimeError):
        process(item)
    assert files_of(item) == set()
    assert not Derivative.objects.exists()


def test_two_workers_do_not_do_the_same(item: Item) -> None:
    assert claim(item) is not None
    assert claim(item) is None
    assert process(item).status == Status.WORKING


def test_a_run_that_was_given_up_for_dead_stops(
    item: Item, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claims, "WRITE_EVERY", 0)

    def act(into: Path, progress: Callable[[int], None]) -> None:
        Job.objects.update(heartbeat=timezone.now() - STALE * 2)
        assert claim(item) is not None
        progress(50)
        pytest.fail("It went on.")

    recipe(monkeypatch, act)
    process(item)
    assert Job.objects.get().attempts == 2
    assert not Derivative.objects.exists()


def test_a_run_that_comes_back_too_late_changes_nothing(
    item: Item, monkeypatch: pytest.MonkeyPatch
) -> None:
    recipe(monkeypatch, lambda into, progress: Job.objects.update(claim="another"))
    process(item)
    assert files_of(item) == set()

    def refuse(into: Path, progress: object) -> None:
        Job.objects.update(claim="a third")
        raise Refused("broken")

    Job.objects.update(heartbeat=timezone.now() - STALE * 2)
    recipe(monkeypatch, refuse)
    assert process(item).status == Status.WORKING


def test_an_item_that_is_taken_away_meanwhile(
    item: Item, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Capture
) -> None:
    recipe(monkeypatch, lambda into, progress: remove(Item.objects.get()))
    with django_capture_on_commit_callbacks(execute=True):
        process(item)
    assert files_of(item) == set()
    assert not Item.objects.exists()


def test_closing_a_run_twice(item: Item) -> None:
    run = claim(item)
    assert run is not None
    run.close(JobState.DONE)
    with pytest.raises(Superseded):
        run.close(JobState.DONE)


def test_an_unknown_reason_is_an_error(item: Item) -> None:
    with pytest.raises(LookupError):
        processing.refuse(item, "mystery")


def test_the_task(item: Item) -> None:
    process_item.call(item.ref)
    item.refresh_from_db()
    assert item.is_ready
    process_item.call("gone")


def test_asking_for_work(item: Item) -> None:
    from django_tasks import default_task_backend

    default_task_backend.clear()
    enqueue(item)
    assert [result.args for result in default_task_backend.results] == [[item.ref]]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    refs: list[str] = []
    monkeypatch.setattr(reaper, "enqueue", lambda item, *rest: refs.append(item.ref))
    return refs


@pytest.mark.parametrize(
    ("state", "attempts", "silent", "again"),
    [
        (JobState.RUNNING, 1, STALE * 2, True),
        (JobState.RUNNING, 1, STALE / 2, False),
        (JobState.FAILED, 1, reaper.RETRY_AFTER * 2, True),
        (JobState.FAILED, 1, reaper.RETRY_AFTER / 2, False),
        (JobState.WAITING, 0, reaper.LOST_AFTER * 2, True),
        (JobState.WAITING, 0, reaper.LOST_AFTER / 2, False),
        (JobState.DONE, 1, timedelta(days=1), False),
    ],
)
def test_which_jobs_are_handed_out_again(  # noqa: PLR0917
    item: Item,
    asked: list[str],
    state: JobState,
    attempts: int,
    silent: timedelta,
    again: bool,
    django_capture_on_commit_callbacks: Capture,
) -> None:
    Item.objects.update(status=Status.WORKING)
    Job.objects.update(state=state, attempts=attempts, heartbeat=timezone.now() - silent)
    with django_capture_on_commit_callbacks(execute=True):
        assert reaper.reap() == ([item.ref] if again else [])
    assert asked == ([item.ref] if again else [])
    if again:
        assert Item.objects.get().status == Status.WAITING
        with django_capture_on_commit_callbacks(execute=True):
            assert reaper.reap() == []


def test_a_file_that_ends_every_worker_is_given_up(item: Item, asked: list[str]) -> None:
    Job.objects.update(state=JobState.RUNNING, attempts=CAP, heartbeat=timezone.now() - STALE * 2)
    Item.objects.update(status=Status.WORKING)
    assert reaper.reap() == [item.ref]
    item.refresh_from_db()
    assert (item.status, item.refusal_code) == (Status.REFUSED, "too_hard")
    assert item.job.state == JobState.FAILED
    assert asked == []


def test_two_reapers_take_a_job_once(
    item: Item, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Job.objects.update(state=JobState.RUNNING, heartbeat=timezone.now() - STALE * 2)
    found = reaper._abandoned()
    assert reaper.reap() == [item.ref]
    monkeypatch.setattr(reaper, "_abandoned", lambda: found)
    assert reaper.reap() == []


def test_after_a_worker_was_killed_the_job_finishes_by_itself(
    item: Item, django_capture_on_commit_callbacks: Capture, capsys: pytest.CaptureFixture[str]
) -> None:
    assert claim(item) is not None
    Job.objects.update(heartbeat=timezone.now() - STALE * 2)
    call_command("reap_jobs")
    assert capsys.readouterr().out.split() == [item.ref]
    process_item.call(item.ref)
    item.refresh_from_db()
    assert item.is_ready
    assert (item.job.attempts, item.job.deaths) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_the_worker_does_what_is_queued_and_what_was_left_behind(
    add: Add, photo: Path, sound: Path, settings: pytest.FixtureRequest
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    queued, left = add(photo), add(sound, queue=False)
    assert claim(left) is not None
    Job.objects.filter(item=left).update(heartbeat=timezone.now() - STALE * 2)
    call_command("work", "--batch", "--interval", "0")
    for item in (queued, left):
        item.refresh_from_db()
        assert item.is_ready


@pytest.mark.django_db(transaction=True)
def test_the_worker_waits_for_more_and_stops_when_told(
    settings: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    from media.management.commands import work

    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    waits: list[float] = []

    def sleep(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(work.time, "sleep", sleep)
    with pytest.raises(KeyboardInterrupt):
        call_command("work", "--interval", "0.5")
    assert waits == [0.5, 0.5]
