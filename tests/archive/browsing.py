"""The list of memories as somebody finds it, once whatever was told is committed."""

from __future__ import annotations

from typing import Any

from django.test import Client

from stories.index import keeping
from stories.models import Fund, Place


def page(client: Client, query: str = "") -> Any:
    """The list as it is once whatever was told is committed."""
    keeping.catch_up()
    answer = client.get(f"/stories/{query}")
    assert answer.status_code == 200
    return answer


def titles(client: Client, query: str = "") -> list[str]:
    return [card.title for card in page(client, query).context["cards"]]


def place(slug: str) -> Place:
    return Place.objects.get(slug=slug)


def fund(slug: str) -> Fund:
    return Fund.objects.get(slug=slug)
