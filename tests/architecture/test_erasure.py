"""Whatever points at somebody is claimed by an eraser, so that no table is forgotten."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps

from families.erasure import erasers
from families.models import Person, User


def pointing_at_somebody() -> Iterator[str]:
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            points = getattr(field, "concrete", False) and field.is_relation
            # A relation to many is two columns of a table between, which is a model here.
            if points and not field.many_to_many and field.related_model in (User, Person):
                yield f"{model._meta.label}.{field.name}"


def test_every_column_is_claimed_once() -> None:
    claimed = [column for eraser in erasers() for column in eraser.claims]
    assert sorted(set(claimed)) == sorted(claimed)
    assert sorted(set(pointing_at_somebody()) - set(claimed)) == [], (
        "Say in its layer's erasure.py what becomes of it when somebody leaves."
    )


def test_nothing_is_claimed_that_is_not_there() -> None:
    claimed = {column for eraser in erasers() for column in eraser.claims}
    assert sorted(claimed - set(pointing_at_somebody())) == []


def test_the_higher_layers_come_first() -> None:
    assert [eraser.name for eraser in erasers()] == ["archive", "stories", "media", "families"]
