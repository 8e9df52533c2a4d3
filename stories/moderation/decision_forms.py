"""The words and days that go with a decision, and what was seen as it was made."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from wagtail.admin.widgets import AdminDateInput

from stories.conversation import discretion
from stories.lifecycle.deciding import FURTHEST
from stories.moderation.thanks_and_step import ThanksAndStep

STILL_TO_COME = "Choose a day that is still to come."


class FeedbackForm(ThanksAndStep):
    """About the whole memory; with points kept beside its parts, there need be nothing more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["feedback"].label = "What should change?"

    def with_points(self) -> FeedbackForm:
        self.fields["feedback"].required = False
        return self


class HoldForm(forms.Form):
    reason = forms.CharField(
        label="What worries you?",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Only the safeguarding lead reads this.",
    )


class _Named(forms.Form):
    """Has names of its own on a page with many forms."""

    prefix_of_ids = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": f"id_{self.prefix_of_ids}_%s", **kwargs})


class PublishForm(forms.Form):
    seen = forms.CharField(widget=forms.HiddenInput, required=False)


class RecommendForm(_Named, PublishForm):
    prefix_of_ids = "recommend"


class PlanForm(_Named, PublishForm):
    prefix_of_ids = "plan"
    on = forms.DateField(
        label="On which day?",
        widget=AdminDateInput,
        help_text="Early on that day everything is asked again. If it changed, it stays here.",
    )

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if not timezone.localdate() < on <= timezone.localdate() + FURTHEST:
            raise forms.ValidationError("Choose a day that is still to come, within a year.")
        return on


class SealForm(forms.Form):
    until = forms.DateField(
        label="Until when?",
        widget=AdminDateInput,
        help_text="On that day somebody is asked to look again. It never publishes by itself.",
    )

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if until <= timezone.localdate():
            raise forms.ValidationError(STILL_TO_COME)
        return until


class DeclineForm(_Named):
    prefix_of_ids = "decline"
    words = forms.CharField(
        label="Why not, in kind words?",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="The writer reads this on their desk. They keep the memory.",
    )

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"]
        if problem := discretion.problem_of_teacher(words):
            raise forms.ValidationError(problem)
        return words


class ReturnForm(DeclineForm):
    prefix_of_ids = "return"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = "A kind word to go with it"


FORMS: dict[str, type[forms.Form]] = {
    "publish": PublishForm,
    "recommend": RecommendForm,
    "plan": PlanForm,
    "request_changes": FeedbackForm,
    "hold": HoldForm,
    "seal": SealForm,
    "return_to_family": ReturnForm,
    "decline": DeclineForm,
}
"""The verbs that need a word, a day or what was seen with them."""
