"""Reading a memory as it will look, without the means to change it."""

from __future__ import annotations

from typing import Any

from django.db.models import prefetch_related_objects
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from families.models import User
from stories import access, voices
from stories.contribute.doors import DeskRequest, at_the_desk, held_page, on_hold, own, within_reach
from stories.contribute.parts import in_order
from stories.models import Story, StoryPerson
from stories.models.states import Status


@require_safe
@at_the_desk
def preview(request: DeskRequest, ref: str) -> HttpResponse:
    """The author's own memory as readers will see it."""
    story = own(request.user, ref)
    if on_hold(story):
        return held_page(request, story)
    context = as_read(story) | {
        "desk_here": "memories",
        "may_write": access.may_write(request.user, story),
        "hidden": story.status == Status.WITHDRAWN,
        **_voices(story, request.user),
    }
    return render(request, "stories/desk/preview.html", context)


@require_safe
@at_the_desk
def read(request: DeskRequest, ref: str) -> HttpResponse:
    """A memory that was told by this person, or shared with their family."""
    story = within_reach(request.user, ref)
    if not Story.objects.visible_to(request.user).filter(pk=story.pk).exists():
        return _hidden(request, story)
    context = as_read(story) | {
        "desk_here": "family",
        "may_withdraw": access.has_a_say(request.user, story),
        "may_delete": access.may_delete(request.user, story),
        "hidden": story.status == Status.WITHDRAWN,
        **_voices(story, request.user),
    }
    return render(request, "stories/desk/read.html", context)


def _voices(story: Story, user: User) -> dict[str, Any]:
    """The memories beside it, and whether this person may tell one of their own to it."""
    return {
        "voices": voices.around(story, user),
        "may_answer": voices.to_answer(user, story.ref) is not None,
    }


def as_read(story: Story) -> dict[str, Any]:
    """The parts, people, places and funds of a memory, as its page shows them."""
    people = list(story.people.select_related("person"))
    parts = [part for part in in_order(story) if part.item or part.text.strip()]
    with_items = [part for part in parts if part.item]
    said = ("item__transcript", "item__held_passages", "item__page_texts")
    prefetch_related_objects(with_items, *said)
    return {
        "story": story,
        "parts": parts,
        "first_words": next((part for part in parts if not part.item), None),
        "tellers": _names(people, StoryPerson.Role.TELLER),
        "reporters": _names(people, StoryPerson.Role.REPORTER),
        "places": [tagged.tag for tagged in story.tagged_places.select_related("tag")],
        "funds": [tagged.tag for tagged in story.tagged_funds.select_related("tag")],
    }


def _names(people: list[StoryPerson], role: str) -> list[str]:
    return [appearance.person.public_name for appearance in people if appearance.role == role]


def _hidden(request: DeskRequest, story: Story) -> HttpResponse:
    if on_hold(story) and _told_it(request.user, story):
        return held_page(request, story)
    raise Http404


def _told_it(user: User, story: Story) -> bool:
    return Story.objects.told_by(user).filter(pk=story.pk).exists()
