"""What all tests stand on: an installed archive, people in it, and nothing of the world outside."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.core.cache import cache

from families.models import School, User
from tests.factories import ReporterClassFactory, SchoolFactory, UserFactory


# No deadline, because a busy machine is not a mistake; the same examples on every machine.
hypothesis.settings.register_profile("archive", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("archive")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Every test starts in an archive that has been prepared."""
    from tests.installed import install

    with django_db_blocker.unblock():
        install()


@pytest.fixture(autouse=True)
def archive_ready(request: pytest.FixtureRequest) -> None:
    """Prepare the archive again where the test before emptied the database for real."""
    cache.clear()
    marker = request.node.get_closest_marker("django_db")
    commits = marker is not None and marker.kwargs.get("transaction")
    if commits or {"transactional_db", "live_server"} & set(request.fixturenames):
        from tests.installed import install

        request.getfixturevalue("transactional_db")
        install()


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
