"""Where a place went that is part of another one now, found by its old address or number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from stories.models import FormerPlace, Fund, Place


def now_at(slug: str) -> Place | None:
    """The place that stands for this old slug; None where none ever had it."""
    former = FormerPlace.objects.select_related("place").filter(slug=slug).last()
    return former.place if former else None


def moved(slugs: Iterable[str]) -> dict[str, str]:
    """For each old slug the one that stands for it now."""
    rows = FormerPlace.objects.filter(slug__in=list(slugs)).order_by("merged_at", "pk")
    return dict(rows.values_list("slug", "place__slug"))


def todays(content: dict[str, Any]) -> dict[str, Any]:
    """A version's content with today's places and funds.

    An older version names rows by number. One that was merged since is the place it became
    part of; one that is gone is left out, or the version could not be read at all.
    """
    return content | {
        "tagged_places": list(_known(content.get("tagged_places", ()), Place)),
        "tagged_funds": list(_known(content.get("tagged_funds", ()), Fund)),
    }


def _known(tagged: Sequence[dict[str, Any]], model: type[Place | Fund]) -> Iterable[dict[str, Any]]:
    numbers = [tag["tag"] for tag in tagged]
    there = set(model._default_manager.filter(pk__in=numbers).values_list("pk", flat=True))
    gone = set(numbers) - there
    became = _became(gone) if gone and model is Place else {}
    seen = set()
    for tag in tagged:
        now = tag["tag"] if tag["tag"] in there else became.get(tag["tag"])
        if now is not None and now not in seen:
            seen.add(now)
            yield tag | {"tag": now}


def _became(numbers: Iterable[int]) -> dict[int, int]:
    rows = FormerPlace.objects.filter(number__in=list(numbers))
    return dict(rows.values_list("number", "place"))


class PlacesField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Boxes of places by slug. A screen that was open while two were merged still counts."""

    def clean(self, value: Any) -> Any:
        slugs = [str(slug) for slug in value or ()]
        known = set(Place.objects.filter(slug__in=slugs).values_list("slug", flat=True))
        if unknown := set(slugs) - known:
            now = moved(unknown)
            slugs = list(dict.fromkeys(now.get(slug, slug) for slug in slugs))
        return super().clean(slugs)
