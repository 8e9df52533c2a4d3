"""Putting several memories into a showcase that is being made."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin import messages
from wagtail.models import AbstractPage
from wagtail.permissions import policy_registry

from archive.models import ShowcasePage
from families.models import User
from stories.models import Story
from stories.moderation.bulk.base import OfTheSchool, counted


def showcases_of(user: User) -> QuerySet[ShowcasePage]:
    """The showcases of this person's school that they may change now."""
    policy = policy_registry.get_by_type(AbstractPage)
    theirs = policy.instances_user_has_permission_for(user, "change")
    showcases: QuerySet[ShowcasePage] = ShowcasePage.objects.filter(
        pk__in=theirs.values("pk"), school=user.school_id, locked=False
    )
    return showcases.order_by("title")


class ShowcaseForm(forms.Form):
    showcase = forms.ModelChoiceField(
        label="Which showcase?",
        queryset=ShowcasePage.objects.none(),
        help_text="They go to its end, as a draft. Nothing is published.",
    )


class AddToShowcase(OfTheSchool):
    """Only what is public. It is a new draft of the showcase, which somebody publishes later."""

    display_name = "Add to a showcase"
    action_type = "add_to_showcase"
    aria_label = "Add the memories you ticked to a showcase"
    action_priority = 30
    form_class = ShowcaseForm
    question = "These memories go to the end of a showcase."
    button = "Yes, add them"

    def get_form(self, form_class: Any = None) -> ShowcaseForm:
        form: ShowcaseForm = super().get_form(form_class)
        form.fields["showcase"].queryset = showcases_of(self.user)  # type: ignore[attr-defined]
        return form

    @cached_property
    def public(self) -> set[int]:
        ticked = [story.pk for story in self.chosen]
        return set(Story.objects.public().filter(pk__in=ticked).values_list("pk", flat=True))

    def why_not(self, story: Story) -> str:
        is_public = story.pk in self.public
        return "" if is_public else "Only what everybody may see can be in a showcase."

    @classmethod
    def execute_action(cls, objects: list[Story], **kwargs: Any) -> tuple[int, int]:
        action: AddToShowcase = kwargs["self"]
        page = action.cleaned_form.cleaned_data["showcase"]
        added = add(objects, page, by=action.user)
        action.say(page, added)
        return added, 0

    def say(self, page: ShowcasePage, added: int) -> None:
        """With the way to the showcase; what is in it already is there once."""
        edit = messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), "Edit it")
        words = f"{counted(added)} added to “{page}”." if added else f"All are in “{page}” already."
        messages.success(self.request, words, buttons=[edit])

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> None:
        """It has been said, with a button."""


@transaction.atomic
def add(stories: list[Story], page: ShowcasePage, *, by: User) -> int:
    """Put public memories at the end of the newest draft; how many were not in it yet."""
    locked = ShowcasePage.objects.select_for_update().get(pk=page.pk)
    draft = locked.get_latest_revision_as_object()
    new = [story for story in stories if story.pk not in draft.story_ids()]
    for story in new:
        draft.body.append(("story", story))
    if new:
        draft.save_revision(user=by, log_action=True)
    return len(new)
