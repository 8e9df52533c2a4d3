"""The worker: does queued tasks, and finds the jobs that a killed worker left behind.

It drives django-tasks' own database worker one task at a time, so that the reaper
has its turn even while the queue is never empty. SIGTERM and Ctrl-C let the running
task finish; a second one ends it, and the reaper finds it later.
"""

import logging
import time
from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from media import alive
from media.reaper import reap
from media.resumable.sweeping import finish_uploads, sweep_uploads
from media.sweeping import sweep

REAP_EVERY = 15.0
"""Seconds between two looks for abandoned jobs."""

SWEEP_EVERY = 60 * 60.0
"""Seconds between two sweeps of what killed workers left on the disk."""

DAILY = 24 * 60 * 60.0
"""Seconds between two runs of the commands in ``NIGHTLY``, of which this layer knows no more."""

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Runs until it is told to stop; with --batch, until the queue is empty."""

    help = "Do queued work: make files ready, and pick up what a killed worker left."
    # Whoever sets the archive up (`set_up`) has looked; here it would read every address: 20 MB.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Both are for tests and for machines with little to do."""
        parser.add_argument("--batch", action="store_true", help="Stop when nothing is left.")
        parser.add_argument(
            "--interval", type=float, default=1.0, help="Seconds to wait for the next task."
        )

    def handle(self, *args: Any, batch: bool, interval: float, **options: Any) -> None:
        """Alternate between the reaper and one task; sweep when there is nothing to do."""
        reaping, sweeping = Round(REAP_EVERY, _reap), Round(SWEEP_EVERY, _sweep)
        nightly = Round(DAILY, _nightly)
        while True:
            reaping.run()
            worker = _one_task_worker()
            worker.configure_signals()
            worker.run()
            if not worker._run_tasks:
                sweeping.run()
                nightly.run()
            if not worker.running or (batch and not worker._run_tasks):
                return
            if not worker._run_tasks:
                close_old_connections()
                time.sleep(interval)


class Round:
    """Something that is done now, and not again before `every` seconds have passed."""

    def __init__(self, every: float, verb: Callable[[], object]) -> None:
        self._every = every
        self._verb = verb
        self._done = float("-inf")

    def run(self) -> None:
        """Do it if it is time."""
        if time.monotonic() - self._done >= self._every:
            self._verb()
            self._done = time.monotonic()


def _reap() -> None:
    reap()
    finish_uploads()


def _sweep() -> None:
    sweep()
    sweep_uploads()


def _nightly() -> None:
    """What fails is told in the log and tried again tomorrow; files are made ready meanwhile."""
    for command in settings.NIGHTLY:
        try:
            call_command(command, verbosity=0)
        except CommandError as failed:
            logger.error("%s: %s", command, failed)


def _one_task_worker() -> Worker:
    """A worker that does one task, if there is one, and returns."""
    return Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=1,
        worker_id=f"{alive.name()}-{get_random_string(16)}",
    )
