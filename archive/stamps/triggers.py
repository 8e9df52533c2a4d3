"""Triggers that stamp what has changed, on SQLite and on PostgreSQL.

SQLite has one writer at a time. On PostgreSQL the triggers wait for the commit and take turns
there, so that moments are in the order of commits and nobody holds a lock while working.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db import connections

from archive.models.stamps import PublicStamp
from archive.stamps.reading import EVERYTHING
from archive.stamps.watched import DELETE, EVENTS, INSERT, UPDATE, WATCHED, Rule

STAMPS = PublicStamp._meta.db_table
PREFIX = "archive_stamps"
TURN = 20_260_003
"""The number of the lock under which commits take turns (PostgreSQL’s advisory locks)."""

MICROSECONDS = {
    "sqlite": "CAST((julianday('now') - 2440587.5) * 86400000000 AS INTEGER)",
    "postgresql": "CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS bigint)",
}
"""Since 1970: where the clock begins, so that one that is made again is ahead of the last."""


def install(*, using: str, **_: Any) -> None:
    """Have every change stamped from now on (``post_migrate``); what is kept is old."""
    there = connections[using]
    if not _is_there(there):
        return
    with there.cursor() as cursor:
        for statement in (*_removal(there.vendor), *_statements(there.vendor)):
            cursor.execute(statement)
        cursor.execute(_tick(there.vendor))
        cursor.execute(_stamped([f"SELECT '{EVERYTHING}'"]))


def remove(*, using: str, **_: Any) -> None:
    """Stamp nothing while tables are altered (``pre_migrate``), so that nobody keeps a page."""
    there = connections[using]
    if not _is_there(there):
        return
    with there.cursor() as cursor:
        for statement in _removal(there.vendor):
            cursor.execute(statement)
        cursor.execute(f"DELETE FROM {STAMPS} WHERE tag = ''")


def _is_there(there: Any) -> bool:
    wanted = {table for _, table, _ in _tables()} | {STAMPS}
    return wanted <= set(there.introspection.table_names())


def _tables() -> Iterator[tuple[str, str, tuple[Rule, ...]]]:
    for label, rules in WATCHED.items():
        yield label, apps.get_model(label)._meta.db_table, rules


def _removal(vendor: str) -> Iterator[str]:
    for _, table, _ in _tables():
        for event in EVENTS:
            name = f"{PREFIX}_{table}_{event}"
            if vendor == "sqlite":
                yield f"DROP TRIGGER IF EXISTS {name}"
            else:
                yield f"DROP FUNCTION IF EXISTS {name}() CASCADE"


def _statements(vendor: str) -> Iterator[str]:
    for label, table, rules in _tables():
        for event in EVENTS:
            here = [rule for rule in rules if event in rule.events]
            if here:
                every = [f.column for f in apps.get_model(label)._meta.local_concrete_fields]
                yield from _trigger(vendor, table, event, here, every)


def _trigger(
    vendor: str, table: str, event: str, rules: list[Rule], every: list[str]
) -> Iterator[str]:
    name = f"{PREFIX}_{table}_{event}"
    work = f"{_tick(vendor)}; {_stamped(_said(event, rules))};"
    when = f"WHEN ({_altered(rules, every)})" if event == UPDATE else ""
    if vendor == "sqlite":
        yield f"CREATE TRIGGER {name} AFTER {event.upper()} ON {table} {when} BEGIN {work} END"
        return
    yield (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"PERFORM pg_advisory_xact_lock({TURN}); {work} RETURN NULL; END $$"
    )
    yield (
        f"CREATE CONSTRAINT TRIGGER {name} AFTER {event.upper()} ON {table} "
        f"DEFERRABLE INITIALLY DEFERRED FOR EACH ROW {when} EXECUTE FUNCTION {name}()"
    )


def _said(event: str, rules: Iterable[Rule]) -> Iterator[str]:
    """The tags of a row as it was and as it is, for the rules whose columns have changed."""
    rows = {INSERT: ("NEW",), DELETE: ("OLD",), UPDATE: ("OLD", "NEW")}[event]
    for rule in rules:
        only = f"({_differs(rule.columns)})" if event == UPDATE and rule.columns else ""
        joined = " AND " if " WHERE " in rule.says else " WHERE "
        for row in rows:
            yield rule.says.format(row=row) + (joined + only if only else "")


def _altered(rules: Iterable[Rule], every: list[str]) -> str:
    named: set[str] = set()
    for rule in rules:
        named |= set(rule.columns or every)
    return _differs(sorted(named))


def _differs(columns: Iterable[str]) -> str:
    return " OR ".join(f"OLD.{name} IS DISTINCT FROM NEW.{name}" for name in columns)


def _tick(vendor: str) -> str:
    return (
        f"INSERT INTO {STAMPS} (tag, moment) VALUES ('', {MICROSECONDS[vendor]}) "
        f"ON CONFLICT (tag) DO UPDATE SET moment = {STAMPS}.moment + 1"
    )


def _stamped(said: Iterable[str]) -> str:
    """Give each of the tags the moment of the clock. A tag of nothing (NULL) is none."""
    # The first part names the column of a union.
    tags = " UNION ".join(("SELECT '' AS tag WHERE 1 = 0", *said))
    return (
        f"INSERT INTO {STAMPS} (tag, moment) "
        f"SELECT tag, (SELECT moment FROM {STAMPS} WHERE tag = '') "
        f"FROM ({tags}) AS said WHERE tag IS NOT NULL "
        f"ON CONFLICT (tag) DO UPDATE SET moment = excluded.moment"
    )
