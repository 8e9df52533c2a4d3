"""The same archive on PostgreSQL: migrations, constraints, lifecycle, and races that are real.

SQLite lets one writer in at a time; only here do two people truly act at once.
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.conf import settings

from tests.postgresql.cluster import cluster

ON_POSTGRESQL = (
    "tests/postgresql/races.py",
    "tests/postgresql/schema.py",
    "tests/archive/kept/test_dropped.py",
    "tests/stories/index/test_engines.py",
    "tests/stories/test_models.py",
    "tests/stories/test_withdrawn_consent.py",
    "tests/families/test_consent.py",
    "tests/families/test_unchanging.py",
)


@pytest.mark.postgresql
def test_the_archive_on_postgresql() -> None:
    """One run of its own, because a process has one database."""
    with cluster() as url:
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "pytest",
                "-q",
                "--migrations",
                "--no-header",
                "--tb=short",
                *ON_POSTGRESQL,
            ],
            cwd=settings.BASE_DIR,
            env=_without_workers() | {"DATABASE_URL": url},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=900,
            check=False,
        )
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-5_000:]


def _without_workers() -> dict[str, str]:
    """The environment without what this very run has put there about itself."""
    mine = ("PYTEST_", "SLIPCOVER_")
    return {name: value for name, value in os.environ.items() if not name.startswith(mine)}
