"""FTS5 on SQLite. Its tables hold no text of their own: triggers keep them as the documents are."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from stories.index.engines import AUDIENCES, WEIGHTS, Documents, one_of
from stories.index.question import Question, Term
from stories.models import KnownWord, PublicDocument, StaffDocument

COLUMNS = ("title", "about", "told", "said")
TRIGRAM = 3


def statements() -> list[str]:
    """Folded words are letters, digits and spaces, so that the plainest tokenizer tells them."""
    made: list[str] = []
    for documents in (PublicDocument, StaffDocument):
        table = documents._meta.db_table
        made += _index(table, "story_id", COLUMNS, "tokenize='ascii', prefix='2 3 4'")
        made.append(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {table}_terms USING fts5vocab({table}_words, row)"
        )
    return [*made, *_index(KnownWord._meta.db_table, "id", ("word",), "tokenize='trigram'")]


def _index(table: str, key: str, columns: tuple[str, ...], options: str) -> Iterator[str]:
    """An index of the columns, and the triggers that follow the table.

    SQLite remakes a table to alter it and loses its triggers, so all three are made again.
    """
    names = ", ".join(columns)
    yield (
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {table}_words USING fts5("
        f"{names}, content='{table}', content_rowid='{key}', {options})"
    )
    put = (
        f"INSERT INTO {table}_words (rowid, {names}) "
        f"VALUES (new.{key}, {', '.join(f'new.{name}' for name in columns)});"
    )
    take = (
        f"INSERT INTO {table}_words ({table}_words, rowid, {names}) "
        f"VALUES ('delete', old.{key}, {', '.join(f'old.{name}' for name in columns)});"
    )
    for moment, work in (("INSERT", put), ("DELETE", take), ("UPDATE", f"{take} {put}")):
        yield (
            f"CREATE TRIGGER IF NOT EXISTS {table}_{moment.lower()} AFTER {moment} ON {table} "
            f"BEGIN {work} END"
        )


def matching(documents: Documents, question: Question) -> RawSQL:
    words = f"{documents._meta.db_table}_words"
    return RawSQL(f"SELECT rowid FROM {words} WHERE {words} MATCH %s", (_written(question),))


def ranked(documents: Documents, question: Question, within: QuerySet[Any], most: int) -> list[int]:
    """By Robertson's BM25, which FTS5 gives the smaller the better."""
    words = f"{documents._meta.db_table}_words"
    try:
        is_one, params = one_of(within, f"{words}.rowid")
    except EmptyResultSet:
        return []
    sql = (
        f"SELECT rowid, bm25({words}, {', '.join(map(str, WEIGHTS))}) FROM {words} "
        f"WHERE {words} MATCH %s AND {is_one} ORDER BY rowid DESC LIMIT %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, (_written(question), *params, most))
        rows = cursor.fetchall()
    return [number for number, _ in sorted(rows, key=lambda row: row[1])]


def alike(documents: Documents, word: str, most: int) -> list[str]:
    table = KnownWord._meta.db_table
    pieces = {word[at : at + TRIGRAM] for at in range(len(word) - TRIGRAM + 1)}
    if not pieces:
        return []
    sql = (
        f"SELECT known.word FROM {table}_words "
        f"JOIN {table} known ON known.id = {table}_words.rowid "
        f"WHERE {table}_words MATCH %s AND known.audience = %s ORDER BY {table}_words.rank LIMIT %s"
    )
    asked = " OR ".join(f'"{piece}"' for piece in sorted(pieces))
    with connection.cursor() as cursor:
        cursor.execute(sql, (asked, AUDIENCES[documents], most))
        return [known for (known,) in cursor.fetchall()]


def counts(documents: Documents, words: Collection[str]) -> dict[str, int]:
    if not words:
        return {}
    places = ", ".join(["%s"] * len(words))
    terms = f"{documents._meta.db_table}_terms"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT term, doc FROM {terms} WHERE term IN ({places})", [*words])
        return dict(cursor.fetchall())


def forget_unused(documents: Documents) -> None:
    terms = f"{documents._meta.db_table}_terms"
    used = RawSQL(f"SELECT term FROM {terms}", ())
    KnownWord.objects.filter(audience=AUDIENCES[documents]).exclude(word__in=used).delete()


def _written(question: Question) -> str:
    """In the language of FTS5; a question without a word finds nothing, as ``""`` does."""
    return " AND ".join(map(_term, question.terms)) or '""'


def _term(term: Term) -> str:
    if term.exact:
        return f'"{" ".join(term.words)}"'
    forms = [f'"{form}"' for form in term.alternatives]
    longer = [f'"{word}"*' for word in term.words if term.begins]
    return f"({' OR '.join([*forms, *longer])})"
