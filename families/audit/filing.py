"""Every entry of the log is filed under one school as it is written."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from wagtail.models import ModelLogEntry

from families.models import School, User
from families.models.audit import Filed


def file(sender: type[ModelLogEntry], instance: Any, created: bool, **told: Any) -> None:
    """Note the school beside a new entry (``post_save`` of Wagtail's log)."""
    if created and not told.get("raw"):
        Filed.objects.create(entry=instance, school_id=school_of(instance))


def school_of(entry: Any) -> int | None:
    """The school of the thing itself; where it has none, of the person who did it."""
    model = entry.content_type.model_class()
    if model is School:
        return int(entry.object_id)
    of_thing = _of_row(model, entry.object_id) if model is not None else None
    return of_thing or _of_person(entry.user_id)


def _of_row(model: type[models.Model], pk: str) -> int | None:
    """By the row's own field, or by the path that the model names as ``school_path``."""
    path = getattr(model, "school_path", "school")
    try:
        model._meta.get_field(path.partition("__")[0])
    except FieldDoesNotExist:
        return None
    found: int | None = model._base_manager.filter(pk=pk).values_list(path, flat=True).first()
    return found


def _of_person(pk: int | None) -> int | None:
    if pk is None:
        return None
    return User.objects.filter(pk=pk).values_list("school", flat=True).first()
