"""A memory's history: one list of everything that was done to it, with who and when.

The memory's own entries, the answers of the people in it that were about this memory or
about all of theirs, and what was done to its files stand in one list, filtered by kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import django_filters  # type: ignore[import-untyped]
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.forms import CheckboxSelectMultiple
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.history import HistoryFilterSet
from wagtail.models import ModelLogEntry
from wagtail.snippets.views.snippets import HistoryView

from families.admin.boundary import signed_in
from families.audit.vocabulary import WORDS, Kind, of_kinds
from families.models import Person
from families.roles import is_lead_of
from media.models import Item
from stories.models import Story

THE_LEADS = ("stories.hold", "stories.release")
"""Who froze a memory, and why, is for the safeguarding lead alone, also afterwards."""

WORKFLOW = "wagtail.workflow"
"""Wagtail's own words for what the lifecycle has said already, and more kindly."""

LOOKS = WORDS[Kind.LOOK]
"""For the lead alone, as in their report, and only where they ask for them: looks would
bury what was changed."""


def everything_about(story: Story) -> Any:
    """Every entry of the log that has to do with this memory."""
    people = [str(pk) for pk in story.people.values_list("person", flat=True)]
    items = [str(pk) for pk in story.parts.values_list("item", flat=True) if pk]
    answers = Q(data__about__in=[story.ref, "everything"], action="families.consent")
    mattered = (
        _of(Story, [str(story.pk)])
        | _of(Person, people) & answers
        | _of(Item, items) & Q(action__in=[*WORDS[Kind.FILE], *LOOKS])
    )
    return ModelLogEntry.objects.filter(mattered).exclude(action__startswith=WORKFLOW)


def _of(model: Any, keys: list[str]) -> Q:
    return Q(content_type=ContentType.objects.get_for_model(model), object_id__in=keys)


def about(entry: ModelLogEntry) -> str:
    """What an entry is about, where it is not the memory itself."""
    model = entry.content_type.model_class()
    if model is Story:
        return ""
    return entry.label if model is Person else f"a file ({entry.label})"


class StoryHistoryFilterSet(HistoryFilterSet):
    """By kind, not by Wagtail's single words; who and when as in Wagtail."""

    action = django_filters.MultipleChoiceFilter(
        label="Kind", widget=CheckboxSelectMultiple, method="of_kind"
    )

    def get_action_choices(self) -> list[tuple[str, str]]:
        """The kinds of which there is something."""
        words = self.queryset.get_actions()
        return [
            (str(kind), str(label))
            for kind, label in Kind.choices
            if any(_is_of(word, Kind(kind)) for word in words)
        ]

    def filter_queryset(self, queryset: Any) -> Any:
        entries = super().filter_queryset(queryset)
        asked = self.form.cleaned_data.get("action")
        return entries if asked else entries.exclude(action__in=LOOKS)

    def of_kind(self, entries: Any, name: str, kinds: Sequence[str]) -> Any:
        return entries.filter(of_kinds(kinds)) if kinds else entries


def _is_of(word: str, kind: Kind) -> bool:
    return word.startswith("wagtail") if kind == Kind.OTHER else word in WORDS[kind]


class StoryHistory(HistoryView):
    """Wagtail's history, its compare and preview links too, over more than Wagtail knows of."""

    filterset_class = StoryHistoryFilterSet

    @property
    def columns(self) -> list[Column]:
        what, *rest = super().columns
        return [what, Column("about", label="About", accessor=about), *rest]

    def get_base_queryset(self) -> Any:
        entries = everything_about(self.object).latest_by_uuid_and_action()
        entries = self._annotate_queryset(entries)
        if is_lead_of(signed_in(self.request), self.object.school_id):
            return entries
        return entries.exclude(action__in=[*THE_LEADS, *LOOKS])
