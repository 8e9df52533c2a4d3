"""The places and funds of knowledge that the project began with, kept in ``stories/data``."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from django.db import transaction

from stories.models import FormerPlace, Fund, Place

DATA = Path(__file__).parent / "data"


@transaction.atomic
def install() -> None:
    """Add what is missing. What staff have changed since stays as they made it.

    A place that they merged does not come back, and no fund where there are any: they may
    have deleted one.
    """
    merged = set(FormerPlace.objects.values_list("slug", flat=True))
    for row in _rows("places.csv"):
        if row["slug"] in merged:
            continue
        Place.objects.get_or_create(
            slug=row["slug"],
            defaults={
                "name": row["name"],
                "area": row["area"],
                "latitude": float(row["latitude"]),
                "longitude": float(row["longitude"]),
                "basis": row["basis"],
                "note": row["note"],
            },
        )
    if Fund.objects.exists():
        return
    for position, row in enumerate(_rows("funds_of_knowledge.csv")):
        Fund.objects.create(
            slug=row["slug"], name=row["label"], meaning=row["meaning"], position=position
        )


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)
