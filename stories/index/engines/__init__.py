"""The two engines: what SQLite and PostgreSQL each have for looking up words.

Each is a module with the functions of ``Engine``; nothing else in the archive knows which.
"""

from __future__ import annotations

from collections.abc import Collection
from types import ModuleType
from typing import Any, Protocol, cast

from django.db import connection, connections
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.sql.compiler import SQLCompiler

from stories.index.question import Question
from stories.models import KnownWord, PublicDocument, StaffDocument

Documents = type[PublicDocument] | type[StaffDocument]

WEIGHTS = (10.0, 4.0, 2.0, 1.0)
"""What a word counts in the title, about, told and said of a document."""

AUDIENCES: dict[Documents, KnownWord.Audience] = {
    PublicDocument: KnownWord.Audience.PUBLIC,
    StaffDocument: KnownWord.Audience.STAFF,
}


class Engine(Protocol):
    """What an engine can do. Documents and known words themselves are written as any row."""

    def statements(self) -> list[str]:
        """What makes the database keep its indexes true; doing it again changes nothing."""

    def matching(self, documents: Documents, question: Question) -> RawSQL:
        """The memories that answer the question, as rows for ``pk__in``."""

    def ranked(
        self, documents: Documents, question: Question, within: QuerySet[Any], most: int
    ) -> list[int]:
        """So many of the newest answers among these memories, the best one first."""

    def alike(self, documents: Documents, word: str, most: int) -> list[str]:
        """Known words that look like this one."""

    def counts(self, documents: Documents, words: Collection[str]) -> dict[str, int]:
        """In how many documents each of the words stands; without those that stand in none."""

    def forget_unused(self, documents: Documents) -> None:
        """Drop the known words that stand in no document any more."""


def engine(vendor: str = "") -> Engine:
    """The engine of the archive's database. Raises KeyError where nobody has written one."""
    from stories.index.engines import postgresql, sqlite

    known: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgresql}
    return cast(Engine, known[vendor or connection.vendor])


def install(*, using: str, **_: Any) -> None:
    """Set the database to work, where that has not been done (``post_migrate``)."""
    there = connections[using]
    tables = set(there.introspection.table_names())
    if not {model._meta.db_table for model in (*AUDIENCES, KnownWord)} <= tables:
        return
    with there.cursor() as cursor:
        for statement in engine(there.vendor).statements():
            cursor.execute(statement)


def one_of(within: QuerySet[Any], column: str) -> tuple[str, tuple[Any, ...]]:
    """The condition that the memory whose number stands in a column is one of these.

    Raises ``EmptyResultSet`` where there can be none.
    """
    number = RawSQL(column, ())
    this = within.order_by().filter(pk=number).values("pk")
    compiler: SQLCompiler = this.query.get_compiler(using=within.db)
    sql, params = compiler.as_sql()
    return f"EXISTS ({sql})", tuple(params)
