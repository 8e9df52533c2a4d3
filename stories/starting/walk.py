"""The walk to a new memory: who, what, title; one thing on each screen.

Every screen is sent, kept and left for the next one, so Back shows what was said
and sending a page twice does no harm. Each step may be passed over.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from media.refs import new_ref
from stories import access, voices
from stories.contribute.beginning import TitleForm, begun_as, ref_of, start_of
from stories.contribute.doors import DeskRequest, at_the_desk
from stories.models import Assignment, Story
from stories.starting import making, who
from stories.starting.notes import Notes
from stories.starting.what import WhatForm

STEPS = [("who", _("Who")), ("what", _("What about")), ("title", _("Title"))]
NAMES = {"who", "name", "what", "title"}
"""Asking for a name is a part of the first step."""


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@at_the_desk
def new(request: DeskRequest) -> HttpResponse:
    """Show a step or keep what was said in it; the last one makes the memory and opens it."""
    if not access.may_begin(request.user):
        raise PermissionDenied
    sent = request.POST if request.method == "POST" else request.GET
    walk = Walk(request, ref_of(sent.get("start", ""), by=request.user) or new_ref())
    if request.method == "POST":
        return walk.keep("title" if "title" in sent else sent.get("step", "who"))
    if begun := begun_as(walk.ref, by=request.user):
        return redirect("desk_story", begun.ref)
    return walk.show(sent.get("step", "who"))


class Walk:
    """One way to one memory, known by the ref that the memory will have."""

    def __init__(self, request: DeskRequest, ref: str) -> None:
        self.request = request
        self.user = request.user
        self.ref = ref
        self.start = start_of(ref, by=request.user)
        self.said = Notes(request.session, ref)

    def show(self, step: str, form: Form | None = None) -> HttpResponse:
        step = step if step in NAMES else "who"
        shown = form or self._form(step)
        context = {
            "form": shown,
            "start": self.start,
            "step": step,
            "steps": self._line(step),
            "back": self._back(step),
            "assignment": self._assignment(),
            "answered": self.answered,
            "desk_here": "memories",
        }
        status = 422 if shown.errors else 200
        return render(self.request, f"stories/desk/starting/{step}.html", context, status=status)

    def keep(self, step: str) -> HttpResponse:
        step = step if step in NAMES else "who"
        form = self._form(step, self.request.POST)
        if not form.is_valid():
            return self.show(step, form)
        if step == "title":
            return self._make(form.cleaned_data["title"])
        self.said.keep(**{k: str(v) for k, v in form.cleaned_data.items() if k in KEPT})
        return redirect(self._address(self._next(step, form.cleaned_data)))

    def _make(self, title: str) -> HttpResponse:
        story = making.make(by=self.user, ref=self.ref, title=title, said=self.said)
        return redirect("desk_story", story.ref)

    def _next(self, step: str, cleaned: dict[str, Any]) -> str:
        if step == "who":
            self._take_assignment(cleaned["assignment"])
            if self.answered:
                self.said.keep(answers=self.answered.ref)
            if cleaned["who"] in who.NEW:
                return "name"
        if step in ("who", "name") and not self._knows_what:
            return "what"
        return "title"

    def _take_assignment(self, pk: str) -> None:
        """Whoever came from what a teacher set has said already what it is about."""
        if pk.isdecimal() and Assignment.objects.for_desk_of(self.user).filter(pk=pk).exists():
            self.said.keep(what=f"assignment:{pk}")

    def _assignment(self) -> Assignment | None:
        """What a teacher set and this person came from."""
        kind, _sep, pk = self.said["what"].partition(":")
        asked = pk if kind == "assignment" else self.request.GET.get("assignment", "")
        if not asked.isdecimal():
            return None
        found: Assignment | None = (
            Assignment.objects.for_desk_of(self.user).filter(pk=asked).first()
        )
        return found

    @cached_property
    def answered(self) -> Story | None:
        """The memory that this one will be another voice to."""
        sent = self.request.POST if self.request.method == "POST" else self.request.GET
        return voices.to_answer(self.user, sent.get("answers") or self.said["answers"])

    @property
    def _knows_what(self) -> bool:
        """Whether the way itself says what the memory is about."""
        return self._assignment() is not None or self.answered is not None

    def _form(self, step: str, data: Any = None) -> Form:
        return FORMS[step](self, data)

    def _address(self, step: str) -> str:
        return f"{reverse('desk_story_new')}?{urlencode({'start': self.start, 'step': step})}"

    def _back(self, step: str) -> str:
        if step == "who":
            return reverse("desk")
        if step == "title" and (self.said["what"] or not self.answered):
            return self._address("what")
        is_new = step != "name" and self.said["who"] in who.NEW
        return self._address("name" if is_new else "who")

    def _line(self, step: str) -> list[dict[str, Any]]:
        here = "who" if step == "name" else step
        return [
            {
                "key": key,
                "label": label,
                "address": self._address(key),
                "filled": bool(self.said[key]),
                "here": key == here,
            }
            for key, label in STEPS
        ]


KEPT = {"who", "name", "age", "what", "question"}
"""Fields of which the notes keep what was said."""


def _who(walk: Walk, data: Any) -> Form:
    asked = walk.request.GET.get("assignment", "")
    initial = {"who": walk.said["who"], "start": walk.start, "assignment": asked}
    initial["answers"] = walk.answered.ref if walk.answered else ""
    return who.WhoForm(data, user=walk.user, initial=initial)


def _name(walk: Walk, data: Any) -> Form:
    initial = {"name": walk.said["name"], "age": walk.said["age"], "start": walk.start}
    return who.NameForm(data, initial=initial)


def _what(walk: Walk, data: Any) -> Form:
    initial = {"what": walk.said["what"], "question": walk.said["question"], "start": walk.start}
    return WhatForm(data, user=walk.user, initial=initial)


def _title(walk: Walk, data: Any) -> Form:
    suggested = making.suggested_title(walk.said, walk.user) if data is None else ""
    return TitleForm(data, initial={"title": suggested, "start": walk.start})


FORMS: dict[str, Callable[[Walk, Any], Form]] = {
    "who": _who,
    "name": _name,
    "what": _what,
    "title": _title,
}
