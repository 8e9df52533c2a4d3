"""A file appears under its name only when it is whole, whoever else is making it too."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def finished(path: Path) -> Iterator[Path]:
    """Give a name to write to; afterwards the file is at `path`, all at once."""
    part = path.with_name(f".{os.getpid()}-{path.name}")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
