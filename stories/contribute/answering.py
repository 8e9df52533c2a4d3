"""What a writer's screen gets back: the page, or what its script asked for."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse

from stories import minding
from stories.contribute import born
from stories.contribute.doors import DeskRequest, on_hold, own, wants_json
from stories.contribute.page import context_of
from stories.contribute.recording.ways import WAYS
from stories.contribute.sheet import Sheet
from stories.contribute.versions import choosing
from stories.contribute.when_words import said_back
from stories.models import Story
from stories.writing import said_on

TAKEN_OUT = "desk.taken-out"
"""Where the session keeps the last part that was taken out of a memory."""


def taken_out(request: DeskRequest, memory: Story) -> bool:
    """Whether something of this memory can be put back."""
    return bool(request.session.get(TAKEN_OUT, {}).get("ref") == memory.ref)


def page(request: DeskRequest, sheet: Sheet, *, status: int = 200, **extra: Any) -> HttpResponse:
    context = context_of(sheet) | {"taken_out": taken_out(request, sheet.story)} | extra
    return render(request, "stories/desk/story.html", context, status=status)


def mend(request: DeskRequest, ref: str, sheet: Sheet) -> HttpResponse:
    """The page again, with what could not be kept still in its box and a sentence beside it."""
    again = Sheet(own(request.user, ref), user=request.user, data=request.POST)
    again.new_person, again.new_place = sheet.new_person, sheet.new_place
    return page(request, again, status=422)


def not_saved(
    request: DeskRequest, ref: str, *, overtaken: bool = False, closed: bool = False
) -> HttpResponse:
    """Say why, and keep what was typed on the screen."""
    memory = own(request.user, ref)
    if wants_json(request):
        answer: dict[str, Any] = {
            "overtaken": overtaken,
            "closed": closed,
            "edition": memory.edition,
        }
        if overtaken:
            answer["html"] = choosing.shown(request, ref)
        return JsonResponse(answer, status=409)
    if on_hold(memory):
        return redirect("desk_story", ref)
    sheet = Sheet(memory, user=request.user, data=request.POST)
    extra: dict[str, Any] = choosing.seen(request, ref) if overtaken else {}
    extra |= {
        "overtaken": overtaken,
        "closed": closed,
        "edition": request.POST.get("edition", ""),
        "edition_now": memory.edition,
    }
    return page(request, sheet, status=409, **extra)


def saved(request: DeskRequest, ref: str, sheet: Sheet) -> HttpResponse:
    memory = own(request.user, ref)
    answer: dict[str, Any] = {
        "edition": memory.edition,
        "when": said_back(memory.when_text, said_on=said_on(memory)),
        "age": born.asks_about(memory.when_text),
        "errors": sheet.errors,
        "minded": minding.lists(minding.in_story(memory)),
    }
    if request.POST.get("do") == born.BUTTON:
        answer["when_text"] = memory.when_text
    if request.POST.get("do"):
        answer["html"] = _fragments(request, memory, sheet)
    return JsonResponse(answer)


def _fragments(request: DeskRequest, memory: Story, saved: Sheet) -> dict[str, str]:
    """The parts of the page that a button changes."""
    sheet = Sheet(memory, user=request.user)
    if saved.new_person.errors:
        sheet.new_person = saved.new_person
    if saved.new_place.errors:
        sheet.new_place = saved.new_place
    context = context_of(sheet) | {"taken_out": taken_out(request, memory)}
    return {
        name: render_to_string(f"stories/desk/_{name}.html", context, request)
        for name in ("parts", "people", "suggest", "points")
    }


def where_next(request: DeskRequest, ref: str) -> str:
    """The address to go to: the check, a recorder, or where in the memory the button was."""
    button = request.POST.get("do", "")
    if name := minding.box_of(button):
        return f"{reverse('desk_story', args=[ref])}#id_{name}"
    if button == "check":
        return reverse("desk_story_check", args=[ref])
    verb, _, rest = button.partition("-")
    if verb == "record" and rest in WAYS:
        return reverse(f"desk_record_{rest}", args=[ref])
    anchors = {
        "changed": f"point-{rest}",
        "left": f"point-{rest}",
        "next": rest,
        born.BUTTON: "when",
        "place": "suggest",
        "person": "people",
        **dict.fromkeys(("up", "down", "cover"), f"part-{rest}"),
    }
    return f"{reverse('desk_story', args=[ref])}#{anchors.get(verb, 'tell')}"
