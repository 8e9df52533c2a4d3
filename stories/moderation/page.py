"""The review page: the memory as visitors will see it, beside what has to be decided."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import TemplateView, View
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from families.admin.boundary import signed_in
from families.admin.standing import asked_now, read, standings
from stories import lifecycle, safeguarding, voices
from stories.conversation import points
from stories.models import Feedback, FindingReview, Story, StoryPart, StoryPerson
from stories.moderation import changes, decisions, talk, wording
from stories.moderation.decisions import version
from stories.moderation.mending import edit_url, may_mend, obstacles
from stories.moderation.queue import review_url

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
            "comparison": comparison(self.story, shown),
            "history_url": reverse("moderation:history", args=[self.story.pk]),
            "media": media,
        }


def comparison(story: Story, shown: Story) -> dict[str, Any] | None:
    """What changed since a teacher last looked, or since what the public sees now."""
    if shown is not story:
        return {"since": "what is public now", "changes": changes.between(story, shown)}
    last: Feedback | None = story.feedback.select_related("revision").first()
    if last is None or last.revision is None:
        return None
    before = last.revision.as_object()
    since = f"{last.given_by} asked for a change"
    return {"since": since, "changes": changes.between(before, shown), "feedback": last}


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


class DecideView(ReviewView):
    """One verb, by POST. What was typed is still there when the lifecycle refuses."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, ref: str, verb: str) -> HttpResponse:
        if verb not in decisions.DONE:
            raise Http404
        form_class = decisions.FORMS.get(verb)
        form = form_class(request.POST) if form_class else None
        if isinstance(form, decisions.FeedbackForm) and points.kept_by(
            signed_in(request), self.story
        ):
            form.with_points()
        if form is not None and not form.is_valid():
            return self._again(form, "That did not work yet. Please look at the form.")
        try:
            said = form.cleaned_data if form else {}
            decisions.do(verb, self.story, by=signed_in(request), said=said)
        except lifecycle.Refused as refused:
            return self._again(form, refused_in_words(refused))
        messages.success(request, decisions.DONE[verb])
        return redirect(self._next(verb))

    def _again(self, form: forms.Form | None, sentence: str) -> HttpResponse:
        self.tried = form
        messages.error(self.request, sentence)
        return self.render_to_response(self.get_context_data(), status=409)

    def _next(self, verb: str) -> str:
        """Back to the memory; to the queue after a verb that may hide it from this person."""
        if verb in ("hold", "seal", "request_changes"):
            return reverse("moderation:list")
        return review_url(self.story)


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
