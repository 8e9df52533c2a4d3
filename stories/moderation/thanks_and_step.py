"""The two boxes of every point: thanks first, then one next step.

Whatever offers a teacher ready words for them goes into these two boxes, here and in
``stories/moderation/thanks_and_step.html``, and so into every place where a point is made.
"""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from stories.conversation import discretion


class ThanksAndStep(forms.Form):
    thanks = forms.CharField(
        label=_("What is good here?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        help_text=_("They read this first. You can leave it out."),
    )
    feedback = forms.CharField(
        label=_("What is the next step?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One sentence the writer can act on. They see it on their desk."),
    )

    def clean_thanks(self) -> str:
        return self._discreet("thanks")

    def clean_feedback(self) -> str:
        return self._discreet("feedback")

    def _discreet(self, name: str) -> str:
        text: str = self.cleaned_data[name]
        if problem := discretion.problem_of_teacher(text):
            raise forms.ValidationError(problem)
        return text
