"""Starts workers that can be killed: `python -m tests.media.workers`, spoken to line by line.

Django is loaded once and each worker is a fork of this process, so that twenty of them
do not cost a minute. `work` starts `manage.py work` and answers with its process id;
`bury PID` waits for its end. `make` makes the database, `add PATH` takes a file in, and
`finish` works until nothing is left to do; the answer to each of these is its exit code.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import django
from django.apps import apps
from django.core.files.base import File
from django.core.management import call_command
from django.test.utils import override_settings

EVERYTHING = ("media.management.commands.work", "media.recipes.films", "media.recipes.sounds")
"""What a worker imports before its first file is done; here it is imported once."""


def main() -> None:
    """Serve until the input ends; no database is opened before a fork."""
    django.setup()
    for name in EVERYTHING:
        import_module(name)
    for line in sys.stdin:
        verb, *rest = line.split()
        answer = ""
        if verb == "work":
            answer = str(_forked(_work))
        elif verb == "bury":
            os.waitpid(int(rest[0]), 0)
        else:
            _, status = os.waitpid(_forked(VERBS[verb], *rest), 0)
            answer = str(status)
        print(answer, flush=True)  # noqa: T201


def _forked(act: Callable[..., None], *arguments: str) -> int:
    child = os.fork()
    if child == 0:
        try:
            act(*arguments)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return child


def _work() -> None:
    os.setsid()
    call_command("work", "--interval", "0.05")


def _finish() -> None:
    call_command("work", "--batch", "--interval", "0")


def _make() -> None:
    """Straight from the models, since the migrations would take longer than all the rest."""
    labels = [app.label for app in apps.get_app_configs()]
    with override_settings(MIGRATION_MODULES=dict.fromkeys(labels)):
        call_command("migrate", run_syncdb=True, verbosity=0)


def _add(path: str) -> None:
    from media.accession import accession

    with Path(path).open("rb") as file:
        accession(upload=File(file), filename=Path(path).name, by=None)


VERBS: dict[str, Callable[..., None]] = {"make": _make, "add": _add, "finish": _finish}

if __name__ == "__main__":
    main()
