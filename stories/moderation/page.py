"""The review page: the memory as visitors will see it, beside what has to be decided."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import TemplateView, View
from wagtail import hooks
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from families.admin.boundary import signed_in
from stories import lifecycle, voices
from stories.models import Story, StoryPart
from stories.moderation import (
    allowing,
    decided,
    decisions,
    next_one,
    reminders,
    since,
    talk,
    wording,
)
from stories.moderation.marks import margin, reading
from stories.moderation.marks.margin import Margin
from stories.moderation.mending import edit_url, may_mend, obstacles
from stories.moderation.queue import review_url
from stories.moderation.seen import version

RELATED = ("author", "reporter_class", "family", "taken_up_by", "last_edited_by", "latest_revision")


class ReviewView(WagtailAdminTemplateMixin, TemplateView):
    """Everything a second adult needs, on one page; the boundary has been asked before."""

    model = Story
    template_name = "stories/moderation/review.html"
    page_title = "Review"
    header_icon = "view"
    tried: forms.Form | None = None
    tried_point: forms.Form | None = None

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        stories = Story.objects.select_related(*RELATED)
        self.story = get_object_or_404(stories, ref=kwargs["ref"])

    def get_page_subtitle(self) -> str:
        return str(self.story)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        queue = {"url": reverse("moderation:list"), "label": "Moderation"}
        return [*self.breadcrumbs_items, queue, {"url": "", "label": str(self.story)}]

    @property
    def header_buttons(self) -> list[HeaderButton]:
        buttons = [
            HeaderButton(
                "As visitors will see it",
                url=reverse("moderation:as_visitors", args=[self.story.ref]),
                icon_name="view",
                attrs={"target": "_blank", "rel": "noopener"},
            ),
            HeaderButton(
                "Who said yes to what",
                url=reverse("moderation:consents", args=[self.story.ref]),
                icon_name="history",
            ),
        ]
        if may_mend(signed_in(self.request), self.story):
            buttons.append(HeaderButton("Mend it", url=edit_url(self.story), icon_name="edit"))
        # What a layer above adds, without this one knowing it.
        for buttons_of in hooks.get_hooks("register_review_buttons"):
            buttons.extend(buttons_of(self.story, self.request.user))
        return buttons

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user, shown = signed_in(self.request), version(self.story)
        parts, mends = in_full(shown), may_mend(user, self.story)
        found = margin.of(shown, parts, mends=mends)
        said = talk.of(self.story, parts, user, tried=self.tried_point)
        numbers = [mark.number for mark in found.in_the_way]
        in_the_way = obstacles(shown, user=user, marks=numbers, mends=mends)
        offered = decisions.offered(user, self.story, blocked=bool(in_the_way), tried=self.tried)
        media = forms.Media()
        for decision in offered:
            media += decision.form.media if decision.form else forms.Media()
        self._pin(found, said, offered)
        laid_out = reading.parts(said.beside, found)
        return super().get_context_data(**kwargs) | {
            "story": self.story,
            "shown": shown,
            "parts": parts,
            "talk": said,
            "margin": found,
            "opening": reading.opening(found),
            "reading": laid_out,
            "plays": any(read.is_played for read in laid_out),
            "state": wording.state(self.story),
            "obstacles": in_the_way,
            "decisions": offered,
            "people": allowing.people(shown),
            "may_mend": mends,
            "next_one": next_one.after(self.story, user),
            "reminders": reminders.of(self.story),
            "answered": voices.told_to_staff(self.story, user),
            "comparison": since.comparison(self.story, shown),
            "decided": decided.of(user, self.story),
            "history_url": reverse("moderation:history", args=[self.story.pk]),
            "media": media,
        }

    def _pin(self, found: Margin, said: talk.Talk, offered: list[decisions.Decision]) -> None:
        """Put the ready sentence of a mark into its box, where somebody chose to ask about it."""
        mark = found.called(self.request.GET.get("ask", ""))
        if mark is None or mark.ask is None:
            return
        boxes = [each.form for each in said.beside if each.part.pk == mark.ask.part]
        if mark.ask.part is None:
            boxes = [one.form for one in offered if one.verb == "request_changes" and one.form]
        for form in boxes:
            form.initial = {**form.initial, "feedback": mark.ask.sentence, "ask": mark.ask}


SHOWN = ("derivatives", "page_texts", "transcript", "held_passages", "hidden_areas")
"""What of an item is on the page."""

KEPT_TOGETHER = ("parts", "people", "tagged_places", "tagged_funds", "tagged_words")


def in_full(story: Story) -> list[StoryPart]:
    """The parts with all that is shown of their items, in a number of queries that stays.

    What belongs to the memory is read once and stays with it, for whoever asks it later.
    """
    for name in KEPT_TOGETHER:
        getattr(story, name).get_object_list()
    parts = list(story.parts.all())
    prefetch_related_objects(list(story.people.all()), "person__consents")
    prefetch_related_objects(parts, "item")
    with_items = [part for part in parts if part.item_id]
    prefetch_related_objects(with_items, *(f"item__{name}" for name in SHOWN))
    return parts


def refused_in_words(refused: lifecycle.Refused) -> str:
    return " ".join([str(refused), *(blocker.sentence for blocker in refused.blockers)])


class LetStayView(View):
    """A person looked at what was found, and says that it may stay, or that there is a uniform."""

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        story = get_object_or_404(Story, ref=ref)
        reader, shown = signed_in(request), version(story)
        about = (request.POST.get("kind", ""), request.POST.get("excerpt", ""))
        found = margin.of(shown, in_full(shown), mends=False)
        mark = next((each for each in found.marks if (each.kind, each.excerpt) == about), None)
        if mark is None:
            return redirect(review_url(story))
        if mark.is_uniform and request.POST.get("answer") == "yes":
            margin.see_uniform(mark, story, by=reader)
        else:
            margin.let_stay(mark, story, by=reader)
        return redirect(f"{review_url(story)}#found-{mark.number}")


class AsVisitorsView(View):
    """The public page of a memory that may not be public yet, for its reviewer alone."""

    def get(self, request: HttpRequest, ref: str) -> HttpResponse:
        shown = version(get_object_or_404(Story, ref=ref))
        response: HttpResponse = shown.make_preview_request(request, shown.default_preview_mode)
        return response
