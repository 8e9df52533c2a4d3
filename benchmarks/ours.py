"""Takes files in and makes them ready as a worker does, and says how long each took.

`VAR=FOLDER python -m benchmarks.ours FILE…` prints a JSON list of the fields of a `Run`.
The database is made before the clock starts: a worker has been up for days.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import django


def main(paths: list[str]) -> None:
    """Each file in turn; raises RuntimeError for one that did not become ready."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.laptop")
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    sys.stdout.write(json.dumps([_run(Path(path)) for path in paths]))


def _run(path: Path) -> tuple[float, float, float]:
    from django.core.files.base import File

    from benchmarks.measured import own_peak, own_processor
    from media.accession import accession
    from media.processing import process

    with path.open("rb") as file:
        item = accession(upload=File(file), filename=path.name, by=None, queue=False)
    began, worked = time.perf_counter(), own_processor()
    process(item)
    if not item.is_ready:
        raise RuntimeError(f"{path.name}: {item.refusal}")
    return time.perf_counter() - began, own_peak(), own_processor() - worked


if __name__ == "__main__":
    main(sys.argv[1:])
