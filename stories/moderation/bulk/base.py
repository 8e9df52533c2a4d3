"""A bulk action of Wagtail's that knows the school boundary and leaves the deciding to one verb."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin import messages
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from families.admin.boundary import signed_in
from families.models import User
from stories.models import Story
from stories.refusals import Refused

LONGEST = 18
"""Digits of a number that the database still takes."""


class OfTheSchool(SnippetBulkAction):
    """Memories of one's own school; a number from beyond is as one that does not exist.

    Each memory has the verb tried on it by itself: one that may not be done is said in a
    sentence and stops nothing else.
    """

    models: ClassVar[list[type[Story]]] = [Story]
    template_name = "stories/moderation/bulk.html"
    question = ""
    button = ""
    next_url: str

    def __init__(self, request: HttpRequest, model: type[Story]) -> None:
        super().__init__(request, model)
        if self.next_url == request.path:
            self.next_url = reverse("moderation:list")

    @property
    def user(self) -> User:
        return signed_in(self.request)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.permission_policy.may_enter(self.user) or not self.chosen:
            raise Http404
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    @cached_property
    def chosen(self) -> list[Story]:
        """The memories that were ticked, as far as this person may read them.

        "All in the list" is not offered: a teacher ticks what they have seen.
        """
        ticked = self.request.GET.getlist("id")
        numbers = [int(pk) for pk in ticked if pk.isdecimal() and len(pk) <= LONGEST]
        rows = self.permission_policy.rows_of(self.user).filter(pk__in=numbers)
        related = ("author", "reporter_class", "taken_up_by")
        return list(rows.select_related(*related).order_by("turn", "submitted_at", "pk"))

    def why_not(self, story: Story) -> str:
        """A sentence where it is clear beforehand that the verb will refuse."""
        raise NotImplementedError

    def act(self, story: Story) -> None:
        """Do it to one memory. Raises ``Refused``."""
        raise NotImplementedError

    def said(self, number: int) -> str:
        """What has been done to so many."""
        raise NotImplementedError

    def get_actionable_objects(self) -> tuple[list[Story], dict[str, Any]]:
        reasons = {story.pk: self.why_not(story) for story in self.chosen}
        possible = [story for story in self.chosen if not reasons[story.pk]]
        others = [(story, reasons[story.pk]) for story in self.chosen if reasons[story.pk]]
        return possible, {"items_with_no_access": others}

    def object_context(self, story: Story) -> dict[str, Any]:
        return {"item": story, "edit_url": reverse("moderation:review", args=[story.ref])}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "title": self.display_name,
            "question": self.question,
            "action_button_text": self.button,
            "no_action_button_text": "No, go back",
        }

    @classmethod
    def execute_action(cls, objects: list[Story], **kwargs: Any) -> tuple[int, int]:
        action: OfTheSchool = kwargs["self"]
        return sum(action.tried(story) for story in objects), 0

    def tried(self, story: Story) -> bool:
        """Whether it was done; else why not is on the next page."""
        try:
            self.act(story)
        except Refused as refused:
            messages.error(self.request, f"“{story}”: {refused}")
            return False
        return True

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str | None:
        return self.said(num_parent_objects) if num_parent_objects else None


def open_actions() -> list[type[OfTheSchool]]:
    """Every action on memories that this layer or one above registered, and that is not closed."""
    known = bulk_action_registry.get_bulk_actions_for_model("stories", "story")
    ours = [action for action in known if issubclass(action, OfTheSchool)]
    return sorted(ours, key=lambda action: action.action_priority)


def counted(number: int) -> str:
    return "One memory" if number == 1 else f"{number} memories"
