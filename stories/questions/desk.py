"""The question cards of one memory on its writer's phone: choose a deck, ask, tick."""

from __future__ import annotations

import re
from typing import Any

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from families.models import User
from stories.contribute.doors import (
    DeskRequest,
    at_the_desk,
    held_page,
    on_hold,
    own,
    wants_json,
)
from stories.models import Deck, Story
from stories.questions import taking_along

TICK = re.compile(r"(asked|open)-(\d{1,18})")
"""The value of the button under a card: asked, or not asked after all."""


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@at_the_desk
def cards(request: DeskRequest, ref: str) -> HttpResponse:
    """Show the cards that were taken along and the decks there are; take more, tick one."""
    story = own(request.user, ref)
    if on_hold(story):
        return held_page(request, story)
    if request.method == "POST":
        return _do(request, story)
    context = {
        "story": story,
        "cards": taking_along.cards_for(story),
        "desk_here": "memories",
        **to_choose_from(request.user),
    }
    return render(request, "stories/desk/cards/cards.html", context)


def to_choose_from(user: User) -> dict[str, Any]:
    """The decks of this person's school, as ``_deck_choices.html`` shows them."""
    decks = Deck.objects.on_desk_of(user.school_id).select_related("fund")
    return {"decks": list(decks), "longest": taking_along.LONGEST}


def _do(request: DeskRequest, story: Story) -> HttpResponse:
    if match := TICK.fullmatch(request.POST.get("do", "")):
        pk = int(match[2])
        if not taking_along.tick(story, pk, is_asked=match[1] == "asked"):
            raise Http404
        if wants_json(request):
            return JsonResponse({"asked": match[1] == "asked"})
        return redirect(f"{address(story)}#question-{pk}")
    if deck := request.POST.get("deck", ""):
        taking_along.take_deck(story, _deck(request.user, deck))
    taking_along.take_own(story, request.POST.get("question", ""))
    return redirect(address(story))


def _deck(user: User, pk: str) -> Deck:
    if not pk.isdecimal():
        raise Http404
    deck: Deck = get_object_or_404(Deck.objects.on_desk_of(user.school_id), pk=pk)
    return deck


def address(story: Story) -> str:
    return reverse("desk_story_cards", args=[story.ref])
