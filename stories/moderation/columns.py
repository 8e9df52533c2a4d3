"""The cells of the queue that are more than a word: the title, and whose turn it is."""

from __future__ import annotations

from typing import Any

from django.middleware.csrf import get_token
from django.utils.timesince import timesince
from wagtail.admin.ui.tables import Column, TitleColumn

from stories.models import Story
from stories.models.states import Status
from stories.models.turns import NOT_YET, Turn
from stories.moderation import wording


def waiting_since(story: Story) -> str:
    """How long a teacher, or its writer, has been waited for."""
    if story.status == Status.SUBMITTED and story.submitted_at is not None:
        return timesince(story.submitted_at, depth=1)
    if story.status == Status.CHANGES_REQUESTED:
        return timesince(story.updated_at, depth=1)
    return ""


class MemoryColumn(TitleColumn):
    """The title, with a small label where nothing of its writer's is published yet."""

    cell_template_name = "stories/moderation/memory_cell.html"

    def get_cell_context_data(self, story: Story, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(story, parent_context)
        return context | {"is_first": story.is_first and story.status == Status.SUBMITTED}


class TurnColumn(Column):
    """Whose turn it is, in words; picking it up; and whether its writer is reminded."""

    cell_template_name = "stories/moderation/turn_cell.html"

    def get_cell_context_data(self, story: Story, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(story, parent_context)
        request = parent_context["request"]
        return context | {
            "story": story,
            "words": wording.turn(story, request.user),
            "may_pick_up": story.turn in NOT_YET,
            "is_with_writer": story.turn == Turn.WRITER
            and story.status == Status.CHANGES_REQUESTED,
            "is_stopped": hasattr(story, "no_reminders"),
            "reminded_at": getattr(story, "reminded_at", None),
            "next": _back_to(parent_context["table"].base_url, request),
            # A cell is not told the page's own token.
            "csrf_token": get_token(request),
        }


def _back_to(address: str, request: Any) -> str:
    """The list as it was filtered, also where a script asked for its results alone."""
    asked = request.GET.copy()
    asked.pop("_w_filter_fragment", None)
    return f"{address}?{asked.urlencode()}" if asked else address
