"""Memories begun where there was no line, and what is handed out ahead so that they can be.

A device is given a few signed starts while it has a line. With one of them a memory has its
ref before school knows of it, so that sending it twice makes one memory and no more.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from families.models import User
from stories import access, writing
from stories.contribute import saving
from stories.contribute.beginning import begin, new_start, ref_of
from stories.contribute.doors import DeskRequest, at_the_desk, own
from stories.contribute.parts import LongWords, in_order, lay_out
from stories.models import Story, StoryPart

HANDED_OUT = 5
"""Starts at once: as many memories as somebody begins on a way home."""

BEGUN = 1
"""The edition of a memory that nobody has saved since it was begun."""


class DraftForm(forms.Form):
    """What a device kept."""

    title = forms.CharField(max_length=120)
    words = LongWords(required=False)
    start = forms.CharField()


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def drafts(request: DeskRequest) -> HttpResponse:
    """Hand out starts; or make a memory of what was written without a line."""
    if not access.may_begin(request.user):
        raise PermissionDenied
    if request.method != "POST":
        starts = [new_start(request.user) for _ in range(HANDED_OUT)]
        return _private({"starts": starts})
    form = DraftForm(request.POST)
    ref = ref_of(request.POST.get("start", ""), by=request.user)
    if not form.is_valid() or ref is None:
        return _private({"start": new_start(request.user)}, status=422)
    title, words = form.cleaned_data["title"], form.cleaned_data["words"]
    return _private(arrive(by=request.user, ref=ref, title=title, words=words))


@transaction.atomic
def arrive(*, by: User, ref: str, title: str, words: str) -> dict[str, Any]:
    """Make it, or bring newer words into it while nobody has touched it since.

    ``kept`` is False where it has been touched: then the device goes on holding its
    words, and its writer sees both.
    """
    if not Story.objects.filter(ref=ref, author=by).exists():
        begin(by=by, title=title, ref=ref, words=words)
    story = own(by, ref, locked=True)
    part = next((part for part in in_order(story) if part.item is None), None)
    kept = part is not None and _say(story, part, title, words, by=by)
    return {
        "ref": ref,
        "address": reverse("desk_story", args=[ref]),
        "edition": BEGUN,
        "field": f"part-{part.pk if part else 0}-text",
        "kept": kept,
    }


def _say(story: Story, part: StoryPart, title: str, words: str, *, by: User) -> bool:
    """Whether the memory says this now."""
    if (story.title, part.text) == (title, words):
        return True
    if not access.may_write(by, story):
        return False
    parts = in_order(story)
    next(each for each in parts if each.pk == part.pk).text = words
    story.title = title
    lay_out(story, parts)
    try:
        saving.save(story, saving.Sent(f"begun-{story.ref}", 0, BEGUN), by=by)
    except writing.Overtaken:
        return False
    return True


def _private(answer: dict[str, Any], *, status: int = 200) -> JsonResponse:
    return JsonResponse(answer, status=status, headers={"Cache-Control": "private, no-store"})
