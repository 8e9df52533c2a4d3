"""Files of every kind, made once, and ways to put them in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.files.base import File

from families.models import User
from media.accession import accession
from media.models import Item
from media.processing import process
from tests.media import samples

Add = Callable[..., Item]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """`made("a.mp4", samples.film, …)`: the file of that name, made the first time it is asked."""
    folder = tmp_path_factory.mktemp("samples")

    def make(name: str, maker: Callable[..., Path], *args: object, **kwargs: object) -> Path:
        path = folder / name
        return path if path.exists() else maker(path, *args, **kwargs)

    return make


@pytest.fixture(scope="session")
def photo(made: Callable[..., Path]) -> Path:
    return made("photo.jpg", samples.photo)


@pytest.fixture(scope="session")
def film(made: Callable[..., Path]) -> Path:
    return made("film.mp4", samples.film, "-movflags", "+faststart")


@pytest.fixture(scope="session")
def sound(made: Callable[..., Path]) -> Path:
    return made("sound.mp3", samples.sound)


@pytest.fixture(scope="session")
def paper(made: Callable[..., Path]) -> Path:
    return made("paper.pdf", samples.paper)


@pytest.fixture
def add() -> Iterator[Add]:
    """`add(path, by)` takes a file in, as the desk does; nothing is made ready yet."""

    def taken(path: Path, by: User | None = None, **options: object) -> Item:
        with path.open("rb") as file:
            return accession(upload=File(file), filename=path.name, by=by, **options)

    yield taken


@pytest.fixture
def added(add: Add) -> Add:
    """`added(path, by)` takes a file in and makes it ready."""
    return lambda path, by=None: process(add(path, by))
