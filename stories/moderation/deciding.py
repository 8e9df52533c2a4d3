"""One decision, by POST, and thinking better of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.generic import View
from wagtail.admin import messages

from families.admin.boundary import signed_in
from stories import lifecycle
from stories.conversation import points
from stories.models import Story, Undoable
from stories.moderation import decided, decisions, next_one
from stories.moderation.decision_forms import FORMS, FeedbackForm
from stories.moderation.page import ReviewView, refused_in_words
from stories.moderation.queue import review_url
from stories.moderation.thanks_and_step import FILL

OPPOSITE = {"recommend": "unrecommend", "plan": "unplan"}
"""What is undone by a decision of its own, at any time until it is published."""

GONE_FROM_HERE = ("hold", "seal", "request_changes", "return_to_family", "decline")
"""Verbs after which somebody else has it: back to the queue, where the next one waits."""


class DecideView(ReviewView):
    """One verb. What was typed is still there when the lifecycle refuses."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, ref: str, verb: str) -> HttpResponse:
        if verb not in decisions.DONE:
            raise Http404
        form = self._form(verb)
        if FILL in request.POST:
            return self._again(form)
        if form is not None and not form.is_valid():
            return self._again(form, "That did not work yet. Please look at the form.")
        try:
            said = form.cleaned_data if form else {}
            decisions.do(verb, self.story, by=signed_in(request), said=said)
        except lifecycle.Refused as refused:
            return self._again(form, refused_in_words(refused))
        messages.success(
            request, said_with_undo(request, self.story, verb), buttons=self._buttons()
        )
        return redirect(self._next(verb))

    def _buttons(self) -> list[Any]:
        """On to the next one from the very sentence that says that this one is done."""
        following = next_one.after(self.story, signed_in(self.request))
        return [messages.button(review_url(following), "Next one")] if following else []

    def _form(self, verb: str) -> forms.Form | None:
        form_class = FORMS.get(verb)
        form = form_class(self.request.POST) if form_class else None
        kept = points.kept_by(signed_in(self.request), self.story)
        if isinstance(form, FeedbackForm) and kept:
            form.with_points()
        return form

    def _again(self, form: forms.Form | None, sentence: str = "") -> HttpResponse:
        self.tried = form
        if not sentence:
            return self.render_to_response(self.get_context_data())
        messages.error(self.request, sentence)
        return self.render_to_response(self.get_context_data(), status=409)

    def _next(self, verb: str) -> str:
        """Back to the memory; to the queue after a verb that may hide it from this person."""
        return reverse("moderation:list") if verb in GONE_FROM_HERE else review_url(self.story)


def said_with_undo(request: HttpRequest, story: Story, verb: str) -> str:
    """What was done, with a button that takes it back where that is possible."""
    done = decided.undoable_by(signed_in(request), story_now(story))
    if verb in OPPOSITE:
        address = reverse("moderation:decide", args=[story.ref, OPPOSITE[verb]])
    elif done is not None and done.verb == verb:
        address = reverse("moderation:undo", args=[done.pk])
    else:
        return decisions.DONE[verb]
    context = {"said": decisions.DONE[verb], "address": address, "story": story}
    form = render_to_string("stories/moderation/said_with_undo.html", context, request)
    return mark_safe(form)  # noqa: S308 - Rendered by a template, which escapes.


def story_now(story: Story) -> Story:
    now: Story = Story.objects.get(pk=story.pk)
    return now


class UndoView(View):
    """Undo what one decided oneself. It is found by whoever decided it and by nobody else.

    A seal hides the memory from whoever sealed it, so the boundary of memories cannot be asked.
    """

    http_method_names = ["post", "options"]

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        user = signed_in(request)
        mine = Undoable.objects.filter(by=user, story__school=user.school_id)
        self.done = get_object_or_404(mine.select_related("story"), pk=kwargs["number"])

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        story = self.done.story
        try:
            lifecycle.undo(story, by=signed_in(request))
        except lifecycle.Refused as refused:
            messages.error(request, str(refused))
            return redirect("moderation:list")
        messages.success(request, "Undone. It is as it was before.")
        return redirect(review_url(story))
