"""The family's room: what its members shared, what one of them is in, and a way to tell more."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from families.joining import asking
from families.roles import is_contributor, is_student
from stories import access
from stories.contribute.doors import DeskRequest, at_the_desk
from stories.contribute.listing import Card, with_cards
from stories.family import inside
from stories.models import Story


@require_safe
@at_the_desk
def room(request: DeskRequest) -> HttpResponse:
    """Everything of this person's families on one page."""
    user = request.user
    shared = with_cards(Story.objects.given_to_families_of(user).visible_to(user))
    cards = [Card(story, mine=story.author_id == user.pk) for story in shared]
    context = {
        "cards": [card for card in cards if not card.mine],
        "own_cards": [card for card in cards if card.mine],
        "inside": inside.of(user),
        "talked_about": inside.talking_about(user),
        "families": user.families.prefetch_related("memberships__user"),
        "may_invite": is_contributor(user),
        "may_begin": access.may_begin(user),
        **asking.standing(user),
        "may_take_back": not is_student(user),
        "desk_here": "family",
    }
    return render(request, "stories/desk/family.html", context)
