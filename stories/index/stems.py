"""The stems of English words, so that "growing" is found by "grows".

Martin Porter's algorithm (1980, "An algorithm for suffix stripping") as SQLite has it, in a
database in memory, whatever the archive's own database is: both engines stem alike.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from functools import cache
from threading import Lock

_one_at_a_time = Lock()


@cache
def _porter() -> sqlite3.Connection:
    memory = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    memory.execute(
        "CREATE VIRTUAL TABLE words USING fts5(word, content='', tokenize='porter ascii')"
    )
    memory.execute("CREATE VIRTUAL TABLE stem USING fts5vocab(words, instance)")
    return memory


def stems(words: Collection[str]) -> dict[str, str]:
    """The stem of each of these folded words."""
    numbered = list(enumerate(dict.fromkeys(words)))
    with _one_at_a_time:
        memory = _porter()
        memory.executemany("INSERT INTO words (rowid, word) VALUES (?, ?)", numbered)
        found = dict(memory.execute("SELECT doc, term FROM stem").fetchall())
        memory.execute("INSERT INTO words (words) VALUES ('delete-all')")
    return {word: found.get(number, word) for number, word in numbered}
