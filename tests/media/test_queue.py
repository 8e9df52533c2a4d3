"""The order in which workers take files up, and what becomes of a killed worker's work."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks import default_task_backend
from django_tasks_db.models import DBTaskResult

from media import alive, jobs, reaper, recipes, tasks
from media.claims import LIVES, claim
from media.formats import Kind
from media.models import Item, Job, JobState, OriginalFile, Status
from media.processing import process
from media.recipes import Outcome

Add = Callable[..., Item]
Capture = Callable[..., object]
Patch = pytest.MonkeyPatch

MEGABYTE = 1024**2


@pytest.fixture
def item(add: Add, photo: Path) -> Item:
    return add(photo)


def dead_worker() -> str:
    """The name of a process that ran here and was killed."""
    path = alive._folder() / "0dead000"
    path.touch()
    return path.name


@pytest.mark.django_db
def test_small_files_go_before_large_and_failures_last() -> None:
    def due(kind: Kind, size: int, attempts: int = 0) -> int:
        return tasks.due(Item(kind=kind, original=OriginalFile(size=size)), attempts)

    order = [
        due(Kind.IMAGE, MEGABYTE // 2),
        due(Kind.IMAGE, 5 * MEGABYTE),
        due(Kind.VIDEO, 5 * MEGABYTE),
        due(Kind.VIDEO, 500 * MEGABYTE),
        due(Kind.VIDEO, 500 * MEGABYTE, attempts=1),
    ]
    assert order == sorted(order, reverse=True)
    assert len(set(order)) == len(order)
    assert due(Kind.IMAGE, MEGABYTE, attempts=1) < due(Kind.VIDEO, 2 * MEGABYTE)
    assert due(Kind.VIDEO, 2000 * MEGABYTE, attempts=2) == tasks.LAST


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("state", "attempts", "status", "priority"),
    [
        (JobState.WAITING, 0, Status.WAITING, tasks.FIRST),
        (JobState.WAITING, 0, Status.READY, tasks.LAST),
        (JobState.FAILED, 1, Status.WAITING, None),
    ],
)
def test_what_is_queued_again_has_its_place(  # noqa: PLR0917
    item: Item,
    state: JobState,
    attempts: int,
    status: Status,
    priority: int | None,
    django_capture_on_commit_callbacks: Capture,
) -> None:
    default_task_backend.clear()
    long_ago = timezone.now() - reaper.LOST_AFTER * 2
    Item.objects.update(status=status)
    Job.objects.update(state=state, attempts=attempts, heartbeat=long_ago)
    with django_capture_on_commit_callbacks(execute=True):
        reaper.reap()
    (queued,) = default_task_backend.results
    assert queued.task.priority == (tasks.due(item, 1) if priority is None else priority)


@pytest.mark.django_db
def test_a_renewal_whose_worker_dies_each_time_is_given_up_too(item: Item) -> None:
    process(item)
    jobs.renew(item)
    for _ in range(LIVES):
        assert claim(item) is not None
        Job.objects.update(claim=f"{dead_worker()}-1")
        assert reaper.reap() == [item.ref]
        assert Item.objects.get().is_ready
    assert Job.objects.get().state == JobState.FAILED
    assert reaper.reap() == []


@pytest.mark.django_db
def test_a_killed_worker_is_known_at_once_and_a_living_one_is_left_alone(item: Item) -> None:
    run = claim(item)
    assert run is not None
    assert reaper.reap() == []
    Job.objects.update(claim=f"{dead_worker()}-12345678")
    assert reaper.reap() == [item.ref]
    assert not (alive._folder() / "0dead000").exists()


def test_a_name_holds_for_as_long_as_its_process_lives() -> None:
    code = """
import os, sys, time
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.tests"
import django
from django.conf import settings
settings.configure(WORKERS_FOLDER=sys.argv[1])
from media import alive
print(alive.name(), alive.name(), flush=True)
time.sleep(60)
"""
    worker = subprocess.Popen(
        [sys.executable, "-c", code, str(alive._folder())],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    with worker:
        assert worker.stdout is not None
        name, again = worker.stdout.readline().split()
        assert name == again
        assert alive.is_here(name)
        assert not alive.is_dead(name)
        worker.send_signal(signal.SIGKILL)
    assert alive.is_dead(name)
    assert not alive.is_here(name)
    assert name in alive.ended()
    alive.bury([name])
    assert not alive.is_dead(name)


def test_a_fork_is_somebody_else() -> None:
    mine = alive.name()
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(write, alive.name().encode())
        os._exit(0)
    os.waitpid(child, 0)
    its = os.read(read, 100).decode()
    os.close(read)
    os.close(write)
    assert its != mine
    assert alive.is_here(mine)
    assert alive.is_dead(its)


def test_a_fork_lets_go_of_its_parents_file(
    tmp_path: Path, settings: Any, monkeypatch: Patch
) -> None:
    """Else the parent would seem to live for as long as its child does."""
    settings.WORKERS_FOLDER = tmp_path
    monkeypatch.setattr(alive, "_held", {})
    parent = alive.name()
    assert alive.is_here(parent)
    with monkeypatch.context() as in_the_child:
        in_the_child.setattr(os, "getpid", lambda: 0)
        own = alive.name()
    assert own != parent
    assert alive.is_here(own)
    assert alive.is_dead(parent)
    for _, file in alive._held.values():
        os.close(file)


@pytest.fixture
def real_queue(settings: Any) -> Callable[[], list[DBTaskResult]]:
    """`real_queue()`: our tasks, oldest first; Wagtail queues its own about whatever it lists."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    ours = DBTaskResult.objects.filter(task_path=tasks.process_item.module_path)
    return lambda: list(ours.order_by("enqueued_at"))


@pytest.mark.django_db(transaction=True)
def test_a_task_of_a_living_worker_is_left_alone(
    add: Add, photo: Path, real_queue: Callable[[], list[DBTaskResult]]
) -> None:
    add(photo)
    real_queue()[0].claim(f"{alive.name()}-living")
    assert reaper.reap() == []
    assert [task.status for task in real_queue()] == ["RUNNING"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("state", "again"),
    [
        (JobState.WAITING, True),  # Killed after it took up the task and before the job.
        (JobState.RUNNING, True),
        (JobState.DONE, False),  # Killed before it could say so to the queue.
        (JobState.STOPPED, False),
    ],
)
def test_a_task_of_a_dead_worker_is_closed_and_asked_for_again_once(
    add: Add,
    photo: Path,
    real_queue: Callable[[], list[DBTaskResult]],
    state: JobState,
    again: bool,
) -> None:
    item = add(photo)
    worker = dead_worker()
    real_queue()[0].claim(f"{worker}-dead")
    Job.objects.update(state=state, claim=f"{worker}-12345678")
    assert reaper.reap() == ([item.ref] if again else [])
    dead, *fresh = real_queue()
    assert dead.status == "FAILED"
    assert dead.exception_class_path.endswith("WorkerDied")
    assert [(task.status, task.args_kwargs["args"]) for task in fresh] == (
        [("READY", [item.ref])] if again else []
    )
    assert reaper.reap() == []


@pytest.mark.django_db
def test_who_dies_while_the_reaper_is_at_work_is_left_to_its_next_round(
    monkeypatch: Patch,
) -> None:
    def closing() -> list[str]:
        dead_worker()
        return []

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(reaper, "_close_tasks", closing)
        reaper.reap()
    assert alive.ended() == ["0dead000"]
    reaper.reap()
    assert alive.ended() == []


@pytest.mark.django_db(transaction=True)
def test_a_forgotten_task_and_one_that_is_not_ours(
    add: Add, photo: Path, real_queue: Callable[[], list[DBTaskResult]]
) -> None:
    """Nothing is known of a worker elsewhere; a draft of a transcript is not asked for twice."""
    item = add(photo)
    tasks.enqueue_draft(item)
    long_ago = timezone.now() - reaper.FORGOTTEN_AFTER * 2
    draft = DBTaskResult.objects.filter(task_path=tasks.draft_transcript.module_path)
    draft.update(status="RUNNING", started_at=long_ago, worker_ids=[])
    assert reaper.reap() == []
    assert draft.get().status == "FAILED"
    assert [task.status for task in real_queue()] == ["READY"]


@pytest.mark.django_db(transaction=True)
def test_one_poison_file_never_blocks_the_queue(
    add: Add, photo: Path, sound: Path, settings: object, monkeypatch: Patch
) -> None:
    """It kills every worker that touches it; the others are made ready, and it is given up."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    poison, good = add(photo), add(sound)
    make = recipes.make

    class Killed(BaseException):
        """Nothing is tidied up after a SIGKILL."""

    def deadly(kind: Kind, *args: object, **kwargs: object) -> Outcome:
        if kind == Kind.IMAGE:
            Job.objects.filter(item=poison).update(claim=f"{dead_worker()}-1")
            raise Killed
        return make(kind, *args, **kwargs)

    monkeypatch.setattr(recipes, "make", deadly)
    monkeypatch.setattr(reaper, "LIVES", 4)
    for _ in range(4 + 1):
        call_command("work", "--batch", "--interval", "0")
    good.refresh_from_db()
    poison.refresh_from_db()
    assert good.is_ready
    assert (poison.status, poison.refusal_code) == (Status.REFUSED, "too_hard")
    assert poison.job.deaths == 4
