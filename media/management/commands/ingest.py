"""Puts files in from the disk, through the very pipeline of the desk, and waits for them."""

import json
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.files.base import File
from django.core.management.base import BaseCommand, CommandError

from families.models import User
from media.accession import accession
from media.models.derivative import Derivative
from media.models.item import Item
from media.models.job import Job
from media.models.states import JobState
from media.processing import process
from media.refusals import Refused

POLL = 0.2
"""Seconds between two looks at an item that a worker took first."""

WAITS = "It is safe here, and the worker will try again to make it ready."


class Command(BaseCommand):
    """One line a file; the exit code is 1 if any was refused. The files stay where they are."""

    help = "Add files to the archive in somebody's name, and make them ready."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """See DESIGN.md, section 7."""
        parser.add_argument("--as", dest="username", required=True, metavar="USERNAME")
        parser.add_argument("--json", action="store_true", help="One JSON object a line.")
        parser.add_argument("paths", nargs="+", metavar="PATH", type=Path)

    def handle(
        self, *args: Any, username: str, paths: list[Path], json: bool, **options: Any
    ) -> None:
        """Take each file in turn; one that is refused does not stop the others."""
        by = User.objects.filter(username=username, is_active=True).first()
        if by is None:
            raise CommandError(f"There is nobody called {username!r}.")
        lines = []
        for path in paths:
            lines.append(ingested(path, by))
            self.stdout.write(as_json(lines[-1]) if json else as_words(lines[-1]))
            self.stdout.flush()
        if not all(line["accepted"] for line in lines):
            raise SystemExit(1)


def ingested(path: Path, by: User) -> dict[str, Any]:
    """What became of the file at `path`."""
    try:
        with path.open("rb") as file:
            item = accession(upload=File(file), filename=path.name, by=by, queue=False)
    except OSError as error:
        return _line(path, reason=f"The file can't be read: {error.strerror}.")
    except Refused as refused:
        return _line(path, reason=refused.sentence)
    return _described(path, _finished(item))


def _finished(item: Item) -> Item:
    """The item once it is ready or refused; a worker may have found it first."""
    process(item)
    while item.is_unfinished and not _put_off(item):
        time.sleep(POLL)
        item.refresh_from_db()
    return item


def _put_off(item: Item) -> bool:
    """Whether it waits for something that may take long, such as the virus scanner."""
    return Job.objects.filter(item=item, state=JobState.FAILED).exists()


def _described(path: Path, item: Item) -> dict[str, Any]:
    derivatives = [
        {"name": made.name, "path": _path(made), "bytes": made.size}
        for made in item.derivatives.all()
    ]
    return _line(
        path,
        accepted=item.is_ready,
        reason=item.refusal or (WAITS if item.is_unfinished else ""),
        ref=item.ref,
        kind=item.kind,
        derivatives=derivatives,
    )


def _line(path: Path, **known: Any) -> dict[str, Any]:
    empty = {"accepted": False, "reason": "", "ref": None, "kind": None, "derivatives": []}
    return {"path": str(path), **empty, **known}


def _path(made: Derivative) -> str:
    """Where it is on the disk; its name where it is in a bucket."""
    try:
        return str(made.file.path)
    except NotImplementedError:
        return str(made.file.name)


def as_json(line: dict[str, Any]) -> str:
    """The line for a program; names in any script stay readable."""
    return json.dumps(line, ensure_ascii=False)


def as_words(line: dict[str, Any]) -> str:
    """The line for a person."""
    if not line["accepted"]:
        return f"{line['path']}: refused. {line['reason']}"
    return f"{line['path']}: {line['kind']} {line['ref']}, {len(line['derivatives'])} files"
