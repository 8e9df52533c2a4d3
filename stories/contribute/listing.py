"""My memories, by whose turn it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from families import renewal
from families.models import User
from families.roles import is_administrator, is_lead, is_teacher
from stories import access, suggesting
from stories.contribute.doors import DeskRequest, at_the_desk, on_hold
from stories.contribute.outcome import memories_still_waiting
from stories.contribute.status import pill, stops
from stories.contribute.turns import whose_turn
from stories.models import Assignment, Feedback, NewsItem, NewsKind, Story, StoryPart
from stories.models.states import Status
from stories.news import reading, words
from stories.worries import notices

GROUPS = [
    ("turn", _("Your turn"), {Status.CHANGES_REQUESTED, Status.DRAFT}),
    ("teacher", _("With your teacher"), {Status.SUBMITTED}),
    ("out", _("Published"), {Status.PUBLISHED}),
    ("back", _("Taken back"), {Status.WITHDRAWN}),
]


@dataclass(frozen=True)
class Card:
    """One memory in the list."""

    story: Story
    mine: bool

    @property
    def pill(self) -> dict[str, str]:
        return pill(self.story, mine=self.mine)

    @property
    def stops(self) -> list[dict[str, str]]:
        return stops(self.story)

    @property
    def turn(self) -> str:
        return whose_turn(self.story) if self.mine else ""

    @property
    def waiting_feedback(self) -> Feedback | None:
        """What a teacher asked for and has not been answered, where it is this person's turn."""
        if not self.mine or self.story.status != Status.CHANGES_REQUESTED:
            return None
        return next((f for f in self.story.feedback.all() if f.is_open), None)

    @property
    def cover(self) -> str:
        """The address of a small picture, or "" where there is none."""
        parts = sorted(self.story.parts.all(), key=lambda part: not part.is_cover)
        items = [part.item for part in parts if part.item and part.item.is_ready]
        return next((item.url(item.still.name) for item in items if item.still), "")

    @property
    def kinds(self) -> list[str]:
        return [part.item.kind for part in self.story.parts.all() if part.item]


@require_safe
@at_the_desk
def desk(request: DeskRequest) -> HttpResponse:
    """The person's own memories; what waits for them first."""
    stories = with_cards(Story.objects.told_by(request.user).known_to(request.user))
    cards = [Card(story, mine=story.author_id == request.user.pk) for story in stories]
    waiting = [card for card in cards if not on_hold(card.story) and card.waiting_feedback]
    coming = memories_still_waiting(request.user)
    new = reading.fresh(request.user)
    context = {
        "groups": _grouped([card for card in cards if not on_hold(card.story)]),
        "held": [card for card in cards if on_hold(card.story)],
        "waiting": waiting,
        "coming": [
            card.story for card in cards if not on_hold(card.story) and coming[card.story.ref]
        ],
        "coming_files": sum(coming.values()),
        "notices": notices.for_desk(request.user),
        "places_answered": suggesting.answered_for(request.user),
        "news": words.lines(_not_said_above(new, waiting), request),
        "renewals": renewal.of_account(request.user),
        "assignments": _set_for(request.user, stories),
        "may_begin": access.may_begin(request.user),
        "is_staff": _works_in_the_admin(request.user),
        "desk_here": "memories",
    }
    response = render(request, "stories/desk/desk.html", context)
    reading.look_at(new, request)
    return response


def _set_for(user: User, stories: list[Story]) -> list[tuple[Assignment, list[Story]]]:
    """What a teacher asked the class for, each with what this person has begun from it."""
    begun = [story for story in stories if story.author_id == user.pk and not on_hold(story)]
    return [
        (assignment, [story for story in begun if story.assignment_id == assignment.pk])
        for assignment in Assignment.objects.for_desk_of(user)
    ]


def with_cards(stories: Any) -> list[Story]:
    """Everything that a list shows, in a number of queries that does not grow."""
    parts = StoryPart.objects.select_related("item").prefetch_related("item__derivatives")
    feedback = Feedback.objects.select_related("given_by")
    return list(
        stories.select_related("author")
        .prefetch_related(Prefetch("parts", parts), Prefetch("feedback", feedback))
        .order_by("-updated_at", "-pk")
    )


def _grouped(cards: list[Card]) -> list[dict[str, Any]]:
    """The groups that have something in them. What a teacher sent back stands first."""
    first = sorted(cards, key=lambda card: card.story.status != Status.CHANGES_REQUESTED)
    groups = (
        {"key": key, "title": title, "cards": [c for c in first if c.story.status in statuses]}
        for key, title, statuses in GROUPS
    )
    return [group for group in groups if group["cards"]]


def _not_said_above(news: list[NewsItem], waiting: list[Card]) -> list[NewsItem]:
    """Without the news of feedback that stands on the desk itself."""
    above = {card.story.pk for card in waiting}
    return [n for n in news if n.kind != NewsKind.FEEDBACK or n.story_id not in above]


def _works_in_the_admin(user: User) -> bool:
    return is_teacher(user) or is_lead(user) or is_administrator(user)
