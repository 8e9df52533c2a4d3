"""What the review page shows of the conversation: points not sent yet, and those that were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from families.models import User
from stories.conversation import points, sentences, standing
from stories.conversation.quotes import Quote
from stories.conversation.standing import Standing
from stories.models import Feedback, KeptPoint, Story, StoryPart
from stories.models.states import Status
from stories.moderation.thanks_and_step import ThanksAndStep
from stories.phrases import Bank, bank


@dataclass(frozen=True)
class Beside:
    """One part of the memory, with what was said about it and room to say more."""

    part: StoryPart
    form: forms.Form
    kept: list[Standing[KeptPoint]]
    sentences: list[str]
    quotes: list[Quote]


@dataclass(frozen=True)
class Talk:
    """Everything of it. ``beside`` is in the order of the parts."""

    beside: list[Beside]
    kept: list[Standing[KeptPoint]]
    sent: list[Standing[Feedback]]
    is_open: bool
    phrases: Bank


def of(
    story: Story, parts: Sequence[StoryPart], user: User, *, tried: forms.Form | None = None
) -> Talk:
    """Read in three queries, however much was said."""
    is_open = story.status == Status.SUBMITTED
    kept = standing.of(points.kept_by(user, story), parts)
    said = story.feedback.select_related("given_by", "closed_by", "item")
    sent = standing.of(said, parts)
    return Talk(
        beside=[_beside(part, kept, sent, tried) for part in parts],
        kept=kept,
        sent=sent,
        is_open=is_open,
        phrases=bank(story.school_id) if is_open else Bank(),
    )


def _beside(
    part: StoryPart,
    kept: list[Standing[KeptPoint]],
    sent: list[Standing[Feedback]],
    tried: forms.Form | None,
) -> Beside:
    """The words of a point that is closed are no longer marked in the text."""
    here = [stands for stands in kept if stands.part is part]
    open_here = [each for each in sent if each.part is part and each.point.closed_at is None]
    is_tried = tried is not None and tried.data.get("part") == str(part.pk)
    form = tried if tried is not None and is_tried else ThanksAndStep(auto_id=f"id_{part.pk}_%s")
    return Beside(
        part,
        form,
        here,
        sentences.split(part.text) if part.item is None else [],
        [*_quotes(here), *_quotes(open_here)],
    )


def _quotes(standings: Sequence[Standing[Any]]) -> list[Quote]:
    return [stands.quote for stands in standings if stands.quote]
