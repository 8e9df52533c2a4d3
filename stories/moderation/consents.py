"""Every answer that counts for one memory: who, when, in what words, how, by which invitation."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from families.admin.standing import timeline
from families.models import Consent
from stories.models import Story
from stories.moderation.queue import review_url


class StoryConsentsView(WagtailAdminTemplateMixin, TemplateView):
    """About this memory, and about all memories of whoever is in it."""

    model = Story
    template_name = "stories/moderation/consents.html"
    page_title = "Who said yes to what"
    header_icon = "history"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.story = get_object_or_404(Story, ref=kwargs["ref"])

    def get_page_subtitle(self) -> str:
        return str(self.story)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("moderation:list"), "label": "Moderation"},
            {"url": review_url(self.story), "label": str(self.story)},
            {"url": "", "label": "Consent"},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Also of whoever is no longer in it, where they answered about it."""
        ref = self.story.ref
        in_it = self.story.people.values("person")
        counting = Consent.objects.filter(person__in=in_it, story_ref="")
        answers = counting | Consent.objects.filter(story_ref=ref)
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "story": self.story,
            "history": timeline(answers),
            "titles": {ref: str(self.story)},
        }
