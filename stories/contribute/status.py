"""Where a memory is, said to the person it belongs to."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stories import voices
from stories.contribute import thanking
from stories.contribute.doors import on_hold
from stories.contribute.turns import whose_turn
from stories.models import Story
from stories.models.states import Audience, Status

PILLS = {
    Status.DRAFT: ("draft", gettext_lazy("You are writing it")),
    Status.SUBMITTED: ("submitted", gettext_lazy("With your teacher")),
    Status.CHANGES_REQUESTED: ("changes_requested", gettext_lazy("Your turn")),
    Status.PUBLISHED: ("published", gettext_lazy("Published")),
    Status.WITHDRAWN: ("withdrawn", gettext_lazy("Taken back")),
}
ON_HOLD, BEING_CHANGED = gettext_lazy("On hold"), gettext_lazy("Being changed")
PLACES_ON_THE_WAY = {
    Status.DRAFT: 0,
    Status.CHANGES_REQUESTED: 0,
    Status.SUBMITTED: 1,
    Status.PUBLISHED: 2,
}


def pill(story: Story, *, mine: bool = True) -> dict[str, str]:
    """Two words about where it is; one who may only know that it is held is told only that."""
    status, label = ("held", ON_HOLD) if on_hold(story) else PILLS[Status(story.status)]
    if not mine and status == "changes_requested":
        status, label = "draft", BEING_CHANGED
    return {"status": status, "label": str(label)}


def stops(story: Story) -> list[dict[str, str]]:
    """The way of a memory as three stops; empty where it has left the way."""
    if on_hold(story) or story.status == Status.WITHDRAWN:
        return []
    here = PLACES_ON_THE_WAY[Status(story.status)]
    out = _("On the web") if story.audience == Audience.EVERYONE else _("In the archive")
    mending = story.status == Status.CHANGES_REQUESTED
    titles = [_("You mend it") if mending else _("You write it"), _("A teacher reads it"), out]
    return [
        {"title": title, "text": "", "state": _state(position, here)}
        for position, title in enumerate(titles)
    ]


def closed_context(story: Story) -> dict[str, Any]:
    """What the author reads while there is nothing to write."""
    return {
        "story": story,
        "pill": pill(story),
        "stops": stops(story),
        "turn": whose_turn(story),
        "feedback": story.feedback.select_related("given_by", "item"),
        "may_ask_back": story.status == Status.SUBMITTED and not story.asked_back_at,
        "taken_back": story.status == Status.WITHDRAWN,
        "published": story.status == Status.PUBLISHED,
        "is_mended": story.mendings.exists(),
        "may_thank": thanking.has_somebody_to_thank(story),
        "voices": voices.around(story, story.author),
        "desk_here": "memories",
    }


def _state(position: int, here: int) -> str:
    if position == here:
        return "now"
    return "done" if position < here else "next"
