"""The panel of the first screen about showcases: what was taken back, what students propose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from wagtail.admin.ui.components import Component

from archive.curating.looking_over import note
from archive.models import Proposal, ShowcasePage, ShowcaseStory
from archive.permissions import showcases_of
from archive.records import taken_back_on
from families.models import User
from stories.models import Story

SHOWN = 8


@dataclass(frozen=True)
class Note:
    """One sentence about one showcase, and where to do something about it."""

    showcase: str
    sentence: str
    url: str


class ShowcaseNotes(Component):
    """Nothing is shown where there is nothing to say."""

    name = "showcase_notes"
    template_name = "archive/admin/notes.html"
    order = 150

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"notes": notes(parent_context["request"].user)}


def notes(user: User) -> list[Note]:
    """What this curator should know. Six queries at most, however many showcases there are."""
    pages = {page.pk: page for page in showcases_of(user)}
    if not pages:
        return []
    return [*_taken_back(pages), *_proposed(pages)][:SHOWN]


def _taken_back(pages: dict[int, ShowcasePage]) -> list[Note]:
    held = ShowcaseStory.objects.filter(showcase__in=pages)
    gone = held.exclude(story__in=Story.objects.public()).values_list("showcase_id", "story_id")
    rows = list(gone.order_by("-showcase_id", "story_id"))
    days = taken_back_on(number for _, number in rows)
    return [
        Note(
            str(pages[page]),
            note(days.get(number)),
            reverse("wagtailadmin_pages:edit", args=[page]),
        )
        for page, number in rows
    ]


def _proposed(pages: dict[int, ShowcasePage]) -> list[Note]:
    sent = Proposal.objects.filter(showcase__in=pages, state=Proposal.State.SENT)
    found = sent.values_list("showcase_id", flat=True).order_by("-showcase_id").distinct()
    sentence = "Students of yours propose an order and captions."
    return [
        Note(str(pages[page]), sentence, reverse("showcase_proposals", args=[page]))
        for page in found
    ]
