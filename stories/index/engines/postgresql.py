"""tsvector and pg_trgm on PostgreSQL. A generated column keeps the words as the documents are."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from stories.index.engines import AUDIENCES, WEIGHTS, Documents, one_of
from stories.index.question import Question, Term
from stories.models import KnownWord, PublicDocument, StaffDocument

LETTERS = {"title": "A", "about": "B", "told": "C", "said": "D"}

RANKS = "{" + ", ".join(str(weight / WEIGHTS[0]) for weight in reversed(WEIGHTS)) + "}"
"""The weights as ``ts_rank`` takes them: those of D, C, B and A, none over 1."""

ALIKE = 0.2
"""The share of their groups of three letters that two words have in common to look alike."""


def statements() -> list[str]:
    """Folded words are words to every parser, and "simple" leaves them as they are."""
    made = ["CREATE EXTENSION IF NOT EXISTS pg_trgm"]
    weighed = " || ".join(
        f"setweight(to_tsvector('simple', {column}), '{letter}')"
        for column, letter in LETTERS.items()
    )
    for documents in (PublicDocument, StaffDocument):
        table = documents._meta.db_table
        made += [
            f"ALTER TABLE {table} ADD COLUMN IF NOT EXISTS words tsvector "
            f"GENERATED ALWAYS AS ({weighed}) STORED",
            f"CREATE INDEX IF NOT EXISTS {table}_words ON {table} USING gin (words)",
        ]
    known = KnownWord._meta.db_table
    made.append(
        f"CREATE INDEX IF NOT EXISTS {known}_alike ON {known} USING gin (word gin_trgm_ops)"
    )
    return made


def matching(documents: Documents, question: Question) -> RawSQL:
    table = documents._meta.db_table
    sql = f"SELECT {table}.story_id FROM {table} WHERE {table}.words @@ %s::tsquery"
    return RawSQL(sql, (_written(question),))


def ranked(documents: Documents, question: Question, within: QuerySet[Any], most: int) -> list[int]:
    table = documents._meta.db_table
    try:
        is_one, params = one_of(within, f"{table}.story_id")
    except EmptyResultSet:
        return []
    sql = (
        "SELECT story_id FROM "
        f"(SELECT story_id, words FROM {table} WHERE words @@ %s::tsquery AND {is_one} "
        "ORDER BY story_id DESC LIMIT %s) AS newest "
        "ORDER BY ts_rank(%s::real[], words, %s::tsquery) DESC, story_id DESC"
    )
    asked = _written(question)
    with connection.cursor() as cursor:
        cursor.execute(sql, (asked, *params, most, RANKS, asked))
        return [number for (number,) in cursor.fetchall()]


def alike(documents: Documents, word: str, most: int) -> list[str]:
    sql = (
        f"SELECT word FROM {KnownWord._meta.db_table} WHERE audience = %s AND word %% %s "
        "ORDER BY similarity(word, %s) DESC, word LIMIT %s"
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_limit(%s)", (ALIKE,))
        cursor.execute(sql, (AUDIENCES[documents], word, word, most))
        return [known for (known,) in cursor.fetchall()]


def counts(documents: Documents, words: Collection[str]) -> dict[str, int]:
    sql = (
        "SELECT word, (SELECT count(*) FROM "
        f"{documents._meta.db_table} WHERE words @@ quote_literal(word)::tsquery) "
        "FROM unnest(%s::text[]) AS word"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, ([*words],))
        return {word: count for word, count in cursor.fetchall() if count}


def forget_unused(documents: Documents) -> None:
    table = documents._meta.db_table
    sql = (
        f"DELETE FROM {KnownWord._meta.db_table} AS known WHERE audience = %s AND NOT EXISTS "
        f"(SELECT 1 FROM {table} WHERE {table}.words @@ quote_literal(known.word)::tsquery)"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, (AUDIENCES[documents],))


def _written(question: Question) -> str:
    """In the language of tsquery; an empty one finds nothing."""
    return " & ".join(map(_term, question.terms))


def _term(term: Term) -> str:
    if term.exact:
        return " <-> ".join(f"'{word}'" for word in term.words)
    forms = [f"'{form}'" for form in term.alternatives]
    longer = [f"'{word}':*" for word in term.words if term.begins]
    return f"({' | '.join([*forms, *longer])})"
