"""Picking up several memories, or giving them to a colleague to read."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import cached_property

from families.models import User
from families.roles import Role
from stories import lifecycle
from stories.models import Story
from stories.models.states import Status
from stories.moderation.bulk.base import OfTheSchool, counted


class ReaderForm(forms.Form):
    reader = forms.ModelChoiceField(
        label="Who reads them?", queryset=User.objects.none(), empty_label=None
    )


class PickUp(OfTheSchool):
    """Oneself first in the list: mostly one picks up for oneself."""

    display_name = "Pick up"
    action_type = "pick_up"
    aria_label = "Pick up the memories you ticked"
    action_priority = 10
    form_class = ReaderForm
    question = "Who reads these memories?"
    button = "Yes, give them out"

    def get_form(self, form_class: Any = None) -> ReaderForm:
        form: ReaderForm = super().get_form(form_class)
        names = [Role.TEACHER.value, Role.LEAD.value]
        staff = User.objects.filter(is_active=True, school=self.user.school_id)
        form.fields["reader"].queryset = staff.filter(groups__name__in=names).distinct()  # type: ignore[attr-defined]
        form.fields["reader"].initial = self.user.pk
        return form

    def why_not(self, story: Story) -> str:
        if story.status != Status.SUBMITTED or story.held:
            return "It does not wait for a teacher."
        if story.taken_up_by_id not in (None, self.user.pk):
            return f"{story.taken_up_by} is already reading it."
        return ""

    @cached_property
    def reader(self) -> User:
        chosen: User = self.cleaned_form.cleaned_data["reader"]
        return chosen

    def act(self, story: Story) -> None:
        if self.reader == self.user:
            lifecycle.take_up(story, by=self.user)
        else:
            lifecycle.assign(story, by=self.user, to=self.reader)

    def said(self, number: int) -> str:
        whose = "yours" if self.reader == self.user else f"for {self.reader}"
        return f"{counted(number)} {'is' if number == 1 else 'are'} {whose} to read now."
