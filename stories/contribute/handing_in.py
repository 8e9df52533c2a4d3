"""Looking a memory over, and handing it in to a teacher."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from families.models import User
from stories import access, lifecycle, safeguarding, writing
from stories.contribute import describing
from stories.contribute.doors import DeskRequest, at_the_desk, own
from stories.contribute.parts import in_order, lay_out
from stories.contribute.reading import as_read
from stories.models import Story, StoryPart
from stories.models.states import Status

CHANGED = gettext_lazy(
    "This memory has changed since you looked at it here. Look again, then hand it in."
)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def check(request: DeskRequest, ref: str) -> HttpResponse:
    """Show what a stranger could find out, and what is still missing; then hand it in."""
    story = own(request.user, ref)
    if not access.may_write(request.user, story):
        return redirect("desk_story", ref)
    if request.method != "POST":
        return _page(request, story)
    if request.POST.get("edition") != str(story.edition):
        return _page(request, story, problem=str(CHANGED), status=409)
    if not describing.take(ref, request.POST, by=request.user):
        again = own(request.user, ref)
        return _page(request, again, problem=str(describing.LEFT_OUT), status=422)
    try:
        hand_in(ref, by=request.user)
    except lifecycle.Refused as refused:
        return _page(request, story, problem=str(refused), status=422)
    messages.success(
        request, _("“%(story)s” is with your teacher now. Thank you.") % {"story": story}
    )
    return redirect("desk")


@transaction.atomic
def hand_in(ref: str, *, by: User) -> Story:
    """Submit it, without the boxes for words that stayed empty. Raises ``lifecycle.Refused``."""
    story = own(by, ref, locked=True)
    parts = in_order(story)
    said = [part for part in parts if part.item or part.text.strip()]
    if len(said) != len(parts):
        lay_out(story, said)
        writing.save(story, by=by, edition=story.edition)
    return lifecycle.submit(story, by=by)


def _page(
    request: DeskRequest, story: Story, *, problem: str = "", status: int = 200
) -> HttpResponse:
    context = as_read(story)
    with_teacher = story.status == Status.SUBMITTED
    data = request.POST if request.method == "POST" else None
    asked = [] if with_teacher else describing.asked_about(context["parts"], data)
    context |= {
        "findings": safeguarding.findings(story),
        "missing": missing(story, context, described_here=bool(asked)),
        "asked": asked,
        "with_teacher": with_teacher,
        "problem": problem,
        "desk_here": "memories",
    }
    return render(request, "stories/desk/check.html", context, status=status)


def missing(
    story: Story, read: dict[str, Any], *, described_here: bool = False
) -> list[dict[str, str]]:
    """What a teacher will ask about: where on the page, and a sentence.

    ``described_here`` says that the page asks what the pictures show in boxes of their own.
    """
    asked: list[tuple[bool, str, str]] = [
        (not story.title.strip(), "tell", _("It needs a title.")),
        (not read["parts"], "tell", _("It needs some words, or a picture, sound, film or paper.")),
        (not read["tellers"], "people", _("Who told it? Tick “Told it” for somebody.")),
        (not story.when_text, "when", _("When was it? A guess is fine.")),
        (not read["places"], "when", _("Where was it?")),
        (not read["funds"], "about", _("What do people know or do in it?")),
    ]
    of_parts = [
        question for part in read["parts"] for question in _missing_in(part, described_here)
    ]
    return [
        {"step": step, "sentence": sentence}
        for wanting, step, sentence in asked + of_parts
        if wanting
    ]


def _missing_in(part: StoryPart, described_here: bool) -> list[tuple[bool, str, str]]:
    if part.item is None:
        return []
    name = {"name": part.caption or part.item.shown_name}
    step = f"part-{part.pk}"
    undescribed = describing.is_undescribed(part) and not described_here
    return [
        (
            bool(part.item.refusal),
            step,
            _("“%(name)s” cannot be used. Take it out, or add it again.") % name,
        ),
        (
            part.item.is_unfinished,
            step,
            _("“%(name)s” is still being made ready. You need not wait.") % name,
        ),
        (undescribed, step, _("What does the picture “%(name)s” show?") % name),
    ]
