"""The review page: the memory as visitors will see it, beside what has to be decided."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from families.admin.boundary import signed_in
from families.admin.standing import asked_now, read, standings
from stories import lifecycle, safeguarding, voices
from stories.models import FindingReview, Story, StoryPart, StoryPerson
from stories.moderation import decided, decisions, since, talk, wording
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
        return buttons

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user, shown = signed_in(self.request), version(self.story)
        in_the_way = obstacles(shown, user=user)
        offered = decisions.offered(user, self.story, blocked=bool(in_the_way), tried=self.tried)
        media = forms.Media()
        for decision in offered:
            media += decision.form.media if decision.form else forms.Media()
        parts = in_full(shown)
        return super().get_context_data(**kwargs) | {
            "story": self.story,
            "shown": shown,
            "parts": parts,
            "talk": talk.of(self.story, parts, user, tried=self.tried_point),
            "state": wording.state(self.story),
            "obstacles": in_the_way,
            "decisions": offered,
            "people": _people(shown),
            "answered": voices.told_to_staff(self.story, user),
            "comparison": since.comparison(self.story, shown),
            "decided": decided.of(user, self.story),
            "history_url": reverse("moderation:history", args=[self.story.pk]),
            "media": media,
        }


def in_full(story: Story) -> list[StoryPart]:
    """The parts with all that is shown of their items, in a number of queries that stays."""
    parts = list(story.parts.all())
    prefetch_related_objects(
        [part for part in parts if part.item_id],
        *("item__derivatives", "item__page_texts", "item__transcript", "item__held_passages"),
    )
    return parts


def _people(story: Story) -> list[dict[str, Any]]:
    """Each person once, with every role and where each consent stands."""
    roles: dict[int, dict[str, Any]] = {}
    appearances: list[StoryPerson] = list(story.people.all())
    prefetch_related_objects(appearances, "person")
    for appearance in appearances:
        entry = roles.setdefault(appearance.person_id, {"person": appearance.person, "roles": []})
        entry["roles"].append(appearance.get_role_display())
    people, questions = list(roles.values()), asked_now()
    read([entry["person"] for entry in people])
    return [entry | {"standings": standings(entry["person"], questions)} for entry in people]


def refused_in_words(refused: lifecycle.Refused) -> str:
    return " ".join([str(refused), *(blocker.sentence for blocker in refused.blockers)])


class LetStayView(View):
    """A person looked at a finding and says that it may stay."""

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        story = get_object_or_404(Story, ref=ref)
        reader = signed_in(request)
        kind, excerpt = request.POST.get("kind", ""), request.POST.get("excerpt", "")
        for finding in safeguarding.unreviewed(version(story)):
            if (finding.kind, finding.excerpt) == (kind, excerpt):
                FindingReview.objects.get_or_create(
                    story=story, kind=kind, excerpt=excerpt, defaults={"reviewed_by": reader}
                )
        return redirect(review_url(story))


class AsVisitorsView(View):
    """The public page of a memory that may not be public yet, for its reviewer alone."""

    def get(self, request: HttpRequest, ref: str) -> HttpResponse:
        shown = version(get_object_or_404(Story, ref=ref))
        response: HttpResponse = shown.make_preview_request(request, shown.default_preview_mode)
        return response
