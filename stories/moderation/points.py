"""A teacher's points while reading: kept beside what they are about, and settled."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from families.admin.boundary import signed_in
from media.transcripts.verbs import RECORDINGS
from stories import lifecycle
from stories.conversation import points, quotes
from stories.models import Feedback, KeptPoint, Pin, Story, StoryPart
from stories.moderation.page import ReviewView
from stories.moderation.queue import review_url
from stories.moderation.thanks_and_step import FILL, ThanksAndStep

CLOCK = re.compile(r"(?:\d{1,2}:)?(?:\d{1,2}:)?\d{1,5}")


def seconds_of(words: str) -> int | None:
    """ "1:05" and "65" in seconds; None for anything else."""
    if not CLOCK.fullmatch(words.strip()):
        return None
    seconds = 0
    for part in words.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds


class PointForm(ThanksAndStep):
    """What it is about is a part, and in it some words or a moment, or all of it."""

    part = forms.IntegerField()
    quote = forms.CharField(required=False, strip=False)
    before = forms.CharField(required=False, strip=False)
    after = forms.CharField(required=False, strip=False)
    moment = forms.CharField(required=False)

    def __init__(self, *args: Any, story: Story, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.story = story

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        parts = StoryPart.objects.filter(story=self.story).select_related("item")
        part = parts.filter(pk=said.get("part")).first()
        if part is None:
            raise forms.ValidationError(_("That part is not in it any more."))
        said["place"] = self._place(part, said)
        return said

    def _place(self, part: StoryPart, said: dict[str, Any]) -> dict[str, Any]:
        place: dict[str, Any] = {"pin": Pin.PART, "part": part, "item": part.item}
        if said.get("quote") and part.item is None:
            return place | self._words(part, said)
        if said.get("moment") and part.item is not None and part.item.kind in RECORDINGS:
            seconds = seconds_of(said["moment"])
            if seconds is None:
                raise forms.ValidationError(_("Say the moment like this: 1:05."))
            return place | {"pin": Pin.MOMENT, "seconds": seconds}
        return place

    def _words(self, part: StoryPart, said: dict[str, Any]) -> dict[str, Any]:
        found = quotes.find(part.text, said["quote"], said["before"], said["after"])
        if found is None:
            raise forms.ValidationError(_("These words are not in it any more."))
        around = {"before": found.before, "after": found.after}
        return {"pin": Pin.WORDS, "quote": found.exact, **around}


class _Posted(ReviewView):
    http_method_names = ["post"]

    def _to(self, anchor: str) -> HttpResponse:
        return redirect(f"{review_url(self.story)}#{anchor}")


class KeepPointView(_Posted):
    """Keep one point. What was typed is still there where it could not be kept."""

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        form = PointForm(request.POST, story=self.story)
        if FILL in request.POST:
            self.tried_point = form
            return self.render_to_response(self.get_context_data())
        if not form.is_valid():
            return self._again(form)
        said = form.cleaned_data
        point = KeptPoint(story=self.story, given_by=signed_in(request), **said["place"])
        point.thanks, point.text = said["thanks"], said["feedback"]
        try:
            points.keep(point)
        except lifecycle.Refused as refused:
            messages.error(request, str(refused))
            return self.render_to_response(self.get_context_data(), status=409)
        messages.success(request, _("Kept. It is sent when you ask for a change."))
        return self._to(f"point-{point.pk}")

    def _again(self, form: PointForm) -> HttpResponse:
        for sentence in [text for texts in form.errors.values() for text in texts]:
            messages.error(self.request, str(sentence))
        self.tried_point = form
        return self.render_to_response(self.get_context_data(), status=409)


class DropPointView(_Posted):
    """Take out a point of one's own that was not sent."""

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        number = request.POST.get("point", "")
        if number.isdecimal():
            points.drop(self.story, int(number), by=signed_in(request))
        return self._to("request_changes")


class SettleView(_Posted):
    """Close a point that was sent."""

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        number = request.POST.get("point", "")
        if not number.isdecimal():
            raise Http404
        point = get_object_or_404(Feedback, story=self.story, pk=int(number))
        try:
            points.close(point, by=signed_in(request))
        except lifecycle.Refused as refused:
            messages.error(request, str(refused))
        return self._to("feedback")
