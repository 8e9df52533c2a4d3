"""No answer and no wording is ever changed, whoever asks the database, and however."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.core.management.sql import emit_post_migrate_signal
from django.db import IntegrityError, connection, transaction

from families import unchanging
from families.models import Consent, ConsentWording, Person
from families.models.consents import AppendOnly, AppendOnlyQuerySet, Scope
from tests.factories import PersonFactory, agree

pytestmark = pytest.mark.django_db

COLUMNS = {
    "families_consent": {field.column for field in Consent._meta.concrete_fields},
    "families_consentwording": {field.column for field in ConsentWording._meta.concrete_fields},
}


@pytest.fixture
def mary() -> Person:
    person: Person = PersonFactory()
    agree(person, Scope.WEB)
    return person


def straight(sql: str) -> None:
    """At the database's own prompt."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize(
    ("table", "column"), [(table, c) for table in sorted(COLUMNS) for c in sorted(COLUMNS[table])]
)
def test_no_column_is_changed_by_anybody(table: str, column: str, mary: Person) -> None:
    with pytest.raises(IntegrityError, match="only added, never changed"):
        straight(f"UPDATE {table} SET {column} = {column}")  # noqa: S608 - ours.


def test_more_is_added_all_the_same(mary: Person) -> None:
    agree(mary)
    assert mary.consents.count() == 1 + len(Scope)


@pytest.mark.parametrize("model", [Consent, ConsentWording])
def test_python_says_so_in_words(model: type[Any], mary: Person) -> None:
    row = model.objects.first()
    for act in (row.save, row.delete, model.objects.all().delete):
        with pytest.raises(AppendOnly):
            act()
    with pytest.raises(AppendOnly):
        model.objects.update(scope=Scope.SHARE)
    with pytest.raises(AppendOnly):
        model.objects.bulk_update([row], ["scope"])


def test_it_is_put_back_after_every_migrate(mary: Person) -> None:
    """SQLite remakes a table to alter it, and the trigger goes with the old one."""
    for table in COLUMNS:
        drop = f"DROP TRIGGER {table}_unchanging"
        straight(drop if connection.vendor == "sqlite" else f"{drop} ON {table}")
        straight(f"UPDATE {table} SET scope = scope")  # noqa: S608 - ours.
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
    for table in COLUMNS:
        with pytest.raises(IntegrityError):
            straight(f"UPDATE {table} SET scope = scope")  # noqa: S608 - ours.


def test_twice_is_the_same_as_once() -> None:
    for _ in range(2):
        unchanging.install(using="default")


def test_every_table_that_is_only_added_to_is_named() -> None:
    kept = {
        model._meta.model_name
        for model in apps.get_app_config("families").get_models()
        if isinstance(model._default_manager.all(), AppendOnlyQuerySet)
    }
    assert kept == set(unchanging.UNCHANGING)
