"""What all tests stand on: an installed archive, people in it, and nothing of the world outside."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Generator, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.core.cache import cache
from django.db import connection
from pytest_django.plugin import blocking_manager_key

from archive import stamps
from archive.kept.pages import PAGES
from families.models import School, User
from stories.index import keeping
from tests.factories import ReporterClassFactory, SchoolFactory, UserFactory
from tests.snapshots import Snapshot, instead_of_emptying

# No deadline, because a busy machine is not a mistake; the same examples on every machine.
hypothesis.settings.register_profile("archive", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("archive")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Every test starts in an archive that has been prepared."""
    from tests.installed import install

    with django_db_blocker.unblock():
        install()
        whole = Snapshot() if connection.vendor == "sqlite" else None
    with instead_of_emptying(whole) if whole else nullcontext():
        yield


LONGEST = ("tests/postgresql/", "tests/access/", "tests/journeys/")
"""Begun first where files run side by side, so that none of them is left alone at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Each file in its place, the longest before the others."""
    items.sort(key=lambda item: [not item.nodeid.startswith(folder) for folder in LONGEST])


def pytest_collection_finish() -> None:
    """What has been read by now stays to the end, and need not be looked over for rubbish."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """What one test counted, remembered or left to be read anew is nothing to the next."""
    cache.clear()
    stamps.forget()
    PAGES.clear()
    keeping._waiting().clear()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, object, object]:
    """Where no snapshot is put back, prepare the archive again behind a test that emptied it.

    Behind it and not before the next one, because the next may be rolled back
    and its preparations with it; where files run side by side, any test may follow.
    """
    try:
        return (yield)
    finally:
        # Behind the last test of all the database itself is gone.
        if nextitem is not None and connection.vendor != "sqlite" and _commits(item):
            from tests.installed import install

            with item.config.stash[blocking_manager_key].unblock():
                install()


def _commits(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    said_so = marker is not None and marker.kwargs.get("transaction", False)
    return said_so or bool({"transactional_db", "live_server"} & set(item.fixturenames))


def pytest_unconfigure() -> None:
    """Throw away the files that this process made, in the folder that its settings made."""
    var = Path(os.environ.get("VAR", ""))
    if var.name.startswith("wdytya-tests-"):
        shutil.rmtree(var, ignore_errors=True)


@pytest.fixture
def school() -> School:
    made: School = SchoolFactory(name="Irk Valley School")
    return made


@pytest.fixture
def other_school() -> School:
    made: School = SchoolFactory(name="Medlock School")
    return made


@pytest.fixture
def student(school: School) -> User:
    made: User = UserFactory(
        student=True, school=school, reporter_class=ReporterClassFactory(school=school)
    )
    return made


@pytest.fixture
def teacher(school: School) -> User:
    made: User = UserFactory(teacher=True, school=school)
    return made


@pytest.fixture
def lead(school: School) -> User:
    made: User = UserFactory(lead=True, school=school)
    return made
