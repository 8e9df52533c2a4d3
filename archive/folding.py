"""Letters as a searcher means them: "café" found by "CAFE", and curly apostrophes by straight."""

from __future__ import annotations

import unicodedata
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.db.models import Func, TextField

CURLY = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})


def fold(text: str) -> str:
    """Lower case, without accents, with straight apostrophes.

    >>> fold("Mum’s CAFÉ")
    "mum's cafe"
    """
    decomposed = unicodedata.normalize("NFKD", text.translate(CURLY))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


class Folded(Func):
    """``fold`` inside the database."""

    function = "fold"
    arity = 1
    output_field = TextField()

    def as_postgresql(
        self, compiler: Any, connection: BaseDatabaseWrapper, **extra: Any
    ) -> tuple[str, Any]:
        template = (
            "lower(regexp_replace(normalize(translate(%(expressions)s, '‘’“”', '''''\"\"'), "
            "NFKD), '[\\u0300-\\u036f]', '', 'g'))"
        )
        return self.as_sql(compiler, connection, template=template, **extra)


def teach(connection: BaseDatabaseWrapper, **_: Any) -> None:
    """Give a new connection to SQLite our function (``connection_created``)."""
    if isinstance(connection, DatabaseWrapper):
        connection.connection.create_function(
            "fold", 1, lambda text: None if text is None else fold(text), deterministic=True
        )
