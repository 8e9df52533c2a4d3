"""What people have on their phones: small, real, and with secrets inside."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.core.files.base import File

from families.models import User
from media.accession import accession
from media.models import Item
from media.processing import process
from tests.media import samples


@dataclass(frozen=True)
class Files:
    """A photograph that knows where it was taken, a sound, a film, a paper of two pages."""

    photo: Path
    sound: Path
    film: Path
    paper: Path

    @property
    def all(self) -> tuple[Path, ...]:
        return self.photo, self.sound, self.film, self.paper


def made_in(folder: Path) -> Files:
    """Make them; the longest is two seconds."""
    return Files(
        photo=samples.photo(folder / "IMG_1972.jpg"),
        sound=samples.sound(folder / "nan-talking.m4a"),
        film=samples.film(folder / "the-loom.mp4"),
        paper=samples.paper(folder / "payslip.pdf"),
    )


def kept(path: Path, *, by: User) -> Item:
    """One of them after it went through the pipeline, so that it can be seen or played."""
    with path.open("rb") as file:
        return process(accession(upload=File(file), filename=path.name, by=by))
