"""Makes the files of the demonstration, two at a time; knows nothing of Django."""

from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from home.demo import films, letters, papers, pictures, sounds

MAKERS: dict[str, Callable[[str, Path], Path]] = {
    "film": films.make,
    "sound": sounds.make,
    "picture": pictures.draw,
    "paper": papers.make,
    "letter": letters.make,
}
"""The slowest first, so that two makers end at about the same time."""


def make(kind: str, name: str, folder: Path) -> Path:
    """The file of one thing, made now if the folder lacks it; raises KeyError."""
    return MAKERS[kind](name, folder)


def make_all(wanted: Iterable[tuple[str, str]], folder: Path, makers: int = 2) -> None:
    """Make what the folder lacks, given as (kind, name); `makers` work side by side."""
    folder.mkdir(parents=True, exist_ok=True)
    order = list(MAKERS)
    jobs = sorted(wanted, key=lambda job: (order.index(job[0]), job[1]))
    if makers == 1 or len(jobs) <= 1:
        for kind, name in jobs:
            make(kind, name, folder)
        return
    # A fresh interpreter for each maker, so that none inherits an open database.
    with ProcessPoolExecutor(makers, mp_context=get_context("spawn")) as pool:
        for job in [pool.submit(make, kind, name, folder) for kind, name in jobs]:
            job.result()
