"""Bring an empty or an old folder to where the archive can be served."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand

from home.demo.seed import is_complete

SIGN_INS = (
    ("demo-student", "a student"),
    ("demo-student-2", "a student in another class"),
    ("demo-family", "somebody's nan"),
    ("demo-family-2", "another family"),
    ("demo-teacher", "a teacher"),
    ("demo-teacher-2", "another teacher, same school"),
    ("demo-teacher-3", "a teacher at another school"),
    ("demo-lead", "the safeguarding lead"),
    ("demo-admin", "the administrator"),
)


class Command(BaseCommand):
    """Migrate, prepare, collect static files where they changed, and seed the demonstration.

    Doing it again changes nothing and takes seconds.
    """

    help = "Set up the database, the pages, the static files and, on a laptop, the demonstration."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--address", default="", help="Print this address at the end.")

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0, interactive=False)
        call_command("prepare", verbosity=0)
        collect_static_files()
        if settings.DEMONSTRATION:
            if not is_complete():
                self.stdout.write("Making the demonstration. It takes a minute or two, once.")
            call_command("seed_demo", verbosity=0)
            self._print_sign_ins()
        if options["address"]:
            self.stdout.write(self.style.SUCCESS(f"\nThe archive is at {options['address']}"))

    def _print_sign_ins(self) -> None:
        self.stdout.write(
            "\nDemonstration sign-ins. The password is collyhurst-and-harpurhey for all."
        )
        for username, who in SIGN_INS:
            self.stdout.write(f"  {username:<16} {who}")


def collect_static_files() -> None:
    """Collect only when a file has come, gone or changed: compressing takes a while."""
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    fingerprint = hashlib.sha256("\n".join(sorted(_static_files())).encode()).hexdigest()
    if stamp.exists() and stamp.read_text() == fingerprint:
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(fingerprint)


def _static_files() -> Iterator[str]:
    for finder in get_finders():
        for path, storage in finder.list([]):
            yield f"{path} {storage.size(path)} {storage.get_modified_time(path).timestamp()}"
