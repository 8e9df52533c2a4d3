"""The database's own guarantee that no answer and no wording is ever changed.

A trigger refuses every UPDATE, also one of a script or of somebody at the database's
prompt. It is put back after each ``migrate``, because SQLite remakes a table to alter it
and loses its triggers on the way. A DELETE is refused in Python: an emptied database is
how tests begin, and an erasure never needs one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connections

UNCHANGING = ("consent", "consentwording")
"""Models whose rows are only added."""

SQLITE = """
CREATE TRIGGER IF NOT EXISTS {table}_unchanging BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, 'Rows of {table} are only added, never changed.'); END
"""

POSTGRESQL = (
    """
CREATE OR REPLACE FUNCTION families_unchanging() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Rows of % are only added, never changed.', TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END $$
""",
    """
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgname = '{table}_unchanging'
                   AND tgrelid = '{table}'::regclass) THEN
        CREATE TRIGGER {table}_unchanging BEFORE UPDATE ON {table}
        FOR EACH ROW EXECUTE FUNCTION families_unchanging();
    END IF;
END $$
""",
)


def install(*, using: str, **_: Any) -> None:
    """Put the triggers on the tables, where they are not there (``post_migrate``)."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for name in UNCHANGING:
            table = apps.get_model("families", name)._meta.db_table
            if table in tables:
                for statement in _statements(connection.vendor, table):
                    cursor.execute(statement)


def _statements(vendor: str, table: str) -> Iterator[str]:
    """Raises ``KeyError`` for a database that nobody has written them for."""
    for statement in {"sqlite": (SQLITE,), "postgresql": POSTGRESQL}[vendor]:
        yield statement.replace("{table}", table)
